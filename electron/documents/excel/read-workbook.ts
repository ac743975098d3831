import ExcelJS, { type Cell as ExcelCell } from 'exceljs';
import { AppError } from '../../../shared/kernel/result.ts';
import { dayOfMs } from '../../../shared/kernel/dates.ts';
import { unpackedSizeOf } from '../../../shared/kernel/zip-size.ts';

/** A cell as plain text, with what the file itself knows of it. Blank cells are left out of their row. */
export interface ReadCell {
  /** `C17` */
  readonly address: string;
  /** Trimmed; numbers as they are typed, days as `YYYY-MM-DD`. */
  readonly text: string;
  /** For a number that may be a day: Excel's serial days. */
  readonly serial: number | null;
  /** True for an error value such as #REF! and for a formula without a stored result. */
  readonly broken: boolean;
  /** True where a formula stands, whatever its result. */
  readonly formula: boolean;
  /** True for a number that the workbook shows as a percentage: its text is the bare number, 0.925 for 92.5%. */
  readonly percent: boolean;
}

export interface ReadRow {
  /** As Excel counts, from 1. */
  readonly number: number;
  /** By column, from 0. */
  readonly cells: ReadonlyMap<number, ReadCell>;
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly ReadRow[];
}

const MAX_BYTES = 30 * 1024 * 1024;
const MAX_UNPACKED = 400 * 1024 * 1024;
const MAX_ROWS = 50_000;

/**
 * What a sheet has besides its cells is not read. Of a drop-down exceljs keeps an entry for every cell of its range: one
 * that is set for whole columns, as people do, would take gigabytes.
 */
const NOT_READ = [
  'sheetViews',
  'dataValidations',
  'conditionalFormatting',
  'sheetProtection',
  'autoFilter',
  'rowBreaks',
  'pageMargins',
  'pageSetup',
  'printOptions',
  'headerFooter',
  'picture',
  'drawing',
  'tableParts',
  'extLst',
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, place) => bytes[place] === byte);

const refuse = (message: string, cause?: unknown): AppError => new AppError('invalid', message, { cause });

const broken = (cause?: unknown): AppError =>
  refuse(
    '这个文件打不开，可能已经损坏。请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（.xlsx）”后再导入。',
    cause,
  );

const demandWorkbook = (name: string, bytes: Uint8Array): void => {
  if (bytes.byteLength > MAX_BYTES) throw refuse('文件超过 30 MB，请只保留名册所在的工作表，另存后再导入。');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw refuse(
      /\.xlsx$/i.test(name)
        ? '这个文件设有打开密码，或者其实是旧格式。请去掉密码，另存为“Excel 工作簿（.xlsx）”后再导入。'
        : '这是旧格式（.xls）的文件。请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（.xlsx）”后再导入。',
    );
  if (!startsWith(bytes, [0x50, 0x4b]))
    throw refuse('这不是 Excel 文件。请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（.xlsx）”后再导入。');
  const unpacked = unpackedSizeOf(bytes);
  if (unpacked === undefined) throw broken();
  if (unpacked > MAX_UNPACKED) throw refuse('文件展开后过大，不像一份名册，没有打开。');
};

const plainNumber = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(15)));

/** A percent sign that is not quoted or escaped multiplies what is shown by a hundred. */
const showsPercent = ({ numFmt, value }: ExcelCell): boolean =>
  typeof value === 'number' &&
  ((numFmt as string | undefined) ?? '').replace(/"[^"]*"|\\./g, '').includes('%');

/** exceljs gives the days of a workbook as UTC midnights. */
const dayText = (date: Date): string => dayOfMs(date.getTime() - 8 * 3_600_000);

type Plain = Pick<ReadCell, 'text' | 'serial' | 'broken'>;

const plainOf = (value: ExcelCell['value']): Plain => {
  const text = (of: string): Plain => ({ text: of.trim(), serial: null, broken: false });
  if (value === null || value === undefined) return text('');
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return { text: plainNumber(value), serial: value, broken: false };
  if (typeof value === 'boolean') return text(value ? '是' : '否');
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? { text: '', serial: null, broken: true } : text(dayText(value));
  if ('richText' in value) return text(value.richText.map((run) => run.text).join(''));
  if ('error' in value) return { text: value.error, serial: null, broken: true };
  if ('hyperlink' in value) return plainOf(value.text);
  const { result } = value;
  return result === undefined ? { text: '', serial: null, broken: true } : plainOf(result);
};

/**
 * Reads the cells of an .xlsx workbook: stored results of formulas, the value of a merged area in each of its cells,
 * hidden rows and columns like any other. Nothing in the file is run or followed.
 *
 * @throws AppError `invalid` in Chinese, with what to do, for .xls, passwords, other formats, damage and excess.
 */
export const readWorkbook = async (name: string, bytes: Uint8Array): Promise<ReadSheet[]> => {
  demandWorkbook(name, bytes);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: NOT_READ });
  } catch (cause) {
    throw broken(cause);
  }
  return workbook.worksheets.map((sheet) => {
    if (sheet.actualRowCount > MAX_ROWS)
      throw refuse(`工作表“${sheet.name}”超过 ${String(MAX_ROWS)} 行，请拆分后再导入。`);
    const rows: ReadRow[] = [];
    sheet.eachRow((row, number) => {
      const cells = new Map<number, ReadCell>();
      row.eachCell((cell, column) => {
        const plain = plainOf(cell.value);
        const formula = cell.type === ExcelJS.ValueType.Formula;
        if (plain.text !== '' || plain.broken || formula)
          cells.set(column - 1, { address: cell.address, formula, percent: showsPercent(cell), ...plain });
      });
      if (cells.size > 0) rows.push({ number, cells });
    });
    return { name: sheet.name, rows };
  });
};
