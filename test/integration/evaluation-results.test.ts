import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sanctionCollection } from '../../electron/features/cases/index.ts';
import type { ChannelInput } from '../../shared/channels.ts';
import type { CalibrationView } from '../../shared/features/evaluation/results/views.ts';
import { addDays } from '../../shared/kernel/dates.ts';
import { standardCalendar } from '../../shared/kernel/workdays.ts';
import {
  closedAnnual,
  closedCycle,
  evenly,
  panel,
  plainSystem,
  runThrough,
  usualYear,
  type AnnualPlan,
} from '../support/evaluation/scored.ts';
import { withTeachers } from '../support/evaluation/teachers.ts';
import { whyNoOffice } from '../support/office.ts';
import { savedByLibreOffice } from '../support/score-books.ts';
import { wordText } from '../support/screen-acts.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

/** The day of the test clock. */
const TODAY = '2026-11-24';
const names = ['王建国', '李梅', '赵强', '孙悦', '周洁', '吴涛', '郑敏', '冯凯', '陈静', '欧阳兰'];

const noOffice = await whyNoOffice();

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await withTeachers(
    desk,
    names.map((name, at) => ({ name, department: at < 6 ? 1 : 2 })),
  );
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

/** Totals of `s1`, `s2` …, in their order. */
const totals = (...given: readonly number[]): Record<string, number> =>
  Object.fromEntries(given.map((total, at) => [`s${String(at + 1)}`, total]));
const everybody = totals(95, 94, 93, 93, 85, 84, 75, 74, 73, 50);
const fifth = { share: 2000, by: 'all' as const, poolBelow: 0, floor: 0, approval: '' };

const board = (cycleId: string): Promise<CalibrationView> => one.call('evaluation.calibration', { cycleId });
const rowOf = (view: CalibrationView, subjectId: string): CalibrationView['rows'][number] => {
  const row = view.rows.find(({ subject }) => subject.id === subjectId);
  if (!row) throw new Error(`no row of ${subjectId}`);
  return row;
};
const gradeOf = (view: CalibrationView, subjectId: string): string => {
  const { outcome } = rowOf(view, subjectId);
  return outcome.kind === 'graded' ? outcome.figures.grade : outcome.kind;
};
const stepsOf = (view: CalibrationView, subjectId: string): string[] => {
  const { outcome } = rowOf(view, subjectId);
  return outcome.kind === 'graded'
    ? outcome.figures.gradeSteps.map(({ cause, from, to }) => `${cause} ${from} ${to}`)
    : [];
};

const minutes = {
  heldOn: TODAY,
  place: '会议室',
  chair: '李校长',
  present: '李校长、赵副校长、钱主任',
  absent: '',
  note: '逐人研究了边界情况。',
};
const meet = async (cycleId: string): Promise<string> => {
  const { meetings } = await one.call('evaluation.saveMeeting', { cycleId, meeting: null, minutes });
  const [meeting] = meetings;
  if (!meeting) throw new Error('no meeting');
  return meeting.id;
};

type Adjusting = ChannelInput<'evaluation.adjust'>;
const adjusting = async (
  cycleId: string,
  subjectId: string,
  change: Adjusting['change'],
  meetingId: string,
): Promise<Adjusting> => ({
  cycleId,
  rev: (await board(cycleId)).rev,
  subjectId,
  meetingId,
  change,
  reason: '会议研究认为实绩突出',
});

const confirming = async (
  cycleId: string,
  change: Partial<ChannelInput<'evaluation.confirm'>> = {},
): Promise<ChannelInput<'evaluation.confirm'>> => ({
  id: cycleId,
  rev: (await board(cycleId)).rev,
  ...change,
});

const tableRows = async (base64: string): Promise<string[][]> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => texts.push(cell.text));
    rows.push(texts);
  });
  return rows;
};

