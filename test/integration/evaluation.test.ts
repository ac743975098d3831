import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import ExcelJS from 'exceljs';
import { evaluationTimeline } from '../../electron/features/evaluation/index.ts';
import {
  departmentCollection,
  postCollection,
  staffCollection,
} from '../../electron/features/organisation/index.ts';
import type { CycleView, SheetView, SystemView } from '../../shared/features/evaluation/views.ts';
import { createReckoner, type CellSource } from '../support/formulas.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

const names = ['王建国', '李梅', '赵强', '孙悦'];
let desk: TestDesk;
let one: Caller;

const addTeachers = (): Promise<void> =>
  desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
    tx.insert(departmentCollection, { id: 'd1', name: '语文组', order: 1, closedOn: null });
    tx.insert(postCollection, { id: 'p1', name: '语文教师', kind: 'teacher', managerial: false });
    for (const [index, name] of names.entries())
      tx.insert(staffCollection, {
        id: `s${String(index + 1)}`,
        number: `T00${String(index + 1)}`,
        name,
        gender: 'female',
        employment: 'established',
        postGrade: '',
        title: '',
        partyMember: false,
        phone: '',
        joinedOn: null,
        leftOn: null,
        holdings: [{ postId: 'p1', departmentId: 'd1', startsOn: '2020-09-01', endsOn: null }],
      });
  });

const adopt = (): Promise<SystemView> => one.call('evaluation.adoptFromLibrary', { key: 'teacher' });

const plan = (versionId: string) => ({
  name: '2026年秋季教师考核',
  versionId,
  schoolYearId: null,
  term: null,
  startsOn: '2026-11-01',
  endsOn: '2026-12-31',
  about: '',
  whenAbsent: 'block' as const,
  groups: [
    {
      id: 'g1',
      kind: 'leader' as const,
      name: '领导评价',
      weight: 6000,
      dimensionIds: null,
      raters: [
        { id: 'r1', name: '张校长', userId: null },
        { id: 'r2', name: '陈主任', userId: null },
        { id: 'r3', name: '何主任', userId: null },
      ],
    },
    { id: 'g2', kind: 'self' as const, name: '自评', weight: 4000, dimensionIds: null, raters: [] },
  ],
});

const started = async (): Promise<CycleView> => {
  const { versions } = await adopt();
  const versionId = versions[0]?.version.id ?? '';
  const draft = await one.call('evaluation.createCycle', { plan: plan(versionId) });
  const { cycle } = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  return one.call('evaluation.start', { id: cycle.id, rev: cycle.rev });
};

/** Something sensible for every cell, different for each, with awkward decimals; `seed` moves it. */
const fill = (sheet: SheetView, seed: number): { indicatorId: string; text: string }[] =>
  sheet.columns.map(({ indicatorId, method, fullMarks, levels, allowed }, column) => {
    const n = (seed * 7 + column * 13) % 29;
    if (method === 'levels') return { indicatorId, text: levels[n % 3] ?? '' };
    if (method === 'points')
      return { indicatorId, text: String(Math.round(fullMarks - (n * fullMarks) / 200) / 100) };
    return {
      indicatorId,
      text: allowed.startsWith('最多扣') ? `-${String((n % 5) / 4)}` : `+${String(n % 3)}`,
    };
  });

const scoreAll = async (cycleId: string, skip: readonly string[] = []): Promise<void> => {
  for (const [groupId, raterId] of [
    ['g1', 'r1'],
    ['g1', 'r2'],
    ['g1', 'r3'],
    ['g2', null],
  ] as const) {
    const sheet = await one.call('evaluation.scoreSheet', { cycleId, groupId, raterId });
    const rows = sheet.rows
      .filter(({ subject }) => !skip.includes(subject.id))
      .map((row, index) => ({
        raterId: row.raterId,
        subjectId: row.subject.id,
        rev: row.rev,
        cells: fill(sheet, index + (raterId?.charCodeAt(1) ?? 3)),
      }));
    const saved = await one.call('evaluation.saveScores', { cycleId, groupId, rows });
    expect(saved.problems).toEqual([]);
    expect(saved.conflicts).toEqual([]);
  }
};

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await addTeachers();
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

