import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { incomingFileSchema } from '../../kernel/entity.ts';

/** What is brought in: rosters of people, or who teaches what. */
export const rosterKindLabels = { staff: '教职工', pupils: '学生', teachings: '任课' } as const;
export const rosterFileLabels = { staff: '教职工名册', pupils: '学生名册', teachings: '任课安排' } as const;
export const rosterKindSchema = z.enum(['staff', 'pupils', 'teachings']);
export type RosterKind = z.infer<typeof rosterKindSchema>;

export const peopleKindSchema = rosterKindSchema.exclude(['teachings']);
export type PeopleKind = z.infer<typeof peopleKindSchema>;

/** One thing that is wrong with a file: where, what stands there, and what may stand there. */
export const importProblemSchema = z.object({
  sheet: z.string(),
  /** `C17`; `17` for a whole row. */
  cell: z.string(),
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** What a row would do to the roster; of teachings `number` is the class and `name` the course. */
export const importRowSchema = z.object({
  row: z.number().int(),
  number: z.string(),
  name: z.string(),
  kind: z.enum(['new', 'changed', 'same']),
  /** For `new` what is filled in, for `changed` the values before and after. */
  changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importPreviewSchema = z.object({
  /** Names this preview when it is applied; gone after a restart or another preview. */
  token: z.string(),
  kind: rosterKindSchema,
  fileName: z.string(),
  sheet: z.string(),
  counts: z.object({
    rows: z.number().int(),
    created: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    /** In the roster, absent from the file: left as they are. */
    absent: z.number().int(),
    problems: z.number().int(),
  }),
  /** Columns of the file that mean nothing to the app and were not read. */
  ignored: z.array(z.string()),
  /** Departments, posts, classes or courses that the file names and the school does not have. */
  unknown: z.array(
    z.object({
      kind: z.enum(['department', 'post', 'class', 'course']),
      name: z.string(),
      rows: z.number().int(),
    }),
  ),
  /** The first of each, up to a bound; `counts` tells all. */
  rows: z.array(importRowSchema),
  problems: z.array(importProblemSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** Reading goes on in the background: the job's id, and the preview once there is one. */
export const importStateSchema = z.object({
  jobId: z.string(),
  preview: importPreviewSchema.nullable(),
});

export const startImportInput = z.object({
  kind: rosterKindSchema,
  file: incomingFileSchema,
  /** Departments, posts, classes and courses that the file names are created with it. */
  createMissing: z.boolean().default(false),
  /** Of teachings: from which day on what the file says holds; null: from today on. */
  from: daySchema.nullable().default(null),
  /** Of teachings: the file is the whole table of its classes; what it does not name there is taught by nobody any more. */
  whole: z.boolean().default(false),
});

export const importResultSchema = z.object({
  created: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** Departments, posts, classes and courses that were made. */
  made: z.number().int(),
});