describe('places for the highest grade', () => {
  it('go to the best; those level at the line stay out until the meeting chooses among them', async () => {
    // A third of ten: three places for four who reached the line, the last two of them level.
    const { cycle } = await closedCycle(one, everybody, { quota: { ...fifth, share: 3000 } });
    const live = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(live.quota).toMatchObject({ cap: 3, people: 10 });
    expect(live.quota?.pools).toMatchObject([
      { name: '全体', cap: 3, given: 2, lastIn: ['s2'], tied: ['s3', 's4'], firstOut: ['s3', 's4'] },
    ]);
    const before = await board(cycle.id);
    expect(['s1', 's2', 's3', 's4', 's5'].map((id) => gradeOf(before, id))).toEqual([
      '优秀',
      '优秀',
      '良好',
      '良好',
      '良好',
    ]);
    expect(stepsOf(before, 's3')).toEqual(['quota 优秀 良好']);
    expect(rowOf(before, 's3').boundaries.map(({ kind }) => kind)).toContain('tied');

    const meetingId = await meet(cycle.id);
    const after = await one.call(
      'evaluation.adjust',
      await adjusting(cycle.id, 's4', { kind: 'grade', to: '优秀' }, meetingId),
    );
    expect([gradeOf(after, 's3'), gradeOf(after, 's4')]).toEqual(['良好', '优秀']);
    expect(rowOf(after, 's4')).toMatchObject({ proposed: '良好', adjusted: [{ before: '良好' }] });
    const paper = await one.call('evaluation.exportMinutes', { cycleId: cycle.id, meetingId });
    const text = await wordText(Buffer.from(paper.base64, 'base64'));
    expect(text).toContain('李校长、赵副校长、钱主任');
    expect(text).toContain('调整等次：良好 → 优秀');
    expect(text).toContain('会议研究认为实绩突出');
    await one.call('evaluation.confirm', await confirming(cycle.id));
    const frozen = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(frozen.grades[0]).toEqual({ label: '优秀', count: 3 });
    expect(frozen.quota).toBeNull();
  });

  it('are counted for each comparison group, small ones together', async () => {
    const { cycle } = await closedCycle(one, everybody, {
      rankWithin: 'department',
      quota: { share: 2500, by: 'group', poolBelow: 5, floor: 0, approval: '' },
    });
    const { quota } = await board(cycle.id);
    expect(quota?.pools.map(({ name, pooled, size, cap }) => [name, pooled, size, cap])).toEqual([
      ['语文组', [], 6, 1],
      ['小组合并', ['数学组'], 4, 1],
    ]);
  });

  it('cannot be exceeded in one comparison group, though others have places left', async () => {
    // Six of 语文组 and four of 数学组, a quarter each: one place each. The best two are of 语文组.
    const { cycle } = await closedCycle(one, totals(95, 94, 80, 80, 80, 80, 75, 74, 73, 50), {
      rankWithin: 'department',
      quota: { share: 2500, by: 'group', poolBelow: 0, floor: 0, approval: '' },
    });
    const before = await board(cycle.id);
    expect(before.quota?.pools.map(({ name, cap, taken, firstOut }) => [name, cap, taken, firstOut])).toEqual(
      [
        ['数学组', 1, [], []],
        ['语文组', 1, ['s1'], ['s2']],
      ],
    );
    const meetingId = await meet(cycle.id);
    const after = await one.call(
      'evaluation.adjust',
      await adjusting(cycle.id, 's2', { kind: 'grade', to: '优秀' }, meetingId),
    );
    // Two of ten keep within the two places of the whole, and yet one of them has the place of another group.
    expect(after.quota?.pools.map(({ name, taken }) => [name, taken])).toEqual([
      ['数学组', []],
      ['语文组', ['s1', 's2']],
    ]);
    const refused = await one.refused('evaluation.confirm', await confirming(cycle.id));
    expect(refused.message).toContain('语文组优秀 2 人，超过名额 1 个：王建国、李梅。请在校准中调整');
    expect(refused.fields?.map(({ path }) => path)).toEqual(['quotaApproval']);
    const [made] = after.adjustments;
    await one.call('evaluation.undoAdjustment', {
      id: made?.id ?? '',
      rev: made?.rev ?? 0,
      reason: '超出名额',
    });
    await one.call('evaluation.confirm', await confirming(cycle.id));
  });

  it('of small groups put together are kept to as those of one group; who stands outside of them takes none', async () => {
    const { cycle } = await closedCycle(one, totals(80, 80, 80, 80, 80, 80, 95, 94, 73, 50), {
      rankWithin: 'department',
      quota: { share: 2500, by: 'group', poolBelow: 5, floor: 0, approval: '' },
    });
    const meetingId = await meet(cycle.id);
    const raised = await one.call(
      'evaluation.adjust',
      await adjusting(cycle.id, 's8', { kind: 'grade', to: '优秀' }, meetingId),
    );
    const refused = await one.refused('evaluation.confirm', await confirming(cycle.id));
    expect(refused.message).toContain('小组合并（数学组）优秀 2 人，超过名额 1 个：郑敏、冯凯');
    const [made] = raised.adjustments;
    await one.call('evaluation.undoAdjustment', {
      id: made?.id ?? '',
      rev: made?.rev ?? 0,
      reason: '改为单列',
    });
    await one.call('evaluation.adjust', await adjusting(cycle.id, 's7', { kind: 'outsideQuota' }, meetingId));
    const { quota } = await board(cycle.id);
    expect(quota?.pools.map(({ name, taken, outside }) => [name, taken, outside])).toEqual([
      ['语文组', [], 0],
      ['小组合并', ['s8'], 1],
    ]);
    await one.call('evaluation.confirm', await confirming(cycle.id));
  });

  it('cannot be exceeded by the meeting without the number of the paper that allows it', async () => {
    const { cycle } = await closedCycle(one, everybody, { quota: fifth });
    const meetingId = await meet(cycle.id);
    await one.call(
      'evaluation.adjust',
      await adjusting(cycle.id, 's3', { kind: 'grade', to: '优秀' }, meetingId),
    );
    const refused = await one.refused('evaluation.confirm', await confirming(cycle.id));
    expect(refused.message).toContain('优秀 3 人，超过名额 2 个：');
    expect(refused.fields?.map(({ path }) => path)).toEqual(['quotaApproval']);
    const done = await one.call(
      'evaluation.confirm',
      await confirming(cycle.id, { quotaApproval: '青教人〔2026〕31号' }),
    );
    expect(done.cycle.history.at(-1)?.note).toContain('青教人〔2026〕31号');
  });

  it('are not taken by whoever the meeting leaves outside of them', async () => {
    const { cycle } = await closedCycle(one, everybody, { quota: fifth });
    const meetingId = await meet(cycle.id);
    const after = await one.call(
      'evaluation.adjust',
      await adjusting(cycle.id, 's1', { kind: 'outsideQuota' }, meetingId),
    );
    expect(['s1', 's2', 's3'].map((id) => gradeOf(after, id))).toEqual(['优秀', '优秀', '良好']);
    expect(after.quota?.pools[0]).toMatchObject({ given: 1, outside: 1, tied: ['s3', 's4'] });
  });
});

