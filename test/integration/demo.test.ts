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
    expect(summary.counts).toMatchObject({ classes: 21, cases: 21, cycles: 6 });
    expect(summary.counts['staff']).toBeGreaterThanOrEqual(60);
    expect(summary.counts['pupils']).toBeGreaterThanOrEqual(900);
    expect(defects).toEqual([]);
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

  it('reports progress that only grows', () => {
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(Math.max(...progress)).toBeLessThanOrEqual(1);
  });
});
