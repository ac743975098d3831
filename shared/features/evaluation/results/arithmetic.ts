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

/**
 * Σ (points ÷ full marks × weight) of given full marks and weights as one exact fraction, rounded once: out of 100 in
 * hundredths. Plain numbers where everything fits, big ones where the full marks have no small common multiple.
 */
export const shareSum = (
  parts: readonly { readonly fullMarks: number; readonly weight: number }[],
): ((pointsAt: (place: number) => number) => number) => {
  const common = parts.reduce((all, { fullMarks }) => (all / gcd(all, fullMarks)) * fullMarks, 1);
  const factors = parts.map(({ fullMarks, weight }) => (common / fullMarks) * weight);
  const bound = 2 * LARGEST_MARK * factors.reduce((sum, factor) => sum + factor, 0) + common;
  if (bound < EXACT)
    return (pointsAt) => {
      let sum = 0;
      for (const [place, factor] of factors.entries()) sum += pointsAt(place) * factor;
      return quotient(sum, common);
    };
  const bigGcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : bigGcd(b, a % b));
  const wide = parts.reduce((all, { fullMarks }) => {
    const marks = BigInt(fullMarks);
    return (all / bigGcd(all, marks)) * marks;
  }, 1n);
  const wideFactors = parts.map(({ fullMarks, weight }) => (wide / BigInt(fullMarks)) * BigInt(weight));
  return (pointsAt) =>
    divideHalfUp(
      wideFactors.reduce((sum, factor, place) => sum + BigInt(pointsAt(place)) * factor, 0n),
      wide,
    );
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
