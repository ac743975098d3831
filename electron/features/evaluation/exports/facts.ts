import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { gradeIn } from '../../../../shared/features/evaluation/results/published.ts';
import type { Cycle, Figures } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import { columnLetters, type SheetCell } from '../../../documents/excel/score-sheet.ts';
import type { CallContext } from '../../context.ts';
import { readSchool } from '../../organisation/index.ts';
import { currentResults } from '../results.ts';
import { requireVersion } from '../systems.ts';
import { totalFormula } from '../workbook-formulas.ts';
import { cellNumber } from '../workbook-groups.ts';

/** What the exports of a cycle are made of, as far as the caller may see it. */
export interface ExportFacts {
  readonly schoolName: string;
  readonly cycle: Cycle;
  readonly content: IndicatorContent;
  readonly rows: readonly ResultRow[];
  /** How the figures stand: 已确认, or 截至 which day. */
  readonly standing: string;
  /** ISO instant. */
  readonly createdAt: string;
}

/** The results of a cycle as the caller may see them. Before scoring has begun there are no rows. */
export const exportFacts = (cycle: Cycle, context: CallContext): ExportFacts => {
  const { store, clock, today } = context;
  const common = { schoolName: readSchool(store).name, cycle, createdAt: instantOfMs(clock.now()) };
  if (cycle.state === 'draft')
    return { ...common, content: requireVersion(store, cycle.versionId).content, rows: [], standing: '' };
  const { content, rows, confirmed } = currentResults(store, cycle);
  return {
    ...common,
    content,
    rows: shownRows(cycle, rows, context.can('evaluation.manage')),
    standing: confirmed === null ? `结果还没有确认，截至${formatDay(today)}。` : '结果已确认。',
  };
};

export const ref = (column: number, row: number | string): string => `${columnLetters(column)}${String(row)}`;

/** A column of cells, fixed, for formulas that are copied down. */
export const columnCells = (column: number, from: number, to: number): string =>
  `$${columnLetters(column)}$${String(from)}:$${columnLetters(column)}$${String(to)}`;

/** What a grade cell says of a row. */
export const gradeWord = (row: ResultRow): string =>
  gradeIn(row) ?? (row.outcome.kind === 'incomplete' ? '未评完' : '不定等次');

/** The totals of the rater groups, and nothing for a group that was left out or may not be shown. */
export const groupCells = (cycle: Cycle, figures: Figures): SheetCell[] =>
  cycle.groups.map(({ id }) => {
    const found = figures.groups.find(({ groupId }) => groupId === id);
    return found ? cellNumber(found.total) : null;
  });

/** True when the total follows from the group totals that stand beside it. */
export const totalIsLive = (cycle: Cycle, figures: Figures): boolean =>
  figures.reckonedTotal === null && figures.groups.length + figures.leftOut.length === cycle.groups.length;

/** The total: live where it follows from the cells beside it, else as it was settled. */
export const totalCell = (cycle: Cycle, figures: Figures, scores: string, weights: string): SheetCell => {
  const result = cellNumber(figures.total);
  return totalIsLive(cycle, figures) ? { formula: totalFormula(scores, weights), result } : result;
};

/** Said below a table in which a total stands without its formula. */
export const notLiveNote = (cycle: Cycle, rows: readonly ResultRow[]): string =>
  rows.some(({ outcome }) => outcome.kind === 'graded' && !totalIsLive(cycle, outcome.figures))
    ? `校准调整过的总分，和有评分组不列得分（评分的不足 ${String(cycle.minSample)} 人，或者由此可以推算）的总分，直接填数，不带公式。`
    : '';

/** An axis of marks that begins a little below the lowest figure, on a multiple of five; whole where there is none. */
export const axisOf = (values: readonly (number | null)[]): { min: number; max: number } => {
  const known = values.flatMap((value) => value ?? []);
  if (known.length === 0) return { min: 0, max: 100 };
  return {
    min: Math.max(0, Math.floor((Math.min(...known) - 2) / 5) * 5),
    max: Math.min(100, Math.ceil((Math.max(...known) + 1) / 5) * 5),
  };
};

/** The figure that stands in a cell, live or not; null for words and blanks. */
export const figureIn = (cell: SheetCell | undefined): number | null => {
  const value = typeof cell === 'object' && cell !== null ? cell.result : cell;
  return typeof value === 'number' ? value : null;
};
