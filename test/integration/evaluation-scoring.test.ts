import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SheetView } from '../../shared/features/evaluation/views.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { draftOf, withTeachers, type PlannedGroup } from '../support/evaluation/teachers.ts';

let desk: TestDesk;
let one: Caller;
let cycleId: string;

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
const pupils: PlannedGroup = {
  id: 'pupil',
  kind: 'pupil',
  name: '学生评教',
  weight: 4000,
  dimensionIds: null,
  anonymous: true,
  raters: [1, 2, 3].map((at) => ({ id: `p${String(at)}`, name: `学生${String(at)}`, userId: null })),
};

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await withTeachers(desk, [
    { name: '王建国', department: 1 },
    { name: '李梅', department: 2 },
  ]);
  const { cycle } = await draftOf(one, [lead, pupils]);
  await one.call('evaluation.start', { id: cycle.id, rev: cycle.rev });
  cycleId = cycle.id;
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const sheetOf = (groupId = 'lead', raterId = 'r1'): Promise<SheetView> =>
  one.call('evaluation.scoreSheet', { cycleId, groupId, raterId });
const firstRow = async (groupId = 'lead', raterId = 'r1') => {
  const [row] = (await sheetOf(groupId, raterId)).rows;
  if (!row) throw new Error('the sheet is empty');
  return row;
};
const target = { groupId: 'lead', raterId: 'r1', subjectId: 's1' };
const photo = {
  name: '听课记录.txt',
  mime: 'text/plain',
  base64: Buffer.from('第三节，课堂有序。').toString('base64'),
};

describe('what a rater has to say', () => {
  it('is kept for single indicators and for the whole, beside the scores, and over a restart', async () => {
    const { columns } = await sheetOf();
    const indicatorId = columns[0]?.indicatorId ?? '';
    const saved = await one.call('evaluation.saveRemarks', {
      cycleId,
      ...target,
      rev: 0,
      notes: [{ indicatorId, text: '从未有投诉。' }],
      remark: '踏实肯干。',
    });
    expect(saved).toMatchObject({ notes: { [indicatorId]: '从未有投诉。' }, remark: '踏实肯干。', rev: 1 });
    const scored = await one.call('evaluation.saveScores', {
      cycleId,
      groupId: 'lead',
      rows: [{ raterId: 'r1', subjectId: 's1', rev: 1, cells: [{ indicatorId, text: '95' }] }],
    });
    expect(scored.rows[0]).toMatchObject({ remark: '踏实肯干。', cells: { [indicatorId]: '95' } });
    await desk.restart();
    one = await desk.everyone();
    expect(await firstRow()).toMatchObject({ notes: { [indicatorId]: '从未有投诉。' }, rev: 2 });
    const taken = await one.call('evaluation.saveRemarks', {
      cycleId,
      ...target,
      rev: 2,
      notes: [{ indicatorId, text: '' }],
      remark: null,
    });
    expect(taken).toMatchObject({ notes: {}, remark: '踏实肯干。' });
  });

  it('is not written over what somebody else wrote meanwhile, nor to an indicator of another sheet', async () => {
    const remarks = { cycleId, ...target, notes: [], remark: '甲' };
    await one.call('evaluation.saveRemarks', { ...remarks, rev: 0 });
    expect(await one.refused('evaluation.saveRemarks', { ...remarks, rev: 0, remark: '乙' })).toMatchObject({
      code: 'conflict',
      message: '这一行刚刚由别人改过，请刷新后核对再改。',
    });
    const strange = await one.refused('evaluation.saveRemarks', {
      ...remarks,
      rev: 1,
      notes: [{ indicatorId: 'nowhere', text: '好' }],
    });
    expect(strange.message).toContain('不属于这张评分表');
    expect((await firstRow()).remark).toBe('甲');
  });
});

describe('a proof', () => {
  it('is kept with its row, read back as it was, once, and taken out again', async () => {
    const added = await one.call('evaluation.addSheetFile', {
      cycleId,
      ...target,
      rev: 0,
      file: photo,
      indicatorId: null,
    });
    const [file] = added.files;
    expect(file?.name).toBe('听课记录.txt');
    const hash = file?.hash ?? '';
    expect((await one.call('evaluation.sheetFile', { cycleId, ...target, hash })).base64).toBe(photo.base64);
    const twice = await one.refused('evaluation.addSheetFile', {
      cycleId,
      ...target,
      rev: added.rev,
      file: photo,
      indicatorId: null,
    });
    expect(twice.message).toContain('已经在这一行的佐证材料里');
    const removed = await one.call('evaluation.removeSheetFile', {
      cycleId,
      ...target,
      rev: added.rev,
      hash,
    });
    expect(removed.files).toEqual([]);
    expect((await one.refused('evaluation.sheetFile', { cycleId, ...target, hash })).code).toBe('not-found');
  });

  it('is not taken from anonymous raters, whom it would give away; their words are kept without a name', async () => {
    const anonymous = { cycleId, groupId: 'pupil', raterId: 'p1', subjectId: 's1', rev: 0 };
    const refused = await one.refused('evaluation.addSheetFile', {
      ...anonymous,
      file: photo,
      indicatorId: null,
    });
    expect(refused).toMatchObject({
      code: 'illegal-step',
      message: '匿名评分组不收佐证材料：文件会暴露是谁提交的。',
    });
    await one.call('evaluation.saveRemarks', { ...anonymous, notes: [], remark: '讲得清楚。' });
    expect(await firstRow('pupil', 'p1')).toMatchObject({
      remark: '讲得清楚。',
      saved: { by: { name: '匿名评分人' } },
    });
    expect((await firstRow('pupil', 'p2')).remark).toBe('');
  });
});
