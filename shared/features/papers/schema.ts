import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { entityShape, fileRefSchema, idSchema, stampSchema } from '../../kernel/entity.ts';

/** A place in a series, held for ever by what it was given to. */
export const documentNumberSchema = z.object({
  ...entityShape,
  kind: z.enum(['case', 'lead', 'appeal', 'publicity', 'evaluation', 'document']),
  prefix: z.string().min(1),
  year: z.number().int(),
  sequence: z.number().int().min(1),
  /** As written: 青一中〔2026〕3号. */
  number: z.string().min(1),
  /** What it was given to, in words. */
  title: z.string(),
  /** The record it belongs to: a lead, an appeal, a publicity or a cycle where `kind` says so, otherwise a case. */
  caseId: idSchema,
  allocated: stampSchema,
  /** 作废: the number stays in the register and is never given again. */
  voided: stampSchema.extend({ reason: z.string() }).nullable(),
});
export type DocumentNumber = z.infer<typeof documentNumberSchema>;

/** A paper as it left the house: frozen, found by the hash of its bytes. */
export const issuedPaperSchema = z.object({
  ...entityShape,
  /** 通报, 责令整改通知书… */
  kind: z.string(),
  title: z.string(),
  numberId: z.string().nullable(),
  number: z.string().nullable(),
  datedOn: daySchema,
  caseId: idSchema,
  staffIds: z.array(z.string()),
  file: fileRefSchema,
  /** SHA-256 of what was printed, apart from the file's packing: tells whether printing again would differ. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  issued: stampSchema,
  /** Set when a later issue took its place, or its number was made void. */
  superseded: stampSchema.extend({ reason: z.string() }).nullable(),
});
export type IssuedPaper = z.infer<typeof issuedPaperSchema>;