describe('a veto', () => {
  it('brings the lowest grade and no rank, and no meeting lifts it', async () => {
    const versionId = await plainSystem(one);
    const made = await one.call('evaluation.createCycle', {
      plan: {
        name: '2026年教师考核',
        versionId,
        schoolYearId: null,
        term: null,
        startsOn: '2026-11-01',
        endsOn: '2026-12-31',
        about: '',
        whenAbsent: 'block',
        groups: [panel],
      },
    });
    const draft = await one.call('evaluation.setSubjects', {
      id: made.cycle.id,
      rev: made.cycle.rev,
      subjects: { by: 'ids', ids: ['s1', 's2'] },
    });
    const { cycle } = await runThrough(one, draft, { s1: { work: 99, conduct: 2 }, s2: evenly(80) });
    const before = await board(cycle.id);
    expect(rowOf(before, 's1')).toMatchObject({
      open: ['不合格'],
      outcome: { vetoed: true, figures: { grade: '不合格', rank: null, total: 9110 } },
    });
    expect(stepsOf(before, 's1')).toEqual(['veto 优秀 不合格']);
    const explained = await one.call('evaluation.explain', { cycleId: cycle.id, subjectId: 's1' });
    expect(explained.explanation?.vetoes).toEqual([
      { text: '“师德师风”得 2 分，低于否决线 3 分：一票否决', struck: true },
    ]);
    const meetingId = await meet(cycle.id);
    const refused = await one.refused(
      'evaluation.adjust',
      await adjusting(cycle.id, 's1', { kind: 'grade', to: '合格' }, meetingId),
    );
    expect(refused.code).toBe('unlawful');
    expect(refused.message).toContain('一票否决');
  });
});

