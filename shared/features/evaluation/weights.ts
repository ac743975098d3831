import { formatWeight, HUNDRED } from './decimal.ts';

/**
 * Weights of one level (dimensions of a system, indicators of a dimension, rater groups of a cycle), in hundredths of
 * a percent. They have to total exactly 100 %.
 */
export const totalWeight = (weights: readonly number[]): number =>
  weights.reduce((sum, weight) => sum + weight, 0);

/** What is missing to 100 % (negative: what is too much). */
export const weightGap = (weights: readonly number[]): number => HUNDRED - totalWeight(weights);

/** The gap in words: `还差 5%`, `超出 2.5%`, `合计 100%`. */
export const describeGap = (weights: readonly number[]): string => {
  const gap = weightGap(weights);
  if (gap > 0) return `还差 ${formatWeight(gap)}`;
  if (gap < 0) return `超出 ${formatWeight(-gap)}`;
  return '合计 100%';
};

/** Largest remainder: shares of `amount` in whole `unit`s, in proportion to `parts`; earlier places take the rest first. */
const apportion = (amount: number, parts: readonly number[], unit: number): number[] => {
  const whole = totalWeight(parts);
  const units = Math.floor(amount / unit);
  const shares = parts.map((part, place) => {
    const exact = units * part;
    return { place, share: Math.floor(exact / whole), rest: exact % whole };
  });
  let open = units - shares.reduce((sum, { share }) => sum + share, 0);
  for (const share of [...shares].sort((a, b) => b.rest - a.rest || a.place - b.place)) {
    if (open === 0) break;
    share.share += 1;
    open -= 1;
  }
  const result = shares.map(({ share }) => share * unit);
  // What is smaller than one unit goes to the first place that takes part.
  const first = parts.findIndex((part) => part > 0);
  const crumbs = amount - units * unit;
  return result.map((share, place) => (place === first ? share + crumbs : share));
};

const WHOLE_PERCENT = 100;

/** In whole percents where all given weights are, and nobody would come away empty; in hundredths otherwise. */
const apportionNicely = (amount: number, parts: readonly number[], given: readonly number[]): number[] => {
  if ([amount, ...given].every((weight) => weight % WHOLE_PERCENT === 0)) {
    const shares = apportion(amount, parts, WHOLE_PERCENT);
    if (parts.every((part, place) => part === 0 || shares[place] !== 0)) return shares;
  }
  return apportion(amount, parts, 1);
};

/**
 * Weights that total exactly 100 % by giving what is missing evenly to the places without a weight, or to all that have
 * one where none is blank. Whole percents stay whole where that is possible. Unchanged when nothing is missing, or when
 * nobody is there to take it: no place at all, or all at a deliberate 0.
 *
 * `blank` says which places have no weight yet; a place that shall keep 0 (a pure 一票否决 item) is not blank.
 */
export const spreadEvenly = (weights: readonly number[], blank: readonly boolean[]): number[] => {
  const gap = weightGap(weights);
  const takers = blank.includes(true)
    ? blank.map((isBlank) => (isBlank ? 1 : 0))
    : weights.map((weight) => (weight > 0 ? 1 : 0));
  if (gap <= 0 || totalWeight(takers) === 0) return [...weights];
  const shares = apportionNicely(gap, takers, weights);
  return weights.map((weight, place) => weight + (shares[place] ?? 0));
};

/** Weights that total exactly 100 % and stand to each other as before; unchanged where none weighs anything. */
export const scaleToWhole = (weights: readonly number[]): number[] =>
  totalWeight(weights) === 0 || weightGap(weights) === 0
    ? [...weights]
    : apportionNicely(HUNDRED, weights, weights);

/** What is missing evenly where places are blank; in proportion where every place has a weight or there is too much. */
export const spreadRest = (weights: readonly number[], blank: readonly boolean[]): number[] =>
  weightGap(weights) > 0 && blank.includes(true) ? spreadEvenly(weights, blank) : scaleToWhole(weights);
