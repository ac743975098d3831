import { z } from 'zod';
import { meanOf, quotient, rootOver } from '../results/arithmetic.ts';

/** How a set of figures lies, all in hundredths. */
export const summarySchema = z.object({
  count: z.number().int().min(1),
  mean: z.number().int(),
  /** Population σ. */
  spread: z.number().int(),
  least: z.number().int(),
  lower: z.number().int(),
  median: z.number().int(),
  upper: z.number().int(),
  greatest: z.number().int(),
});
export type Summary = z.infer<typeof summarySchema>;

/**
 * The `quarter`-th quartile (0 … 4) of sorted figures, rounded half up: between two figures it lies in proportion, as
 * the spreadsheets' QUARTILE has it. There must be at least one figure.
 */
export const quartileOf = (sorted: readonly number[], quarter: 0 | 1 | 2 | 3 | 4): number => {
  const place = (sorted.length - 1) * quarter;
  const below = sorted[Math.floor(place / 4)] ?? 0;
  const above = sorted[Math.ceil(place / 4)] ?? below;
  return quotient(4 * below + (place % 4) * (above - below), 4);
};

/**
 * Mean, spread and the five numbers of a box plot. Figures are whole, not negative, at most a few thousand of at most
 * 10 000 each; every result is rounded half up on its own.
 *
 * @param atLeast from fewer figures than this nothing is said: null
 */
export const summaryOf = (values: readonly number[], atLeast = 1): Summary | null => {
  const count = values.length;
  if (count < Math.max(atLeast, 1)) return null;
  const sorted = [...values].sort((a, b) => a - b);
  let [sum, squares] = [0, 0];
  for (const value of sorted) {
    sum += value;
    squares += value * value;
  }
  return {
    count,
    mean: meanOf(sorted),
    spread: rootOver(count * squares - sum * sum, count),
    least: quartileOf(sorted, 0),
    lower: quartileOf(sorted, 1),
    median: quartileOf(sorted, 2),
    upper: quartileOf(sorted, 3),
    greatest: quartileOf(sorted, 4),
  };
};

/** The mean of figures, or null from fewer than `atLeast`. */
export const meanFrom = (values: readonly number[], atLeast: number): number | null =>
  values.length < Math.max(atLeast, 1) ? null : meanOf(values);

/** The mean of signed figures, rounded half away from zero; there must be at least one. */
export const signedMean = (values: readonly number[]): number => {
  const sum = values.reduce((all, value) => all + value, 0);
  const size = quotient(Math.abs(sum), values.length);
  return sum < 0 && size > 0 ? -size : size;
};