describe('calibration', () => {
  it('takes place once the sheets are in, in a meeting on record, with a reason; it can be undone and stays on record', async () => {
    const { cycle } = await closedCycle(one, everybody);
    const change = { kind: 'total' as const, to: 9050 };
    const meetingId = await meet(cycle.id);
    const good = await adjusting(cycle.id, 's5', change, meetingId);
    const bare = await one.refused('evaluation.adjust', { ...good, reason: ' ' });
    expect(bare.fields?.map(({ path }) => path)).toEqual(['reason']);
    const nowhere = await one.refused('evaluation.adjust', { ...good, meetingId: cycle.id });
    expect(nowhere.code).toBe('not-found');
    const same = await one.refused('evaluation.adjust', { ...good, change: { kind: 'total', to: 8500 } });
    expect(same.message).toContain('总分没有变化');

    const after = await one.call('evaluation.adjust', good);
    expect(rowOf(after, 's5')).toMatchObject({
      proposed: '良好',
      outcome: { figures: { total: 9050, reckonedTotal: 8500, grade: '优秀', rank: 5 } },
    });
    expect((await one.refused('evaluation.adjust', { ...good, rev: after.rev })).message).toContain(
      '请先撤销',
    );
    const [made] = after.adjustments;
    if (!made) throw new Error('no adjustment');
    const back = await one.call('evaluation.undoAdjustment', {
      id: made.id,
      rev: made.rev,
      reason: '复核后认为不需要',
    });
    expect(rowOf(back, 's5')).toMatchObject({
      adjusted: [],
      outcome: { figures: { total: 8500, reckonedTotal: null, grade: '良好' } },
    });
    expect(back.adjustments).toMatchObject([{ undone: { reason: '复核后认为不需要' } }]);
    const { cycle: now } = await one.call('evaluation.readCycle', { id: cycle.id });
    expect(now.history.filter(({ what }) => what === 'adjusted').map(({ note }) => note)).toEqual([
      '周洁：调整总分：90.50。理由：会议研究认为实绩突出',
      '撤销周洁的“调整总分：90.50”。理由：复核后认为不需要',
    ]);
  });

  it('is kept over the next opening of the calibration, and falls with the next scoring', async () => {
    const { cycle } = await closedCycle(one, everybody);
    const meetingId = await meet(cycle.id);
    await one.call(
      'evaluation.adjust',
      await adjusting(cycle.id, 's5', { kind: 'grade', to: '优秀' }, meetingId),
    );
    const shut = await one.call('evaluation.confirm', await confirming(cycle.id));
    const again = await one.refused(
      'evaluation.adjust',
      await adjusting(cycle.id, 's6', { kind: 'grade', to: '优秀' }, meetingId),
    );
    expect(again.message).toContain('已经确认');
    const reopened = await one.call('evaluation.reopen', {
      id: cycle.id,
      rev: shut.cycle.rev,
      reason: '漏算一项',
      to: 'closed',
    });
    expect(gradeOf(await board(cycle.id), 's5')).toBe('优秀');
    const scoring = await one.call('evaluation.reopen', {
      id: cycle.id,
      rev: reopened.cycle.rev,
      reason: '补录一份评分',
      to: 'scoring',
    });
    expect(scoring.cycle.state).toBe('scoring');
    const later = await board(cycle.id);
    expect(gradeOf(later, 's5')).toBe('良好');
    expect(later.adjustments[0]?.undone?.reason).toBe('重新打开评分：补录一份评分');
    expect(later.mayAdjust).toBe(false);
    expect(
      (await one.refused('evaluation.saveMeeting', { cycleId: cycle.id, meeting: null, minutes })).code,
    ).toBe('illegal-step');
  });

  it('does not put meetings to come on record, and corrects those that were', async () => {
    const { cycle } = await closedCycle(one, everybody);
    const early = await one.refused('evaluation.saveMeeting', {
      cycleId: cycle.id,
      meeting: null,
      minutes: { ...minutes, heldOn: addDays(TODAY, 1) },
    });
    expect(early.fields?.map(({ path }) => path)).toEqual(['minutes.heldOn']);
    await meet(cycle.id);
    const [meeting] = (await board(cycle.id)).meetings;
    if (!meeting) throw new Error('no meeting');
    const { meetings } = await one.call('evaluation.saveMeeting', {
      cycleId: cycle.id,
      meeting: { id: meeting.id, rev: meeting.rev },
      minutes: { ...minutes, absent: '赵副校长回避' },
    });
    expect(meetings).toMatchObject([{ absent: '赵副校长回避' }]);
  });
});

