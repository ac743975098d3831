import { z } from 'zod';
import { instantSchema } from '../../../kernel/dates.ts';
import { idSchema, stampSchema } from '../../../kernel/entity.ts';
import { lawFindingSchema } from '../../../law/findings.ts';
import { bandSchema } from '../indicators.ts';
import { cycleStateSchema, subjectSchema } from '../schema.ts';
import { quotaOutcomeSchema, resultRowSchema } from '../views.ts';
import { adjustmentSchema, factsShape, meetingSchema } from './schema.ts';

/** A row of the calibration meeting: what is proposed, what stands at a line, and how far the groups lie apart. */
export const calibrationRowSchema = z.object({
  ...resultRowSchema.shape,
  /** Null where the average may not be seen or the group does not count. */
  groups: z.array(z.object({ groupId: idSchema, total: z.number().int().nullable() })),
  /** Between the highest and the lowest of the groups that are seen; null with fewer than two. */
  apart: z.number().int().nullable(),
  boundaries: z.array(
    z.object({ kind: z.enum(['tied', 'lastIn', 'firstOut', 'nearLine', 'twice']), text: z.string() }),
  ),
  /** The grade with which the meeting began; null for one without. */
  proposed: z.string().nullable(),
  /** What the law makes of the year, with its article; blank when nothing. */
  effect: z.string(),
  /** The grades that the meeting may give; empty where there is nothing to settle. */
  open: z.array(z.string()),
  facts: z.object({ ...factsShape, rev: z.number().int().min(0) }),
  /** Adjustments that stand. */
  adjusted: z.array(adjustmentSchema),
});
export type CalibrationRow = z.infer<typeof calibrationRowSchema>;

export const calibrationViewSchema = z.object({
  cycleId: idSchema,
  state: cycleStateSchema,
  rev: z.number().int(),
  /** True for a yearly assessment by law: then facts are asked for. */
  annual: z.boolean(),
  bands: z.array(bandSchema),
  groups: z.array(z.object({ id: idSchema, name: z.string() })),
  minSample: z.number().int(),
  rows: z.array(calibrationRowSchema),
  quota: quotaOutcomeSchema.nullable(),
  /** Latest first. */
  meetings: z.array(meetingSchema),
  /** All of them, those undone included, latest first. */
  adjustments: z.array(adjustmentSchema),
  /** What the law pack says of the grades as they stand. */
  findings: z.array(lawFindingSchema),
  /** 审核文号 of the plan; blank without one. */
  approval: z.string(),
  mayAdjust: z.boolean(),
  mayEnterFacts: z.boolean(),
});
export type CalibrationView = z.infer<typeof calibrationViewSchema>;

/** The results as they are made known: names masked but for the reader's own. */
export const publishedViewSchema = z.object({
  cycleName: z.string(),
  published: stampSchema,
  /** Blank, or why no single results are listed. */
  why: z.string(),
  grades: z.array(z.object({ label: z.string(), count: z.number().int() })),
  rows: z.array(z.object({ name: z.string(), grade: z.string() })),
  own: resultRowSchema.nullable(),
  bands: z.array(bandSchema),
});
export type PublishedView = z.infer<typeof publishedViewSchema>;

/** 公示优秀: how far the people of the highest grade have been shown. */
export const excellentShownSchema = z.object({
  people: z.number().int(),
  /** In a publicity that has run its working days, one that still hangs, and in none. */
  finished: z.number().int(),
  running: z.number().int(),
  open: z.array(z.string()),
  publicities: z.array(
    z.object({ id: idSchema, number: z.string(), title: z.string(), state: z.string(), endsOn: z.string() }),
  ),
});
export type ExcellentShown = z.infer<typeof excellentShownSchema>;

/** What follows from a confirmed grade, for the person's own sheet and for the office. */
export const consequenceViewSchema = z.object({
  subjectId: idSchema,
  grade: z.string().nullable(),
  before: z.object({ cycleName: z.string(), grade: z.string(), at: instantSchema }).nullable(),
  lines: z.array(z.object({ text: z.string(), article: z.string() })),
});
export type ConsequenceView = z.infer<typeof consequenceViewSchema>;

/** 考核结果运用一览: everybody of a confirmed yearly assessment. */
export const consequenceRowSchema = consequenceViewSchema.extend({ subject: subjectSchema });
export type ConsequenceRow = z.infer<typeof consequenceRowSchema>;
