import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportKind } from '../../shared/features/evaluation/exports/channels.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { XLSX } from '../../electron/features/file-content.ts';
import { addTeachers, confirmed, scoreAll, started } from '../support/evaluation/teacher-cycle.ts';
import { createReckoner, type CellSource } from '../support/formulas.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { whyNoOffice } from '../support/office.ts';
import { fetched, jobEnded, opened, savedByLibreOffice, unzipped } from '../support/score-books.ts';

let desk: TestDesk;
let one: Caller;
let first: string;
let cycleId: string;

const noOffice = await whyNoOffice();

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await addTeachers(desk);
  first = await started(one, { name: '2025年教师考核', startsOn: '2025-11-01', endsOn: '2026-11-24' });
  await scoreAll(one, first);
  await confirmed(one, first);
  cycleId = await started(one, { standardise: { mean: 8000, spread: 800 } });
  await scoreAll(one, cycleId);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const exported = async (kind: ExportKind, perPerson = false): Promise<Buffer> => {
  const { jobId } = await one.call('evaluation.startExport', { cycleId, kind, perPerson });
  const ended = await jobEnded(one, jobId);
  if (ended.state !== 'done') throw new Error(`${kind} ended as ${ended.state}: ${ended.message}`);
  return fetched(one, jobId);
};

const bookOf = (bytes: Buffer): FileContent => ({
  name: 'book.xlsx',
  mime: XLSX,
  base64: bytes.toString('base64'),
});

type Result = number | string;

/** Every cell with a formula: its stored result, blank as the empty text. */
const resultsIn = (workbook: ExcelJS.Workbook): Map<string, Result> => {
  const found = new Map<string, Result>();
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({ value, address, result }) => {
        // The value itself drops a result of 0 on reading.
        if (typeof value !== 'object' || value === null || !('formula' in value)) return;
        found.set(
          `${sheet.name}!${address}`,
          typeof result === 'number' || typeof result === 'string' ? result : '',
        );
      }),
    );
  return found;
};

const demandEqual = (stored: ReadonlyMap<string, Result>, at: string, other: unknown): void => {
  const own = stored.get(at);
  if (typeof own === 'number' && typeof other === 'number')
    expect(Math.abs(own - other), at).toBeLessThan(1e-9);
  else expect(other, at).toBe(own);
};

/** Reckons every formula anew with a small spreadsheet that knows nothing of the rules. */
const demandReckoned = (workbook: ExcelJS.Workbook): Map<string, Result> => {
  const reckon = createReckoner((sheet, address): CellSource => {
    const { value } = workbook.getWorksheet(sheet)?.getCell(address) ?? { value: null };
    if (typeof value === 'object' && value !== null && 'formula' in value) return { formula: value.formula };
    return { value: typeof value === 'number' || typeof value === 'string' ? value : null };
  });
  const stored = resultsIn(workbook);
  for (const at of stored.keys()) {
    const [sheet = '', address = ''] = at.split('!');
    demandEqual(stored, at, reckon(sheet, address));
  }
  return stored;
};

/** The same formulas as LibreOffice reckons them, without any stored result to lean on. */
const reckonedByLibreOffice = async (bytes: Buffer): Promise<Map<string, Result>> => {
  const before = await opened(bookOf(bytes));
  for (const sheet of before.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell;
        if (typeof value === 'object' && value !== null && 'formula' in value)
          cell.value = { formula: value.formula };
      }),
    );
  const bare = Buffer.from(await before.xlsx.writeBuffer());
  return resultsIn(await opened(await savedByLibreOffice(bookOf(bare))));
};

const printedAsPdf = async (bytes: Buffer): Promise<Buffer> => {
  const dir = await mkdtemp(join(tmpdir(), 'mingze-print-'));
  try {
    await writeFile(join(dir, 'book.xlsx'), bytes);
    await promisify(execFile)(
      'soffice',
      [
        `-env:UserInstallation=file://${join(dir, 'profile')}`,
        ...['--headless', '--convert-to', 'pdf', '--outdir', dir, join(dir, 'book.xlsx')],
      ],
      { timeout: 170_000 },
    );
    return await readFile(join(dir, 'book.pdf'));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

const chartsIn = async (bytes: Uint8Array): Promise<string[]> => {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.keys(zip.files).filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path));
  return Promise.all(parts.map(async (path) => (await zip.file(path)?.async('string')) ?? ''));
};

