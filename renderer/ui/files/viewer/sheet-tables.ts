import type { CellValue, Workbook } from 'exceljs';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';

/** One sheet of a workbook as plain texts. */
export interface SheetTable {
  readonly name: string;
  readonly hidden: boolean;
  /** How many columns are used. */
  readonly width: number;
  /** Rows that hold something, with their numbers in the file; `cells` is at most `width` long. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** True when the sheet goes on beyond what is given here. */
  readonly cut: boolean;
}

export const MOST_ROWS = 2000;
export const MOST_COLUMNS = 60;

const two = (part: number): string => String(part).padStart(2, '0');

/** Workbooks know no time zone; the library gives their days and times as if they were UTC. */
const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return '';
  const day = formatDay(dayOfMs(date.getTime() - 8 * 3_600_000));
  const seconds = Math.round((date.getTime() % 86_400_000) / 1000);
  return seconds === 0
    ? day
    : `${day} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
};

const textOf = (value: CellValue): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return textOf(value.text);
  return textOf(value.result);
};

/** The sheets of a workbook as they would be read: stored results of formulas, a merged area in its first cell. */
export const tablesOf = (workbook: Workbook): SheetTable[] =>
  workbook.worksheets.map((sheet) => {
    const rows: { number: number; cells: string[] }[] = [];
    let width = 0;
    let cut = false;
    sheet.eachRow((row, number) => {
      if (rows.length >= MOST_ROWS) {
        cut = true;
        return;
      }
      const cells: string[] = [];
      row.eachCell((cell, column) => {
        if (column > MOST_COLUMNS) {
          cut = true;
          return;
        }
        const text = cell.isMerged && cell.master !== cell ? '' : textOf(cell.value);
        while (cells.length < column - 1) cells.push('');
        cells.push(text);
      });
      if (cells.every((text) => text === '')) return;
      width = Math.max(width, cells.length);
      rows.push({ number, cells });
    });
    return { name: sheet.name, hidden: sheet.state !== 'visible', width, rows, cut };
  });

/** A, B, … Z, AA: how a column is called; `index` counts from 0. */
export const columnName = (index: number): string =>
  `${index >= 26 ? columnName(Math.floor(index / 26) - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
