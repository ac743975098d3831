import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scoreSheetCollection } from '../../electron/features/evaluation/collections.ts';
import type { CycleView } from '../../shared/features/evaluation/views.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { draftOf, scoreWhole, withTeachers, type PlannedGroup } from '../support/evaluation/teachers.ts';

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await withTeachers(desk, [
    { name: '王建国', department: 1 },
    { name: '李梅', department: 1 },
    { name: '赵强', department: 2 },
    { name: '孙悦', department: 2 },
  ]);
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const lead: PlannedGroup = {
  id: 'lead',
  kind: 'leader',
  name: '领导评价',
  weight: 6000,
  dimensionIds: null,
  raters: [
    { id: 'r1', name: '张校长', userId: null },
    { id: 'r2', name: '陈主任', userId: null },
  ],
};
const peers: PlannedGroup = {
  id: 'peer',
  kind: 'peer',
  name: '同行互评',
  weight: 4000,
  dimensionIds: null,
  anonymous: true,
  raters: [1, 2, 3, 4].map((at) => ({
    id: `q${String(at)}`,
    name: `教师${String(at)}`,
    userId: null,
    staffId: `s${String(at)}`,
  })),
};

const started = async (groups = [lead, peers]): Promise<CycleView> => {
  const { cycle } = await draftOf(one, groups);
  return one.call('evaluation.start', { id: cycle.id, rev: cycle.rev });
};

const sheetOf = (view: CycleView, groupId: string, raterId: string) =>
  view.sheets.find((sheet) => sheet.groupId === groupId && sheet.raterId === raterId);

const journalLines = async (): Promise<string[]> => {
  const folder = join(desk.dir, 'journal');
  const texts = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts.join('\n').split('\n');
};

const refusedMessage = async (...call: Parameters<Caller['refused']>): Promise<string> =>
  (await one.refused(...call)).message;

describe('closing', () => {
  it('shuts the sheets, and only then can results be confirmed', async () => {
    const { cycle } = await started([{ ...lead, weight: 10_000 }]);
    await scoreWhole(one, { cycleId: cycle.id, groupId: 'lead', raterId: 'r1' });
    const closed = await one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
    expect(closed.cycle.state).toBe('closed');
    expect(closed.acts).toEqual(['confirm', 'reopen']);
    expect(closed.cycle.history.at(-1)).toMatchObject({ what: 'closed', note: '评完 4 / 8 份' });
    const target = { id: cycle.id, rev: closed.cycle.rev };
    expect(await refusedMessage('evaluation.close', target)).toBe('已经收卷。');
    expect(
      await refusedMessage('evaluation.savePlan', { ...target, plan: { ...closed.cycle, about: '改' } }),
    ).toContain('已经收卷，方案不能再改');
    const { rows } = await one.call('evaluation.scoreSheet', {
      cycleId: cycle.id,
      groupId: 'lead',
      raterId: 'r2',
    });
    expect(rows.some(({ mayEnter }) => mayEnter)).toBe(false);
    const opened = await one.call('evaluation.reopen', {
      ...target,
      reason: '补录陈主任的评分',
      to: 'scoring',
    });
    expect(opened.cycle.state).toBe('scoring');
    await scoreWhole(one, { cycleId: cycle.id, groupId: 'lead', raterId: 'r2' });
  });

  it('seals what anonymous raters gave: no key, no name, no way back, and the scores count', async () => {
    const { cycle } = await started();
    for (const raterId of ['q1', 'q2', 'q3', 'q4'])
      await scoreWhole(one, { cycleId: cycle.id, groupId: 'peer', raterId });
    for (const raterId of ['r1', 'r2'])
      await scoreWhole(one, { cycleId: cycle.id, groupId: 'lead', raterId });
    const running = await one.call('evaluation.readCycle', { id: cycle.id });
    expect(sheetOf(running, 'peer', 'q1')?.progress).toEqual({ done: 3, begun: 0, total: 3 });
    expect(await readdir(join(desk.dir, 'keys'))).toHaveLength(1);
    const kept = desk
      .app()
      .store.by(scoreSheetCollection, 'cycle', cycle.id)
      .filter(({ groupId }) => groupId === 'peer');
    expect(kept).toHaveLength(12);
    for (const { raterId, saved } of kept) {
      expect(raterId).toMatch(/^[0-9a-f]{64}$/);
      expect(saved).toEqual({ at: '2026-11-24T00:00:00.000Z', by: { userId: '', name: '匿名评分人' } });
    }
    const secret = (await journalLines()).filter((line) => line.includes('"groupId":"peer"'));
    expect(secret.length).toBeGreaterThanOrEqual(4);
    for (const line of secret) {
      expect(line).not.toMatch(/"raterId":"q\d"/);
      expect(line).toContain('"name":"匿名评分人"');
      expect(line).not.toContain('周敏');
      // Not the hour either: beside the lines of a session it would say whose they are.
      expect(line).toContain('"at":"2026-11-24T00:00:00.000Z"');
      expect(line).not.toMatch(/2026-11-24T(?!00:00:00\.000Z)/);
    }
    // The chain of the journal stands all the same.
    expect((await desk.app().store.verify()).problems).toEqual([]);

    const closed = await one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
    expect(closed.cycle.sealed).not.toBeNull();
    expect(await readdir(join(desk.dir, 'keys'))).toEqual([]);
    expect(closed.sheets.filter(({ groupId }) => groupId === 'peer')).toMatchObject([
      { raterId: null, name: '匿名评分人 4 名', progress: { done: 12, total: 12 }, mayOpen: false },
    ]);
    const opened = await one.call('evaluation.reopen', {
      id: cycle.id,
      rev: closed.cycle.rev,
      reason: '核对',
      to: 'scoring',
    });
    const sheet = { cycleId: cycle.id, groupId: 'peer', raterId: 'q1' };
    expect(await refusedMessage('evaluation.scoreSheet', sheet)).toContain('匿名组');
    const typed = await one.refused('evaluation.saveScores', {
      cycleId: cycle.id,
      groupId: 'peer',
      rows: [{ raterId: 'q1', subjectId: 's2', rev: 1, cells: [{ indicatorId: 'x', text: '1' }] }],
    });
    expect(typed.code).toBe('forbidden');
    const again = await one.call('evaluation.close', { id: cycle.id, rev: opened.cycle.rev });
    const { rows } = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(rows.map(({ outcome }) => outcome.kind)).toEqual(['graded', 'graded', 'graded', 'graded']);
    await one.call('evaluation.confirm', { id: cycle.id, rev: again.cycle.rev });
  });

  it('destroys a key that a crash left behind, when the folder is opened again', async () => {
    const { cycle } = await started();
    const keys = join(desk.dir, 'keys');
    const store = desk.app().store;
    await one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
    await store.makeKey(`ballots-${cycle.id}`);
    expect(await readdir(keys)).toHaveLength(1);
    await desk.restart();
    expect(await readdir(keys)).toEqual([]);
  });

  it('keeps the key over a restart while scoring runs', async () => {
    const { cycle } = await started();
    await scoreWhole(one, { cycleId: cycle.id, groupId: 'peer', raterId: 'q1' });
    await desk.restart();
    one = await desk.everyone();
    const view = await one.call('evaluation.readCycle', { id: cycle.id });
    expect(sheetOf(view, 'peer', 'q1')?.progress.done).toBe(3);
  });

  it('names nobody in an anonymous group that is too small to hide in', async () => {
    const { problems } = await draftOf(one, [lead, { ...peers, raters: peers.raters.slice(0, 3) }]);
    expect(problems.map(({ message }) => message).join('')).toContain(
      '“同行互评”是匿名组，评王建国、李梅、赵强的不足 3 人',
    );
  });
});

