import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import { UNFINISHED } from './outcome-cell.tsx';

/** How often each grade occurs among the words, best first, then those without a grade. */
export const gradeCounts = (
  bands: readonly Band[],
  words: readonly string[],
): { label: string; count: number }[] =>
  [...bands.map(({ label }) => label), UNFINISHED, UNGRADED].map((label) => ({
    label,
    count: words.filter((word) => word === label).length,
  }));