/** The cached figures of a chart stand in the very cells that it names. */
const demandBound = (workbook: ExcelJS.Workbook, chart: string): void => {
  const sources = [...chart.matchAll(/<c:f>([^<]+)<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/g)];
  expect(sources.length).toBeGreaterThanOrEqual(3);
  for (const [, cells = '', cache = ''] of sources) {
    const [, sheet = '', from = '', to = from] =
      /^'(.+)'!\$?([A-Z]+\$?\d+)(?::\$?([A-Z]+\$?\d+))?$/.exec(cells) ?? [];
    const page = workbook.getWorksheet(sheet);
    if (!page) throw new Error(`no sheet for ${cells}`);
    const [start, end] = [from, to].map((address) => page.getCell(address.replaceAll('$', '')));
    if (!start || !end) throw new Error(`no cells for ${cells}`);
    const values: string[] = [];
    for (let row = Number(start.row); row <= Number(end.row); row += 1)
      for (let column = Number(start.col); column <= Number(end.col); column += 1) {
        const cell = page.getCell(row, column);
        values.push(typeof cell.result === 'number' ? String(cell.result) : cell.text);
      }
    for (const [, at, value] of cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g))
      expect(values[Number(at)], `${cells} ${at ?? ''}`).toBe(value);
  }
};

/** Ready for paper: A4, an area, heads on every page, one page wide, numbered. */
const demandPrintable = (workbook: ExcelJS.Workbook): void => {
  for (const { pageSetup, headerFooter, name } of workbook.worksheets) {
    expect(pageSetup.paperSize, name).toBe(9);
    expect(pageSetup.printArea, name).toMatch(/^A1:[A-Z]+\d+$/);
    expect(pageSetup.printTitlesRow, name).toMatch(/^3:\d+$/);
    expect([pageSetup.fitToPage, pageSetup.fitToWidth, pageSetup.fitToHeight], name).toEqual([true, 1, 0]);
    expect(headerFooter.oddFooter, name).toContain('第 &P 页');
  }
};

const figured = ['departments', 'ranking', 'maskedRanking', 'years'] as const;

