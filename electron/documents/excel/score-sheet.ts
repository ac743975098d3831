import { PassThrough } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { withoutZipDates } from '../zip-dates.ts';
import type { SheetChart } from './chart-model.ts';
import {
  columnStyles,
  headFigureStyle,
  headStyle,
  noteStyle,
  titleStyle,
  type CellStyle,
  type ColumnKind,
} from './score-sheet-styles.ts';
import { withCharts } from './with-charts.ts';

/** A live formula, without `=`, and the result that it gives: previews show the one, Excel recalculates the other. */
export interface FormulaCell {
  readonly formula: string;
  readonly result: number | string;
}

export type SheetCell = string | number | null | FormulaCell;

export interface SheetColumn {
  readonly title: string;
  /** What stands above the titles of neighbouring columns that share it; blank: the title takes both rows. */
  readonly band: string;
  readonly kind: ColumnKind;
  /** In characters of the standard font. */
  readonly width: number;
}

/** A row of the head below the titles: a label in the first columns, a figure in each of the others. */
export interface HeadRow {
  readonly label: string;
  readonly numFmt: string;
  readonly values: readonly (number | null)[];
}

export interface ScoreSheet {
  /** At most 31 characters, without those that Excel forbids. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly headRows: readonly HeadRow[];
  /** How many columns stay at the left while scrolling; the label of the head rows spans them. */
  readonly frozenColumns: number;
  readonly rowCount: number;
  /** Taken one by one while writing, so that a big sheet is never held as a whole. */
  readonly rows: Iterable<readonly SheetCell[]>;
  readonly portrait?: boolean;
  /** In points; left out: as the text needs. */
  readonly rowHeight?: number;
  /** Charts, and how many rows below the data they take up: these are printed too. */
  readonly charts?: { readonly rows: number; readonly all: readonly SheetChart[] };
}

export interface ScoreWorkbook {
  /** ISO instant: the only time in the file. */
  readonly createdAt: string;
  readonly sheets: readonly ScoreSheet[];
}

/** Title, note and two rows of column heads stand above the head rows. */
const ROWS_ABOVE = 4;
/** The format's number of A4. The library's enum for it exists in its types alone, hence the assignment below. */
const A4 = 9;
const BAND_ROW = 3;
const TITLE_ROW = 4;
/** So many rows are written before the packer gets its turn: fewer cost time, more cost memory. */
const ROWS_AT_ONCE = 100;

/** The row in which the data of a sheet begin, for formulas: 1-based. */
export const firstDataRow = (headRows: number): number => ROWS_ABOVE + headRows + 1;

/** The letters of a column, 1-based: 1 is A, 27 is AA. */
export const columnLetters = (column: number): string => {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
};

const put = (row: ExcelJS.Row, column: number, value: ExcelJS.CellValue, style: CellStyle): void => {
  const cell = row.getCell(column);
  cell.value = value;
  cell.style = style;
};

/** Bands over neighbours with the same text; a column without one has its title over both rows. */
const writeColumnHeads = (sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[]): void => {
  const [bands, titles] = [sheet.getRow(BAND_ROW), sheet.getRow(TITLE_ROW)];
  titles.height = 42;
  for (const [index, { band, title }] of columns.entries()) {
    put(bands, index + 1, band === '' ? title : band, headStyle);
    put(titles, index + 1, title, headStyle);
  }
  let from = 0;
  while (from < columns.length) {
    const band = columns[from]?.band ?? '';
    let to = from;
    if (band === '') sheet.mergeCells(BAND_ROW, from + 1, TITLE_ROW, from + 1);
    else {
      while (columns[to + 1]?.band === band) to += 1;
      if (to > from) sheet.mergeCells(BAND_ROW, from + 1, BAND_ROW, to + 1);
    }
    from = to + 1;
  }
};

const writeHead = (sheet: ExcelJS.Worksheet, model: ScoreSheet): void => {
  const width = model.columns.length;
  const title = sheet.getRow(1);
  title.height = 30;
  put(title, 1, model.title, titleStyle);
  const note = sheet.getRow(2);
  note.height = 32;
  put(note, 1, model.note, noteStyle);
  if (width > 1) {
    sheet.mergeCells(1, 1, 1, width);
    sheet.mergeCells(2, 1, 2, width);
  }
  writeColumnHeads(sheet, model.columns);
  for (const [index, { label, numFmt, values }] of model.headRows.entries()) {
    const at = ROWS_ABOVE + index + 1;
    const row = sheet.getRow(at);
    const style = headFigureStyle(numFmt);
    for (let column = 1; column <= width; column += 1) put(row, column, values[column - 1] ?? null, style);
    put(row, 1, label, style);
    if (model.frozenColumns > 1) sheet.mergeCells(at, 1, at, model.frozenColumns);
  }
  sheet.getRow(ROWS_ABOVE + model.headRows.length).commit();
};

/** Called every so many rows with how many more were written; gives other work a turn, and may throw to stop. */
export type Written = (rows: number) => Promise<void>;

const writeSheet = async (
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  model: ScoreSheet,
  onWritten: Written,
): Promise<void> => {
  const above = ROWS_ABOVE + model.headRows.length;
  const lastRow = above + Math.max(1, model.rowCount) + (model.charts?.rows ?? 0);
  const lastCell = `${columnLetters(model.columns.length)}${String(lastRow)}`;
  const sheet = workbook.addWorksheet(model.name, {
    views: [{ state: 'frozen', xSplit: model.frozenColumns, ySplit: above, showGridLines: false }],
    pageSetup: {
      orientation: model.portrait === true ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printArea: `A1:${lastCell}`,
      printTitlesRow: `${String(BAND_ROW)}:${String(above)}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  for (const [index, { width }] of model.columns.entries()) sheet.getColumn(index + 1).width = width;
  writeHead(sheet, model);
  const styles = model.columns.map(({ kind }) => columnStyles[kind]);
  let written = 0;
  for (const cells of model.rows) {
    const row = sheet.getRow(above + written + 1);
    for (const [index, style] of styles.entries()) put(row, index + 1, cells[index] ?? null, style);
    if (model.rowHeight !== undefined) row.height = model.rowHeight;
    row.commit();
    written += 1;
    if (written % ROWS_AT_ONCE === 0) await onWritten(ROWS_AT_ONCE);
  }
  sheet.commit();
};

/**
 * Makes the .xlsx file of a score workbook, row by row: memory does not grow with the number of rows beyond the packed
 * file. The same model always gives the same bytes.
 */
export const renderScoreWorkbook = async (
  model: ScoreWorkbook,
  onWritten: Written = () => breathe(),
): Promise<Uint8Array> => {
  const packed = new PassThrough();
  const chunks: Uint8Array[] = [];
  packed.on('data', (chunk: Uint8Array) => void chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    packed.once('end', resolve);
    packed.once('error', reject);
  });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: packed,
    useStyles: true,
    useSharedStrings: false,
  });
  workbook.creator = '明责';
  workbook.lastModifiedBy = '明责';
  workbook.created = new Date(model.createdAt);
  workbook.modified = new Date(model.createdAt);
  for (const sheet of model.sheets) await writeSheet(workbook, sheet, onWritten);
  await workbook.commit();
  await ended;
  const charts = new Map(model.sheets.map(({ charts: own }, at) => [at + 1, own?.all ?? []] as const));
  return withoutZipDates(await withCharts(new Uint8Array(Buffer.concat(chunks)), charts));
};
