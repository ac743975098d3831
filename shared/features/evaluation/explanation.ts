import { z } from 'zod';

/**
 * A result taken apart for whoever asks „why": from the total down to every single score, each step with its sum
 * written out in words and figures as it could be checked by hand. Made by `explainResult`.
 */

/** One rater's score of one indicator: as typed, and the marks that it is worth. */
export const explainedScoreSchema = z.object({
  /** Blank in an anonymous group. */
  rater: z.string(),
  typed: z.string(),
  points: z.string(),
  /** 去掉的高低分: not in the mean. */
  dropped: z.boolean(),
});

/** What a formula was fed with: the field by its name, the value as it stood, and the table it came from. */
export const formulaTraceSchema = z.object({
  expression: z.string(),
  inputs: z.array(z.object({ name: z.string(), value: z.string(), source: z.string() })),
  /** What else was done to the value, e.g. that it was cut to the full marks; blank when nothing. */
  note: z.string(),
});
export type FormulaTrace = z.infer<typeof formulaTraceSchema>;

/** A figure, the sum that leads to it, and the weight with which it goes on into the next step. */
const stepShape = {
  title: z.string(),
  /** E.g. `(8.5 + 9) ÷ 2 = 8.75`. */
  sum: z.string(),
  result: z.string(),
  /** The weight in the step above, `30%`; blank where there is none. */
  weight: z.string(),
} as const;

export const explainedIndicatorSchema = z.object({
  ...stepShape,
  indicatorId: z.string(),
  fullMarks: z.string(),
  scores: z.array(explainedScoreSchema),
  /** Null where people rate. */
  formula: formulaTraceSchema.nullable(),
});
export const explainedDimensionSchema = z.object({
  ...stepShape,
  dimensionId: z.string(),
  indicators: z.array(explainedIndicatorSchema),
});
export const explainedGroupSchema = z.object({
  ...stepShape,
  groupId: z.string(),
  /** Why nothing more is shown of this group; blank when everything is. */
  hidden: z.string(),
  /** How the total was brought to the common measure; blank where it was not. */
  standardised: z.string(),
  dimensions: z.array(explainedDimensionSchema),
});

export const explanationSchema = z.object({
  /** The last step: the total out of the groups. `adjusted`: what the meeting made of it; blank when nothing. */
  total: z.object({ sum: z.string(), result: z.string(), adjusted: z.string() }),
  groups: z.array(explainedGroupSchema),
  /** Groups that do not count, and why. */
  leftOut: z.array(z.string()),
  /** Every item with a veto line, struck or not, as a sentence. */
  vetoes: z.array(z.object({ text: z.string(), struck: z.boolean() })),
  grade: z.object({
    label: z.string(),
    why: z.string(),
    /** From the grade by the total to the last one. */
    steps: z.array(z.object({ cause: z.string(), from: z.string(), to: z.string(), note: z.string() })),
    /** Why the grade takes none of the places; blank for others. */
    outsideQuota: z.string(),
  }),
  rank: z.string(),
  /** How and where is rounded, in one sentence. */
  rounding: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;
