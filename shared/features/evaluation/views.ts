import { z } from 'zod';
import { daySchema, instantSchema } from '../../kernel/dates.ts';
import { idSchema, stampSchema } from '../../kernel/entity.ts';
import { fieldIssueSchema } from '../../kernel/result.ts';
import { owedDataSchema } from './data/owed.ts';
import { explanationSchema } from './explanation.ts';
import {
  bandSchema,
  indicatorContentSchema,
  indicatorSystemSchema,
  indicatorVersionSchema,
  libraryFileSchema,
  subjectKindSchema,
} from './indicators.ts';
import {
  cycleSchema,
  cycleStateSchema,
  figuresSchema,
  raterKindSchema,
  sheetFileSchema,
  subjectSchema,
} from './schema.ts';

/** What the screens of the evaluation are shown. Figures are hundredths; texts are ready to be read. */

export const systemRowSchema = z.object({
  id: idSchema,
  kind: subjectKindSchema,
  /** Name, number and state of the newest version. */
  name: z.string(),
  versionId: idSchema,
  versionNumber: z.number().int(),
  frozen: z.boolean(),
  /** How much still stands between the newest version and its use. */
  problems: z.number().int(),
  dimensions: z.number().int(),
  indicators: z.number().int(),
  savedAt: instantSchema,
  savedBy: z.string(),
  /** Cycles that use any version of it. */
  cycles: z.number().int(),
});
export type SystemRow = z.infer<typeof systemRowSchema>;

export const versionViewSchema = z.object({
  version: indicatorVersionSchema,
  /** Paths within `content`; empty: ready to be used. */
  problems: z.array(fieldIssueSchema),
  usedBy: z.array(z.object({ cycleId: idSchema, name: z.string() })),
});
export type VersionView = z.infer<typeof versionViewSchema>;

export const systemViewSchema = z.object({
  system: indicatorSystemSchema,
  /** Newest first. */
  versions: z.array(versionViewSchema),
});
export type SystemView = z.infer<typeof systemViewSchema>;

/** A system of the shipped library; `key` names it in `adoptFromLibrary`. */
export const libraryEntrySchema = z.object({
  key: z.string(),
  file: libraryFileSchema,
  /** True when the school already has a system of this name and kind. */
  adopted: z.boolean(),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

/** How many sheets are whole, begun, and to be filled in altogether. */
export const progressSchema = z.object({
  done: z.number().int(),
  begun: z.number().int(),
  total: z.number().int(),
});
export type Progress = z.infer<typeof progressSchema>;

export const cycleRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: subjectKindSchema,
  state: cycleStateSchema,
  /** 学年 and term in words; blank when it is bound to none. */
  period: z.string(),
  startsOn: daySchema,
  endsOn: daySchema,
  systemName: z.string(),
  subjects: z.number().int(),
  progress: progressSchema,
});
export type CycleRow = z.infer<typeof cycleRowSchema>;

/** One score sheet to be filled in: a rater's in his group; for a `self` group one of all subjects, `raterId` null. */
export const raterProgressSchema = z.object({
  groupId: idSchema,
  groupName: z.string(),
  kind: raterKindSchema,
  raterId: idSchema.nullable(),
  name: z.string(),
  /** Who may enter the scores, in words: the account's owner, or 考核员代录. */
  enteredBy: z.string(),
  progress: progressSchema,
  /** The rater's own last day. */
  lastDay: daySchema,
  /** 匿名: the sheet is his alone. */
  anonymous: z.boolean(),
  /** Why he left; blank while he rates. */
  withdrawn: z.string(),
  /** The caller may open it; may enter scores in it now. */
  mayOpen: z.boolean(),
  mayEnter: z.boolean(),
});
export type RaterProgress = z.infer<typeof raterProgressSchema>;

export const cycleActs = ['savePlan', 'setSubjects', 'start', 'close', 'confirm', 'reopen'] as const;

export const cycleViewSchema = z.object({
  cycle: cycleSchema,
  period: z.string(),
  systemId: idSchema,
  systemName: z.string(),
  versionNumber: z.number().int(),
  content: indicatorContentSchema,
  /** What still stands between a draft and its start; paths are those of the plan, `subjects` and `content`. */
  problems: z.array(fieldIssueSchema),
  /** What the formulas still wait for; empty once confirmed. */
  owedData: z.array(owedDataSchema),
  progress: progressSchema,
  sheets: z.array(raterProgressSchema),
  /** Acts that the caller may do in the present state. */
  acts: z.array(z.enum(cycleActs)),
});
export type CycleView = z.infer<typeof cycleViewSchema>;

/** A column of a score sheet. */
export const sheetColumnSchema = z.object({
  indicatorId: idSchema,
  name: z.string(),
  dimension: z.string(),
  standard: z.string(),
  evidence: z.string(),
  fullMarks: z.number().int(),
  /** Within the dimension. */
  weight: z.number().int(),
  method: z.enum(['points', 'levels', 'deduct', 'formula']),
  /** What may be typed, in one line. */
  allowed: z.string(),
  /** Labels to choose from where the method is `levels`. */
  levels: z.array(z.string()),
  vetoBelow: z.number().int().nullable(),
});
export type SheetColumn = z.infer<typeof sheetColumnSchema>;

