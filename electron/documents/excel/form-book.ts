import ExcelJS, { type Borders, type DataValidation, type Fill, type Font, type Style } from 'exceljs';
import { withoutZipDates } from '../zip-dates.ts';
import { columnLetters } from './score-sheet.ts';

/** A value, or a formula with the result that the program reckoned itself. */
export type FormCell =
  string | number | null | { readonly formula: string; readonly result: string | number };

/** What Excel lets be typed into a column. */
export type FormRule =
  | { readonly kind: 'choice'; readonly labels: readonly string[] }
  | { readonly kind: 'decimal' | 'whole'; readonly from: number; readonly to: number };

export interface FormColumn {
  readonly title: string;
  readonly width: number;
  /** Pops up at the title, and as the refusal. */
  readonly about: string;
  readonly rule?: FormRule;
  /** Texts stand left and wrap, numbers in the middle; what reckons itself is grey. */
  readonly look: 'text' | 'number' | 'reckoned';
  readonly hidden?: boolean;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** A heading line among the rows. */
  readonly strong: boolean;
  /** Rows of the next level can be folded away under it. */
  readonly level: 0 | 1;
}

/** A sheet to be filled in: lines above, a head, rows, and empty rows for more. */
export interface FormSheet {
  readonly name: string;
  readonly title: string;
  /** Label and value, one below the other; further values beside the first. */
  readonly lines: readonly (readonly [label: string, ...values: FormCell[]])[];
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
  /** Where a formula is true the cells are marked: `E8:E60`, `$E8<>100`. */
  readonly alarms: readonly { readonly cells: string; readonly when: string }[];
  readonly frozenColumns: number;
}

export interface FormBook {
  readonly sheets: readonly FormSheet[];
  readonly guide: { readonly name: string; readonly rows: readonly (readonly string[])[] };
  /** ISO instant: the only time that the file carries. */
  readonly createdAt: string;
}

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

/** The row of the head: below the title and the lines. */
export const headRowOf = (sheet: Pick<FormSheet, 'lines'>): number => sheet.lines.length + 2;

const styleOf = (look: FormColumn['look'], strong: boolean): Partial<Style> => ({
  font: { ...song(10, strong), ...(look === 'reckoned' ? { color: { argb: 'FF5F5B53' } } : {}) },
  ...(strong ? { fill: ground('FFEEF2F7') } : look === 'reckoned' ? { fill: ground('FFF5F2EC') } : {}),
  alignment: {
    horizontal: look === 'text' ? 'left' : 'center',
    vertical: 'middle',
    wrapText: look === 'text',
  },
  border,
  numFmt: look === 'text' ? '@' : '0.##',
});

const validationOf = ({ rule, about }: FormColumn): DataValidation | undefined => {
  if (!rule) return undefined;
  const refusal = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '不能这样填写',
    error: about.slice(0, 250),
  };
  return rule.kind === 'choice'
    ? { ...refusal, type: 'list', formulae: [`"${rule.labels.join(',')}"`] }
    : { ...refusal, type: rule.kind, operator: 'between', formulae: [rule.from, rule.to] };
};

const writeSheet = (workbook: ExcelJS.Workbook, form: FormSheet): void => {
  const headRow = headRowOf(form);
  const width = form.columns.length;
  const shown = form.columns.findLastIndex(({ hidden }) => hidden !== true) + 1;
  const sheet = workbook.addWorksheet(form.name, {
    views: [{ state: 'frozen', xSplit: form.frozenColumns, ySplit: headRow, showGridLines: false }],
    properties: { outlineLevelRow: 1 },
  });
  // A heading stands above what belongs to it.
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  const title = sheet.getCell(1, 1);
  title.value = form.title;
  title.style = {
    font: { name: '黑体', size: 16, color: { argb: INK } },
    alignment: { horizontal: 'center', vertical: 'middle' },
  };
  sheet.mergeCells(1, 1, 1, shown);
  sheet.getRow(1).height = 30;
  for (const [at, [label, ...values]] of form.lines.entries()) {
    const row = sheet.getRow(at + 2);
    row.getCell(1).value = label;
    row.getCell(1).style = head;
    for (const [place, value] of values.entries()) {
      row.getCell(place + 2).value = value;
      row.getCell(place + 2).style = {
        font: song(10),
        alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
        numFmt: typeof value === 'string' ? '@' : '0.##',
      };
    }
    if (values.length === 1) sheet.mergeCells(at + 2, 2, at + 2, shown);
  }
  const headCells = sheet.getRow(headRow);
  headCells.height = 30;
  const rules = form.columns.map(validationOf);
  form.columns.forEach((column, at) => {
    const cell = headCells.getCell(at + 1);
    cell.value = column.title;
    cell.style = head;
    cell.note = column.about;
    sheet.getColumn(at + 1).width = column.width;
    if (column.hidden === true) sheet.getColumn(at + 1).hidden = true;
  });
  for (const [place, { cells, strong, level }] of form.rows.entries()) {
    const row = sheet.getRow(headRow + 1 + place);
    row.outlineLevel = level;
    form.columns.forEach(({ look }, at) => {
      const cell = row.getCell(at + 1);
      cell.value = cells[at] ?? null;
      cell.style = styleOf(look, strong);
      const rule = rules[at];
      if (rule) cell.dataValidation = rule;
    });
  }
  for (const { cells, when } of form.alarms)
    sheet.addConditionalFormatting({
      ref: cells,
      rules: [
        {
          type: 'expression',
          formulae: [when],
          priority: 1,
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFE2B8' } } },
        },
      ],
    });
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: width > 4 ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${String(headRow)}:${String(headRow)}`,
    printArea: `A1:${columnLetters(shown)}${String(headRow + Math.max(1, form.rows.filter(({ cells }) => cells.some((cell) => typeof cell === 'string' && cell !== '')).length))}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
};

/** Makes the .xlsx of a form. Equal books give equal bytes. */
export const renderFormBook = async (book: FormBook): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '明责';
  workbook.lastModifiedBy = '明责';
  workbook.created = new Date(book.createdAt);
  workbook.modified = new Date(book.createdAt);
  for (const sheet of book.sheets) writeSheet(workbook, sheet);
  const guide = workbook.addWorksheet(book.guide.name);
  guide.getColumn(1).width = 18;
  guide.getColumn(2).width = 76;
  for (const cells of book.guide.rows)
    guide.addRow([...cells]).eachCell((cell) => {
      cell.style = {
        font: song(10),
        alignment: { vertical: 'middle', wrapText: cells.length > 1 },
        ...(cells.length > 1 ? { border } : {}),
      };
    });
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
