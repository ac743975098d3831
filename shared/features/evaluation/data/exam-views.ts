import { z } from 'zod';
import { idSchema } from '../../../kernel/entity.ts';
import { examMeaningSchema } from './exam-meaning.ts';
import { dataProblemSchema } from './views.ts';

const lineSchema = z.number().int().min(0, '分数线不能小于 0').max(10_000, '分数线不能超过 100%');

/** 及格线, 优秀线, 低分线 in hundredths of a percent of the full marks. */
export const examLinesSchema = z
  .object({ pass: lineSchema, excellent: lineSchema, low: lineSchema })
  .refine(({ pass, excellent, low }) => low <= pass && pass <= excellent, {
    error: '低分线不能高于及格线，及格线不能高于优秀线',
    path: ['pass'],
  });

const examTableChoiceSchema = z.object({
  sheet: z.string().max(64),
  headRow: z.number().int().min(1).max(1_048_576),
  /** Null: guess them. */
  columns: z
    .array(z.object({ column: z.number().int().min(0).max(16_383), meaning: examMeaningSchema }))
    .max(300)
    .nullable(),
});

/** Everything that decides what the marks of an exam come to. A table null: guess how it is laid out. */
export const examChoiceSchema = z.object({
  lines: examLinesSchema,
  /** 缺考: left out, or counted as 0. */
  absent: z.enum(['leftOut', 'zero']),
  now: examTableChoiceSchema.nullable(),
  before: examTableChoiceSchema.nullable(),
});
export type ExamChoice = z.infer<typeof examChoiceSchema>;
export type ExamTableChoice = z.infer<typeof examTableChoiceSchema>;

/** How one of the tables was understood. */
export const examTableSchema = z.object({
  file: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      heads: z.array(z.object({ row: z.number().int(), text: z.string() })),
    }),
  ),
  sheet: z.string(),
  headRow: z.number().int(),
  /** 一科一列 */
  wide: z.boolean(),
  /** The sheets with the same heads that are read together. */
  together: z.array(z.string()),
  columns: z.array(
    z.object({
      column: z.number().int(),
      letters: z.string(),
      head: z.string(),
      samples: z.array(z.string()),
      meaning: examMeaningSchema,
      remembered: z.boolean(),
      /** Of a course column, in hundredths; null for all others. */
      full: z.number().int().nullable(),
      fullFrom: z.enum(['said', 'file', 'remembered', 'usual']).nullable(),
    }),
  ),
  /** Rows that are about no pupil. */
  skipped: z.array(z.string()),
});
export type ExamTable = z.infer<typeof examTableSchema>;

/** What the marks of an exam would give; nothing is written yet. */
export const examPreviewSchema = z.object({
  token: idSchema,
  seen: z.number().int(),
  file: z.string(),
  /** As it was used: with the lines and layouts that were found. */
  choice: examChoiceSchema,
  now: examTableSchema,
  before: examTableSchema.nullable(),
  /** 人次 with a mark, and those without one, by why. */
  marks: z.number().int(),
  absent: z.number().int(),
  exempt: z.number().int(),
  blank: z.number().int(),
  pupils: z.number().int(),
  /** Pupils who sat both exams; null without an earlier one. */
  both: z.number().int().nullable(),
  /** Where it is taken from who teaches what, in words; blank: nothing depends on it. */
  taughtBy: z.string(),
  /** Which marks are whose, where that follows from names: departments. */
  shares: z.array(z.object({ subjectId: idSchema, name: z.string(), words: z.string() })),
  /** Names in the table of who is not evaluated here. */
  outside: z.array(z.string()),
  /** The fields that can be written, in their order. */
  fields: z.array(z.string()),
  groups: z.array(
    z.object({
      subjectId: idSchema,
      name: z.string(),
      figures: z.array(
        z.object({ field: z.string(), value: z.string(), words: z.string(), onScreen: z.string() }),
      ),
    }),
  ),
  /** With any of them nothing can be written: rates over half of the pupils mislead. */
  problems: z.array(dataProblemSchema),
  refused: z.string(),
});
export type ExamPreview = z.infer<typeof examPreviewSchema>;
