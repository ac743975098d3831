export interface DistributionStep {
  /** `85—90` */
  readonly label: string;
  readonly count: number;
}

const STEP = 500;
const FULL = 10_000;

/**
 * How many totals (hundredths, out of 100) lie in each stretch of five marks, from the lowest that has any to the
 * highest. The upper end belongs to the next stretch, except for 100.
 */
export const distributionOf = (totals: readonly number[]): DistributionStep[] => {
  const places = totals.map((total) => Math.floor(Math.min(total, FULL - 1) / STEP));
  if (places.length === 0) return [];
  const from = Math.min(...places);
  const to = Math.max(...places);
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const place = from + at;
    return {
      label: `${String(place * 5)}—${String(place * 5 + 5)}`,
      count: places.filter((one) => one === place).length,
    };
  });
};
