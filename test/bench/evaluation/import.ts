import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { draftOf, withTeachers } from '../../support/evaluation/teachers.ts';
import { openDesk } from '../../support/harness.ts';
import { edited, fetched, filledIn, jobEnded, unzipped } from '../../support/score-books.ts';
import { inChild } from '../child.ts';
import { median, row, type BenchRow } from '../row.ts';

const RATERS = 300;
const TEACHERS = 40;
const ROUNDS = 3;
const measured = z.object({ took: z.number(), wrote: z.number(), rss: z.number() });

/** A school with a cycle of 40 teachers and 300 raters in `school`, and their filled workbooks in `books`. */
const prepare = async (dir: string): Promise<string> => {
  const desk = await openDesk();
  const one = await desk.everyone();
  await withTeachers(
    desk,
    Array.from({ length: TEACHERS }, (_, at) => ({
      name: `教师${String(at + 1)}`,
      department: 1 + (at % 2),
    })),
  );
  const raters = Array.from({ length: RATERS }, (_, at) => ({
    id: `r${String(at)}`,
    name: `评委${String(at + 1)}`,
    userId: null,
  }));
  const draft = await draftOf(one, [
    { id: 'panel', kind: 'panel', name: '考核小组', weight: 10_000, dimensionIds: null, raters },
  ]);
  const { cycle } = await one.call('evaluation.start', { id: draft.cycle.id, rev: draft.cycle.rev });
  const { jobId } = await one.call('evaluation.startBooks', {
    cycleId: cycle.id,
    groupIds: null,
    perGroup: false,
  });
  await jobEnded(one, jobId);
  const files = await unzipped(await fetched(one, jobId));
  await mkdir(join(dir, 'books'));
  for (const [path, file] of files) {
    if (path === '发放清单.xlsx') continue;
    const filled = await edited(file, (workbook) => filledIn(workbook, (at) => at % 7));
    await writeFile(join(dir, 'books', file.name), Buffer.from(filled.base64, 'base64'));
  }
  await desk.app().close();
  await cp(desk.dir, join(dir, 'school'), { recursive: true });
  await rm(desk.dir, { recursive: true, force: true });
  return cycle.id;
};

/**
 * 300 workbooks of raters read and checked cell by cell against signature, rules and present scores, until the preview
 * stands; then all of their scores written in one transaction; both against the library only reading the same files.
 * Seconds and peak memory, each time in a process of its own; the two take turns.
 */
export const measureImport = async (): Promise<BenchRow[]> => {
  const child = fileURLToPath(new URL('./import-child.ts', import.meta.url));
  const dir = await mkdtemp(join(tmpdir(), 'mingze-bench-'));
  try {
    const cycleId = await prepare(dir);
    const ours: z.infer<typeof measured>[] = [];
    const theirs: z.infer<typeof measured>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      theirs.push(measured.parse(await inChild(child, ['bare', join(dir, 'books')])));
      const school = join(dir, `school-${String(round)}`);
      await cp(join(dir, 'school'), school, { recursive: true });
      ours.push(measured.parse(await inChild(child, ['ours', join(dir, 'books'), school, cycleId])));
    }
    const peer = 'exceljs only reading the same files';
    const of = (rows: typeof ours, what: keyof z.infer<typeof measured>): number =>
      median(rows.map((each) => each[what]));
    return [
      row('import-300', 's', of(ours, 'took'), peer, of(theirs, 'took')),
      row('import-300-write', 's', of(ours, 'wrote'), peer, of(theirs, 'took')),
      row('import-300-rss', 'MB', of(ours, 'rss'), peer, of(theirs, 'rss')),
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
