import { z } from 'zod';

/**
 * Why a call was refused. The screen decides by the code, the person reads the message.
 *
 * - `invalid`      the input breaks its schema or a plain rule; `fields` names where
 * - `forbidden`    nobody is logged in, or the role lacks the permission
 * - `not-found`    the record or channel does not exist
 * - `conflict`     somebody changed the record meanwhile, or a unique value is taken
 * - `illegal-step` the workflow does not allow this step now
 * - `unlawful`     the law pack refuses; `article` names the ground
 * - `locked`       the session is locked, or another process holds the data folder
 * - `storage`      the disk refused, or the store is read-only after damage
 * - `internal`     a defect of ours; the message carries a reference for the log
 */
export const errorCodes = [
  'invalid',
  'forbidden',
  'not-found',
  'conflict',
  'illegal-step',
  'unlawful',
  'locked',
  'storage',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One field at fault: `path` as in the input (`items.0.dueOn`), `message` in Chinese, ready to be shown. */
export const fieldIssueSchema = z.object({ path: z.string(), message: z.string() });
export type FieldIssue = z.infer<typeof fieldIssueSchema>;

export const failureSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  fields: z.array(fieldIssueSchema).optional(),
  article: z.string().optional(),
});
export type Failure = z.infer<typeof failureSchema>;

/** What every call answers: errors cross process borders as data. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (error: Failure): Result<never> => ({ ok: false, error });

/** The envelope before its value is parsed by the channel's output schema. */
export const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);

/**
 * An expected refusal, thrown by rules and services and turned into a `Failure` by the app.
 * Anything else that is thrown is a defect and answers `internal`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldIssue[];
  readonly article: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    detail: { fields?: readonly FieldIssue[]; article?: string; cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = detail.fields ?? [];
    this.article = detail.article;
  }

  toFailure(): Failure {
    return {
      code: this.code,
      message: this.message,
      ...(this.fields.length > 0 ? { fields: [...this.fields] } : {}),
      ...(this.article === undefined ? {} : { article: this.article }),
    };
  }
}

/** A plain refusal of one field, in the shape that forms show beside the field. */
export const invalidField = (path: string, message: string): AppError =>
  new AppError('invalid', message, { fields: [{ path, message }] });
