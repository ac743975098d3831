import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import type { QuotaPool } from '../../../../shared/features/evaluation/results/quota.ts';
import type { CalibrationRow } from '../../../../shared/features/evaluation/results/views.ts';

/** What stands on the board of the meeting, from top to bottom. */
export type BoardItem =
  | { readonly kind: 'row'; readonly row: CalibrationRow }
  /** The line of a grade: whoever stands above it has reached it. */
  | { readonly kind: 'band'; readonly label: string; readonly from: number; readonly above: number }
  /** The end of the places: whoever stands above it has one, if he reached the grade. */
  | { readonly kind: 'quota'; readonly cap: number; readonly tied: number }
  /** From here on those without a total. */
  | { readonly kind: 'without'; readonly count: number };

const totalOf = ({ outcome }: CalibrationRow): number | undefined =>
  outcome.kind === 'graded' ? outcome.figures.total : undefined;

/**
 * The rows by their totals, best first, with the lines of the grades and of the places drawn between them; those
 * without a total come last.
 *
 * @param pool the places of the subjects in view; null where they share several pools, or there is no quota
 */
export const boardItems = (
  rows: readonly CalibrationRow[],
  bands: readonly Band[],
  pool: QuotaPool | null,
): BoardItem[] => {
  const ranked = rows
    .flatMap((row) => {
      const total = totalOf(row);
      return total === undefined ? [] : [{ row, total }];
    })
    .toSorted((a, b) => b.total - a.total);
  const lines = bands.filter(({ from }) => from > 0);
  const lastPlace = pool ? ranked.findLastIndex(({ row }) => pool.lastIn.includes(row.subject.id)) : -1;
  const items: BoardItem[] = [];
  let next = 0;
  const drawAbove = (total: number, above: number): void => {
    for (let line = lines[next]; line && total < line.from; line = lines[next]) {
      items.push({ kind: 'band', label: line.label, from: line.from, above });
      next += 1;
    }
  };
  for (const [at, { row, total }] of ranked.entries()) {
    drawAbove(total, at);
    items.push({ kind: 'row', row });
    if (pool && at === lastPlace) items.push({ kind: 'quota', cap: pool.cap, tied: pool.tied.length });
  }
  drawAbove(-1, ranked.length);
  const without = rows.filter((row) => totalOf(row) === undefined);
  if (without.length > 0) items.push({ kind: 'without', count: without.length });
  return [...items, ...without.map((row): BoardItem => ({ kind: 'row', row }))];
};
