import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffCollection } from '../../electron/features/organisation/index.ts';
import type { ChannelInput, ChannelName } from '../../shared/channels.ts';
import type { ErrorCode } from '../../shared/kernel/result.ts';
import { caseActs, decisionOf, meeting, target, type Decision, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { report as tip, signIn } from '../support/lead-desk.ts';

/**
 * Attempts to get a case past the law, the school's rule or the record. Each is made through `call` as a screen or a
 * tampered one could, is refused with its code and a Chinese sentence that says what to do, and leaves no trace: the head
 * of the journal is the same hash before and after.
 */

const matching = (says: string | RegExp): unknown => expect.stringMatching(says);

let desk: TestDesk;
let one: Caller;
const acts = caseActs(() => one);

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
});

afterEach(async () => {
  expect((await one.call('papers.numbers', {})).problems).toEqual([]);
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

/** What the refusal has to say, and that nothing came of the attempt. */
const attempt = async <C extends ChannelName>(
  channel: C,
  input: ChannelInput<C>,
  code: ErrorCode,
  says: string | RegExp,
  who: Caller = one,
): Promise<void> => {
  const { store } = desk.app();
  const before = store.health().headHash;
  const failure = await who.refused(channel, input);
  expect({ code: failure.code, message: failure.message }).toEqual({
    code,
    message: matching(says),
  });
  expect(failure.message).toMatch(/[。）]$/u);
  expect(failure.message).not.toMatch(/[a-z]{3,}/iu);
  if (code === 'unlawful') expect(failure.article).toMatch(/[\u4e00-\u9fff]/u);
  expect(store.health().headHash).toBe(before);
};

const gravity = { nature: 'careless', degree: 'medium', impact: 'school' } as const;
const wang = { id: 'wang', name: '王立新' };

const registered = (change: Parameters<typeof acts.register>[0] = {}): Promise<View> =>
  acts.register({ route: 'ordinary', ...change });
const filed = async (begun?: View): Promise<View> =>
  acts.file(await acts.establish(begun ?? (await registered())));
const reported = async (): Promise<View> => {
  const view = await acts.finding(await acts.interview(await filed(), wang), 'wang');
  return acts.report(view);
};
const heard = async (change: Partial<ChannelInput<'cases.notify'>> = {}): Promise<View> =>
  acts.hear(await acts.notify(await acts.adopt(await reported()), change));
const lightHeard = async (change: Parameters<typeof acts.register>[0] = {}): Promise<View> =>
  acts.hear(
    await acts.notify(await acts.establish(await acts.register({ route: 'light', ...change }))),
    change.subjects?.[0]?.id ?? 'wang',
  );
const override = [{ ruleId: 'out-of-band' as const, reason: '情节较重，影响班级管理。' }];
const deciding = (view: View, decision: Decision) => ({ ...target(view), decision, overrides: override });
const warned = async (): Promise<View> => acts.decide(await heard(), decisionOf('warning'), override);

describe('a step that is left out', () => {
  it('is asked for, whatever is sent', async () => {
    const begun = await registered();
    await attempt('cases.decide', deciding(begun, decisionOf('warning')), 'illegal-step', '已登记.*不能');
    const investigating = await filed(begun);
    const report: ChannelInput<'cases.submitReport'> = {
      ...target(investigating),
      course: '没有询问当事人。',
      facts: '离岗。',
      nature: '违反纪律。',
      signerIds: ['chen', 'liu'],
      reportedOn: '2026-11-12',
    };
    await attempt('cases.submitReport', report, 'illegal-step', '询问每一名当事人的笔录.*责任认定');
    await attempt(
      'cases.notify',
      { ...target(investigating), way: 'written', notifiedOn: '2026-11-13' },
      'illegal-step',
      '不能',
    );
    const asked = await acts.finding(await acts.interview(investigating, wang), 'wang');
    await attempt(
      'cases.submitReport',
      { ...report, ...target(asked), signerIds: ['chen', 'qian'] },
      'invalid',
      '由办案人员签名',
    );
    await attempt(
      'cases.decide',
      deciding(await acts.report(asked), decisionOf('warning')),
      'illegal-step',
      '不能',
    );
  });

  it('cannot be put behind the decision by its date', async () => {
    const view = await heard();
    const dated = (decidedOn: string) =>
      deciding(view, decisionOf('warning', ['wang'], { decidedOn, effectiveOn: decidedOn }));
    await attempt('cases.decide', dated('2026-11-15'), 'invalid', '不能早于听取陈述的日期');
    await attempt('cases.decide', dated('2026-11-11'), 'invalid', '不能早于');
    await attempt('cases.decide', dated('2026-11-25'), 'invalid', '不能晚于今天');
    await attempt(
      'cases.decide',
      deciding(view, decisionOf('warning', ['wang'], { effectiveOn: '2026-12-20' })),
      'invalid',
      '自作出决定之日起生效',
    );
    const adopted = await acts.adopt(await reported());
    await attempt(
      'cases.notify',
      { ...target(adopted), way: 'written', notifiedOn: '2026-11-11' },
      'invalid',
      '不能早于采纳调查报告的日期',
    );
  });
});

describe('whoever has to be two, and impartial', () => {
  it('is not one alone', async () => {
    const begun = await registered();
    const facts = {
      ...target(begun),
      facts: '属实。',
      establishedOn: '2026-11-10',
      checkerIds: ['chen', 'chen'],
      gravity,
    };
    await attempt('cases.establishFacts', facts, 'unlawful', '1 人.*再增加核实人员');
    const file: ChannelInput<'cases.fileCase'> = {
      ...target(await acts.establish(begun)),
      approverId: 'li',
      approvedOn: '2026-11-10',
      suspected: '处分规定',
      reason: '需要立案。',
      teamIds: ['chen'],
    };
    await attempt('cases.fileCase', file, 'unlawful', '1 人.*请');
    await attempt('cases.fileCase', { ...file, approverId: 'wang' }, 'invalid', '当事人不能批准立案');
    const investigating = await acts.file(await one.call('cases.read', { id: begun.record.id }));
    const interview: ChannelInput<'cases.recordInterview'>['interview'] = {
      kind: 'subject',
      personId: 'wang',
      name: '王立新',
      capacity: '当事人',
      minor: false,
      heldOn: '2026-11-11',
      from: '09:00',
      to: '09:40',
      place: '谈话室',
      interviewerIds: ['chen'],
      recorderId: 'chen',
      rightsTold: true,
      lines: [{ question: '为什么离岗？', answer: '有急事。' }],
      signed: true,
    };
    await attempt('cases.recordInterview', { ...target(investigating), interview }, 'unlawful', '请');
    await attempt(
      'cases.recordInterview',
      {
        ...target(investigating),
        interview: { ...interview, interviewerIds: ['chen', 'liu'], rightsTold: false },
      },
      'invalid',
      '告知权利义务',
    );
  });

  it('has not stepped back, does not sit over what he found, and is no party', async () => {
    const declared = await one.call('cases.declareConflict', {
      ...target(await registered()),
      personId: 'qian',
      relation: '当事人的配偶',
      declaredOn: '2026-11-10',
    });
    const settled = await one.call('cases.settleConflict', {
      ...target(declared),
      conflictId: declared.record.conflicts[0]?.id ?? '',
      outcome: 'withdrawn',
      note: '回避',
    });
    const file: ChannelInput<'cases.fileCase'> = {
      ...target(await acts.establish(settled)),
      approverId: 'li',
      approvedOn: '2026-11-10',
      suspected: '处分规定',
      reason: '需要立案。',
      teamIds: ['chen', 'qian'],
    };
    await attempt('cases.fileCase', file, 'unlawful', '已决定回避');
    let view = await acts.file(await one.call('cases.read', { id: settled.record.id }));
    view = await acts.finding(await acts.interview(view, wang), 'wang');
    view = await acts.notify(await acts.adopt(await acts.report(view)));
    const asked = await acts.hear(view, 'wang', { hearingAsked: true });
    const hearing: ChannelInput<'cases.holdHearing'> = {
      ...target(asked),
      personId: 'wang',
      heldOn: '2026-11-18',
      place: '会议室',
      chairId: 'chen',
      recorderId: 'zhao',
      minutes: '听取意见。',
      opinion: '维持。',
    };
    await attempt('cases.holdHearing', hearing, 'invalid', '不能主持听证');
    await attempt('cases.holdHearing', { ...hearing, chairId: 'qian' }, 'invalid', '钱学礼应当回避');
    await attempt(
      'cases.holdHearing',
      { ...hearing, chairId: 'li', recorderId: 'wang' },
      'invalid',
      '当事人不能担任听证记录人',
    );
    // The hearing that was asked for is not passed over either.
    await attempt('cases.decide', deciding(asked, decisionOf('warning')), 'illegal-step', '不能');
    const ready = await one.call('cases.holdHearing', { ...hearing, chairId: 'li' });
    // 钱学礼 sits in the usual meeting of these tests.
    await attempt('cases.decide', deciding(ready, decisionOf('warning')), 'unlawful', '钱学礼.*回避');
    const sitting = (ids: readonly string[], change: Partial<typeof meeting> = {}): Decision => ({
      ...decisionOf('warning', ['wang'], {
        meeting: {
          ...meeting,
          members: ids.map((personId) => ({ personId, attendance: 'present' as const })),
          ...change,
        },
      }),
      items: [
        {
          personId: 'wang',
          measureCode: 'warning',
          votes: ids.map((memberId) => ({ memberId, vote: 'for' as const })),
        },
      ],
    });
    await attempt('cases.decide', deciding(ready, sitting(['li', 'zhao', 'chen'])), 'unlawful', '陈晓东');
    await attempt(
      'cases.decide',
      deciding(ready, sitting(['li', 'zhao', 'wang'])),
      'unlawful',
      '被问责人本人',
    );
    await attempt(
      'cases.decide',
      deciding(ready, sitting(['li', 'zhao', 'sun'], { recorderId: 'qian' })),
      'unlawful',
      '钱学礼.*回避',
    );
    await attempt(
      'cases.decide',
      deciding(ready, sitting(['li', 'zhao', 'sun'], { chairId: 'liu' })),
      'invalid',
      '主持人应当出席会议',
    );
  });

  it('does not handle what is about himself, whatever his role', async () => {
    const view = await heard();
    const own = await signIn(desk, one, {
      accountName: 'wanglixin',
      name: '王立新',
      roles: ['principal', 'office', 'investigator'],
      staffId: 'wang',
    });
    await attempt(
      'cases.decide',
      deciding(view, decisionOf('criticism-written')),
      'forbidden',
      '您是本事项的当事人.*请由其他',
      own,
    );
    await attempt('cases.withdraw', { ...target(view), reason: '不办了' }, 'forbidden', '请由其他', own);
    await attempt('cases.addNote', { ...target(view), text: '备注' }, 'forbidden', '请由其他', own);
    const other = await registered({ subjects: [{ kind: 'staff', id: 'qian' }], occurredOn: '2026-11-08' });
    expect((await own.call('cases.addNote', { ...target(other), text: '备注' })).record.notes).toHaveLength(
      1,
    );
  });
});

describe('what the person has to be told and may say', () => {
  it('is not cut short', async () => {
    const established = await acts.establish(await acts.register());
    await attempt(
      'cases.decide',
      deciding(established, decisionOf('circular-criticism')),
      'unlawful',
      '没有.*(告知|陈述)|未告知|还没有',
    );
    await attempt(
      'cases.notify',
      { ...target(established), way: 'written', notifiedOn: '2026-11-13', deadlineOn: '2026-11-16' },
      'invalid',
      '至少留三个工作日，不能早于2026年11月18日',
    );
    const told = await acts.notify(established);
    await attempt(
      'cases.hearStatement',
      { ...target(told), personId: 'wang', outcome: 'lapsed', heardOn: '2026-11-17' },
      'invalid',
      '期限未满',
    );
    const spoken = await acts.hear(told, 'wang', { adoption: null, adoptionReason: '' });
    await attempt(
      'cases.decide',
      deciding(spoken, decisionOf('circular-criticism')),
      'unlawful',
      '采纳|答复|复核',
    );
    const late = await one.call('cases.hearStatement', {
      ...target(spoken),
      personId: 'wang',
      outcome: 'lapsed',
      heardOn: '2026-11-19',
    });
    await attempt(
      'cases.decide',
      deciding(
        late,
        decisionOf('circular-criticism', ['wang'], { decidedOn: '2026-11-18', effectiveOn: '2026-11-18' }),
      ),
      'invalid',
      '不能早于听取陈述的日期',
    );
  });

  it('names the sanction that is intended', async () => {
    const silent = await heard({ intended: [] });
    await attempt('cases.decide', deciding(silent, decisionOf('warning')), 'unlawful', '警告');
  });
});

describe('a decision beyond its votes', () => {
  it('is none', async () => {
    const view = await heard();
    const base = decisionOf('warning');
    const votes = (...cast: readonly ('for' | 'against' | 'abstain')[]) =>
      ['li', 'zhao', 'qian'].slice(0, cast.length).map((memberId, at) => ({
        memberId,
        vote: cast[at] ?? ('abstain' as const),
      }));
    const voting = (items: Decision['items']) => deciding(view, { ...base, items });
    const item = { personId: 'wang', measureCode: 'warning' };
    await attempt(
      'cases.decide',
      voting([{ ...item, votes: votes('for', 'against', 'against') }]),
      'illegal-step',
      '没有一项处理意见获得通过',
    );
    await attempt('cases.decide', voting([{ ...item, votes: votes('for', 'for') }]), 'invalid', '没有表决');
    // A heavier measure typed in beside the one that was voted on.
    await attempt(
      'cases.decide',
      voting([
        { ...item, votes: votes('for', 'for', 'for') },
        { personId: 'wang', measureCode: 'circular-criticism', votes: [] },
      ]),
      'invalid',
      '3 名出席人员没有表决',
    );
    await attempt(
      'cases.decide',
      voting([{ ...item, votes: [...votes('for', 'for', 'for'), { memberId: 'sun', vote: 'for' }] }]),
      'invalid',
      '孙海燕没有出席.*请去掉这一票',
    );
    await attempt(
      'cases.decide',
      deciding(view, {
        ...base,
        meeting: {
          ...meeting,
          members: ['li', 'zhao', 'qian'].map((personId, at) => ({
            personId,
            attendance: at === 0 ? ('present' as const) : ('absent' as const),
          })),
        },
      }),
      'unlawful',
      '出席|两|2 名',
    );
    await attempt('cases.decide', deciding(view, { ...base, meeting: null }), 'unlawful', '会议|集体');
  });

  it('does not come from somebody who may not make it', async () => {
    const ordinary = await heard();
    const alone = { body: 'department' as const, meeting: null, deciderId: 'li' };
    await attempt(
      'cases.decide',
      deciding(ordinary, decisionOf('warning', ['wang'], alone)),
      'unlawful',
      '部门负责人|会议',
    );
    const light = await lightHeard({ occurredOn: '2026-11-08' });
    const oral = (change: Partial<Decision>) =>
      deciding(light, decisionOf('criticism-oral', ['wang'], { ...alone, ...change }));
    await attempt(
      'cases.decide',
      oral({ deciderId: 'liu' }),
      'unlawful',
      '刘芳在决定之日不担任相应职务.*部门负责人.*请改由',
    );
    await attempt('cases.decide', oral({ deciderId: null }), 'invalid', '请选择决定人');
    await attempt('cases.decide', oral({ deciderId: 'wang' }), 'unlawful', '被问责人本人');
    await desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test.leave' }, (tx) => {
      const li = tx.require(staffCollection, 'li', '教职工');
      tx.replace(staffCollection, { ...li, leftOn: '2026-11-01' });
    });
    await attempt('cases.decide', oral({ deciderId: 'li' }), 'unlawful', '李建国在决定之日不担任相应职务');
    expect((await one.call('cases.decide', oral({ deciderId: 'zhao' }))).record.state).toBe('decided');
  });
});

