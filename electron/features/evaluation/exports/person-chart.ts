import type { SheetChart } from '../../../documents/excel/chart-model.ts';
import type { SheetCell } from '../../../documents/excel/score-sheet.ts';
import { onSheet } from '../workbook-groups.ts';
import { axisOf, columnCells, figureIn, ref, type ExportFacts } from './facts.ts';

/** How many rows the chart takes up below the table. */
export const CHART_ROWS = 20;

/** Where things stand on the sheet: columns of one's own figures and of everybody's mean, first row, row of the chart. */
interface Places {
  readonly own: number;
  readonly mean: number;
  readonly first: number;
  readonly row: number;
}

/** One person's dimensions beside everybody's mean: as a shape, or as bars where there are too few for one. */
export const personChart = (
  { content }: ExportFacts,
  name: string,
  lines: readonly SheetCell[][],
  { own: ownColumn, mean: meanColumn, first, row }: Places,
): SheetChart => {
  const last = first + content.dimensions.length - 1;
  const columnOf = (column: number): { cells: string; values: (number | null)[] } => ({
    cells: onSheet(name, columnCells(column, first, last)),
    values: lines.slice(0, content.dimensions.length).map((line) => figureIn(line[column - 1])),
  });
  const head = (column: number, title: string) => ({
    cells: onSheet(name, `$${ref(column, '$3')}`),
    values: [title],
  });
  const [own, mean] = [columnOf(ownColumn), columnOf(meanColumn)];
  return {
    kind: content.dimensions.length < 3 ? 'bar' : 'radar',
    title: '各维度得分与全体平均',
    axis: axisOf([...own.values, ...mean.values]),
    numFmt: '0.00',
    categories: {
      cells: onSheet(name, columnCells(1, first, last)),
      values: content.dimensions.map((dimension) => dimension.name),
    },
    series: [
      { name: head(ownColumn, '本人得分'), values: own },
      ...(mean.values.some((value) => value !== null)
        ? [{ name: head(meanColumn, '全体平均'), values: mean }]
        : []),
    ],
    place: { from: { column: 1, row }, to: { column: meanColumn + 1, row: row + CHART_ROWS } },
  };
};
