import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { evenly, plainSystem, runThrough } from '../support/evaluation/scored.ts';
import { withTeachers, type PlannedGroup } from '../support/evaluation/teachers.ts';

const teachers = ['王建国', '李梅', '赵强', '孙悦', '周洁'];
const RATERS = ['张校长', '陈主任', '何主任'];
const totals = { s1: 95, s2: 86, s3: 72, s4: 65, s5: 50 };
const DAY = 86_400_000;

let desk: TestDesk;
let office: Caller;
let cycleId: string;

/** Three named raters who may be told apart by nobody, and a single one whose mark may not show at all. */
const lead: PlannedGroup = {
  id: 'lead',
  kind: 'leader',
  name: '领导评价',
  weight: 6000,
  dimensionIds: null,
  raters: RATERS.map((name, at) => ({ id: `r${String(at)}`, name, userId: null })),
};
const dean: PlannedGroup = {
  id: 'dean',
  kind: 'panel',
  name: '教务处',
  weight: 4000,
  dimensionIds: null,
  raters: [{ id: 'd1', name: '钱处长', userId: null }],
};

/** An account of the least of all roles, for somebody on the roster or for nobody. */
const ordinary = async (accountName: string, staffId: string | null): Promise<Caller> => {
  const { temporaryPassword } = await office.call('accounts.create', {
    accountName,
    name: accountName,
    roles: ['reader'],
    staffId,
  });
  const one = desk.connect();
  await one.call('accounts.login', { accountName, password: temporaryPassword });
  await one.call('accounts.changePassword', { current: temporaryPassword, next: 'geren-mima-2026' });
  return one;
};

