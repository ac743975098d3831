import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { FIRST_INDICATOR, FIRST_ROW } from '../../shared/features/evaluation/files/layout.ts';
import type { BooksPreview } from '../../shared/features/evaluation/files/preview.ts';
import { XLSX } from '../../electron/features/file-content.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import type { Caller } from './harness.ts';

/** Electronic score sheets as people handle them: opened, filled in, saved, sent back. */

const bufferOf = (base64: string): ArrayBuffer => new Uint8Array(Buffer.from(base64, 'base64')).buffer;

export const opened = async (file: Pick<FileContent, 'base64'>): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bufferOf(file.base64));
  return workbook;
};

/** The file after somebody worked on it and saved it under its name. */
export const edited = async (
  file: FileContent,
  work: (workbook: ExcelJS.Workbook) => void,
): Promise<FileContent> => {
  const workbook = await opened(file);
  work(workbook);
  return { ...file, base64: Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64') };
};

/** What is typed into the cell of a subject and an indicator, both counted from 0, on the first page. */
export const typed = (
  workbook: ExcelJS.Workbook,
  subject: number,
  indicator: number,
  value: ExcelJS.CellValue,
): void => {
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('the workbook has no page');
  sheet.getCell(FIRST_ROW + subject, FIRST_INDICATOR + indicator).value = value;
};

/**
 * A believable value for every cell that is still empty: full marks less `less`, or the choice of that place. `less` may
 * depend on the row, counted from 0.
 */
export const filledIn = (workbook: ExcelJS.Workbook, less: number | ((row: number) => number) = 0): void => {
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row, number) => {
      if (number < FIRST_ROW) return;
      const off = typeof less === 'number' ? less : less(number - FIRST_ROW);
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        if (column < FIRST_INDICATOR || cell.style.protection?.locked !== false || cell.value !== null)
          return;
        const rule = cell.dataValidation as ExcelJS.DataValidation | undefined;
        if (rule?.type === 'list') {
          const labels = String(rule.formulae[0]).replaceAll('"', '').split(',');
          cell.value = labels[off % labels.length] ?? null;
        } else if (rule?.type === 'decimal') {
          const [from, to] = rule.formulae.map(Number);
          cell.value = from === 0 ? Math.max(0, (to ?? 0) - off) : 0;
        }
      });
    });
};

/** Waits for a job's end. */
export const jobEnded = async (who: Caller, id: string): Promise<{ state: string; message: string }> => {
  for (;;) {
    const { state, error } = await who.call('jobs.view', { id });
    if (state !== 'running') return { state, message: error?.message ?? '' };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Sends files back; the preview of what they would do. */
export const sentBack = async (
  who: Caller,
  cycleId: string,
  files: readonly FileContent[],
): Promise<BooksPreview> => {
  const { jobId } = await who.call('evaluation.startBookImport', { cycleId, files: [...files] });
  const ended = await jobEnded(who, jobId);
  if (ended.state !== 'done') throw new Error(`the import ended as ${ended.state}: ${ended.message}`);
  const { preview } = await who.call('evaluation.bookImport', { jobId });
  if (!preview) throw new Error('there is no preview');
  return preview;
};

/** A finished job's file. */
export const fetched = async (who: Caller, jobId: string): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const piece: { base64: string; next: number | null } = await who.call('jobs.readFile', { jobId, from });
    pieces.push(Buffer.from(piece.base64, 'base64'));
    from = piece.next;
  }
  return Buffer.concat(pieces);
};

/** The workbooks of a zip, by their path in it. */
export const unzipped = async (zip: Uint8Array): Promise<Map<string, FileContent>> => {
  const files = Object.values((await JSZip.loadAsync(zip)).files).filter(({ dir }) => !dir);
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const base64 = await file.async('base64');
        return [file.name, { name: file.name.split('/').at(-1) ?? '', mime: XLSX, base64 }] as const;
      }),
    ),
  );
};

/** The file as LibreOffice writes it after opening and saving it. */
export const savedByLibreOffice = async (file: FileContent): Promise<FileContent> => {
  const dir = await mkdtemp(join(tmpdir(), 'mingze-office-'));
  try {
    const [given, out] = [join(dir, 'given.xlsx'), join(dir, 'out')];
    await writeFile(given, Buffer.from(file.base64, 'base64'));
    await promisify(execFile)(
      'soffice',
      [
        `-env:UserInstallation=file://${join(dir, 'profile')}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        out,
        given,
      ],
      { timeout: 170_000 },
    );
    return { ...file, base64: (await readFile(join(out, 'given.xlsx'))).toString('base64') };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
