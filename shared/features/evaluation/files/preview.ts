import { z } from 'zod';
import { fileContentSchema, idSchema } from '../../../kernel/entity.ts';

/** Where a score of a file belongs: the key by which a person's choice names it. */
export const cellKeyOf = (raterId: string, subjectId: string, indicatorId: string): string =>
  [raterId, subjectId, indicatorId].join('/');

/** A cell that cannot be taken: where it stands, what stands in it, what would be allowed. */
export const bookProblemSchema = z.object({
  sheet: z.string(),
  /** `F12` */
  cell: z.string(),
  /** As it stands in the file; blank for an empty one. */
  value: z.string(),
  message: z.string(),
  subject: z.string(),
  indicator: z.string(),
});
export type BookProblem = z.infer<typeof bookProblemSchema>;

/** A score that differs from one entered on screen after the file was made: a person has to choose. */
export const bookConflictSchema = z.object({
  key: z.string(),
  sheet: z.string(),
  cell: z.string(),
  subject: z.string(),
  indicator: z.string(),
  /** As it would be typed. */
  inFile: z.string(),
  onScreen: z.string(),
  /** Who entered it on screen and when, in words; blank where that is not to be known. */
  entered: z.string(),
});
export type BookConflict = z.infer<typeof bookConflictSchema>;

export const bookCountsSchema = z.object({
  /** Not scored on screen yet. */
  fresh: z.number().int(),
  /** Scored on screen before the file was made, and changed in it. */
  changed: z.number().int(),
  same: z.number().int(),
  /** Left empty in the file: nothing happens to them. */
  blank: z.number().int(),
  conflicts: z.number().int(),
  problems: z.number().int(),
});
export type BookCounts = z.infer<typeof bookCountsSchema>;

export const bookPreviewSchema = z.object({
  /** The file's name; inside a zip with the zip's in front. */
  file: z.string(),
  /** Whose it is, in words; blank where the file was refused or its raters are anonymous. */
  rater: z.string(),
  group: z.string(),
  /** Why nothing of the file is taken; blank: it can be. */
  refused: z.string(),
  counts: bookCountsSchema,
  problems: z.array(bookProblemSchema),
  conflicts: z.array(bookConflictSchema),
  /** What a person should know of it, one sentence each; it keeps nothing from being taken. */
  notes: z.array(z.string()),
});
export type BookPreview = z.infer<typeof bookPreviewSchema>;

export const booksPreviewSchema = z.object({
  /** Names the preview when it is applied. */
  token: idSchema,
  books: z.array(bookPreviewSchema),
  /** Over all files that can be taken. */
  totals: bookCountsSchema,
  refused: z.number().int(),
});
export type BooksPreview = z.infer<typeof booksPreviewSchema>;

/** Files of one import: more than a school has raters is a mistake. */
const MOST_FILES = 1000;

export const startBookImportInput = z.object({
  cycleId: idSchema,
  files: z
    .array(fileContentSchema)
    .min(1, '请选择填好的评分表')
    .max(MOST_FILES, `一次最多导入 ${String(MOST_FILES)} 个文件`),
});

export const takenFromSchema = z.enum(['file', 'screen']);
export type TakenFrom = z.infer<typeof takenFromSchema>;

export const applyBookImportInput = z.object({
  token: idSchema,
  /** For conflicts that `choices` does not name; null: every one has to be named. */
  conflicts: takenFromSchema.nullable(),
  choices: z.array(z.object({ key: z.string().max(200), take: takenFromSchema })).max(200_000),
  /** True: cells with a problem are left out, and what is sound of their files is taken. */
  withoutProblems: z.boolean(),
});

export const appliedBooksSchema = z.object({
  files: z.number().int(),
  /** Scores written. */
  scores: z.number().int(),
  /** Cells left out for their problems, and scores of the screen that were kept. */
  leftOut: z.number().int(),
  kept: z.number().int(),
});
export type AppliedBooks = z.infer<typeof appliedBooksSchema>;