describe('a measure that is not for this person', () => {
  it('is refused by employment, post and the power of the school', async () => {
    const of = async (id: string, measureCode: string, says: string | RegExp, matterCode = 'duty-patrol') => {
      const view = await lightHeard({ subjects: [{ kind: 'staff', id }], matterCode });
      await attempt('cases.decide', deciding(view, decisionOf(measureCode, [id])), 'unlawful', says);
    };
    await of('sun', 'circular-criticism', '劳务派遣');
    await of('he', 'warning', '编外合同|简易');
  });

  it('is no sanction of leaders for a teacher, and no dismissal of the school’s own', async () => {
    const view = await heard();
    await attempt(
      'cases.decide',
      deciding(view, decisionOf('major-demerit')),
      'unlawful',
      '非管理岗位.*不能给予“记大过”',
    );
    await attempt(
      'cases.decide',
      deciding(view, {
        ...decisionOf('warning'),
        items: [...decisionOf('warning').items, ...decisionOf('demerit').items],
      }),
      'unlawful',
      '只保留最重的一种',
    );
    await attempt(
      'cases.decide',
      deciding(view, {
        ...decisionOf('warning'),
        items: [...decisionOf('warning').items, ...decisionOf('dismissal').items],
      }),
      'unlawful',
      '请',
    );
    const twice = decisionOf('circular-criticism').items;
    await attempt(
      'cases.decide',
      deciding(view, { ...decisionOf('warning'), items: [...twice, ...twice] }),
      'invalid',
      '提了两次“通报批评”',
    );
    const gifts = await lightHeard({ matterCode: 'gifts', occurredOn: '2026-11-07' });
    await attempt(
      'cases.decide',
      deciding(gifts, decisionOf('warning')),
      'illegal-step',
      '由青禾市教育局决定.*请先改为一般程序',
    );
  });

  it('is not given twice for one matter', async () => {
    await acts.decide(await lightHeard(), decisionOf('circular-criticism'));
    await attempt(
      'cases.decide',
      deciding(await lightHeard(), decisionOf('criticism-written')),
      'unlawful',
      '同一事项已在问责〔2026〕1号',
    );
  });

  it('takes no money', async () => {
    const view = await lightHeard();
    const ordering = (text: string): Decision =>
      decisionOf('rectification', ['wang'], {
        requirements: [{ text, dueOn: '2026-12-04', responsibleId: 'wang', checkerId: 'chen' }],
      });
    await attempt('cases.decide', deciding(view, ordering('罚款200元')), 'unlawful', '没有罚款权');
    await attempt('cases.decide', deciding(view, ordering('扣发当月工资')), 'unlawful', '工资');
    const own = ordering('补齐记录');
    const self = (own.requirements ?? []).map((each) => ({ ...each, checkerId: 'wang' }));
    await attempt('cases.decide', deciding(view, { ...own, requirements: self }), 'unlawful', '自己复查');
  });
});

