import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sanctionCollection } from '../../electron/features/cases/collections.ts';
import { caseTimeline } from '../../electron/features/cases/index.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { caseActs, decisionOf, target, type Decision, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { bytesOfOpened } from '../support/opened-file.ts';

const saying = (part: string): unknown => expect.stringContaining(part);

let desk: TestDesk;
let one: Caller;
const acts = caseActs(() => one);
const { register, establish, hear, direct } = acts;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const notify = (view: View): Promise<View> => acts.notify(view, { hearingOffered: false, intended: [] });

const heard = async (change: Partial<ChannelInput<'cases.register'>> = {}): Promise<View> =>
  hear(await notify(await establish(await register(change))), change.subjects?.[0]?.id ?? 'wang');

const circular = decisionOf('circular-criticism');

const rectify = decisionOf('rectification', ['wang'], {
  requirements: [{ text: '补齐巡查记录', dueOn: '2026-12-04', responsibleId: 'wang', checkerId: 'chen' }],
});

const decide = (view: View, decision: Decision = circular): Promise<View> => acts.decide(view, decision);

const issue = (view: View): Promise<View> => acts.issueAll(view);

/** The one paper of a light decision. */
const paperOf = ({ record }: View) => {
  const paper = record.papers.find((each) => !each.void && each.itemIds.length > 0);
  if (!paper) throw new Error('no paper');
  return paper;
};

const previewOf = (view: View) => {
  const { id, form } = paperOf(view);
  return one.call('cases.previewPaper', { id: view.record.id, form, paperId: id });
};

const numbers = async (): Promise<ChannelOutput<'papers.numbers'>> => one.call('papers.numbers', {});