describe('more time', () => {
  it('is given to everybody or to single raters, and lateness is refused before', async () => {
    const { cycle } = await started([{ ...lead, weight: 10_000 }]);
    desk.clock.set(Date.parse('2026-12-02T01:00:00.000Z'));
    one = await desk.everyone();
    const late = await one.refused('evaluation.saveScores', {
      cycleId: cycle.id,
      groupId: 'lead',
      rows: [{ raterId: 'r1', subjectId: 's1', rev: 0, cells: [{ indicatorId: 'x', text: '1' }] }],
    });
    expect(late).toMatchObject({
      code: 'illegal-step',
      message: '评分已于2026年11月30日截止。需要补评的，请由组织考核的人办理延期。',
    });
    const target = { id: cycle.id, rev: cycle.rev };
    const past = await one.refused('evaluation.extend', {
      ...target,
      to: '2026-12-01',
      reason: '病假',
      raters: null,
    });
    expect(past.message).toContain('已经过去');
    const own = await one.call('evaluation.extend', {
      ...target,
      to: '2026-12-05',
      reason: '外出培训',
      raters: { groupId: 'lead', raterIds: ['r1'] },
    });
    expect(own.cycle.history.at(-1)).toMatchObject({
      what: 'extended',
      note: '领导评价的张校长延至2026年12月5日：外出培训',
    });
    expect(sheetOf(own, 'lead', 'r1')).toMatchObject({ lastDay: '2026-12-05', mayEnter: true });
    expect(sheetOf(own, 'lead', 'r2')).toMatchObject({ lastDay: '2026-11-30', mayEnter: false });
    await scoreWhole(one, { cycleId: cycle.id, groupId: 'lead', raterId: 'r1' });
    const all = await one.call('evaluation.extend', {
      id: cycle.id,
      rev: own.cycle.rev,
      to: '2026-12-10',
      reason: '统一延期',
      raters: null,
    });
    expect(all.sheets.map(({ lastDay }) => lastDay)).toEqual(['2026-12-10', '2026-12-10']);
  });
});

