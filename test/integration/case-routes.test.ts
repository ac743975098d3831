import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sanctionsOfCase, standingSanctions } from '../../electron/features/cases/index.ts';
import type { ChannelOutput } from '../../shared/channels.ts';
import { caseActs, decisionOf, meeting, target, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { sheetRows } from '../support/screen-acts.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

const saying = (part: string): unknown => expect.stringContaining(part);
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

let desk: TestDesk;
let one: Caller;
const acts = caseActs(() => one);

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const staff = { kind: 'staff', id: 'wang' } as const;
const register = (change: Parameters<typeof acts.register>[0] = {}): Promise<View> =>
  acts.register({ route: 'ordinary', ...change });

const investigated = async (begun: View, people = [{ id: 'wang', name: '王立新' }]): Promise<View> => {
  let view = await acts.file(await acts.establish(begun));
  for (const person of people) {
    view = await acts.interview(view, person);
    view = await acts.finding(view, person.id);
  }
  return acts.adopt(await acts.report(view));
};

const heard = async (begun: View, people = [{ id: 'wang', name: '王立新' }]): Promise<View> => {
  let view = await acts.notify(await investigated(begun, people));
  for (const { id } of people) view = await acts.hear(view, id);
  return view;
};

const numbers = (): Promise<ChannelOutput<'papers.numbers'>> => one.call('papers.numbers', {});

describe('the ordinary route', () => {
  it('goes from filing over investigation, report, votes and service to its file', async () => {
    const filed = await acts.file(await acts.establish(await register()));
    expect(filed.record).toMatchObject({ state: 'filed', filing: { approvedOn: '2026-11-10' } });
    // Six months from 10 November 2026 end on 10 May 2027, a Monday.
    expect(filed.clocks).toMatchObject([{ kind: 'investigation', dueOn: '2027-05-10' }]);
    const early = await one.refused('cases.submitReport', {
      ...target(filed),
      course: '查',
      facts: '查明',
      nature: '定性',
      signerIds: ['chen', 'liu'],
      reportedOn: '2026-11-12',
    });
    expect(early).toMatchObject({ code: 'illegal-step', message: saying('笔录') });

    const adopted = await investigated(await register({ occurredOn: '2026-11-08' }));
    expect(adopted.record).toMatchObject({
      state: 'adopted',
      round: 2,
      facts: saying('补填巡查记录'),
      investigation: { report: { adoption: { digest: matching(/^[0-9a-f]{64}$/) } } },
    });
    const sealed = await one.refused('cases.attachEvidence', {
      ...target(adopted),
      title: '事后的照片',
      file: { name: 'a.txt', mime: 'text/plain', base64: 'YQ==' },
    });
    expect(sealed.code).toBe('illegal-step');

    const told = await acts.notify(adopted);
    const decided = await acts.decide(await acts.hear(told), decisionOf('warning'));
    expect(decided.record).toMatchObject({
      state: 'decided',
      decision: { items: [{ effectiveOn: '2026-11-20', endsOn: '2027-05-19', proposal: false }] },
      papers: [{ form: 'decision', number: '青一中处〔2026〕1号' }],
    });
    expect(decided.record.tasks.map(({ kind }) => kind)).toEqual(['filing', 'archive', 'announce', 'effect']);
    const served = await acts.serveAll(await acts.issueAll(decided));
    expect(served.record.state).toBe('served');
    const open = await one.refused('cases.close', { ...target(served), note: '完' });
    expect(open).toMatchObject({ code: 'illegal-step', message: saying('执行事项') });
    const closed = await acts.close(await acts.finishTasks(served));
    expect(closed.record.state).toBe('closed');
    const [sanction] = sanctionsOfCase(desk.app().store, closed.record.id);
    expect(sanction).toMatchObject({ sanction: 'warning', endsOn: '2027-05-19', annulled: null });

    const early2 = await one.refused('cases.liftSanction', {
      ...target(closed),
      sanctionId: sanction?.id ?? '',
      liftedOn: '2026-11-24',
      conduct: '表现良好',
    });
    expect(early2).toMatchObject({ code: 'unlawful', message: saying('不能提前') });
    desk.clock.set(Date.parse('2027-05-21T01:00:00.000Z'));
    one = await desk.everyone();
    const lifted = await one.call('cases.liftSanction', {
      ...target(closed),
      sanctionId: sanction?.id ?? '',
      liftedOn: '2027-05-20',
      conduct: '期间遵守纪律，没有再次违规。',
    });
    expect(lifted.sanctions[0]?.lifting).toMatchObject({ liftedOn: '2027-05-20' });
    expect(lifted.record.papers.at(-1)).toMatchObject({ form: 'lifting', number: '青一中解〔2027〕1号' });
    expect((await numbers()).problems).toEqual([]);
  });

  it('decides what the votes carry and nothing else', async () => {
    const people = [
      { id: 'wang', name: '王立新' },
      { id: 'qian', name: '钱学礼' },
    ];
    const two = await heard(
      await register({ subjects: people.map(({ id }) => ({ kind: 'staff' as const, id })) }),
      people,
    );
    const seats = ['li', 'zhao', 'he'] as const;
    const sitting = {
      ...meeting,
      members: seats.map((personId) => ({ personId, attendance: 'present' as const })),
    };
    const votes = (...cast: readonly ('for' | 'against' | 'abstain')[]) =>
      seats.map((memberId, at) => ({ memberId, vote: cast[at] ?? ('abstain' as const) }));
    const decision = decisionOf('warning', ['wang', 'qian'], { meeting: sitting });
    const items = [
      { personId: 'wang', measureCode: 'warning', votes: votes('for', 'for', 'against') },
      { personId: 'qian', measureCode: 'warning', votes: votes('for', 'against', 'abstain') },
      { personId: 'qian', measureCode: 'criticism-written', votes: votes('for', 'for', 'for') },
    ];
    const check = await one.call('cases.checkDecision', {
      id: two.record.id,
      decision: { ...decision, items },
    });
    expect(check.tallies.map(({ passed }) => passed)).toEqual([true, false, true]);
    expect(check.quorum).toContain('达到法定人数');
    const decided = await acts.decide(two, { ...decision, items });
    expect(decided.record.decision?.items.map(({ personId, measure }) => [personId, measure.code])).toEqual([
      ['wang', 'warning'],
      ['qian', 'criticism-written'],
    ]);
    expect(decided.record.decision?.meeting?.motions).toHaveLength(3);
    expect(decided.record.papers.map(({ form, personIds }) => [form, personIds])).toEqual([
      ['decision', ['wang']],
      ['letter', ['qian']],
    ]);
  });

  it('does not decide without a quorum, without a vote of everybody, or when nothing passes', async () => {
    const view = await heard(await register());
    const absent = {
      ...meeting,
      members: meeting.members?.map((member, at) => ({
        ...member,
        attendance: at === 0 ? ('present' as const) : ('absent' as const),
      })),
    };
    const few = await one.refused('cases.decide', {
      ...target(view),
      decision: decisionOf('warning', ['wang'], { meeting: absent }),
    });
    expect(['illegal-step', 'unlawful']).toContain(few.code);
    const against = decisionOf('warning');
    const none = await one.refused('cases.decide', {
      ...target(view),
      decision: {
        ...against,
        items: against.items.map((item) => ({
          ...item,
          votes: (item.votes ?? []).map((cast) => ({ ...cast, vote: 'against' as const })),
        })),
      },
    });
    expect(none).toMatchObject({ code: 'illegal-step', message: saying('获得通过') });
    const silent = await one.refused('cases.decide', {
      ...target(view),
      decision: { ...against, items: against.items.map((item) => ({ ...item, votes: [] })) },
    });
    expect(['invalid', 'unlawful', 'illegal-step']).toContain(silent.code);
    expect((await numbers()).numbers.map(({ number }) => number)).toEqual(['问责〔2026〕1号']);
  });

  it('proposes to the authority what the school may not decide, and acts on what the authority decided', async () => {
    const view = await heard(await register({ matterCode: 'gifts' }));
    const submitted = await acts.decide(view, decisionOf('warning'));
    expect(submitted.record).toMatchObject({
      state: 'submitted',
      papers: [{ form: 'proposal', number: '青一中处建〔2026〕1号' }],
      submission: { organ: '青禾市教育局', reply: null },
    });
    expect(standingSanctions(desk.app().store, 'wang')).toEqual([]);
    const replied = await one.call('cases.recordReply', {
      ...target(submitted),
      repliedOn: '2026-11-22',
      outcome: 'approved',
      number: '青教处〔2026〕12号',
      text: '同意给予警告处分。',
      file: { name: '决定.pdf', mime: 'application/pdf', base64: Buffer.from('%PDF-1.4').toString('base64') },
      effectiveOn: '2026-11-22',
    });
    expect(replied.record.state).toBe('issued');
    expect(standingSanctions(desk.app().store, 'wang')).toMatchObject([
      {
        measureCode: 'warning',
        decidedBy: '青禾市教育局',
        paperNumber: '青教处〔2026〕12号',
        effectiveOn: '2026-11-22',
      },
    ]);
    // The authority need not be told of its own decision.
    expect(replied.record.tasks.map(({ kind }) => kind)).toEqual(['archive', 'announce', 'effect']);
    const served = await acts.serveAll(replied);
    expect(served.record.state).toBe('served');
  });

  it('goes back to the meeting when the authority gives the proposal back', async () => {
    const submitted = await acts.decide(
      await heard(await register({ matterCode: 'gifts' })),
      decisionOf('warning'),
    );
    const back = await one.call('cases.recordReply', {
      ...target(submitted),
      repliedOn: '2026-11-22',
      outcome: 'returned',
      text: '情节轻微，由学校处理。',
    });
    expect(back.record).toMatchObject({ state: 'heard', decision: null, formerDecisions: [{}] });
    const again = await acts.decide(
      back,
      decisionOf('criticism-written', ['wang'], { decidedOn: '2026-11-23', effectiveOn: '2026-11-23' }),
    );
    expect(again.record.state).toBe('decided');
    expect((await numbers()).problems).toEqual([]);
  });

  it('lets a term be moved with its reason, but no investigation beyond twelve months', async () => {
    const filed = await acts.file(await acts.establish(await register()));
    const clockId = filed.clocks[0]?.id ?? '';
    const extend = { ...target(filed), clockId, reason: '案情复杂', approver: '李建国' };
    const far = await one.refused('cases.extendClock', { ...extend, dueOn: '2027-11-11' });
    expect(far).toMatchObject({ code: 'unlawful', message: saying('十二个月') });
    const moved = await one.call('cases.extendClock', { ...extend, dueOn: '2027-11-10' });
    expect(moved.record.clocks.find(({ id }) => id === clockId)).toMatchObject({
      dueOn: '2027-11-10',
      extensions: [{ from: '2027-05-10', reason: '案情复杂' }],
    });
  });
});

describe('the pupil route', () => {
  const pupil = { kind: 'pupil', id: 'lin' } as const;

  it('tells the guardian first, hears the pupil, and runs the term of fifteen working days', async () => {
    const rule = await one.call('standards.addSchoolRule', {
      title: '学生日常行为管理办法',
      scope: 'pupils',
      consulted: { on: '2026-07-01', note: '学生和家长' },
      discussed: { on: '2026-07-10', note: '家长委员会、教职工代表大会' },
      filed: { on: '2026-08-20', note: '青禾市教育局' },
      adoptedBy: '校长办公会',
      adoptedOn: '2026-08-18',
      publishedOn: '2026-08-25',
      clauses: [{ no: '第六条', text: '上课应当遵守课堂纪律。' }],
    });
    const begun = await acts.register({ matterCode: 'class-disruption', subjects: [pupil] });
    expect(begun.record).toMatchObject({
      route: 'pupil',
      subjects: [{ department: '七年级（3）班', band: 'junior', minor: true, guardian: { name: '林建军' } }],
    });
    const established = await acts.establish(begun);
    const untold = await one.refused('cases.notify', {
      ...target(established),
      way: 'written',
      notifiedOn: '2026-11-13',
    });
    expect(untold).toMatchObject({ code: 'invalid', message: saying('监护人') });
    const told = await acts.notify(established);
    const asked = await acts.hear(told, 'lin', { hearingAsked: true });
    expect(asked).toMatchObject({ record: { state: 'notified' } });
    const held = await one.call('cases.holdHearing', {
      ...target(asked),
      personId: 'lin',
      heldOn: '2026-11-18',
      place: '会议室',
      chairId: 'zhao',
      recorderId: 'qian',
      minutes: '学生和家长陈述了意见。',
      opinion: '建议从轻。',
    });
    expect(held.record.state).toBe('heard');
    const decided = await acts.decide(
      held,
      decisionOf('pupil-topic-education', ['lin'], {
        grounds: [
          { kind: 'law', ref: 'pupil-rules-9' },
          { kind: 'school-rule', ref: rule.id },
        ],
      }),
    );
    expect(decided.record.papers).toMatchObject([{ form: 'pupil-decision' }]);
    const [offer] = decided.papers;
    expect(offer?.lacking).toEqual([]);
  });

  it('keeps staff and pupils apart', async () => {
    const mixed = await one.refused('cases.register', {
      matterCode: 'class-disruption',
      summary: '混在一起',
      occurredOn: '2026-11-09',
      subjects: [pupil, staff],
      source: { kind: 'inspection' },
    });
    expect(mixed).toMatchObject({ code: 'invalid', message: saying('分别登记') });
  });
});

describe('a matter for others', () => {
  it('is handed over with a numbered letter, answered and closed', async () => {
    const established = await acts.establish(await register({ matterCode: 'law-violation' }));
    const referred = await one.call('cases.refer', {
      ...target(established),
      organ: '青禾市公安局',
      sentOn: '2026-11-20',
      reason: '涉嫌违法，应由公安机关处理。',
    });
    expect(referred.record).toMatchObject({
      route: 'transferred',
      state: 'referred',
      papers: [{ form: 'referral', number: '青一中移〔2026〕1号' }],
    });
    const answered = await one.call('cases.recordReply', {
      ...target(referred),
      repliedOn: '2026-11-23',
      outcome: 'changed',
      text: '已立案处理。',
    });
    expect(answered.record.state).toBe('answered');
    expect((await acts.close(answered)).record.state).toBe('closed');
  });

  it('comes back to the school when it is given back', async () => {
    const referred = await one.call('cases.refer', {
      ...target(await acts.establish(await register())),
      organ: '青禾市教育局',
      sentOn: '2026-11-20',
      reason: '请主管部门处理。',
    });
    const back = await one.call('cases.recordReply', {
      ...target(referred),
      repliedOn: '2026-11-23',
      outcome: 'returned',
      text: '由学校处理。',
    });
    const own = await one.call('cases.changeRoute', {
      ...target(back),
      route: 'light',
      reason: '机关退回，由学校处理',
    });
    expect(own.record).toMatchObject({ route: 'light', state: 'established' });
  });
});

describe('cases that belong together', () => {
  it('become one, with everything known, and can be parted again', async () => {
    const first = await acts.establish(await register());
    const second = await acts.establish(
      await register({ subjects: [{ kind: 'staff', id: 'qian' }], occurredOn: '2026-11-08' }),
    );
    const merged = await one.call('cases.merge', {
      ...target(second),
      into: target(first),
      reason: '同一次值班的两个人',
    });
    expect(merged.record).toMatchObject({
      number: '问责〔2026〕1号',
      state: 'registered',
      subjects: [{ personId: 'wang' }, { personId: 'qian' }],
      links: { mergedFrom: [{ number: '问责〔2026〕2号' }] },
    });
    const gone = await one.call('cases.read', { id: second.record.id });
    expect(gone).toMatchObject({ nextAct: null, acts: [], record: { state: 'merged' } });

    const split = await one.call('cases.split', {
      ...target(merged),
      personIds: ['qian'],
      reason: '情节不同，分别办理',
    });
    expect(split.record).toMatchObject({
      number: '问责〔2026〕3号',
      state: 'registered',
      subjects: [{ personId: 'qian' }],
      links: { splitFrom: { number: '问责〔2026〕1号' } },
    });
    const stays = await one.call('cases.read', { id: first.record.id });
    expect(stays.record.subjects.map(({ personId }) => personId)).toEqual(['wang']);
    expect((await numbers()).problems).toEqual([]);
  });

  it('are taken up again with all their papers, and the former decision gives way to the new one', async () => {
    const light = await acts.hear(
      await acts.notify(await acts.establish(await register({ route: 'light' }))),
    );
    const closed = await acts.close(
      await acts.finishTasks(
        await acts.serveAll(await acts.issueAll(await acts.decide(light, decisionOf('circular-criticism')))),
      ),
    );
    const reopened = await one.call('cases.reopen', { ...target(closed), reason: '发现新的证据' });
    expect(reopened.record).toMatchObject({ state: 'established', decision: null, formerDecisions: [{}] });
    expect(standingSanctions(desk.app().store, 'wang')).toHaveLength(1);
    const anew = await acts.hear(
      await acts.notify(await acts.establish(reopened), { notifiedOn: '2026-11-16' }),
      'wang',
      { heardOn: '2026-11-18' },
    );
    const decided = await acts.decide(anew, decisionOf('criticism-written'));
    expect(standingSanctions(desk.app().store, 'wang')).toMatchObject([{ measureCode: 'criticism-written' }]);
    expect(decided.record.papers.map(({ form, void: gone }) => [form, gone])).toEqual([
      ['circular', true],
      ['letter', false],
    ]);
    expect((await one.call('papers.list', { caseId: closed.record.id })).papers).toHaveLength(1);
  });
});

describe('a list of cases that leaves the house', () => {
  it('names no child', async () => {
    const { record } = await acts.register({
      matterCode: 'class-disruption',
      summary: '林小雨多次扰乱课堂',
      subjects: [{ kind: 'pupil', id: 'lin' }],
    });
    const file = await one.call('cases.exportList', { ids: [record.id] });
    const rows = await sheetRows(Buffer.from(file.base64, 'base64'));
    const text = rows.flat().join('\n');
    expect(text).not.toContain('林小雨');
    expect(text).toContain('该生多次扰乱课堂');
    expect(file.name).not.toContain('林小雨');
  });
});
