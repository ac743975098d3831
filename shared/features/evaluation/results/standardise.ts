import { HUNDRED } from '../decimal.ts';
import type { Cycle, GroupFigure } from '../schema.ts';
import { overRoot, quotient, rootOver } from './arithmetic.ts';

type Measure = NonNullable<Cycle['standardise']>;

/**
 * 组内标准化: mean + spread × (x − μ) ÷ σ over the totals that one rater group gave in one comparison group, with the
 * population's σ, rounded half up and kept within 0 … 100. Where all are alike, or there is only one, each stays.
 */
export const standardise = (figures: readonly GroupFigure[], measure: Measure): GroupFigure[] => {
  const peers = figures.length;
  let [sum, squares] = [0, 0];
  for (const { total } of figures) {
    sum += total;
    squares += total * total;
  }
  if (peers === 0) return [];
  // peers² × σ²: with at most 5000 totals of at most 10 000 it stays far below 2^53.
  const variance = peers * squares - sum * sum;
  const shown = { mean: quotient(sum, peers), spread: rootOver(variance, peers), peers };
  return figures.map((figure) => {
    const moved =
      variance === 0
        ? figure.total
        : measure.mean + overRoot(measure.spread * (peers * figure.total - sum), variance);
    return {
      ...figure,
      total: Math.min(Math.max(moved, 0), HUNDRED),
      standardised: { raw: figure.total, ...shown },
    };
  });
};