describe('confirming', () => {
  it('refuses while somebody has no result, and leaves him without a grade for a reason', async () => {
    const short: Record<string, number> = { ...everybody };
    delete short['s10'];
    const { cycle } = await closedCycle(one, short);
    const refused = await one.refused('evaluation.confirm', await confirming(cycle.id));
    expect(refused.code).toBe('invalid');
    expect(refused.message).toContain('欧阳兰（考核小组：评委1还没有评分');
    const done = await one.call(
      'evaluation.confirm',
      await confirming(cycle.id, { undetermined: [{ subjectId: 's10', reason: '病休超过半年' }] }),
    );
    expect(done.cycle.state).toBe('confirmed');
    const { rows } = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(rows.at(-1)?.outcome).toEqual({ kind: 'undetermined', reason: '病休超过半年' });
    expect((await one.refused('evaluation.confirm', await confirming(cycle.id))).code).toBe('illegal-step');
  });
});

describe('making results known', () => {
  it('waits for the confirmation, hides all but the surnames, and falls with a new opening', async () => {
    const { cycle } = await closedCycle(one, everybody);
    const early = await one.refused('evaluation.publish', { id: cycle.id, rev: cycle.rev });
    expect(early.code).toBe('illegal-step');
    expect((await one.refused('evaluation.published', { cycleId: cycle.id })).code).toBe('not-found');
    const shut = await one.call('evaluation.confirm', await confirming(cycle.id));
    const out = await one.call('evaluation.publish', {
      id: cycle.id,
      rev: shut.cycle.rev,
      note: '教职工大会宣布',
    });
    expect(out.cycle.history.at(-1)).toMatchObject({ what: 'published', note: '教职工大会宣布' });
    const shown = await one.call('evaluation.published', { cycleId: cycle.id });
    expect(shown.rows.slice(0, 2)).toEqual([
      { name: '王**', grade: '优秀' },
      { name: '李*', grade: '优秀' },
    ]);
    expect(shown.rows.at(-1)).toEqual({ name: '欧阳*', grade: '不合格' });
    expect(shown.own).toBeNull();
    const file = await one.call('evaluation.exportPublished', { cycleId: cycle.id });
    const text = JSON.stringify(await tableRows(file.base64));
    expect(text).toContain('王**');
    for (const name of names) expect(text).not.toContain(name);
    expect((await one.call('evaluation.publishedCycles', {})).cycles.map(({ id }) => id)).toEqual([cycle.id]);
    expect((await one.refused('evaluation.publish', { id: cycle.id, rev: out.cycle.rev })).code).toBe(
      'illegal-step',
    );
    await one.call('evaluation.reopen', {
      id: cycle.id,
      rev: out.cycle.rev,
      reason: '有误',
      to: 'closed',
    });
    expect((await one.refused('evaluation.published', { cycleId: cycle.id })).code).toBe('not-found');
  });

  it('shows a teacher his own result beside the masked list, and nobody else’s', async () => {
    const { account, temporaryPassword } = await one.call('accounts.create', {
      accountName: 'limei',
      name: '李梅',
      roles: ['reader'],
      staffId: 's2',
    });
    expect(account.staffId).toBe('s2');
    const { cycle } = await closedCycle(one, everybody);
    const shut = await one.call('evaluation.confirm', await confirming(cycle.id));
    await one.call('evaluation.publish', { id: cycle.id, rev: shut.cycle.rev });
    const her = desk.connect();
    await her.call('accounts.login', { accountName: 'limei', password: temporaryPassword });
    await her.call('accounts.changePassword', { current: temporaryPassword, next: 'quiet river 31' });
    const shown = await her.call('evaluation.published', { cycleId: cycle.id });
    expect(shown.own).toMatchObject({ subject: { name: '李梅' }, outcome: { figures: { total: 9400 } } });
    const others = JSON.stringify({ ...shown, own: null });
    for (const name of names) expect(others).not.toContain(name);
    expect((await her.refused('evaluation.results', { cycleId: cycle.id })).code).toBe('forbidden');
  });
});

