import { z } from 'zod';
import { entityShape, idSchema, stampSchema } from '../../../kernel/entity.ts';
import { subjectKindSchema } from '../indicators.ts';
import { DECIMAL } from './decimal-text.ts';
import { examMeaningSchema } from './exam-meaning.ts';

/** Where a figure came from. */
export const datumSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed') }),
  /** The cell of a workbook. */
  z.object({ kind: z.literal('file'), file: z.string(), sheet: z.string(), cell: z.string() }),
  /** Reckoned from the marks of an exam; `words` says how. */
  z.object({ kind: z.literal('exam'), file: z.string(), words: z.string() }),
]);
export type DatumSource = z.infer<typeof datumSourceSchema>;

export const datumSchema = z.object({
  value: z.string().regex(DECIMAL),
  /** As the field had it: an old figure stays readable whatever becomes of the field. */
  unit: z.string(),
  source: datumSourceSchema,
  saved: stampSchema,
});
export type Datum = z.infer<typeof datumSchema>;

/** The figures of one subject in one cycle, by the names of their fields. A name without an entry: not known. */
export const dataRowSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  subjectId: idSchema,
  values: z.record(z.string(), datumSchema),
});
export type DataRow = z.infer<typeof dataRowSchema>;

/** One import, with everything that it changed: what it takes to undo it. */
export const dataImportSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  file: z.string(),
  saved: stampSchema,
  changes: z.array(
    z.object({
      subjectId: idSchema,
      field: z.string(),
      before: datumSchema.nullable(),
      after: datumSchema,
    }),
  ),
  undone: stampSchema.nullable(),
});
export type DataImport = z.infer<typeof dataImportSchema>;

/** What a column of a workbook is: who the row is about, a figure, or nothing that is wanted. */
export const columnMeaningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number') }),
  z.object({ kind: z.literal('name') }),
  z.object({ kind: z.literal('field'), name: z.string().min(1).max(20) }),
  z.object({ kind: z.literal('ignored') }),
]);
export type ColumnMeaning = z.infer<typeof columnMeaningSchema>;

/** What a person once said that a head means: asked only once for each kind of subject. */
export const rememberedHeadSchema = z.object({
  ...entityShape,
  kind: subjectKindSchema,
  /** As `headKey` makes it. */
  head: z.string().min(1).max(100),
  meaning: columnMeaningSchema,
  shares: z.boolean(),
});
export type RememberedHead = z.infer<typeof rememberedHeadSchema>;

/** What a column of a table of marks was said to be, with the full marks of its course: the same for all kinds of subject. */
export const rememberedExamHeadSchema = z.object({
  ...entityShape,
  /** As `headKey` makes it. */
  head: z.string().min(1).max(100),
  meaning: examMeaningSchema,
});
export type RememberedExamHead = z.infer<typeof rememberedExamHeadSchema>;
