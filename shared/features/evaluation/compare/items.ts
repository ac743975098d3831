import { quotient } from '../results/arithmetic.ts';

/** Below so many subjects nothing is said of how well an indicator tells them apart. */
export const LEAST_FOR_DISCRIMINATION = 10;
/** 高分组、低分组 are 27 % of the subjects each, as is usual in the analysis of tests. */
const SHARE = 27;

/** One subject in an indicator: his total and his points, both in hundredths. */
export interface ItemPoint {
  readonly total: number;
  readonly points: number;
}

/**
 * 难度: the share of the full marks that was reached on average, in hundredths of a percent: the higher, the easier.
 * Null without a figure.
 */
export const easeOf = (points: readonly number[], fullMarks: number): number | null =>
  points.length === 0
    ? null
    : quotient(points.reduce((sum, value) => sum + value, 0) * 10_000, fullMarks * points.length);

/**
 * The mean points of the `size` subjects that stand first. Those who share the total at the edge share the places that
 * are left, so that the order in which they are given does not matter.
 */
const meanOfFirst = (points: readonly ItemPoint[], size: number): number => {
  const edge = points[size - 1]?.total;
  const within = points.filter(({ total }, at) => at < size && total !== edge);
  const atEdge = points.filter(({ total }) => total === edge);
  const sumOf = (some: readonly ItemPoint[]): number => some.reduce((sum, one) => sum + one.points, 0);
  return (sumOf(within) + ((size - within.length) * sumOf(atEdge)) / atEdge.length) / size;
};

/**
 * 区分度: by how much of the full marks the best 27 % (by total) are ahead of the last 27 %, in thousandths. Null from
 * fewer than `LEAST_FOR_DISCRIMINATION`.
 */
export const discriminationOf = (points: readonly ItemPoint[], fullMarks: number): number | null => {
  if (points.length < LEAST_FOR_DISCRIMINATION) return null;
  const size = Math.max(1, quotient(points.length * SHARE, 100));
  const best = [...points].sort((a, b) => b.total - a.total);
  const last = [...points].sort((a, b) => a.total - b.total);
  const ahead = (meanOfFirst(best, size) - meanOfFirst(last, size)) / fullMarks;
  const whole = Math.floor(Math.abs(ahead) * 1000 + 0.5);
  return ahead < 0 && whole > 0 ? -whole : whole;
};

/** What a discrimination means, in words. */
export const discriminationWord = (thousandths: number): string =>
  thousandths >= 400 ? '很好' : thousandths >= 300 ? '较好' : thousandths >= 200 ? '尚可' : '拉不开差距';