describe('a rater who leaves', () => {
  it('owes nothing any more, and what he finished counts or does not, as it was said', async () => {
    const { cycle } = await started([{ ...lead, weight: 10_000 }]);
    await scoreWhole(one, { cycleId: cycle.id, groupId: 'lead', raterId: 'r1' });
    const leaving = { id: cycle.id, groupId: 'lead', raterId: 'r2', reason: '调离' };
    const without = await one.call('evaluation.withdrawRater', { ...leaving, rev: cycle.rev, counted: true });
    expect(without.progress).toEqual({ done: 4, begun: 0, total: 4 });
    const live = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(live.rows.map(({ outcome }) => outcome.kind)).toEqual(['graded', 'graded', 'graded', 'graded']);
    const last = await one.refused('evaluation.withdrawRater', {
      ...leaving,
      raterId: 'r1',
      rev: without.cycle.rev,
      counted: false,
    });
    expect(last.message).toContain('没有人评王建国');
    const back = await one.call('evaluation.restoreRater', {
      id: cycle.id,
      groupId: 'lead',
      raterId: 'r2',
      rev: without.cycle.rev,
    });
    expect(back.progress.total).toBe(8);
  });

  it('takes his anonymous sheets with him where they are not to count', async () => {
    const many = { ...peers, raters: [...peers.raters, { id: 'q5', name: '教师5', userId: null }] };
    const { cycle } = await started([lead, many]);
    await scoreWhole(one, { cycleId: cycle.id, groupId: 'peer', raterId: 'q5' });
    const count = (): number => desk.app().store.by(scoreSheetCollection, 'cycle', cycle.id).length;
    expect(count()).toBe(4);
    await one.call('evaluation.withdrawRater', {
      id: cycle.id,
      rev: cycle.rev,
      groupId: 'peer',
      raterId: 'q5',
      reason: '误列',
      counted: false,
    });
    expect(count()).toBe(0);
  });
});

describe('who rates whom', () => {
  it('is laid down by a rule and changed by hand; nobody is taken off whom he already rated', async () => {
    const open = { ...peers, anonymous: false };
    const draft = await draftOf(one, [lead, open]);
    const ruled = await one.call('evaluation.assign', {
      id: draft.cycle.id,
      rev: draft.cycle.rev,
      groupId: 'peer',
      assignment: { kind: 'department' },
    });
    const listsOf = (view: CycleView) => view.cycle.groups[1]?.raters.map(({ subjectIds }) => subjectIds);
    expect(listsOf(ruled)).toEqual([['s2'], ['s1'], ['s4'], ['s3']]);
    const byHand = await one.call('evaluation.setAssignments', {
      id: draft.cycle.id,
      rev: ruled.cycle.rev,
      groupId: 'peer',
      raters: [{ raterId: 'q1', subjectIds: ['s3', 's2'] }],
    });
    expect(listsOf(byHand)?.[0]).toEqual(['s2', 's3']);
    const itself = await one.refused('evaluation.setAssignments', {
      id: draft.cycle.id,
      rev: byHand.cycle.rev,
      groupId: 'peer',
      raters: [{ raterId: 'q1', subjectIds: ['s1'] }],
    });
    expect(itself.message).toContain('“教师1”不能给自己评分');

    const { cycle } = await one.call('evaluation.start', { id: draft.cycle.id, rev: byHand.cycle.rev });
    await scoreWhole(one, { cycleId: cycle.id, groupId: 'peer', raterId: 'q1' });
    const off = await one.refused('evaluation.setAssignments', {
      id: cycle.id,
      rev: cycle.rev,
      groupId: 'peer',
      raters: [{ raterId: 'q1', subjectIds: ['s2'] }],
    });
    expect(off.message).toContain('“教师1”已经给“赵强”评过分');
  });
});

describe('a plan', () => {
  it('can be copied with its groups, and says who still has to be reminded', async () => {
    const { cycle } = await started([{ ...lead, weight: 10_000 }]);
    const copy = await one.call('evaluation.copyCycle', {
      id: cycle.id,
      name: '2027年春季教师考核',
      startsOn: '2027-05-01',
      endsOn: '2027-05-20',
    });
    expect(copy.cycle).toMatchObject({ state: 'draft', subjects: [], name: '2027年春季教师考核' });
    expect(copy.cycle.groups[0]?.raters.map(({ name }) => name)).toEqual(['张校长', '陈主任']);

    await scoreWhole(one, { cycleId: cycle.id, groupId: 'lead', raterId: 'r1' });
    const excel = await one.call('evaluation.exportReminders', { id: cycle.id, format: 'excel' });
    const workbook = new ExcelJS.Workbook();
    const bytes = Buffer.from(excel.base64, 'base64');
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const cells: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell(({ value }) => void cells.push(value)));
    expect(cells).toContain('陈主任');
    expect(cells).not.toContain('张校长');
    const word = await one.call('evaluation.exportReminders', { id: cycle.id, format: 'word' });
    const zip = await JSZip.loadAsync(Buffer.from(word.base64, 'base64'));
    expect(await zip.file('word/document.xml')?.async('string')).toContain('陈主任');
    await scoreWhole(one, { cycleId: cycle.id, groupId: 'lead', raterId: 'r2' });
    expect(await refusedMessage('evaluation.exportReminders', { id: cycle.id, format: 'word' })).toBe(
      '评分表都已评完，没有要催的人。',
    );
  });
});