describe('a pupil', () => {
  it('is not expelled in compulsory education, nor kept out for long, nor punished for marks', async () => {
    const rule = await one.call('standards.addSchoolRule', {
      title: '学生日常行为管理办法',
      scope: 'pupils',
      consulted: { on: '2026-07-01', note: '学生和家长' },
      discussed: { on: '2026-07-10', note: '家长委员会' },
      filed: { on: '2026-08-20', note: '青禾市教育局' },
      adoptedBy: '校长办公会',
      adoptedOn: '2026-08-18',
      publishedOn: '2026-08-25',
      clauses: [{ no: '第六条', text: '上课应当遵守课堂纪律。' }],
    });
    const established = await acts.establish(
      await acts.register({ matterCode: 'class-disruption', subjects: [{ kind: 'pupil', id: 'lin' }] }),
    );
    await attempt(
      'cases.notify',
      { ...target(established), way: 'written', notifiedOn: '2026-11-13' },
      'invalid',
      '监护人',
    );
    const view = await acts.hear(await acts.notify(established), 'lin');
    const grounds = [
      { kind: 'law' as const, ref: 'pupil-rules-10' },
      { kind: 'school-rule' as const, ref: rule.id },
    ];
    const of = (measureCode: string, change: Partial<Decision> = {}, days: number | null = null) =>
      deciding(view, {
        ...decisionOf(measureCode, ['lin'], { grounds, ...change }),
        items: decisionOf(measureCode, ['lin']).items.map((item) => ({ ...item, days })),
      });
    await attempt('cases.decide', of('pupil-expulsion'), 'unlawful', '义务教育阶段不得开除学生.*请改用');
    await attempt(
      'cases.decide',
      of('pupil-topic-education', {
        requirements: [{ text: '劝退', dueOn: '2026-12-04', responsibleId: 'liu', checkerId: 'chen' }],
      }),
      'unlawful',
      '劝退',
    );
    await attempt('cases.decide', of('pupil-suspension', {}, 8), 'unlawful', '8');
    await attempt(
      'cases.decide',
      of('pupil-topic-education', { reason: '期中考试成绩不及格。' }),
      'unlawful',
      '成绩|不及格',
    );
    await attempt(
      'cases.decide',
      of('pupil-topic-education', { grounds: [{ kind: 'law', ref: 'pupil-rules-9' }] }),
      'unlawful',
      '校规|制度',
    );
    await attempt('cases.decide', of('circular-criticism'), 'unlawful', '学生');
    await attempt(
      'cases.changeRoute',
      { ...target(established), rev: view.record.rev, route: 'light', reason: '改为简易' },
      'invalid',
      '学生的事项按“学生教育惩戒”办理',
    );
  });
});

