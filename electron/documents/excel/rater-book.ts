import ExcelJS, { type Borders, type DataValidation, type Fill, type Font, type Style } from 'exceljs';
import { withoutZipDates } from '../zip-dates.ts';
import { columnLetters } from './score-sheet.ts';

/** What may be typed into the cells of a column: Excel itself refuses the rest while it is typed. */
export type BookRule =
  | { readonly kind: 'number'; readonly from: number; readonly to: number; readonly numFmt: string }
  | { readonly kind: 'choice'; readonly labels: readonly string[] };

export interface BookColumn {
  /** Stands above neighbouring columns that share it. */
  readonly band: string;
  readonly title: string;
  /** What is allowed, in a line of its own under the title. */
  readonly allowed: string;
  readonly rule: BookRule;
}

export interface BookRow {
  /** As many as there are leading columns. */
  readonly person: readonly (string | number)[];
  /** What was entered before, by column; null: nothing yet. */
  readonly values: readonly (string | number | null)[];
  readonly remark: string;
}

export interface BookPage {
  /** At most 31 characters, none that Excel forbids. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly BookRow[];
}

/** An electronic form for scores: pages to fill in, an explanation, and a hidden page that says where they belong. */
export interface RaterBook {
  readonly leading: readonly { readonly title: string; readonly width: number }[];
  readonly columns: readonly BookColumn[];
  /** The columns behind: how many cells of the row are still empty, and free text. */
  readonly open: string;
  readonly remark: string;
  readonly pages: readonly BookPage[];
  readonly guide: { readonly name: string; readonly rows: readonly (readonly string[])[] };
  readonly hidden: { readonly name: string; readonly rows: readonly (readonly [string, string])[] };
  /** ISO instant: the only time that the file carries. */
  readonly createdAt: string;
}

const HEAD_ROWS = 5;
const INK = 'FF1F3A5F';
const line = { style: 'thin', color: { argb: 'FFB8B4AC' } } as const;
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const song = (size: number, bold = false): Partial<Font> => ({ name: '宋体', size, bold });
const ground = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const head: Partial<Style> = {
  font: { ...song(10, true), color: { argb: INK } },
  fill: ground('FFE8EDF3'),
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border,
};
const allowed: Partial<Style> = { ...head, font: { ...song(8), color: { argb: INK } } };
const given: Partial<Style> = {
  font: song(10),
  fill: ground('FFF5F2EC'),
  alignment: { horizontal: 'left', vertical: 'middle' },
  border,
};
/** The cells that are there to be filled in: white, and the only ones that are not locked. */
const entry: Partial<Style> = {
  font: song(10),
  alignment: { horizontal: 'center', vertical: 'middle' },
  border,
  protection: { locked: false },
};
const remarkStyle: Partial<Style> = {
  ...entry,
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
};
const counted: Partial<Style> = {
  ...given,
  alignment: { horizontal: 'center', vertical: 'middle' },
};

/** A list is written in quotation marks, parted by commas, and of at most 255 characters: others would break the file. */
const isListable = (labels: readonly string[]): boolean =>
  labels.every((label) => !/[",]/.test(label)) && labels.join(',').length <= 255;

const validationOf = ({ rule, allowed: text }: BookColumn): DataValidation | undefined => {
  const refusal = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '不能这样填写',
    error: `这一项可填：${text}`.slice(0, 250),
  };
  if (rule.kind === 'number')
    return { ...refusal, type: 'decimal', operator: 'between', formulae: [rule.from, rule.to] };
  if (!isListable(rule.labels)) return undefined;
  return { ...refusal, type: 'list', formulae: [`"${rule.labels.join(',')}"`] };
};

const writeHead = (sheet: ExcelJS.Worksheet, book: RaterBook, page: BookPage): void => {
  const width = book.leading.length + book.columns.length + 2;
  const put = (row: number, column: number, value: string, style: Partial<Style>): void => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    cell.style = style;
  };
  put(1, 1, page.title, {
    font: { name: '黑体', size: 16, color: { argb: INK } },
    alignment: { horizontal: 'center', vertical: 'middle' },
  });
  put(2, 1, page.note, { font: song(9), alignment: { vertical: 'middle', wrapText: true } });
  sheet.mergeCells(1, 1, 1, width);
  sheet.mergeCells(2, 1, 2, width);
  sheet.getRow(1).height = 30;
  sheet.getRow(2).height = 40;
  sheet.getRow(4).height = 44;
  sheet.getRow(5).height = 30;
  const tall = (column: number, title: string): void => {
    for (let row = 3; row <= HEAD_ROWS; row += 1) put(row, column, title, head);
    sheet.mergeCells(3, column, HEAD_ROWS, column);
  };
  book.leading.forEach(({ title }, at) => tall(at + 1, title));
  const first = book.leading.length + 1;
  for (const [at, column] of book.columns.entries()) {
    put(3, first + at, column.band, head);
    put(4, first + at, column.title, head);
    put(5, first + at, column.allowed, allowed);
  }
  let from = 0;
  while (from < book.columns.length) {
    let to = from;
    while (book.columns[to + 1] && book.columns[to + 1]?.band === book.columns[from]?.band) to += 1;
    if (to > from) sheet.mergeCells(3, first + from, 3, first + to);
    from = to + 1;
  }
  tall(first + book.columns.length, book.open);
  tall(first + book.columns.length + 1, book.remark);
};

const writePage = async (workbook: ExcelJS.Workbook, book: RaterBook, page: BookPage): Promise<void> => {
  const sheet = workbook.addWorksheet(page.name, {
    views: [{ state: 'frozen', xSplit: book.leading.length, ySplit: HEAD_ROWS, showGridLines: false }],
  });
  writeHead(sheet, book, page);
  const first = book.leading.length + 1;
  const last = first + book.columns.length - 1;
  const rules = book.columns.map(validationOf);
  const entries = book.columns.map(({ rule }): Partial<Style> =>
    rule.kind === 'number' ? { ...entry, numFmt: rule.numFmt } : entry,
  );
  for (const [place, { person, values, remark }] of page.rows.entries()) {
    const at = HEAD_ROWS + 1 + place;
    const row = sheet.getRow(at);
    const put = (column: number, value: ExcelJS.CellValue, style: Partial<Style>): ExcelJS.Cell => {
      const cell = row.getCell(column);
      cell.value = value;
      cell.style = style;
      return cell;
    };
    person.forEach((value, column) => put(column + 1, value, given));
    for (const [column, style] of entries.entries()) {
      const cell = put(first + column, values[column] ?? null, style);
      const rule = rules[column];
      if (rule) cell.dataValidation = rule;
    }
    const cells = `${columnLetters(first)}${String(at)}:${columnLetters(last)}${String(at)}`;
    const open = book.columns.length - values.filter((value) => value !== null).length;
    put(last + 1, { formula: `COUNTBLANK(${cells})`, result: open }, counted);
    put(last + 2, remark === '' ? null : remark, remarkStyle);
  }
  book.leading.forEach(({ width }, at) => void (sheet.getColumn(at + 1).width = width));
  book.columns.forEach((_column, at) => void (sheet.getColumn(first + at).width = 9));
  sheet.getColumn(last + 1).width = 8;
  sheet.getColumn(last + 2).width = 28;
  // Without a password: it keeps fingers off, and whoever means to change the frame is found out by the signature.
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true });
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `3:${String(HEAD_ROWS)}`,
    printArea: `A1:${columnLetters(last + 2)}${String(HEAD_ROWS + Math.max(1, page.rows.length))}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
};

const writeGuide = (workbook: ExcelJS.Workbook, { guide }: RaterBook): void => {
  const sheet = workbook.addWorksheet(guide.name);
  const widths = [16, 20, 10, 18, 60, 30];
  for (const [at, cells] of guide.rows.entries()) {
    const row = sheet.addRow([...cells]);
    row.eachCell((cell) => {
      cell.style =
        cells.length === 1
          ? { font: song(10), alignment: { vertical: 'middle' } }
          : { ...given, alignment: { vertical: 'middle', wrapText: true } };
    });
    if (at > 0 && guide.rows[at - 1]?.length === 1 && cells.length > 1)
      row.eachCell((cell) => void (cell.style = head));
  }
  widths.forEach((width, at) => void (sheet.getColumn(at + 1).width = width));
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
};

/** Makes the .xlsx of an electronic score sheet. Equal books give equal bytes. */
export const renderRaterBook = async (book: RaterBook): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '明责';
  workbook.lastModifiedBy = '明责';
  workbook.created = new Date(book.createdAt);
  workbook.modified = new Date(book.createdAt);
  for (const page of book.pages) await writePage(workbook, book, page);
  writeGuide(workbook, book);
  const hidden = workbook.addWorksheet(book.hidden.name, { state: 'veryHidden' });
  for (const pair of book.hidden.rows) hidden.addRow([...pair]);
  await hidden.protect('', {});
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