/** A row: one subject as one rater sees it. `rev` 0: nothing was saved yet. Cells hold what was typed, by indicator. */
export const sheetRowSchema = z.object({
  raterId: idSchema,
  subject: subjectSchema,
  rev: z.number().int().min(0),
  cells: z.record(z.string(), z.string()),
  /** 评语 by indicator, and of the whole; 佐证. */
  notes: z.record(z.string(), z.string()),
  remark: z.string(),
  files: z.array(sheetFileSchema),
  saved: stampSchema.nullable(),
  mayEnter: z.boolean(),
});
export type SheetRow = z.infer<typeof sheetRowSchema>;

export const sheetViewSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  state: cycleStateSchema,
  groupId: idSchema,
  groupName: z.string(),
  /** 匿名组 */
  anonymous: z.boolean(),
  raterId: idSchema.nullable(),
  raterName: z.string(),
  columns: z.array(sheetColumnSchema),
  rows: z.array(sheetRowSchema),
  mayEnter: z.boolean(),
  /** Why nothing can be entered; blank when it can. */
  why: z.string(),
});
export type SheetView = z.infer<typeof sheetViewSchema>;

export const savedScoresSchema = z.object({
  /** The rows as they are now, those in conflict included. */
  rows: z.array(sheetRowSchema),
  /** Cells that were not saved; the others of their row were. */
  problems: z.array(
    z.object({ raterId: idSchema, subjectId: idSchema, indicatorId: idSchema, message: z.string() }),
  ),
  /** Rows of which nothing was saved, because somebody changed them meanwhile. */
  conflicts: z.array(z.object({ raterId: idSchema, subjectId: idSchema, message: z.string() })),
});
export type SavedScores = z.infer<typeof savedScoresSchema>;

export const resultRowSchema = z.object({
  subject: subjectSchema,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('graded'), figures: figuresSchema, vetoed: z.boolean() }),
    /** Who still owes what, one sentence each. */
    z.object({ kind: z.literal('incomplete'), missing: z.array(z.string()) }),
    z.object({ kind: z.literal('undetermined'), reason: z.string() }),
    /** 直接定等: without a total, because the person refused to take part. */
    z.object({ kind: z.literal('assigned'), grade: z.string(), reason: z.string() }),
    /** Graded, but with a total that would tell what few anonymous raters gave; see `kept-back.ts`. */
    z.object({ kind: z.literal('concealed'), grade: z.string(), reason: z.string() }),
  ]),
});
export type ResultRow = z.infer<typeof resultRowSchema>;

/** 优秀名额 as they were given out; people are named by their ids. See `quota.ts`. */
export const quotaOutcomeSchema = z.object({
  /** Hundredths of a percent. */
  share: z.number().int(),
  people: z.number().int(),
  cap: z.number().int(),
  pools: z
    .array(
      z.object({
        name: z.string(),
        pooled: z.array(z.string()).readonly(),
        size: z.number().int(),
        byShare: z.number().int(),
        cap: z.number().int(),
        given: z.number().int(),
        taken: z.array(idSchema).readonly(),
        outside: z.number().int(),
        over: z.array(idSchema).readonly(),
        tied: z.array(idSchema).readonly(),
        lastIn: z.array(idSchema).readonly(),
        firstOut: z.array(idSchema).readonly(),
      }),
    )
    .readonly(),
});

export const resultsViewSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  state: cycleStateSchema,
  /** Null while the results are reckoned live from the sheets. */
  confirmed: stampSchema.nullable(),
  groups: z.array(z.object({ id: idSchema, name: z.string(), weight: z.number().int() })),
  bands: z.array(bandSchema),
  rows: z.array(resultRowSchema),
  /** How many subjects take part in the ranking. */
  ranked: z.number().int(),
  /** How many got each grade, best first. */
  grades: z.array(z.object({ label: z.string(), count: z.number().int() })),
  incomplete: z.number().int(),
  undetermined: z.number().int(),
  /** How the places for the highest grade were given out; null without a quota, and once confirmed. */
  quota: quotaOutcomeSchema.nullable(),
  /** Averages from fewer raters than this may not be shown, nor what would tell them; see `kept-back.ts`. */
  minSample: z.number().int(),
});
export type ResultsView = z.infer<typeof resultsViewSchema>;

export const explainedResultSchema = z.object({
  subject: subjectSchema,
  cycleName: z.string(),
  confirmed: stampSchema.nullable(),
  /** Null when there is no result to explain: then `missing` or `undetermined` says why. */
  explanation: explanationSchema.nullable(),
  missing: z.array(z.string()),
  undetermined: z.string(),
  /** Graded without a total; null for everybody else. */
  assigned: z.object({ grade: z.string(), reason: z.string() }).nullable(),
  /** Graded, with a total that may not be shown; null for everybody else. */
  concealed: z.object({ grade: z.string(), reason: z.string() }).nullable(),
});
export type ExplainedResult = z.infer<typeof explainedResultSchema>;

/** A sheet that waits for the caller, for the page 今日. */
export const waitingSheetSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  groupId: idSchema,
  raterId: idSchema.nullable(),
  title: z.string(),
  endsOn: daySchema,
  daysLeft: z.number().int(),
  progress: progressSchema,
});
export type WaitingSheet = z.infer<typeof waitingSheetSchema>;