const confirmed = async (groups: PlannedGroup[]): Promise<string> => {
  const versionId = await plainSystem(office);
  const made = await office.call('evaluation.createCycle', {
    plan: {
      name: '2026年教师考核',
      versionId,
      schoolYearId: null,
      term: null,
      startsOn: '2026-11-01',
      endsOn: '2026-12-31',
      about: '',
      whenAbsent: 'block',
      groups,
    },
  });
  const draft = await office.call('evaluation.setSubjects', {
    id: made.cycle.id,
    rev: made.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  const marks = Object.fromEntries(Object.entries(totals).map(([id, total]) => [id, evenly(total)]));
  const { cycle } = await runThrough(office, draft, marks);
  await office.call('evaluation.confirm', { id: cycle.id, rev: cycle.rev });
  return cycle.id;
};

const target = async (subjectId: string) => {
  const { rev } = await office.call('evaluation.readFeedback', { cycleId, subjectId });
  return { cycleId, subjectId, rev };
};
const tell = async (subjectId: string, objectBy: string | null = '2026-12-01') =>
  office.call('evaluation.tellResult', {
    ...(await target(subjectId)),
    on: '2026-11-24',
    way: 'interview',
    objectBy,
  });
const standOf = async (one: Caller) =>
  (await one.call('evaluation.ownResults', {})).rows.map(({ stand, grade }) => [stand, grade]);

beforeEach(async () => {
  desk = await openDesk();
  office = await desk.everyone();
  await withTeachers(
    desk,
    teachers.map((name) => ({ name, department: 1 })),
  );
  cycleId = await confirmed([lead, dean]);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

describe('我的考核', () => {
  it('shows nothing before the person is told, to nobody but him, and nothing to an account of nobody', async () => {
    const [own, other] = [await ordinary('limei', 's2'), await ordinary('zhaoqiang', 's3')];
    const nobody = await ordinary('fangke', null);
    expect(await standOf(own)).toEqual([['waiting', '']]);
    const early = await own.refused('evaluation.ownResult', { cycleId });
    expect(early.code).toBe('not-found');
    await tell('s2');
    expect(await standOf(own)).toEqual([['shown', '良好']]);
    expect(await standOf(other)).toEqual([['waiting', '']]);
    const foreign = await other.refused('evaluation.ownResult', { cycleId });
    const unlinked = await nobody.refused('evaluation.ownResult', { cycleId });
    expect([foreign.message, unlinked.message]).toEqual([early.message, early.message]);
    expect(await nobody.call('evaluation.ownResults', {})).toEqual({ linked: false, rows: [] });
    for (const channel of ['evaluation.readFeedback', 'evaluation.explain'] as const)
      expect((await own.refused(channel, { cycleId, subjectId: 's3' })).code).toBe('forbidden');
  });

  it('tells how the result came about without a rater, a single mark or another person', async () => {
    await tell('s1');
    await office.call('evaluation.proposeLead', {
      ...(await target('s1')),
      text: '有人反映他多次无故缺课，须核实',
    });
    const own = await ordinary('wangjianguo', 's1');
    const result = await own.call('evaluation.ownResult', { cycleId });
    expect(result.view.sheet).toMatchObject({ grade: '优秀', total: 9500 });
    const explanation = result.explained.explanation;
    expect(explanation?.total.result).toBe('95.00');
    const shown = explanation?.groups.map(({ title, result: points }) => [title, points]);
    // From the total and the leaders' average the dean's mark could be reckoned back: so neither is told.
    expect(shown).toEqual([
      ['领导评价', '—'],
      ['教务处', '—'],
    ]);
    const said = JSON.stringify(result);
    for (const secret of [...RATERS, '钱处长', '缺课', ...teachers.filter((name) => name !== '王建国')])
      expect(said, secret).not.toContain(secret);
    expect(explanation?.groups.flatMap(({ dimensions }) => dimensions)).toEqual([]);
  });

  it('lists the averages of a group that may be shown, never who gave what', async () => {
    await desk.dispose();
    desk = await openDesk();
    office = await desk.everyone();
    await withTeachers(
      desk,
      teachers.map((name) => ({ name, department: 1 })),
    );
    cycleId = await confirmed([lead, { ...lead, id: 'dean', kind: 'panel', name: '教务处', weight: 4000 }]);
    await tell('s1');
    const own = await ordinary('wangjianguo', 's1');
    const { explained } = await own.call('evaluation.ownResult', { cycleId });
    const indicators = (explained.explanation?.groups ?? []).flatMap(({ dimensions }) =>
      dimensions.flatMap((dimension) => dimension.indicators),
    );
    expect(indicators.map(({ result }) => result)).toEqual(['95', '9.5', '95', '9.5']);
    expect(indicators.flatMap(({ scores }) => scores)).toEqual([]);
    expect(indicators.every(({ sum }) => sum === '评分人所评的平均，不逐个列出')).toBe(true);
  });

  it('takes his opinion once, signed by his login, in the record that the office sees', async () => {
    await tell('s2');
    const own = await ordinary('limei', 's2');
    const { view } = await own.call('evaluation.ownResult', { cycleId });
    expect(view.acts).toEqual(['sign', 'fileReview']);
    const unsaid = await own.refused('evaluation.signOwn', { cycleId, rev: view.rev, stance: 'reserve' });
    expect(unsaid.fields?.[0]?.path).toBe('text');
    const signed = await own.call('evaluation.signOwn', {
      cycleId,
      rev: view.rev,
      stance: 'reserve',
      text: '公开课没有计入。',
    });
    expect(signed.view.acts).toEqual(['fileReview']);
    expect((await own.call('evaluation.ownResults', {})).rows[0]).toMatchObject({ toSign: false });
    const seen = await office.call('evaluation.readFeedback', { cycleId, subjectId: 's2' });
    expect(seen.feedback?.signed).toMatchObject({
      stance: 'reserve',
      text: '公开课没有计入。',
      signing: { kind: 'own' },
      made: { by: { name: 'limei' } },
    });
    const again = await own.refused('evaluation.signOwn', {
      cycleId,
      rev: signed.view.rev,
      stance: 'agree',
    });
    expect(again.code).toBe('illegal-step');
    // On paper nobody can say that the person was logged in.
    const forged: unknown = await office.raw('evaluation.signResult', {
      ...(await target('s2')),
      on: '2026-11-24',
      stance: 'agree',
      signing: { kind: 'own' },
      files: [],
    });
    expect(forged).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('takes his objection within the term, lets him withdraw it, and refuses it after the last day', async () => {
    await tell('s4');
    await tell('s5');
    const [own, late] = [await ordinary('sunyue', 's4'), await ordinary('zhoujie', 's5')];
    const view = async (one: Caller): Promise<ChannelOutput<'evaluation.ownResult'>> =>
      one.call('evaluation.ownResult', { cycleId });
    expect((await view(own)).objectBy).toBe('2026-12-01');
    const objection = {
      requests: '请求重新核算',
      reasons: '公开课没有计入',
      files: [{ name: '证书.pdf', mime: 'application/pdf', base64: Buffer.from('x').toString('base64') }],
    };
    const filed = await own.call('evaluation.objectOwn', {
      cycleId,
      rev: (await view(own)).view.rev,
      ...objection,
    });
    const [review] = filed.view.feedback?.reviews ?? [];
    expect(review).toMatchObject({ filedOn: '2026-11-24', reply: { dueOn: '2026-12-24' } });
    const hash = review?.files[0]?.hash ?? '';
    expect((await own.call('evaluation.ownFile', { cycleId, hash })).name).toBe('证书.pdf');
    expect((await late.refused('evaluation.ownFile', { cycleId, hash })).code).toBe('not-found');
    const rows = await office.call('evaluation.feedbacks', { cycleId });
    expect(rows.rows.find(({ subject }) => subject.id === 's4')?.state).toBe('objected');

    const withdrawn = await own.call('evaluation.withdrawOwn', {
      cycleId,
      rev: filed.view.rev,
      reason: '已经当面说明',
    });
    expect(withdrawn.view.acts).toContain('fileReview');

    desk.clock.advance(8 * DAY);
    await late.call('accounts.login', { accountName: 'zhoujie', password: 'geren-mima-2026' });
    const after = await view(late);
    expect([after.objectBy, after.view.acts]).toEqual([null, ['sign']]);
    const refused = await late.refused('evaluation.objectOwn', {
      cycleId,
      rev: after.view.rev,
      ...objection,
    });
    expect(refused.message).toContain('2026年12月1日');
  });

  it('hands out his papers and no others, and takes the result away when it is taken back', async () => {
    await tell('s2');
    const [own, other] = [await ordinary('limei', 's2'), await ordinary('zhaoqiang', 's3')];
    const sheet = await own.call('evaluation.ownPaper', { cycleId, paper: 'sheet' });
    expect(sheet.draft).toBe(false);
    const told = await office.call('evaluation.readFeedback', { cycleId, subjectId: 's2' });
    const kept = await office.call('evaluation.feedbackFile', {
      cycleId,
      subjectId: 's2',
      hash: told.feedback?.told?.sheet.hash ?? '',
    });
    expect(sheet.file.base64).toBe(kept.base64);
    for (const paper of ['talk', 'plan', 'reply'] as const)
      expect((await own.refused('evaluation.ownPaper', { cycleId, paper })).code).toBe('not-found');
    expect((await other.refused('evaluation.ownPaper', { cycleId, paper: 'sheet' })).code).toBe('not-found');
    const { cycle } = await office.call('evaluation.readCycle', { id: cycleId });
    await office.call('evaluation.reopen', {
      id: cycle.id,
      rev: cycle.rev,
      to: 'closed',
      reason: '补正一人的等次',
    });
    expect(await standOf(own)).toEqual([['withdrawn', '']]);
    expect(await standOf(other)).toEqual([['running', '']]);
    expect((await own.refused('evaluation.ownResult', { cycleId })).code).toBe('not-found');
  });

  it('shows what was made known to all, without averages that are not for him', async () => {
    const { cycle } = await office.call('evaluation.readCycle', { id: cycleId });
    await office.call('evaluation.publish', { id: cycle.id, rev: cycle.rev, note: '教职工大会' });
    const own = await ordinary('limei', 's2');
    const result = await own.call('evaluation.ownResult', { cycleId });
    expect([result.told, result.view.acts, result.view.sheet?.grade]).toEqual([false, [], '良好']);
    expect((await own.refused('evaluation.ownPaper', { cycleId, paper: 'sheet' })).code).toBe('not-found');
    const published = await own.call('evaluation.published', { cycleId });
    const outcome = published.own?.outcome;
    expect(outcome?.kind === 'graded' && outcome.figures.groups).toEqual([]);
    expect(JSON.stringify(published)).not.toContain('钱处长');
  });
});
