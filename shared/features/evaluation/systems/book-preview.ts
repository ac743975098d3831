import { z } from 'zod';
import { idSchema, incomingFileSchema } from '../../../kernel/entity.ts';
import { subjectKindSchema } from '../indicators.ts';

/** A cell that cannot be taken: where it stands, what stands in it, and what is allowed there. */
export const cellProblemSchema = z.object({
  sheet: z.string(),
  /** `F12` */
  cell: z.string(),
  /** As it stands in the file; blank for an empty one. */
  value: z.string(),
  message: z.string(),
});
export type CellProblem = z.infer<typeof cellProblemSchema>;

export const changeSchema = z.object({
  kind: z.enum(['added', 'removed', 'moved', 'changed']),
  subject: z.string(),
  what: z.string(),
  before: z.string(),
  after: z.string(),
});

/** The version that a preview was made against. */
export const seenVersionSchema = z.object({ versionId: idSchema, rev: z.number().int() });
export type SeenVersion = z.infer<typeof seenVersionSchema>;

/** What taking a workbook in would do. Nothing is saved by it. */
export const systemBookPreviewSchema = z.object({
  name: z.string(),
  kind: subjectKindSchema.nullable(),
  dimensions: z.number().int(),
  indicators: z.number().int(),
  /** While there is one, nothing can be taken in. */
  problems: z.array(cellProblemSchema),
  /** Against the present version; empty for a new system, and while there are problems. */
  changes: z.array(changeSchema),
  /** What would still be missing before it can be used. */
  open: z.array(z.string()),
  /** What it would become, in words: `新的第 3 版`, `第 2 版（草稿）的内容`. */
  becomes: z.string(),
  /** Number of the version that it is held against; null for a new system. */
  against: z.number().int().nullable(),
  seen: seenVersionSchema.nullable(),
});
export type SystemBookPreview = z.infer<typeof systemBookPreviewSchema>;

export const systemBookInput = z.object({
  /** Null: the file becomes a system of its own. */
  systemId: idSchema.nullable(),
  file: incomingFileSchema,
});
