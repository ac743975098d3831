import ExcelJS, { type Borders } from 'exceljs';
import { withoutZipDates } from '../zip-dates.ts';

export interface TemplateColumn {
  readonly title: string;
  readonly required: boolean;
  readonly width: number;
  readonly allowed: string;
  /** Offered as a drop-down. */
  readonly choices?: readonly string[];
}

export interface RosterTemplate {
  readonly sheetName: string;
  readonly columns: readonly TemplateColumn[];
  /** What stands in the first columns already, row by row. */
  readonly rows?: readonly (readonly string[])[];
  /** One per line, on a sheet of their own. */
  readonly notes: readonly string[];
  readonly createdAt: string;
}

/** Rows that are prepared for typing. */
const PREPARED = 500;
const line = { style: 'thin', color: { argb: 'FFB8B4AC' } } as const;
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

/** An empty roster to fill in: head with notes, drop-downs, text columns, and a sheet that explains each column. */
export const renderRosterTemplate = async (template: RosterTemplate): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '明责';
  workbook.created = new Date(template.createdAt);
  workbook.modified = new Date(template.createdAt);
  const sheet = workbook.addWorksheet(template.sheetName, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
  });
  const lists = workbook.addWorksheet('选项', { state: 'hidden' });
  const head = sheet.addRow(template.columns.map(({ title, required }) => (required ? `${title}*` : title)));
  head.height = 24;
  template.columns.forEach(({ width, allowed, choices }, place) => {
    const column = sheet.getColumn(place + 1);
    column.width = width;
    // Text, so that numbers keep their leading zeros.
    column.numFmt = '@';
    const cell = head.getCell(place + 1);
    cell.style = {
      font: { name: '宋体', size: 10, bold: true, color: { argb: 'FF1F3A5F' } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } },
      alignment: { horizontal: 'center', vertical: 'middle' },
      border,
    };
    cell.note = allowed;
    if (!choices || choices.length === 0) return;
    choices.forEach((choice, at) => void (lists.getCell(at + 1, place + 1).value = choice));
    const letter = lists.getColumn(place + 1).letter;
    for (let row = 2; row <= PREPARED + 1; row += 1)
      sheet.getCell(row, place + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`选项!$${letter}$1:$${letter}$${String(choices.length)}`],
        // A list is a help here, not a fence: several names may stand in one cell.
        showErrorMessage: false,
      };
  });
  // Below the head, whatever was prepared there: a row that is added comes after all prepared ones.
  for (const [at, texts] of (template.rows ?? []).entries()) sheet.getRow(at + 2).values = [...texts];
  const notes = workbook.addWorksheet('填写说明');
  notes.getColumn(1).width = 16;
  notes.getColumn(2).width = 70;
  for (const text of template.notes) notes.addRow([text]);
  notes.addRow([]);
  for (const { title, required, allowed } of template.columns)
    notes.addRow([title, `${required ? '必填。' : ''}${allowed}`]);
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