describe('a light matter', () => {
  it('goes from registration to its file, and stands there after a restart', async () => {
    const registered = await register();
    expect(registered.record.number).toBe('问责〔2026〕1号');
    expect(registered).toMatchObject({ nextAct: 'establishFacts', record: { state: 'registered' } });
    expect(registered.clocks[0]).toMatchObject({ kind: 'handling', dueOn: '2026-12-24', daysLeft: 30 });

    const told = await notify(await establish(registered));
    // Friday 13th, then Monday to Wednesday.
    expect(told.record.notifications[0]).toMatchObject({ deadlineOn: '2026-11-18', round: 1 });
    const decided = await decide(await hear(told), rectify);
    expect(decided.record).toMatchObject({
      state: 'decided',
      papers: [{ number: '青一中责改〔2026〕1号', issuedPaperId: null }],
      decision: { grounds: [{ text: '《教育法》第二十九条' }], overrides: [] },
    });
    expect(decided.clocks.map(({ kind }) => kind)).toEqual(['service', 'rectification']);

    const draft = await previewOf(decided);
    expect(draft.draft).toBe(true);
    const issued = await issue(decided);
    const paper = await previewOf(issued);
    expect(paper.draft).toBe(false);
    expect(paper.file.name).toMatch(/^青一中责改〔2026〕1号 责令整改通知书（王立新）\.docx$/);
    const receipt = await one.call('cases.previewPaper', {
      id: issued.record.id,
      form: 'service-record',
      personId: 'wang',
    });
    expect(Buffer.from(receipt.file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');

    const served = await one.call('cases.recordService', direct(issued));
    expect(served.record.state).toBe('executing');
    expect(served.clocks.find(({ kind }) => kind === 'review')).toMatchObject({ dueOn: '2026-12-24' });
    expect(served.clocks.some(({ kind }) => kind === 'service')).toBe(false);

    const itemId = served.record.rectification[0]?.id ?? '';
    const reported = await one.call('cases.reportRectification', {
      ...target(served),
      itemId,
      reportedOn: '2026-11-24',
      text: '已补齐。',
      files: [{ name: '记录.txt', mime: 'text/plain', base64: Buffer.from('已补齐').toString('base64') }],
    });
    const failed = await one.call('cases.checkRectification', {
      ...target(reported),
      itemId,
      checkedOn: '2026-11-24',
      passed: false,
      note: '缺一次签字',
    });
    expect(failed.record.state).toBe('executing');
    const passed = await one.call('cases.checkRectification', {
      ...target(failed),
      itemId,
      checkedOn: '2026-11-24',
      passed: true,
      note: '合格',
    });
    expect(passed.record.state).toBe('rectified');
    const closed = await one.call('cases.close', { ...target(passed), note: '整改完成。' });
    expect(closed).toMatchObject({
      nextAct: null,
      acts: ['issueRecord', 'reopen'],
      record: { state: 'closed' },
    });

    await desk.restart();
    one = await desk.everyone();
    const again = await one.call('cases.read', { id: closed.record.id });
    expect(again.record).toEqual(closed.record);
    expect(await previewOf(again)).toEqual(paper);
    const proof = again.record.evidence[0];
    const file = await one.call('cases.openEvidence', { id: again.record.id, evidenceId: proof?.id ?? '' });
    expect((await bytesOfOpened(desk, one, file)).toString()).toBe('已补齐');
    expect(caseTimeline(desk.app().store, 'wang').map(({ kind }) => kind)).toEqual(['问责决定', '整改']);
    expect((await numbers()).problems).toEqual([]);
    expect((await one.call('cases.exportFile', { id: again.record.id })).name).toBe(
      '问责〔2026〕1号 案卷.docx',
    );
    expect((await one.call('cases.exportList', { ids: [again.record.id] })).name).toMatch(/\.xlsx$/);
  });

  it('answers a stale revision with a conflict and changes nothing', async () => {
    const view = await register();
    const after = await establish(view);
    const failure = await one.refused('cases.notify', {
      ...target(view),
      way: 'oral',
      notifiedOn: '2026-11-13',
    });
    expect(failure.code).toBe('conflict');
    expect((await one.call('cases.read', { id: view.record.id })).record).toEqual(after.record);
  });

  it('refuses a step that the state does not know, and says what is missing', async () => {
    const view = await register();
    const early = await one.refused('cases.decide', { ...target(view), decision: circular });
    expect(early).toMatchObject({ code: 'illegal-step', message: saying('已登记') });
    const told = await notify(await establish(view));
    expect((await one.refused('cases.close', { ...target(told), note: '完' })).code).toBe('illegal-step');
    const issued = await issue(await decide(await hear(told)));
    const open = await one.refused('cases.close', { ...target(issued), note: '完' });
    expect(open.code).toBe('illegal-step');
  });

  it('wants facts heard anew when they are established anew', async () => {
    const again = await establish(await heard());
    expect(again.record).toMatchObject({ state: 'established', round: 2 });
    const failure = await one.refused('cases.decide', { ...target(again), decision: circular });
    expect(failure).toMatchObject({ code: 'unlawful', message: saying('陈述') });
  });
});

describe('the law', () => {
  it('stops checkers who are alone, concerned or biased, with the article', async () => {
    const view = await register();
    const input = {
      ...target(view),
      facts: '属实。',
      establishedOn: '2026-11-12',
      gravity: { nature: 'careless', degree: 'medium', impact: 'school' } as const,
    };
    expect(await one.refused('cases.establishFacts', { ...input, checkerIds: ['chen'] })).toMatchObject({
      code: 'unlawful',
      fields: [{ path: 'checkerIds' }],
      article: saying('处分规定'),
    });
    const own = await one.refused('cases.establishFacts', { ...input, checkerIds: ['chen', 'wang'] });
    expect(own).toMatchObject({ code: 'unlawful', message: saying('本人') });

    const declared = await one.call('cases.declareConflict', {
      ...target(view),
      personId: 'chen',
      relation: '当事人的配偶',
      declaredOn: '2026-11-11',
    });
    const open = await one.refused('cases.establishFacts', {
      ...input,
      ...target(declared),
      checkerIds: ['li', 'liu'],
    });
    expect(open).toMatchObject({ code: 'illegal-step', message: saying('回避') });
    const settled = await one.call('cases.settleConflict', {
      ...target(declared),
      conflictId: declared.record.conflicts[0]?.id ?? '',
      outcome: 'withdrawn',
      note: '由李建国接替',
    });
    const biased = await one.refused('cases.establishFacts', {
      ...input,
      ...target(settled),
      checkerIds: ['chen', 'liu'],
    });
    expect(biased).toMatchObject({ code: 'unlawful', message: saying('回避') });
    expect((await establish(settled, ['li', 'liu'])).record.state).toBe('established');
  });

  it('stops a decision beyond the school, without a trace in the register of numbers', async () => {
    const view = await heard({ subjects: [{ kind: 'staff', id: 'sun' }] });
    const ofSun = decisionOf('circular-criticism', ['sun']);
    const failure = await one.refused('cases.decide', { ...target(view), decision: ofSun });
    expect(failure).toMatchObject({ code: 'unlawful', message: saying('劳务派遣') });
    const fine: Decision = {
      ...decisionOf('rectification', ['sun']),
      requirements: [{ text: '罚款200元', dueOn: '2026-12-04', responsibleId: 'sun', checkerId: 'chen' }],
    };
    expect(await one.refused('cases.decide', { ...target(view), decision: fine })).toMatchObject({
      code: 'unlawful',
      article: '《行政处罚法》第十七条',
    });
    const check = await one.call('cases.checkDecision', { id: view.record.id, decision: fine });
    expect(check.findings.map(({ ruleId }) => ruleId)).toContain('fine');
    expect(check.nextNumbers).toEqual(['青一中责改〔2026〕1号']);
    expect((await numbers()).numbers.map(({ number }) => number)).toEqual(['问责〔2026〕1号']);
    expect(desk.app().store.count(sanctionCollection)).toBe(0);
  });

  it('lets a warning be gone past with a reason, which is kept', async () => {
    await decide(await heard());
    const second = await heard({ matterCode: 'safety' });
    const failure = await one.refused('cases.decide', { ...target(second), decision: circular });
    expect(failure).toMatchObject({ code: 'unlawful', fields: [{ path: 'overrides.same-day-decided' }] });
    const decided = await one.call('cases.decide', {
      ...target(second),
      decision: circular,
      overrides: [{ ruleId: 'same-day-decided', reason: '两件不同的事，已核对' }],
    });
    expect(decided.record.decision?.overrides).toMatchObject([
      { ruleId: 'same-day-decided', reason: '两件不同的事，已核对' },
    ]);
    const third = await heard();
    expect(await one.refused('cases.decide', { ...target(third), decision: circular })).toMatchObject({
      code: 'unlawful',
      message: saying('同一事项'),
    });
  });

  it('prints an article only once somebody has checked it', async () => {
    const decision: Decision = { ...circular, grounds: [{ kind: 'law', ref: 'ethics-rules-5' }] };
    const before = await decide(await heard(), decision);
    expect(before.record.decision?.grounds[0]?.text).toBe('《中小学教师违反职业道德行为处理办法》');
    const { grounds } = await one.call('standards.law', {});
    const ground = grounds.find(({ id }) => id === 'ethics-rules-5');
    await one.call('standards.checkGround', {
      id: 'ethics-rules-5',
      rev: ground?.rev ?? 0,
      article: '第五条',
      on: '2026-11-24',
    });
    const after = await decide(await heard({ occurredOn: '2026-11-10' }), decision);
    expect(after.record.decision?.grounds[0]).toMatchObject({
      version: 2,
      text: '《中小学教师违反职业道德行为处理办法》第五条',
    });
  });

  it('starts no term to object before the paper has reached the person', async () => {
    const issued = await issue(await decide(await heard()));
    const unsigned = await one.refused('cases.recordService', { ...direct(issued), completedOn: null });
    expect(unsigned).toMatchObject({ code: 'unlawful', fields: [{ path: 'completedOn' }] });
    const left = { ...direct(issued), way: 'left' as const, completedOn: null };
    const refusal = { reason: '拒绝签收', witness: '', hasRecording: false };
    expect(await one.refused('cases.recordService', { ...left, refusal })).toMatchObject({
      code: 'unlawful',
      fields: [{ path: 'refusal.witness' }],
    });
    expect((await one.call('cases.read', { id: issued.record.id })).clocks.map(({ kind }) => kind)).toEqual([
      'service',
    ]);
    const served = await one.call('cases.recordService', {
      ...left,
      refusal: { ...refusal, witness: '门卫老张' },
    });
    expect(served.record).toMatchObject({ state: 'served', services: [{ completedOn: '2026-11-23' }] });
    expect(served.clocks.find(({ kind }) => kind === 'review')).toMatchObject({ dueOn: '2026-12-23' });
    expect((await one.refused('cases.recordService', direct(served))).code).toBe('illegal-step');
  });
});

describe('papers and numbers', () => {
  it('are issued again as the same file, and differently only with a reason', async () => {
    const first = await issue(await decide(await heard()));
    const paper = await one.call('papers.list', { caseId: first.record.id });
    expect(paper.papers).toHaveLength(1);
    const bytes = await one.call('papers.read', { id: paper.papers[0]?.id ?? '' });
    const again = await one.call('cases.issueNotice', { ...target(first), paperId: paperOf(first).id });
    expect(again.record).toEqual(first.record);

    const { store } = desk.app();
    const { schoolCollection } = await import('../../electron/features/organisation/index.ts');
    await store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test.rename' }, (tx) => {
      for (const school of tx.all(schoolCollection))
        tx.replace(schoolCollection, { ...school, authority: '青禾市教育体育局' });
    });
    expect(
      (await one.refused('cases.issueNotice', { ...target(again), paperId: paperOf(again).id })).fields?.[0]
        ?.path,
    ).toBe('reissueReason');
    const anew = await one.call('cases.issueNotice', {
      ...target(again),
      paperId: paperOf(again).id,
      reissueReason: '主管部门更名',
    });
    const papers = (await one.call('papers.list', { caseId: first.record.id })).papers;
    expect(papers.map(({ superseded }) => superseded?.reason ?? null).sort()).toEqual(
      [null, '主管部门更名'].sort(),
    );
    expect(await one.call('papers.read', { id: paper.papers[0]?.id ?? '' })).toEqual(bytes);
    const preview = await previewOf(anew);
    expect(preview.file.base64).not.toBe(bytes.base64);
    expect((await one.call('papers.list', { staffId: 'wang' })).papers).toHaveLength(2);
  });

  it('never give a void number again', async () => {
    const issued = await issue(await decide(await heard()));
    const voided = await one.call('cases.voidNumber', {
      ...target(issued),
      paperId: paperOf(issued).id,
      reason: '打印错误',
    });
    expect(voided.record).toMatchObject({
      state: 'decided',
      papers: [{ number: '青一中〔2026〕2号', issuedPaperId: null }],
    });
    const other = await decide(await heard({ occurredOn: '2026-11-10' }));
    expect(paperOf(other).number).toBe('青一中〔2026〕3号');
    const withdrawn = await one.call('cases.withdraw', { ...target(other), reason: '查无实据' });
    expect(withdrawn.record.state).toBe('withdrawn');
    const next = await decide(await heard({ occurredOn: '2026-11-08' }));
    expect(paperOf(next).number).toBe('青一中〔2026〕4号');
    const register = await numbers();
    expect(register.problems).toEqual([]);
    expect(
      register.numbers
        .filter(({ voided: gone }) => gone)
        .map(({ number }) => number)
        .sort(),
    ).toEqual(['青一中〔2026〕1号', '青一中〔2026〕3号']);
    expect((await one.call('papers.exportRegister', { year: 2026 })).name).toContain('文号登记簿');
    // What was withdrawn stands in nobody's archive.
    expect(
      caseTimeline(desk.app().store, 'wang').map(({ about }) => /〔2026〕\d+号/.exec(about)?.[0]),
    ).toEqual(['〔2026〕2号', '〔2026〕4号']);
    const served = await one.call('cases.recordService', direct(await issue(voided)));
    expect(
      (
        await one.refused('cases.voidNumber', {
          ...target(served),
          paperId: paperOf(served).id,
          reason: '后悔',
        })
      ).code,
    ).toBe('illegal-step');
  });

  it('are counted without a gap when many decide at the same time', async () => {
    const views: View[] = [];
    for (let day = 1; day <= 5; day += 1) views.push(await heard({ occurredOn: `2026-11-0${String(day)}` }));
    const decided = await Promise.all(views.map((view) => decide(view)));
    const given = decided.map(({ record }) => record.papers[0]?.number).sort();
    expect(given).toEqual([1, 2, 3, 4, 5].map((count) => `青一中〔2026〕${String(count)}号`));
  });
});

describe('what waits', () => {
  it('is shown to whoever may do it, the soonest term first', async () => {
    const first = await register();
    await heard({ occurredOn: '2026-11-10' });
    const waiting = await one.call('cases.waiting', {});
    expect(waiting).toMatchObject({ total: 2, overdue: 0 });
    desk.clock.advance(31 * 86_400_000);
    one = await desk.everyone();
    expect((await one.call('cases.waiting', {})).overdue).toBe(2);
    expect((await one.call('cases.list', {})).cases.map(({ id }) => id)).toContain(first.record.id);
    const nobody = desk.connect();
    expect((await nobody.refused('cases.list', {})).code).toBe('forbidden');
  });
});
