import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';

/** The looks of a score workbook. Each is one shared object: the writer recognises it and describes it only once. */

export type CellStyle = Partial<Style>;

const INK = 'FF1F3A5F';
const LINE = 'FFB8B4AC';
const HEAD_GROUND = 'FFE8EDF3';
const FIGURE_GROUND = 'FFF5F2EC';

const font = (more: Partial<Font> = {}): Partial<Font> => ({ name: '宋体', size: 10, ...more });
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const line = { style: 'thin', color: { argb: LINE } } as const;
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const centre: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };

export const titleStyle: CellStyle = {
  font: font({ name: '黑体', size: 16, color: { argb: INK } }),
  alignment: { horizontal: 'center', vertical: 'middle' },
};
export const noteStyle: CellStyle = {
  font: font({ size: 9 }),
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
};
export const headStyle: CellStyle = {
  font: font({ bold: true, color: { argb: INK } }),
  alignment: centre,
  border,
  fill: solid(HEAD_GROUND),
};

/** A row of the head that holds figures (weights, full marks), with its own format. */
export const headFigureStyle = (numFmt: string): CellStyle => ({
  font: font({ size: 9, color: { argb: INK } }),
  alignment: centre,
  border,
  fill: solid(HEAD_GROUND),
  numFmt,
});

export const columnStyles = {
  text: { font: font(), alignment: { horizontal: 'left', vertical: 'middle' }, border },
  centred: { font: font(), alignment: { horizontal: 'center', vertical: 'middle' }, border },
  /** Marks as they were given: no more decimals than they have. */
  mark: { font: font(), alignment: { horizontal: 'right', vertical: 'middle' }, border, numFmt: '0.##' },
  /** Reckoned figures: both decimals, on a ground of their own. */
  figure: {
    font: font(),
    alignment: { horizontal: 'right', vertical: 'middle' },
    border,
    numFmt: '0.00',
    fill: solid(FIGURE_GROUND),
  },
  /** Reckoned whole numbers and shares, on the same ground. */
  count: {
    font: font(),
    alignment: { horizontal: 'right', vertical: 'middle' },
    border,
    numFmt: '0',
    fill: solid(FIGURE_GROUND),
  },
  share: {
    font: font(),
    alignment: { horizontal: 'right', vertical: 'middle' },
    border,
    numFmt: '0.00%',
    fill: solid(FIGURE_GROUND),
  },
  /** A weight in percent. */
  weight: { font: font(), alignment: { horizontal: 'right', vertical: 'middle' }, border, numFmt: '0.##"%"' },
  /** Left open for the pen, high enough to write in. */
  blank: { font: font(), alignment: { horizontal: 'center', vertical: 'middle' }, border },
  outcome: {
    font: font({ bold: true }),
    alignment: { horizontal: 'center', vertical: 'middle' },
    border,
    fill: solid(FIGURE_GROUND),
  },
} as const satisfies Record<string, CellStyle>;

export type ColumnKind = keyof typeof columnStyles;
