import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type TableRow,
} from 'docx';
import { TEXT_WIDTH } from './geometry.ts';
import { lines } from './lines.ts';

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 } as const;
const GRID = {
  top: THIN,
  bottom: THIN,
  left: THIN,
  right: THIN,
  insideHorizontal: THIN,
  insideVertical: THIN,
};
export const CELL_MARGINS = { left: 100, right: 100, top: 50, bottom: 50 };

/** Shares of the text width in whole twips, which add up to it exactly. */
export const shares = (weights: readonly number[], total: number): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const result: number[] = [];
  let used = 0;
  let weightSoFar = 0;
  for (const weight of weights) {
    weightSoFar += weight;
    const edge = Math.round((total * weightSoFar) / sum);
    result.push(edge - used);
    used = edge;
  }
  return result;
};

/** One cell of a table; `span` columns wide. */
export const cell = (
  text: string,
  width: number,
  style: string,
  options: IParagraphOptions,
  span = 1,
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: CELL_MARGINS,
    ...(span > 1 ? { columnSpan: span } : {}),
    children: lines(text, { style, ...options }),
  });

/** A ruled table across the 版心. */
export const tableOf = (rows: readonly TableRow[], columnWidths: readonly number[]): Table =>
  new Table({
    rows,
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: GRID,
  });