describe('indicator systems', () => {
  it('are adopted, changed as drafts, frozen by use and continued in a new version', async () => {
    const { entries } = await one.call('evaluation.library', {});
    expect(entries.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['class', 'department', 'leader', 'middle', 'support', 'teacher']),
    );
    expect(entries.filter(({ adopted }) => adopted)).toEqual([]);
    const system = await adopt();
    const first = system.versions[0]?.version;
    if (!first) throw new Error('no version');
    expect(system.versions[0]?.problems).toEqual([]);
    const refused = await one.refused('evaluation.newVersion', { systemId: system.system.id });
    expect(refused.code).toBe('illegal-step');

    const [dimension, ...others] = first.content.dimensions;
    if (!dimension) throw new Error('no dimension');
    const lighter = { ...first.content, dimensions: [{ ...dimension, weight: 1500 }, ...others] };
    const saved = await one.call('evaluation.saveVersion', {
      id: first.id,
      rev: first.rev,
      content: lighter,
    });
    expect(saved.versions[0]?.problems).toEqual([
      { path: 'dimensions', message: '各维度权重合计须为 100%，还差 5%' },
    ]);
    const stale = await one.refused('evaluation.saveVersion', {
      id: first.id,
      rev: first.rev,
      content: lighter,
    });
    expect(stale.code).toBe('conflict');
  });

  it('cannot be changed once a cycle is scored by them', async () => {
    const { cycle, systemId } = await started();
    const frozen = await one.call('evaluation.readSystem', { id: systemId });
    const version = frozen.versions[0]?.version;
    if (!version) throw new Error('no version');
    expect(frozen.versions[0]?.usedBy).toEqual([{ cycleId: cycle.id, name: cycle.name }]);
    const refused = await one.refused('evaluation.saveVersion', {
      id: version.id,
      rev: version.rev,
      content: version.content,
    });
    expect(refused.code).toBe('illegal-step');
    const next = await one.call('evaluation.newVersion', { systemId });
    expect(next.versions.map(({ version: { number, frozen: at } }) => [number, at === null])).toEqual([
      [2, true],
      [1, false],
    ]);
  });
});

