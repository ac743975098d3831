import { z } from 'zod';

/**
 * A result taken apart for whoever asks „why": from the total down to every single score, each step with its sum
 * written out in words and figures as it could be checked by hand. Made by `explainResult`.
 */

/** One rater's score of one indicator: as typed, and the marks that it is worth. */
export const explainedScoreSchema = z.object({ rater: z.string(), typed: z.string(), points: z.string() });

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
});
export const explainedDimensionSchema = z.object({
  ...stepShape,
  dimensionId: z.string(),
  indicators: z.array(explainedIndicatorSchema),
});
export const explainedGroupSchema = z.object({
  ...stepShape,
  groupId: z.string(),
  dimensions: z.array(explainedDimensionSchema),
});

export const explanationSchema = z.object({
  /** The last step: the total out of the groups. */
  total: z.object({ sum: z.string(), result: z.string() }),
  groups: z.array(explainedGroupSchema),
  /** Groups that do not count, and why. */
  leftOut: z.array(z.string()),
  /** Every item with a veto line, struck or not, as a sentence. */
  vetoes: z.array(z.object({ text: z.string(), struck: z.boolean() })),
  grade: z.object({ label: z.string(), why: z.string() }),
  rank: z.string(),
  /** How and where is rounded, in one sentence. */
  rounding: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;
