import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemo } from '../../electron/demo/build-demo.ts';
import { callerOf } from '../../electron/demo/caller.ts';
import { DEMO_PASSWORD } from '../../electron/demo/world.ts';
import { createApp } from '../../electron/app/create-app.ts';
import { exportDemo, type DemoSummary } from '../../electron/demo/export-demo.ts';
import { resourcesDir, testClock } from '../support/harness.ts';

let outDir: string;
let task: Omit<Parameters<typeof buildDemo>[0], 'report'>;
let summary: DemoSummary;
let logins: Awaited<ReturnType<typeof buildDemo>>;
const defects: string[] = [];
const progress: number[] = [];

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'mingze-demo-test-'));
  task = {
    dataDir: join(outDir, 'data'),
    resourcesDir,
    clock: testClock(),
    log: { error: (message: string) => void defects.push(message), info: () => undefined },
  };
  logins = await buildDemo({
    ...task,
    report: async (done, total) => void progress.push(done / total),
  });
  summary = await exportDemo({ ...task, outDir });
}, 300_000);

afterAll(() => rm(outDir, { recursive: true, force: true }));

describe('the demo school', () => {
  it('is of the size of a school, and built without a defect', () => {
    expect(summary.counts).toMatchObject({ classes: 21, cases: 21, cycles: 10 });
    expect(summary.counts['staff']).toBeGreaterThanOrEqual(60);
    expect(summary.counts['pupils']).toBeGreaterThanOrEqual(900);
    expect(defects).toEqual([]);
  });

  it('knows who teaches what, now and before, and has pupils who rate those who teach them', async () => {
    const app = await createApp({ ...task, newId: randomUUID });
    try {
      const office = callerOf(app);
      await office.call('accounts.login', { accountName: 'bangongshi', password: DEMO_PASSWORD });
      const { classes, cells } = await office.call('organisation.teachingTable', {});
      for (const { id, headTeacher } of classes) {
        expect(headTeacher).not.toBe('');
        expect(cells.filter(({ classId }) => classId === id).length).toBeGreaterThanOrEqual(10);
      }
      const { teachings } = await office.call('organisation.teachings', {});
      expect(teachings.some(({ current }) => !current)).toBe(true);
      const { cycles } = await office.call('evaluation.cycles', {});
      const rating = cycles.find(({ name }) => name.endsWith('学生评教'));
      const { cycle } = await office.call('evaluation.readCycle', { id: rating?.id ?? '' });
      for (const { subjectIds } of cycle.groups[0]?.raters ?? [])
        expect(subjectIds?.length).toBeGreaterThanOrEqual(8);
    } finally {
      await app.close();
    }
  });

  it('leaves the papers and sheets that it names', async () => {
    expect((await readdir(join(outDir, 'word'))).sort()).toEqual(summary.word);
    expect((await readdir(join(outDir, 'excel'))).sort()).toEqual(summary.excel);
    for (const kind of ['word', 'excel'] as const)
      for (const name of summary[kind])
        expect((await readFile(join(outDir, kind, name))).subarray(0, 2).toString()).toBe('PK');
  });

  it('tells whom to log in as, one of every role that works there', () => {
    expect(logins.map(({ accountName }) => accountName)).toEqual([
      'xiaozhang',
      'bangongshi',
      'diaocha',
      'fuhe',
      'kaohe',
      'caiwu',
      'jiaoshi',
      'admin',
    ]);
    expect(logins.every(({ name }) => /^\p{Script=Han}{2,3}$/u.test(name))).toBe(true);
  });

  it('has reviews that wait, are heard and are decided, by somebody who had no part in the decisions', async () => {
    const app = await createApp({ ...task, newId: randomUUID });
    try {
      const reviewer = callerOf(app);
      await reviewer.call('accounts.login', { accountName: 'fuhe', password: DEMO_PASSWORD });
      const { appeals } = await reviewer.call('appeals.list', {});
      expect(appeals.map(({ state, nextAct }) => [state, nextAct])).toEqual([
        ['received', 'accept'],
        ['accepted', 'decide'],
        ['served', 'close'],
      ]);
      for (const { id, nextAct } of appeals)
        expect((await reviewer.call('appeals.read', { id })).acts).toContain(nextAct);
    } finally {
      await app.close();
    }
  });

  it('has results that came of data, each to be followed to the marks of two exams and the cells of a table', async () => {
    const app = await createApp({ ...task, newId: randomUUID });
    try {
      const office = callerOf(app);
      await office.call('accounts.login', { accountName: 'bangongshi', password: DEMO_PASSWORD });
      const { cycles } = await office.call('evaluation.cycles', {});
      const cycle = cycles.find(({ name }) => name.endsWith('教学质量考核'));
      expect(cycle?.state).toBe('confirmed');
      const cycleId = cycle?.id ?? '';
      const { rows } = await office.call('evaluation.dataTable', { cycleId });
      expect(rows.length).toBeGreaterThanOrEqual(30);
      expect(rows.flatMap(({ missing }) => missing)).toEqual([]);
      const gains = rows.map(({ cells }) => Number(cells['增值']));
      expect(Math.min(...gains)).toBeLessThan(0);
      expect(Math.max(...gains)).toBeGreaterThan(0);
      const subjectId = rows[0]?.subject.id ?? '';
      const { explanation } = await office.call('evaluation.explain', { cycleId, subjectId });
      const indicators = explanation?.groups.flatMap(({ dimensions }) =>
        dimensions.flatMap(({ indicators: own }) => own),
      );
      const sources = indicators?.flatMap(({ formula }) => formula?.inputs.map(({ source }) => source) ?? []);
      expect(sources?.some((source) => /期末考试成绩.*成绩统计：.*两次都参加的 \d+ 人次/.test(source))).toBe(
        true,
      );
      expect(sources?.some((source) => /教学常规检查.*单元格 [A-Z]\d+/.test(source))).toBe(true);
      const { rows: results } = await office.call('evaluation.results', { cycleId });
      const grades = new Set(
        results.map(({ outcome }) => (outcome.kind === 'graded' ? outcome.figures.grade : outcome.kind)),
      );
      expect(grades.size).toBeGreaterThanOrEqual(2);
      expect(grades).not.toContain('incomplete');
    } finally {
      await app.close();
    }
  });

  it('reports progress that only grows', () => {
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(Math.max(...progress)).toBeLessThanOrEqual(1);
  });
});
