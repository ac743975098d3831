import { z } from 'zod';
import { instantSchema } from './dates.ts';

export const idSchema = z.string().min(1, '缺少编号').max(64, '编号过长');
/** The revision a person saw; a change that names an older one is answered with `conflict`. */
export const revSchema = z.number().int().min(1);

/** What every stored record carries. `rev` starts at 1 and is raised by the store, never by a service. */
export const entityShape = { id: idSchema, rev: revSchema } as const;

export interface Entity {
  readonly id: string;
  readonly rev: number;
}

/** The record a command is about, as the screen saw it. */
export const targetSchema = z.object({ id: idSchema, rev: revSchema });
export type Target = z.infer<typeof targetSchema>;

/** Who did it: kept by name as well, so that history stays readable after an account is gone. */
export const actorSchema = z.object({ userId: z.string(), name: z.string() });
export type Actor = z.infer<typeof actorSchema>;

/** Who and when, on records whose making matters. */
export const stampSchema = z.object({ at: instantSchema, by: actorSchema });
export type Stamp = z.infer<typeof stampSchema>;

/** A required line of text: trimmed, never blank, bounded. `label` is the field's Chinese name. */
export const textSchema = (label: string, max = 100): z.ZodString =>
  z
    .string()
    .trim()
    .min(1, `请填写${label}`)
    .max(max, `${label}不能超过 ${String(max)} 字`);

/** A text that may be left blank (then it is the empty string). */
export const optionalTextSchema = (label: string, max = 500): z.ZodDefault<z.ZodString> =>
  z
    .string()
    .trim()
    .max(max, `${label}不能超过 ${String(max)} 字`)
    .default('');

/** A file travelling through a call: its name and its bytes in base64. */
export const fileContentSchema = z.object({
  name: z.string().min(1).max(255),
  mime: z.string().max(200),
  base64: z.base64(),
});
export type FileContent = z.infer<typeof fileContentSchema>;

/** What a file that is brought in may weigh: it travels whole within one call, in base64. */
export const MOST_FILE_MEGABYTES = 20;

/** A file that a person brings in. What the program itself hands out may be larger. */
export const incomingFileSchema = fileContentSchema.refine(
  ({ base64 }) => base64.length * 0.75 <= MOST_FILE_MEGABYTES * 1024 * 1024 + 2,
  {
    error: `文件超过 ${String(MOST_FILE_MEGABYTES)} MB，不能添加。请拆分或压缩后再试，录像请截取有关的片段。`,
  },
);

/** A file kept in the store: referenced by the SHA-256 of its bytes. */
export const fileRefSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  mime: z.string().max(200),
  size: z.number().int().nonnegative(),
});
export type FileRef = z.infer<typeof fileRefSchema>;
