import ExcelJS, { type Borders, type Style } from 'exceljs';
import { withoutZipDates } from '../zip-dates.ts';

export interface ListColumn {
  readonly title: string;
  /** In characters of the standard font; a Chinese character takes two. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A list as it is seen on screen: a title, a head that stays, rows of texts and numbers. */
export interface ListTable {
  readonly title: string;
  readonly sheetName: string;
  readonly columns: readonly ListColumn[];
  /** As long as `columns`; texts are written as texts, whatever they begin with. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Stands below the title: what was left out, when it was taken. */
  readonly note?: string;
  readonly landscape?: boolean;
  /** ISO instant: the only time that the file carries. */
  readonly createdAt: string;
}

const INK = 'FF1F3A5F';
const line = { style: 'thin', color: { argb: 'FFB8B4AC' } } as const;
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const head: Partial<Style> = {
  font: { name: '宋体', size: 10, bold: true, color: { argb: INK } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border,
};

/** Characters that a sheet's name must not have, and how long it may be. */
const sheetNameOf = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim() || '名单';

/** XML 1.0 cannot carry these; a cell holds at most 32,767 characters. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const cellText = (text: string): string => text.replace(UNPRINTABLE, '').slice(0, 32_767);

/** In points: a line of text of the body, and what is left free above and below. */
const LINE = 13.5;
const ROOM = 4;

/** How wide a text is in characters of the standard font: those of other scripts than Latin take two. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2;
  return width;
};

/** Lines that a text takes in a column; the borders cost about one character. */
const linesIn = (value: string | number | null, column: number): number =>
  typeof value !== 'string'
    ? 1
    : value
        .split('\n')
        .reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / Math.max(2, column - 1))), 0);

const letterOf = (column: number): string => {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letterOf(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
};

/** Makes the .xlsx of a list, ready for A4: the head is repeated on each page. Equal lists give equal bytes. */
export const renderListTable = async (table: ListTable): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '明责';
  workbook.lastModifiedBy = '明责';
  workbook.created = new Date(table.createdAt);
  workbook.modified = new Date(table.createdAt);
  const sheet = workbook.addWorksheet(sheetNameOf(table.sheetName));
  const last = letterOf(Math.max(1, table.columns.length));

  const titleRow = sheet.addRow([cellText(table.title)]);
  titleRow.height = 30;
  sheet.mergeCells(`A1:${last}1`);
  sheet.getCell('A1').style = {
    font: { name: '黑体', size: 16, color: { argb: INK } },
    alignment: { horizontal: 'center', vertical: 'middle' },
  };
  if (table.note !== undefined) {
    const noteRow = sheet.addRow([cellText(table.note)]);
    sheet.mergeCells(`A${String(noteRow.number)}:${last}${String(noteRow.number)}`);
    noteRow.getCell(1).style = {
      font: { name: '宋体', size: 9, color: { argb: 'FF5F5B53' } },
      alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
    };
  }

  const headRow = sheet.addRow(table.columns.map(({ title }) => cellText(title)));
  headRow.height = 22;
  headRow.eachCell({ includeEmpty: true }, (cell) => void (cell.style = head));
  const styles = table.columns.map(({ align }): Partial<Style> => ({
    font: { name: '宋体', size: 10 },
    alignment: { horizontal: align ?? 'left', vertical: 'middle', wrapText: true },
    border,
  }));
  for (const values of table.rows) {
    const row = sheet.addRow(
      table.columns.map((_column, place) => {
        const value = values[place] ?? null;
        return typeof value === 'string' ? cellText(value) : value;
      }),
    );
    styles.forEach((style, place) => void (row.getCell(place + 1).style = style));
    // Programs that do not measure rows on opening would cut off what goes on in a second line.
    const lines = Math.max(
      1,
      ...table.columns.map(({ width }, place) => linesIn(values[place] ?? null, width)),
    );
    if (lines > 1) row.height = Math.min(409, lines * LINE + ROOM);
  }
  table.columns.forEach(({ width }, place) => void (sheet.getColumn(place + 1).width = width));

  const headAt = headRow.number;
  sheet.views = [{ state: 'frozen', ySplit: headAt }];
  if (table.rows.length > 0)
    sheet.autoFilter = `A${String(headAt)}:${last}${String(headAt + table.rows.length)}`;
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: table.landscape === true ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${String(headAt)}:${String(headAt)}`,
    printArea: `A1:${last}${String(headAt + table.rows.length)}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