describe('a cycle', () => {
  it('refuses to start with everything that is missing at once', async () => {
    const { versions } = await adopt();
    const draft = await one.call('evaluation.createCycle', {
      plan: { ...plan(versions[0]?.version.id ?? ''), endsOn: '2026-10-01', groups: [] },
    });
    const refused = await one.refused('evaluation.start', { id: draft.cycle.id, rev: draft.cycle.rev });
    expect(refused.fields?.map(({ path }) => path)).toEqual(['endsOn', 'subjects', 'groups']);
    expect(refused.message).toContain('还没有考核对象');
  });

  it('keeps sound cells, marks wrong ones, and tells whose change stands in the way', async () => {
    const { cycle } = await started();
    const where = { cycleId: cycle.id, groupId: 'g1' };
    const sheet = await one.call('evaluation.scoreSheet', { ...where, raterId: 'r1' });
    expect(sheet.mayEnter).toBe(true);
    const points = sheet.columns.filter(({ method }) => method === 'points');
    const [good, bad] = points.map(({ indicatorId }) => indicatorId);
    if (good === undefined || bad === undefined) throw new Error('two columns of points wanted');
    const row = { raterId: 'r1', subjectId: 's1', rev: 0 };
    const saved = await one.call('evaluation.saveScores', {
      ...where,
      rows: [
        {
          ...row,
          cells: [
            { indicatorId: good, text: '88.5' },
            { indicatorId: bad, text: '999' },
          ],
        },
      ],
    });
    expect(saved.rows[0]?.cells).toEqual({ [good]: '88.5' });
    expect(saved.problems).toEqual([
      { raterId: 'r1', subjectId: 's1', indicatorId: bad, message: '须在 0—20 分之间，填写的是 999' },
    ]);
    const late = await one.call('evaluation.saveScores', {
      ...where,
      rows: [
        { ...row, cells: [{ indicatorId: good, text: '10' }] },
        { ...row, subjectId: 's2', cells: [{ indicatorId: good, text: '90' }] },
      ],
    });
    expect(late.conflicts).toHaveLength(1);
    expect(late.conflicts[0]?.message).toContain('周敏已于');
    expect(late.rows.map(({ cells }) => cells[good])).toEqual(['88.5', '90']);
  });

  it('lets somebody with an account enter his own sheet only, and nobody enter it for him', async () => {
    const { account, temporaryPassword } = await one.call('accounts.create', {
      accountName: 'rater',
      name: '张校长',
      roles: ['evaluator'],
    });
    const { versions } = await adopt();
    const given = plan(versions[0]?.version.id ?? '');
    const groups = given.groups.map((group) => ({
      ...group,
      raters: group.raters.map((rater) => (rater.id === 'r1' ? { ...rater, userId: account.id } : rater)),
    }));
    const draft = await one.call('evaluation.createCycle', { plan: { ...given, groups } });
    const { cycle } = await one.call('evaluation.setSubjects', {
      id: draft.cycle.id,
      rev: draft.cycle.rev,
      subjects: { by: 'ids', ids: ['s1', 's2'] },
    });
    await one.call('evaluation.start', { id: cycle.id, rev: cycle.rev });
    const his = desk.connect();
    await his.call('accounts.login', { accountName: 'rater', password: temporaryPassword });
    await his.call('accounts.changePassword', { current: temporaryPassword, next: 'quiet river 31' });
    const where = { cycleId: cycle.id, groupId: 'g1' };
    const own = await his.call('evaluation.scoreSheet', { ...where, raterId: 'r1' });
    expect(own.mayEnter).toBe(true);
    const waiting = await his.call('evaluation.waiting', {});
    expect(waiting.sheets.map(({ title }) => title)).toEqual(['领导评价 · 张校长']);
    expect((await his.refused('evaluation.scoreSheet', { ...where, raterId: 'r2' })).code).toBe('forbidden');
    const cells = fill(own, 1);
    const row = { subjectId: 's1', rev: 0, cells };
    expect(
      (await his.refused('evaluation.saveScores', { ...where, rows: [{ ...row, raterId: 'r2' }] })).code,
    ).toBe('forbidden');
    expect(
      (await one.refused('evaluation.saveScores', { ...where, rows: [{ ...row, raterId: 'r1' }] })).code,
    ).toBe('forbidden');
    const saved = await his.call('evaluation.saveScores', { ...where, rows: [{ ...row, raterId: 'r1' }] });
    expect(saved.problems).toEqual([]);
  });
});