describe('what can be had of an evaluation', () => {
  it('is listed, with the reason for what cannot', async () => {
    const { offers } = await one.call('evaluation.exportOffers', { cycleId });
    expect(offers.filter(({ refused }) => refused !== '')).toEqual([]);
    expect(offers.every(({ contains }) => contains.length > 0)).toBe(true);
    const early = await one.call('evaluation.exportOffers', { cycleId: first });
    expect(early.offers.filter(({ refused }) => refused !== '').map(({ kind }) => kind)).toEqual(['years']);
    const refused = await one.refused('evaluation.startExport', { cycleId: first, kind: 'years' });
    expect(refused.code).toBe('illegal-step');
    const empty = await started(one, { name: '没有评分' });
    const { offers: open } = await one.call('evaluation.exportOffers', { cycleId: empty });
    expect(open.filter(({ refused: why }) => why === '').map(({ kind }) => kind)).toEqual([
      'whole',
      'blankWord',
      'blankExcel',
    ]);
  });

  it.each(figured)(
    '%s reckons to its stored results, is printable, and its charts hang on its cells',
    async (kind) => {
      const bytes = await exported(kind);
      const workbook = await opened(bookOf(bytes));
      const stored = demandReckoned(workbook);
      expect(stored.size).toBeGreaterThan(10);
      demandPrintable(workbook);
      const charts = await chartsIn(bytes);
      expect(charts.length).toBeGreaterThan(0);
      for (const chart of charts) demandBound(workbook, chart);
    },
  );

  it('hands out the whole workbook as a job that tells how far it is and can be stopped', async () => {
    const bytes = await exported('whole');
    const at = await one.call('evaluation.exportSheet', { id: cycleId });
    expect(bytes.equals(Buffer.from(at.base64, 'base64'))).toBe(true);
    const { jobId } = await one.call('evaluation.startExport', { cycleId, kind: 'whole' });
    await one.call('jobs.cancel', { id: jobId });
    expect(await jobEnded(one, jobId)).toMatchObject({ state: 'cancelled' });
  });

  it('makes the same bytes of the same results', async () => {
    for (const kind of ['departments', 'years'] as const)
      expect((await exported(kind)).equals(await exported(kind))).toBe(true);
  });

  it('says of departments what the comparison says, and nothing of the mean of two', async () => {
    const view = await one.call('evaluation.compare', { cycleId });
    const workbook = await opened(bookOf(await exported('departments')));
    const summary = workbook.getWorksheet('部门汇总');
    const rows = new Map<string, ExcelJS.Row>();
    summary?.eachRow((row) => rows.set(row.getCell(1).text, row));
    for (const { name, count, summary: own } of view.departments) {
      const row = rows.get(name);
      expect(row?.getCell(2).result).toBe(count);
      expect(row?.getCell(3).result).toBe(own ? own.mean / 100 : undefined);
      expect(row?.getCell(7).result).toBe(own ? own.median / 100 : undefined);
    }
    expect(rows.get('心理室')?.getCell(3).value).toBeNull();
    expect(rows.get('全体')?.getCell(3).result).toBe((view.summary?.mean ?? 0) / 100);
  });

  it('hides names, numbers and departments in the list for the notice board', async () => {
    const bytes = await exported('maskedRanking');
    const zip = await JSZip.loadAsync(bytes);
    const texts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
    const all = texts.join('\n');
    expect(all).not.toMatch(/教师\d\d|T\d\d<|语文组|数学组|心理室/);
    expect(all).toContain('教***');
  });

  it('gives everybody a sheet of his own, live to the total', async () => {
    const books = await unzipped(await exported('people'));
    expect([...books.keys()].toSorted()).toEqual(
      ['心理室 个人考核表.xlsx', '数学组 个人考核表.xlsx', '语文组 个人考核表.xlsx'].toSorted(),
    );
    const results = await one.call('evaluation.results', { cycleId });
    let people = 0;
    for (const file of books.values()) {
      const workbook = await opened(file);
      demandReckoned(workbook);
      demandPrintable(workbook);
      const charts = await chartsIn(Buffer.from(file.base64, 'base64'));
      expect(charts).toHaveLength(workbook.worksheets.length);
      for (const chart of charts) demandBound(workbook, chart);
      for (const sheet of workbook.worksheets) {
        people += 1;
        const row = results.rows.find(({ subject }) => subject.name === sheet.name);
        const total = row?.outcome.kind === 'graded' ? row.outcome.figures.total / 100 : undefined;
        let found: unknown;
        sheet.eachRow((line) => {
          if (line.getCell(1).text === '总分') found = line.getCell(6).result;
        });
        expect(found).toBe(total);
      }
    }
    expect(people).toBe(13);
    const single = await unzipped(await exported('people', true));
    expect([...single.keys()]).toContain('数学组/T17 教师17 个人考核表.xlsx');
    expect(single.size).toBe(13);
  });

  it('gives blank sheets for the pen, in Word and Excel', async () => {
    const workbook = await opened(bookOf(await exported('blankExcel')));
    demandPrintable(workbook);
    expect(workbook.worksheets).toHaveLength(3);
    const page = workbook.worksheets[0];
    expect(page?.getCell('B5').text).toBe('教师10');
    expect(page?.getCell('D5').value).toBeNull();
    expect(page?.getCell('D4').text).toMatch(/（.+）$/);
    const zip = await JSZip.loadAsync(await exported('blankWord'));
    expect(Object.keys(zip.files).toSorted()).toEqual(
      ['领导评价评分表.docx', '学生评教评分表.docx', '自评评分表.docx'].toSorted(),
    );
    const word = await JSZip.loadAsync((await zip.file('学生评教评分表.docx')?.async('uint8array')) ?? '');
    const text = (await word.file('word/document.xml')?.async('string')) ?? '';
    expect(text).toContain('无记名，不填');
    expect(text).not.toContain('教师10');
  });

  it('can be stopped, and then leaves no file', async () => {
    const { jobId } = await one.call('evaluation.startExport', { cycleId, kind: 'people', perPerson: true });
    await one.call('jobs.cancel', { id: jobId });
    expect((await jobEnded(one, jobId)).state).toBe('cancelled');
    expect((await one.refused('jobs.file', { jobId })).code).toBe('not-found');
  });

  // Needs an installed office suite: a bare machine says so here, the tests above run everywhere.
  it.skipIf(noOffice !== undefined)(
    `is recalculated by LibreOffice to the same figures and prints its charts${noOffice === undefined ? '' : ` (${noOffice})`}`,
    { timeout: 170_000 },
    async () => {
      const books: Buffer[] = [];
      for (const kind of figured) books.push(await exported(kind));
      const [people] = [...(await unzipped(await exported('people'))).values()];
      books.push(Buffer.from(people?.base64 ?? '', 'base64'));
      for (const bytes of books) {
        const stored = resultsIn(await opened(bookOf(bytes)));
        const again = await reckonedByLibreOffice(bytes);
        for (const at of stored.keys()) demandEqual(stored, at, again.get(at));
        // What it read as a chart it writes as one again.
        const resaved = Buffer.from((await savedByLibreOffice(bookOf(bytes))).base64, 'base64');
        expect(await chartsIn(resaved)).toHaveLength((await chartsIn(bytes)).length);
      }
      const pdf = await printedAsPdf(books[0] ?? Buffer.alloc(0));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});
