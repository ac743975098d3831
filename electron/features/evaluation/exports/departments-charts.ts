import type { SheetChart } from '../../../documents/excel/chart-model.ts';
import { firstDataRow, type SheetCell } from '../../../documents/excel/score-sheet.ts';
import { onSheet } from '../workbook-groups.ts';
import { axisOf, columnCells, figureIn, ref, type ExportFacts } from './facts.ts';

/** So many departments fit into a radar before the lines cover each other. */
const MOST_SHAPES = 6;
/** How many rows the charts take up below the table. */
export const CHART_ROWS = 18;

/**
 * The charts of the summary of departments: their means, and their shapes over the dimensions.
 *
 * @param sheet its name
 * @param columns how many columns stand before the means of the dimensions; the mean of all is the third
 */
export const departmentCharts = (
  { content }: ExportFacts,
  sheet: string,
  lines: readonly SheetCell[][],
  columns: number,
): SheetChart[] => {
  const width = columns + content.dimensions.length;
  const first = firstDataRow(0);
  const below = first + lines.length + 1;
  const means = lines.map((line) => figureIn(line[2]));
  const axis = axisOf(means);
  const word = (cell: SheetCell | undefined): string => (typeof cell === 'string' ? cell : '');
  const at = (cells: string): string => onSheet(sheet, cells);
  const last = first + lines.length - 1;
  const half = Math.max(4, Math.round(width / 2));
  const bar: SheetChart = {
    kind: 'bar',
    title: `各部门平均总分（纵轴从 ${String(axis.min)} 分起）`,
    axis,
    numFmt: '0.00',
    categories: { cells: at(columnCells(1, first, last)), values: lines.map((line) => word(line[0])) },
    series: [
      {
        name: { cells: at('$C$4'), values: ['平均'] },
        values: { cells: at(columnCells(3, first, last)), values: means },
      },
    ],
    place: { from: { column: 1, row: below }, to: { column: half, row: below + CHART_ROWS } },
  };
  const dimensionCells = (row: number): string =>
    `$${ref(columns + 1, `$${String(row)}`)}:$${ref(width, `$${String(row)}`)}`;
  const shapes = lines.flatMap((line, place) =>
    line.slice(columns).some((cell) => figureIn(cell) !== null) ? [{ line, row: first + place }] : [],
  );
  // The whole stands last and is always among them.
  const chosen =
    shapes.length <= MOST_SHAPES ? shapes : [...shapes.slice(0, MOST_SHAPES - 1), ...shapes.slice(-1)];
  const shape: SheetChart = {
    kind: content.dimensions.length < 3 ? 'bar' : 'radar',
    title: '各维度平均得分',
    axis: axisOf(chosen.flatMap(({ line }) => line.slice(columns).map(figureIn))),
    numFmt: '0.00',
    categories: { cells: at(dimensionCells(4)), values: content.dimensions.map(({ name }) => name) },
    series: chosen.map(({ line, row }) => ({
      name: { cells: at(`$A$${String(row)}`), values: [word(line[0])] },
      values: { cells: at(dimensionCells(row)), values: line.slice(columns).map(figureIn) },
    })),
    place: { from: { column: half + 1, row: below }, to: { column: width + 1, row: below + CHART_ROWS } },
  };
  return chosen.length === 0 ? [bar] : [bar, shape];
};