describe('the yearly assessment', () => {
  const annual = (change: Partial<AnnualPlan> = {}) => ({ ...usualYear, ...change });
  const sanctionOn = (id: string, personId: string, barsExcellent: boolean, ungradedYears: number) =>
    desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
      tx.insert(sanctionCollection, {
        id,
        caseId: 'case-1',
        caseNumber: '〔2026〕第3号',
        itemId: `${id}-item`,
        personId,
        personKind: 'staff',
        matterCode: 'duty-patrol',
        matterName: '值班与巡查',
        occurredOn: '2026-05-01',
        measureCode: 'demerit',
        measureVersion: 1,
        measureName: '记过',
        measureKind: 'sanction',
        sanction: 'demerit',
        pupilLevel: null,
        effect: {
          barsExcellent,
          ungradedYears,
          barsPromotion: true,
          barsTitles: true,
          barsHonours: true,
          touchesPerformancePay: false,
        },
        effects: '',
        decidedOn: '2026-06-01',
        decidedBy: '学校',
        effectiveOn: '2026-06-02',
        endsOn: '2027-06-01',
        paperNumber: null,
        summary: '值班期间离岗',
        mergedWith: [],
        lifting: null,
        annulled: null,
      });
    });

  it('is laid out with four grades, three groups and a fifth of 优秀; a quarter needs the paper that allows it', async () => {
    const versionId = await plainSystem(one);
    const bare = await one.refused('evaluation.createAnnual', {
      annual: { versionId, ...annual({ condition: 'honoured' }) },
    });
    expect(bare.fields?.map(({ path }) => path)).toEqual(['annual.approval']);
    const view = await one.call('evaluation.createAnnual', { annual: { versionId, ...annual() } });
    expect(view.content.bands.map(({ label }) => label)).toEqual(['优秀', '合格', '基本合格', '不合格']);
    expect(view.cycle).toMatchObject({
      name: '2026年度考核',
      annual: 'usual',
      assessedYear: 2026,
      quota: { share: 2000 },
    });
    expect(view.cycle.groups.reduce((sum, { weight }) => sum + weight, 0)).toBe(10_000);
    // Whom it is about belongs to the same command: nothing is left half made.
    expect(view.cycle.subjects.map(({ name }) => name)).toEqual(names);
    const some = await one.call('evaluation.createAnnual', {
      annual: { versionId, ...annual(), departmentIds: [view.cycle.subjects.at(-1)?.departmentIds[0] ?? ''] },
    });
    expect(some.cycle.subjects.map(({ name }) => name)).toEqual(names.slice(6));
    const { cycles: made } = await one.call('evaluation.cycles', {});
    const nobody = await one.refused('evaluation.createAnnual', {
      annual: { versionId, ...annual(), departmentIds: ['nowhere'] },
    });
    expect(nobody.message).toContain('没有这类考核对象');
    expect((await one.call('evaluation.cycles', {})).cycles).toHaveLength(made.length);
    const more = await one.call('evaluation.createAnnual', {
      annual: { versionId, ...annual({ condition: 'honoured', approval: '青教人〔2026〕8号' }) },
    });
    expect(more.cycle.quota?.share).toBe(2500);
    const less = await one.call('evaluation.createAnnual', {
      annual: { versionId, ...annual({ condition: 'troubled' }) },
    });
    expect(less.cycle.quota?.share).toBe(1500);
    const unlike = await one.call('evaluation.createSystem', { name: '处室考核', kind: 'department' });
    const wrong = await one.refused('evaluation.createAnnual', {
      annual: { versionId: unlike.versions[0]?.version.id ?? '', ...annual() },
    });
    expect(wrong.message).toContain('只用于教职工');
  });

  it('asks whether one matter comes down on somebody twice, and keeps what was found', async () => {
    await sanctionOn('sa1', 's1', false, 0);
    await sanctionOn('sa2', 's2', false, 0);
    const { cycle } = await closedCycle(one, totals(20, 94, 93, 93, 85, 84, 75, 74, 73, 50));
    const view = await board(cycle.id);
    const asked = (id: string): string[] =>
      rowOf(view, id).boundaries.flatMap(({ kind, text }) => (kind === 'twice' ? [text] : []));
    expect(asked('s1')).toEqual([
      '已因值班与巡查（〔2026〕第3号，记过）受到处理，“师德师风”又扣了分或被否决：请核对是否为同一事项，同一事项不重复扣分',
    ]);
    expect(asked('s2')).toEqual([]);
    const target = { id: cycle.id, rev: cycle.rev };
    const refused = await one.refused('evaluation.confirm', target);
    expect(refused.fields?.map(({ path }) => path)).toEqual(['notTwice']);
    expect(refused.message).toContain('王建国在考核期内已受到处理');
    const done = await one.call('evaluation.confirm', {
      ...target,
      notTwice: '否决为体罚学生，处理为脱岗，不是同一事项',
    });
    expect(done.cycle.history.at(-1)).toMatchObject({
      what: 'confirmed',
      note: '不重复扣分的核对：否决为体罚学生，处理为脱岗，不是同一事项',
    });
  });

  it('follows the law of the year: sanctions, long leave, refusal; the meeting cannot go past it', async () => {
    await sanctionOn('sa1', 's1', true, 0);
    await sanctionOn('sa2', 's2', true, 1);
    const { cycle } = await closedAnnual(one, everybody);
    let view = await board(cycle.id);
    expect(view.annual).toBe(true);
    expect(rowOf(view, 's1')).toMatchObject({ open: ['合格', '基本合格', '不合格'] });
    expect(gradeOf(view, 's1')).toBe('合格');
    expect(stepsOf(view, 's1')).toEqual(['sanction 优秀 合格']);
    expect(rowOf(view, 's1').effect).toContain('记过');
    expect(gradeOf(view, 's2')).toBe('undetermined');
    const facts = { leaveDays: 0, newlyEmployed: false, refused: false };
    const silent = await one.refused('evaluation.saveFacts', {
      cycleId: cycle.id,
      subjectId: 's3',
      rev: 0,
      facts: { ...facts, refused: true },
    });
    expect(silent.fields?.map(({ path }) => path)).toEqual(['facts.note']);
    await one.call('evaluation.saveFacts', {
      cycleId: cycle.id,
      subjectId: 's3',
      rev: 0,
      facts: { ...facts, refused: true, note: '11月10日、15日由校长谈话，仍不参加。' },
    });
    view = await one.call('evaluation.saveFacts', {
      cycleId: cycle.id,
      subjectId: 's5',
      rev: 0,
      facts: { ...facts, leaveDays: 184 },
    });
    expect(gradeOf(view, 's3')).toBe('不合格');
    expect(gradeOf(view, 's5')).toBe('undetermined');
    view = await one.call('evaluation.saveFacts', {
      cycleId: cycle.id,
      subjectId: 's6',
      rev: 0,
      facts: { ...facts, leaveDays: 183 },
    });
    expect(gradeOf(view, 's6')).toBe('合格');
    const meetingId = await meet(cycle.id);
    const refused = await one.refused(
      'evaluation.adjust',
      await adjusting(cycle.id, 's1', { kind: 'grade', to: '优秀' }, meetingId),
    );
    expect(refused.code).toBe('unlawful');
    expect(view.findings).toEqual([]);
  });

  it('is confirmed only with as much 优秀 as the law allows, whatever the meeting wished', async () => {
    const { cycle } = await closedAnnual(one, everybody);
    const meetingId = await meet(cycle.id);
    const view = await one.call(
      'evaluation.adjust',
      await adjusting(cycle.id, 's3', { kind: 'grade', to: '优秀' }, meetingId),
    );
    expect(view.findings).toMatchObject([{ ruleId: 'excellent-over-quota', level: 'refuse' }]);
    const refused = await one.refused('evaluation.confirm', await confirming(cycle.id));
    expect(refused.code).toBe('unlawful');
    // Without the condition even a paper does not raise it.
    const still = await one.refused(
      'evaluation.confirm',
      await confirming(cycle.id, { quotaApproval: '青教人〔2026〕8号' }),
    );
    expect(still.code).toBe('unlawful');
  });

  it(
    'shows its 优秀 for five working days before results are made known, and lists what each grade brings',
    { timeout: 170_000 },
    async () => {
      const { cycle } = await closedAnnual(one, everybody);
      await meet(cycle.id);
      const shut = await one.call('evaluation.confirm', await confirming(cycle.id));
      const early = await one.refused('evaluation.publish', { id: cycle.id, rev: shut.cycle.rev });
      expect(early.message).toContain('还有 2 名优秀等次的人没有公示（王建国、李梅）');
      expect(await one.call('evaluation.excellentShown', { cycleId: cycle.id })).toMatchObject({
        people: 2,
        finished: 0,
        running: 0,
        open: ['王建国', '李梅'],
      });
      const draft = await one.call('publicity.create', {
        content: {
          kind: 'assessment',
          title: '关于2026年度考核优秀等次人员名单的公示',
          lead: '拟确定下列人员为年度考核优秀等次，现公示如下',
          basis: '《事业单位工作人员考核规定》',
          scope: 'staff',
          naming: 'full',
          workdays: 5,
          contact: { department: '办公室', phone: '0571-8800 1234', how: '书面提出。' },
          items: ['s1', 's2'].map((personId, at) => ({
            sanctionId: null,
            caseId: null,
            personId,
            personKind: 'staff' as const,
            name: names[at] ?? '',
            text: '拟定优秀等次',
          })),
        },
      });
      await one.call('publicity.show', {
        id: draft.record.id,
        rev: draft.record.rev,
        startsOn: TODAY,
        place: '教学楼一楼公示栏',
      });
      expect(await one.call('evaluation.excellentShown', { cycleId: cycle.id })).toMatchObject({
        finished: 0,
        running: 2,
        open: [],
      });
      const during = await one.refused('evaluation.publish', { id: cycle.id, rev: shut.cycle.rev });
      expect(during.message).toContain('正在公示');
      const { day } = standardCalendar.afterWorkdays(TODAY, 5);
      desk.clock.set(Date.parse(`${addDays(day, 1)}T02:00:00.000Z`));
      one = await desk.everyone();
      expect(await one.call('evaluation.excellentShown', { cycleId: cycle.id })).toMatchObject({
        finished: 2,
        running: 0,
      });
      const out = await one.call('evaluation.publish', { id: cycle.id, rev: shut.cycle.rev });
      expect(out.cycle.published).not.toBeNull();

      const { rows } = await one.call('evaluation.consequenceList', { cycleId: cycle.id });
      expect(rows.map(({ grade }) => grade)).toEqual([
        ...Array.from({ length: 2 }, () => '优秀'),
        ...Array.from({ length: 7 }, () => '合格'),
        '不合格',
      ]);
      const worst = await one.call('evaluation.consequences', { cycleId: cycle.id, subjectId: 's10' });
      expect(worst.lines[0]).toEqual({
        text: '不增加薪级，相应核减绩效工资',
        article: '《事业单位工作人员考核规定》第三十条',
      });
      const file = await one.call('evaluation.exportConsequences', {
        cycleId: cycle.id,
        subjectIds: ['s10', 's1'],
      });
      if (noOffice === undefined) {
        // A plain list, without formulas: another program reads and writes the very same cells.
        const again = await savedByLibreOffice(file);
        const below = (rows: string[][]): string[][] =>
          rows.slice(rows.findIndex(([first]) => first === '工号'));
        const own = below(await tableRows(file.base64));
        expect(own).toHaveLength(3);
        expect(below(await tableRows(again.base64))).toEqual(own);
      }
      const table = await tableRows(file.base64);
      const listed = table.filter((row) => row.some((cell) => cell === '欧阳兰' || cell === '王建国'));
      expect(listed.map((row) => row[1])).toEqual(['欧阳兰', '王建国']);
      expect(listed[0]?.join('\n')).toContain('向低一级岗位调整');
    },
  );

  it('knows two bad years running, and has no consequences of the school’s own evaluations', async () => {
    const first = await closedAnnual(one, everybody, { year: 2025 });
    await one.call('evaluation.confirm', await confirming(first.cycle.id));
    const second = await closedAnnual(one, everybody, { year: 2026 });
    await one.call('evaluation.confirm', await confirming(second.cycle.id));
    const worst = await one.call('evaluation.consequences', {
      cycleId: second.cycle.id,
      subjectId: 's10',
    });
    expect(worst.before).toMatchObject({ grade: '不合格', cycleName: '2025年度考核' });
    expect(worst.lines.map(({ text }) => text)).toContain(
      '连续两年不合格，可以解除聘用合同，须提前三十日书面通知',
    );
    const own = await closedCycle(one, everybody);
    await one.call('evaluation.confirm', await confirming(own.cycle.id));
    expect((await one.refused('evaluation.consequenceList', { cycleId: own.cycle.id })).code).toBe(
      'illegal-step',
    );
  });
});
