import { divideHalfUp } from '../decimal.ts';

/**
 * Exact sums with plain numbers. All quantities are whole numbers; below 2^52 a quotient of two of them lies further
 * from the next whole number than floating point can err, so `Math.floor` of it is exact.
 */
const EXACT = 2 ** 52;

/**
 * `numerator / denominator` rounded half up. Both whole and not negative, the denominator not zero,
 * `2 × numerator + denominator` below 2^52.
 */
export const quotient = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));

/** The mean of marks in hundredths, rounded half up. */
export const meanOf = (points: readonly number[]): number =>
  quotient(
    points.reduce((sum, each) => sum + each, 0),
    points.length,
  );

/** A weighted mean of figures in hundredths, rounded half up. The weights must not all be 0. */
export const weightedMean = (
  parts: readonly { readonly value: number; readonly weight: number }[],
): number => {
  let [sum, weights] = [0, 0];
  for (const { value, weight } of parts) {
    sum += value * weight;
    weights += weight;
  }
  return quotient(sum, weights);
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The largest mark that a sheet can carry, in hundredths: full marks of 1000, begun with, and as much added. */
const LARGEST_MARK = 200_000;

/** Σ (points ÷ full marks × weight) over the points from `first` on. */
export type ShareSum = (points: ArrayLike<number>, first: number) => number;

/** The same where the full marks have no small common multiple: with big numbers. */
const wideShareSum = (
  parts: readonly { readonly fullMarks: number; readonly weight: number }[],
): ShareSum => {
  const bigGcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : bigGcd(b, a % b));
  const common = parts.reduce((all, { fullMarks }) => {
    const marks = BigInt(fullMarks);
    return (all / bigGcd(all, marks)) * marks;
  }, 1n);
  const factors = parts.map(({ fullMarks, weight }) => (common / BigInt(fullMarks)) * BigInt(weight));
  return (points, first) =>
    divideHalfUp(
      factors.reduce((sum, factor, place) => sum + BigInt(points[first + place] ?? 0) * factor, 0n),
      common,
    );
};

/**
 * Lays out Σ (points ÷ full marks × weight) of given full marks and weights as one exact fraction, rounded once: out of
 * 100 in hundredths.
 */
export const shareSum = (
  parts: readonly { readonly fullMarks: number; readonly weight: number }[],
): ShareSum => {
  const common = parts.reduce((all, { fullMarks }) => (all / gcd(all, fullMarks)) * fullMarks, 1);
  const factors = parts.map(({ fullMarks, weight }) => (common / fullMarks) * weight);
  const bound = 2 * LARGEST_MARK * factors.reduce((sum, factor) => sum + factor, 0) + common;
  // Not a number, or beyond, where the common multiple itself has outgrown plain numbers.
  if (!(bound < EXACT)) return wideShareSum(parts);
  return (points, first) => {
    let sum = 0;
    for (let place = 0; place < factors.length; place += 1)
      sum += (points[first + place] ?? 0) * (factors[place] ?? 0);
    return quotient(sum, common);
  };
};

/** -1, 0 or 1 as `left` is less than, equal to or more than `factor × √radicand`; exact. */
const compareWithRoot = (left: bigint, factor: bigint, radicand: bigint): number => {
  const [a, b] = [left < 0n ? -left * left : left * left, factor < 0n ? -1n : 1n];
  const right = b * factor * factor * radicand;
  return a < right ? -1 : a > right ? 1 : 0;
};

/** `numerator / √radicand` rounded half up (−0.5 becomes 0); all whole, `radicand` above 0; exact. */
export const overRoot = (numerator: number, radicand: number): number => {
  const twice = 2n * BigInt(numerator);
  const wide = BigInt(radicand);
  let rounded = Math.floor(numerator / Math.sqrt(radicand) + 0.5);
  while (compareWithRoot(twice, BigInt(2 * rounded - 1), wide) < 0) rounded -= 1;
  while (compareWithRoot(twice, BigInt(2 * rounded + 1), wide) >= 0) rounded += 1;
  return rounded;
};

/** `√radicand / denominator` rounded half up; exact. */
export const rootOver = (radicand: number, denominator: number): number => {
  const wide = BigInt(radicand);
  const at = (half: number): bigint => BigInt(half) * BigInt(denominator);
  let rounded = Math.floor(Math.sqrt(radicand) / denominator + 0.5);
  while (compareWithRoot(at(2 * rounded - 1), 2n, wide) > 0) rounded -= 1;
  while (compareWithRoot(at(2 * rounded + 1), 2n, wide) <= 0) rounded += 1;
  return rounded;
};