describe('papers, numbers and service', () => {
  it('go out whole, once, and to the person they are for', async () => {
    const established = await acts.establish(await registered());
    // Nothing was told yet: there is nothing to put on the notice.
    await attempt(
      'cases.issueRecord',
      { ...target(established), form: 'advance-notice', personId: 'wang' },
      'illegal-step',
      '还缺少：.*补全后再印发',
    );
    const decided = await warned();
    const paperId = decided.record.papers.find(({ form }) => form === 'decision')?.id ?? '';
    const serve = acts.direct(decided);
    await attempt('cases.recordService', serve, 'illegal-step', '不能');
    const first = decided.record.papers.find(({ id }) => id === paperId)?.number;
    const voided = await one.call('cases.voidNumber', { ...target(decided), paperId, reason: '打印有误' });
    const second = voided.record.papers.find(({ id }) => id === paperId)?.number;
    expect([first, second]).toEqual(['青一中处〔2026〕1号', '青一中处〔2026〕2号']);
    const { numbers } = await one.call('papers.numbers', {});
    const all = numbers.map(({ number }) => number);
    expect(new Set(all).size).toBe(all.length);
    expect(numbers.find(({ number }) => number === first)?.voided?.reason).toBe('打印有误');

    const issued = await acts.issueAll(voided);
    // Issuing again what prints alike is no change and no refusal.
    const same = await one.call('cases.issueNotice', { ...target(issued), paperId });
    expect(same.record).toEqual(issued.record);
    const out = { ...serve, ...target(issued) };
    await attempt('cases.recordService', { ...out, serverIds: ['chen'] }, 'unlawful', '两|2|1');
    await attempt(
      'cases.recordService',
      { ...out, serverIds: ['chen', 'wang'] },
      'invalid',
      '当事人不能作为送达人',
    );
    await attempt('cases.recordService', { ...out, personId: 'qian' }, 'invalid', '只能向当事人送达');
    await attempt('cases.recordService', { ...out, completedOn: null }, 'unlawful', '签收');
    const served = await one.call('cases.recordService', out);
    await attempt('cases.voidNumber', { ...target(served), paperId, reason: '想改' }, 'illegal-step', '不能');
    await attempt('cases.recordService', { ...out, ...target(served) }, 'illegal-step', '不能|重复');
  });

  it('come before anything is carried out, and all that is owed before the file is closed', async () => {
    const decided = await warned();
    const taskOf = (view: View, kind: string) =>
      view.record.tasks.find((task) => task.kind === kind)?.id ?? '';
    const doing = (view: View, kind: string) => ({
      ...target(view),
      taskId: taskOf(view, kind),
      on: '2026-11-24',
      note: '已办理。',
    });
    await attempt(
      'cases.completeTask',
      doing(decided, 'announce'),
      'illegal-step',
      '还没有送达王立新，请先送达',
    );
    const issued = await acts.issueAll(decided);
    await attempt('cases.completeTask', doing(issued, 'archive'), 'illegal-step', '请先送达');
    await attempt('cases.completeTask', doing(issued, 'effect'), 'illegal-step', '请先送达');
    const filing = await one.call('cases.completeTask', doing(issued, 'filing'));
    const served = await acts.serveAll(filing);
    await attempt('cases.close', { ...target(served), note: '完' }, 'illegal-step', '办结全部执行事项');
    const review = served.clocks.find(({ kind }) => kind === 'review')?.id ?? '';
    await attempt(
      'cases.extendClock',
      { ...target(served), clockId: review, dueOn: '2027-01-31', reason: '延长', approver: '李建国' },
      'unlawful',
      '学校不能延长',
    );
    await attempt(
      'cases.liftSanction',
      {
        ...target(served),
        sanctionId: served.sanctions[0]?.id ?? '',
        liftedOn: '2026-11-24',
        conduct: '表现良好',
      },
      'unlawful',
      '期满后解除，不能提前',
    );
    expect((await acts.close(await acts.finishTasks(served))).record.state).toBe('closed');
  });
});