describe('results', () => {
  it('are reckoned, explained, confirmed, kept over a restart and shown in the archive', async () => {
    const { cycle } = await started();
    await scoreAll(cycle.id, ['s4']);
    const live = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(live).toMatchObject({ confirmed: null, incomplete: 1, ranked: 3 });
    const explained = await one.call('evaluation.explain', { cycleId: cycle.id, subjectId: 's1' });
    const { explanation } = explained;
    if (!explanation) throw new Error('no explanation');
    expect(explanation.groups.map(({ title, weight }) => [title, weight])).toEqual([
      ['领导评价', '60%'],
      ['自评', '40%'],
    ]);
    const [firstGroup, secondGroup] = explanation.groups;
    expect(
      explanation.total.sum.startsWith(
        `${String(Number(firstGroup?.result))} × 60% + ${String(Number(secondGroup?.result))} × 40%`,
      ),
    ).toBe(true);
    expect(firstGroup?.dimensions[0]?.indicators[0]?.scores.map(({ rater }) => rater)).toEqual([
      '张校长',
      '陈主任',
      '何主任',
    ]);

    const now = await one.call('evaluation.readCycle', { id: cycle.id });
    const target = { id: cycle.id, rev: now.cycle.rev };
    const early = await one.refused('evaluation.confirm', target);
    expect(early).toMatchObject({ code: 'illegal-step', message: '还在评分，请先收卷，再核对、确认结果。' });
    const closed = await one.call('evaluation.close', target);
    target.rev = closed.cycle.rev;
    const refused = await one.refused('evaluation.confirm', target);
    expect(refused.message).toContain('孙悦（领导评价：张校长还没有评分');
    const undetermined = [{ subjectId: 's4', reason: '试用期内' }];
    const done = await one.call('evaluation.confirm', { ...target, undetermined });
    expect(done.cycle.state).toBe('confirmed');
    const frozen = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(frozen.rows.slice(0, 3)).toEqual(live.rows.slice(0, 3));
    expect(frozen.rows[3]?.outcome).toEqual({ kind: 'undetermined', reason: '试用期内' });

    await desk.restart();
    one = await desk.everyone();
    const later = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(later).toEqual(frozen);
    const first = evaluationTimeline(desk.app().store, 's1');
    expect(first).toMatchObject([
      {
        day: '2026-11-24',
        kind: '考核',
        title: cycle.name,
        link: `/evaluation/cycles/${cycle.id}/feedback/s1`,
      },
    ]);
    expect(evaluationTimeline(desk.app().store, 's4')[0]?.about).toBe('不定等次：试用期内');

    const reopened = await one.call('evaluation.reopen', {
      ...target,
      rev: done.cycle.rev,
      reason: '补录听课分',
    });
    expect(reopened.cycle.history.at(-1)).toMatchObject({ what: 'reopened', note: '重新校准：补录听课分' });
    expect(evaluationTimeline(desk.app().store, 's1')).toEqual([]);
  });

  it('go to Excel as live formulas that recalculate to the very same figures', async () => {
    const { cycle } = await started();
    await scoreAll(cycle.id, ['s4']);
    const file = await one.call('evaluation.exportSheet', { id: cycle.id });
    const again = await one.call('evaluation.exportSheet', { id: cycle.id });
    expect(again.base64).toBe(file.base64);
    const workbook = new ExcelJS.Workbook();
    const bytes = Buffer.from(file.base64, 'base64');
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '汇总',
      '1.领导评价 得分',
      '1.领导评价 评分',
      '2.自评 得分',
      '2.自评 评分',
    ]);
    const read = (sheet: string, address: string): CellSource => {
      const { value } = workbook.getWorksheet(sheet)?.getCell(address) ?? { value: null };
      if (typeof value === 'object' && value !== null && 'formula' in value)
        return { formula: value.formula };
      if (typeof value === 'number' || typeof value === 'string') return { value };
      return { value: null };
    };
    const reckon = createReckoner(read);
    let formulas = 0;
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.formula === '') return;
          const { value } = cell;
          if (typeof value !== 'object' || value === null || !('formula' in value)) return;
          formulas += 1;
          const reckoned = reckon(sheet.name, cell.address);
          if (typeof value.result === 'number' && typeof reckoned === 'number')
            expect(Math.abs(reckoned - value.result), `${sheet.name}!${cell.address}`).toBeLessThan(1e-9);
          else expect(reckoned, `${sheet.name}!${cell.address}`).toBe(value.result ?? '');
        }),
      );
    expect(formulas).toBeGreaterThan(100);

    const results = await one.call('evaluation.results', { cycleId: cycle.id });
    const summary = workbook.getWorksheet('汇总');
    const totals = results.rows.map(({ outcome }) =>
      outcome.kind === 'graded' ? outcome.figures.total / 100 : null,
    );
    expect([7, 8, 9, 10].map((row) => summary?.getCell(row, 7).result ?? null)).toEqual(totals);
    expect(summary?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
    expect(summary?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 6 });
  });
});
