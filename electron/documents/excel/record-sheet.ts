import ExcelJS, { type Style, type Worksheet } from 'exceljs';
import { withoutZipDates } from '../zip-dates.ts';
import { columnStyles, headStyle, noteStyle, titleStyle } from './score-sheet-styles.ts';

/** A table within a record; a column's `width` is in columns of the sheet, all of a table together `RECORD_COLUMNS`. */
export interface RecordTable {
  readonly caption: string;
  readonly columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly align?: 'left' | 'center';
  }[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly emptyText: string;
}

/** One record on one sheet of paper: facts in pairs, tables, texts, and places to sign. */
export interface RecordSheet {
  /** Of the tab: unique within the workbook. */
  readonly sheetName: string;
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string | number])[];
  readonly tables: readonly RecordTable[];
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  /** Full-width rows of so many points, to be written in by hand. */
  readonly signs: readonly { readonly label: string; readonly text: string; readonly height: number }[];
}

/** Every sheet is laid out on a grid of this many columns. */
export const RECORD_COLUMNS = 12;
const COLUMN_WIDTH = 7.4;
/** Chinese characters that a row of the whole width takes, and what one line of it is high, in points. */
const CHARACTERS = 40;
const LINE = 15;

/** XML 1.0 cannot carry these. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const safe = (value: string | number): string | number =>
  typeof value === 'number' ? value : value.replace(UNPRINTABLE, '').slice(0, 32_767);

const label: Partial<Style> = { ...headStyle };
const text: Partial<Style> = {
  ...columnStyles.text,
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
};
const centred: Partial<Style> = {
  ...columnStyles.centred,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
};
const pen: Partial<Style> = {
  ...columnStyles.text,
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
};
const caption: Partial<Style> = { ...noteStyle, font: { name: '黑体', size: 11 } };

/** Cells side by side in one row, each over so many columns; all of the row has its border. */
const line = (
  sheet: Worksheet,
  cells: readonly {
    readonly value: string | number;
    readonly width: number;
    readonly style: Partial<Style>;
  }[],
  height: number,
): void => {
  const row = sheet.addRow([]);
  row.height = height;
  let at = 1;
  for (const { value, width, style } of cells) {
    for (let column = at; column < at + width; column += 1) row.getCell(column).style = style;
    if (width > 1) sheet.mergeCells(row.number, at, row.number, at + width - 1);
    row.getCell(at).value = safe(value);
    at += width;
  }
};

const linesOf = (value: string | number, width: number): number =>
  String(value)
    .split('\n')
    .reduce(
      (sum, part) => sum + Math.max(1, Math.ceil((part.length * RECORD_COLUMNS) / (CHARACTERS * width))),
      0,
    );

const heightOf = (lines: number): number => Math.max(22, lines * LINE + 8);

const draw = (sheet: Worksheet, record: RecordSheet): void => {
  for (let column = 1; column <= RECORD_COLUMNS; column += 1) sheet.getColumn(column).width = COLUMN_WIDTH;
  line(sheet, [{ value: record.title, width: RECORD_COLUMNS, style: titleStyle }], 34);
  for (let at = 0; at < record.facts.length; at += 2) {
    const pair = record.facts.slice(at, at + 2);
    const width = pair.length === 2 ? 4 : RECORD_COLUMNS - 2;
    line(
      sheet,
      pair.flatMap(([name, value]) => [
        { value: name, width: 2, style: label },
        { value, width, style: text },
      ]),
      heightOf(Math.max(...pair.map(([, value]) => linesOf(value, width)))),
    );
  }
  for (const table of record.tables) {
    line(sheet, [{ value: table.caption, width: RECORD_COLUMNS, style: caption }], 26);
    line(
      sheet,
      table.columns.map(({ title, width }) => ({ value: title, width, style: label })),
      22,
    );
    for (const row of table.rows)
      line(
        sheet,
        table.columns.map(({ width, align }, at) => ({
          value: row[at] ?? '',
          width,
          style: align === 'center' ? centred : text,
        })),
        heightOf(Math.max(...table.columns.map(({ width }, at) => linesOf(row[at] ?? '', width)))),
      );
    if (table.rows.length === 0)
      line(sheet, [{ value: table.emptyText, width: RECORD_COLUMNS, style: centred }], 22);
  }
  for (const { label: name, text: said } of record.texts)
    line(
      sheet,
      [
        { value: name, width: 2, style: label },
        { value: said, width: RECORD_COLUMNS - 2, style: text },
      ],
      heightOf(linesOf(said, RECORD_COLUMNS - 2)),
    );
  for (const { label: name, text: said, height } of record.signs)
    line(
      sheet,
      [
        { value: name, width: 2, style: label },
        { value: said, width: RECORD_COLUMNS - 2, style: pen },
      ],
      height,
    );
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printArea: `A1:L${String(sheet.rowCount)}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
};

/** Makes a workbook with a sheet for each record, ready for A4. Equal records give equal bytes. */
export const renderRecordSheets = async (
  records: readonly RecordSheet[],
  createdAt: string,
  onSheet: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '明责';
  workbook.lastModifiedBy = '明责';
  workbook.created = new Date(createdAt);
  workbook.modified = new Date(createdAt);
  const taken = new Set<string>();
  for (const [at, record] of records.entries()) {
    const name =
      record.sheetName
        .replace(/[\\/?*[\]:]/g, ' ')
        .slice(0, 26)
        .trim() || '反馈单';
    const own = taken.has(name) ? `${name} ${String(at + 1)}` : name;
    taken.add(own);
    draw(workbook.addWorksheet(own), record);
    await onSheet(at + 1);
  }
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