describe('whoever may not, or comes too late', () => {
  it('changes nothing', async () => {
    const view = await lightHeard();
    const read = await signIn(desk, one, { accountName: 'zhidu', name: '秦朗', roles: ['reader'] });
    const check = await signIn(desk, one, { accountName: 'diaocha', name: '吴越', roles: ['investigator'] });
    const input = deciding(view, decisionOf('circular-criticism'));
    await attempt('cases.read', { id: view.record.id }, 'forbidden', '权限', read);
    await attempt('cases.decide', input, 'forbidden', '权限', read);
    await attempt('cases.decide', input, 'forbidden', '权限', check);
    await attempt('cases.close', { ...target(view), note: '完' }, 'forbidden', '权限', check);
    await acts.decide(view, decisionOf('circular-criticism'));
    await attempt('cases.decide', input, 'conflict', '请刷新');
    await attempt('cases.withdraw', { ...target(view), reason: '撤' }, 'conflict', '请刷新');
  });

  it('does not open a source alone', async () => {
    const { view } = await one.call('leads.register', tip);
    await attempt('leads.openSource', { id: view.lead.id }, 'forbidden', '先申请.*另一名同事同意');
    const asked = await one.call('leads.requestSource', { id: view.lead.id, reason: '需要核实细节' });
    const request = asked.source.requests[0];
    await attempt(
      'leads.answerSource',
      { requestId: request?.id ?? '', rev: request?.rev ?? 0, granted: true, note: '' },
      'forbidden',
      '不能同意自己的申请',
    );
    await attempt('leads.openSource', { id: view.lead.id }, 'forbidden', '另一名同事同意');
  });
});
