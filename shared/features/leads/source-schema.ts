import { z } from 'zod';
import { instantSchema } from '../../kernel/dates.ts';
import {
  actorSchema,
  entityShape,
  fileRefSchema,
  idSchema,
  stampSchema,
  textSchema,
} from '../../kernel/entity.ts';

/** Who reported a lead. Read by nothing but the opening of a source. */
export const leadSourceSchema = z.object({
  ...entityShape,
  leadId: idSchema,
  name: z.string().max(60),
  contact: z.string().max(100),
  /** 班级、与当事人关系, whatever helps to reach the person. */
  note: z.string().max(300),
  /** Papers that would give the source away: a letter in handwriting, a recording. */
  files: z.array(z.object({ id: idSchema, file: fileRefSchema })),
  added: stampSchema,
});
export type LeadSource = z.infer<typeof leadSourceSchema>;

/** A receipt code that was given out: only a salted hash of it is kept. */
export const leadReceiptSchema = z.object({
  ...entityShape,
  leadId: idSchema,
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type LeadReceipt = z.infer<typeof leadReceiptSchema>;

/** A wish to see a source, and what a second person said to it. */
export const sourceRequestSchema = z.object({
  ...entityShape,
  leadId: idSchema,
  reason: textSchema('查看理由', 300),
  requested: stampSchema,
  answer: z
    .object({
      granted: z.boolean(),
      note: z.string().max(300),
      made: stampSchema,
      /** Until when the source may be opened; null when it was refused. */
      openUntil: instantSchema.nullable(),
    })
    .nullable(),
});
export type SourceRequest = z.infer<typeof sourceRequestSchema>;

/** One look at a source. Kept for ever. */
export const sourceLookSchema = z.object({
  ...entityShape,
  leadId: idSchema,
  requestId: idSchema,
  at: instantSchema,
  by: actorSchema,
  reason: z.string(),
  /** What was opened: 来源信息, or which of its files (第 1 份材料). */
  what: z.string(),
});
export type SourceLook = z.infer<typeof sourceLookSchema>;
