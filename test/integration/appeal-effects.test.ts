import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sanctionsOfCase, standingSanctions } from '../../electron/features/cases/index.ts';
import { appealActs, appealDraft, appealTarget } from '../support/appeal-acts.ts';
import { allFor, caseActs, decisionOf, target, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { signIn } from '../support/lead-desk.ts';
import { wordText } from '../support/screen-acts.ts';

const saying = (part: string): unknown => expect.stringContaining(part);

let desk: TestDesk;
let one: Caller;
const cases = caseActs(() => one);
const acts = appealActs(() => one);

const NOW = Date.parse('2026-12-14T01:00:00.000Z');
const goTo = async (instant: number): Promise<void> => {
  desk.clock.set(instant);
  one = await desk.everyone();
};

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

/** 王立新 and 孙海燕's colleague 何思远 in one circular, each with an item to put right. */
const circular = async (): Promise<View> => {
  const two = ['wang', 'he'] as const;
  let view = await cases.register({ subjects: two.map((id) => ({ kind: 'staff' as const, id })) });
  view = await cases.notify(await cases.establish(view));
  for (const id of two) view = await cases.hear(view, id);
  view = await cases.decide(
    view,
    decisionOf('circular-criticism', two, {
      requirements: two.map((responsibleId) => ({
        text: `补齐${responsibleId === 'wang' ? '交接' : '巡查'}记录`,
        dueOn: '2026-12-31',
        responsibleId,
        checkerId: 'chen',
      })),
    }),
  );
  return cases.serveAll(await cases.issueAll(view));
};

const textOf = async (id: string, paperId: string): Promise<string> => {
  const { file } = await one.call('appeals.previewPaper', { id, paperId });
  return wordText(Buffer.from(file.base64, 'base64'));
};

const checkItem = (view: View, itemId: string): Promise<View> =>
  one.call('cases.checkRectification', {
    ...target(view),
    itemId,
    checkedOn: '2026-12-10',
    passed: true,
    note: '已补齐。',
  });

describe('one of several people', () => {
  const panel = ['sun'] as const;
  const heardBy = async (view: View) => {
    const page = await acts.accept(await acts.register(view));
    const assigned = await one.call('appeals.assign', {
      ...appealTarget(page),
      name: '复核小组',
      members: [
        ...panel.map((staffId) => ({ staffId, capacity: 'staff' as const })),
        { name: '石律师', capacity: 'outside', about: '文苑律师事务所' },
      ],
    });
    return acts.look(assigned);
  };

  it('is taken out of a paper that goes on for the others, and the case goes on with them', async () => {
    const served = await circular();
    await goTo(NOW);
    expect(served.record.state).toBe('executing');
    const paperOf = (view: View) => view.record.papers.find(({ form }) => form === 'circular');
    const heard = await heardBy(served);
    const decided = await acts.decide(heard, {
      outcome: 'annul',
      flaws: ['facts'],
      recorderId: 'sun',
    });
    const after = await one.call('cases.read', { id: served.record.id });
    expect(after.record.state).toBe('executing');
    expect(after.record.decision?.items.map(({ personId }) => personId)).toEqual(['he']);
    expect(paperOf(after)).toMatchObject({ void: false, personIds: ['he'] });
    expect(after.record.rectification.map(({ responsible }) => responsible.id)).toEqual(['he']);
    expect(after.clocks.filter(({ kind }) => kind === 'rectification')).toHaveLength(1);
    expect(standingSanctions(desk.app().store, 'wang')).toEqual([]);
    expect(standingSanctions(desk.app().store, 'he')).toHaveLength(1);
    // The circular itself goes on: it is not superseded, but everybody whom it reached is told.
    const { papers } = await one.call('papers.list', {});
    expect(papers.find(({ number }) => number === '青一中〔2026〕1号')?.superseded).toBeNull();
    const correction = decided.appeal.papers.find(({ form }) => form === 'correction');
    expect(correction?.former?.reached).toEqual(['王立新', '何思远', '各处室、各年级组']);
    const text = await textOf(decided.appeal.id, correction?.id ?? '');
    expect(text).toContain('对其他人的处理不变');
    expect(decided.appeal.decision?.effects.join('')).toMatch(/对其他人继续有效.*停止未完成的整改 1 项/);

    const item = after.record.rectification[0]?.id ?? '';
    expect((await checkItem(after, item)).record.state).toBe('rectified');
  });

  it('leaves nothing to be put right where what the others had to do is done', async () => {
    const served = await circular();
    await goTo(NOW);
    const his = served.record.rectification.find(({ responsible }) => responsible.id === 'he');
    await checkItem(served, his?.id ?? '');
    const heard = await heardBy(served);
    await acts.decide(heard, { outcome: 'annul', flaws: ['facts'], recorderId: 'sun' });
    const after = await one.call('cases.read', { id: served.record.id });
    expect(after.record.state).toBe('rectified');
    expect((await cases.close(after)).record.state).toBe('closed');
  });

  it('cannot send the whole case back while something of it stands', async () => {
    const served = await circular();
    await goTo(NOW);
    const heard = await heardBy(served);
    const refused = await one.refused('appeals.decide', {
      ...appealTarget(heard),
      decision: appealDraft(heard, { outcome: 'annul', redo: true, flaws: ['facts'], recorderId: 'sun' }),
    });
    expect(refused).toMatchObject({ code: 'invalid', message: saying('其他处理有效') });
    // Nothing of the refused decision is left.
    expect(standingSanctions(desk.app().store, 'wang')).toHaveLength(1);
    expect((await one.call('appeals.read', { id: heard.appeal.id })).appeal.state).toBe('accepted');
    expect((await one.call('papers.numbers', {})).problems).toEqual([]);
  });
});

describe('several measures on one person', () => {
  it('may be dropped in part, and what is left stands with its paper', async () => {
    let view = await cases.notify(await cases.establish(await cases.register()));
    view = await cases.hear(view);
    view = await cases.decide(view, {
      ...decisionOf('circular-criticism'),
      items: ['circular-criticism', 'criticism-written'].map((measureCode) => ({
        personId: 'wang',
        measureCode,
        votes: [...allFor],
      })),
    });
    const served = await cases.serveAll(await cases.issueAll(view));
    await goTo(NOW);
    const heard = await acts.heard(await acts.register(served));
    const dropped = heard.appeal.items.find(({ measureName }) => measureName === '通报批评')?.itemId ?? '';
    const decided = await acts.decide(heard, { outcome: 'change', itemIds: [dropped], flaws: ['weight'] });
    expect(decided.appeal.decision?.replacements).toEqual([]);
    expect(standingSanctions(desk.app().store, 'wang').map(({ measureName }) => measureName)).toEqual([
      '书面批评教育',
    ]);
    const { record } = await one.call('cases.read', { id: served.record.id });
    expect(record.papers.map(({ form, void: gone }) => [form, gone])).toEqual([
      ['circular', true],
      ['letter', false],
    ]);
    expect(record.state).toBe('served');
    const corrections = decided.appeal.papers.filter(({ form }) => form === 'correction');
    expect(corrections.map(({ former }) => former?.number)).toEqual(['青一中〔2026〕1号']);
  });

  it('ask for 撤销 where nothing is to be left', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const heard = await acts.heard(await acts.register(served));
    const refused = await one.refused('appeals.decide', {
      ...appealTarget(heard),
      decision: appealDraft(heard, {
        outcome: 'change',
        itemIds: heard.appeal.items.map(({ itemId }) => itemId),
        flaws: ['weight'],
      }),
    });
    expect(refused).toMatchObject({ code: 'invalid', message: saying('撤销') });
  });
});

describe('a case that was sent back', () => {
  /** Gone through anew to the point at which it can be decided again. */
  const again = async (caseId: string, measureCode: string): Promise<View> => {
    let view = await one.call('cases.read', { id: caseId });
    view = await cases.finding(view, 'wang', [measureCode]);
    view = await one.call('cases.submitReport', {
      ...target(view),
      course: '补充询问当事人。',
      facts: '11月9日19时至22时擅自离岗约两小时，事后补填巡查记录。',
      positions: '本人承认事实。',
      nature: '违反值班纪律，应负直接责任。',
      signerIds: ['chen', 'liu'],
      reportedOn: '2026-12-10',
    });
    view = await one.call('cases.adoptReport', { ...target(view), on: '2026-12-10', note: '同意。' });
    view = await cases.notify(view, { notifiedOn: '2026-12-10' });
    return cases.hear(view, 'wang', { heardOn: '2026-12-11' });
  };
  const anew = (measureCode: string) =>
    decisionOf(measureCode, ['wang'], { decidedOn: '2026-12-14', effectiveOn: '2026-12-14' });
  const reasons = [{ ruleId: 'out-of-band' as const, reason: '情节较重，影响班级管理。' }];

  it('is not decided harder than before, while it is being typed and when it is made', async () => {
    const served = await acts.served('warning');
    await goTo(NOW);
    const sentBack = await acts.decide(await acts.heard(await acts.register(served)), {
      outcome: 'annul',
      redo: true,
      flaws: ['procedure'],
    });
    const heard = await again(served.record.id, 'demerit');
    const before = await one.call('papers.numbers', {});
    const check = await one.call('cases.checkDecision', { id: heard.record.id, decision: anew('demerit') });
    expect(check.findings).toContainEqual(
      expect.objectContaining({ ruleId: 'redecided-heavier', level: 'refuse' }),
    );
    const refused = await one.refused('cases.decide', {
      ...target(heard),
      decision: anew('demerit'),
      overrides: reasons,
    });
    expect(refused).toMatchObject({ code: 'unlawful', article: saying('申诉规定') });
    expect(refused.message).toContain(
      `王立新原来的处理是“警告”，经${sentBack.appeal.number}撤销或者变更；现在作出“记过”`,
    );
    expect(refused.message).toContain('另行登记问责事项');
    // One more of the same gravity is harder as well.
    const more = anew('warning');
    const two = { ...more, items: [...more.items, ...anew('circular-criticism').items] };
    expect(
      (await one.refused('cases.decide', { ...target(heard), decision: two, overrides: reasons })).message,
    ).toContain('“警告”、“通报批评”');
    expect((await one.call('cases.read', { id: heard.record.id })).record).toEqual(heard.record);
    expect(await one.call('papers.numbers', {})).toEqual(before);
    expect(standingSanctions(desk.app().store, 'wang')).toEqual([]);

    const decided = await cases.decide(heard, anew('warning'), reasons);
    expect(decided.record.state).toBe('decided');
  });

  it('knows its limit after a restart, and a graver motion that was voted down does not count', async () => {
    const served = await acts.served('warning');
    await goTo(NOW);
    await acts.decide(await acts.heard(await acts.register(served)), {
      outcome: 'annul',
      redo: true,
      flaws: ['weight'],
    });
    await desk.restart();
    one = await desk.everyone();
    const heard = await again(served.record.id, 'warning');
    const lost = anew('demerit').items.map((item) => ({
      ...item,
      votes: (item.votes ?? []).map((vote) => ({ ...vote, vote: 'against' as const })),
    }));
    const lighter = anew('criticism-written');
    const decided = await cases.decide(heard, { ...lighter, items: [...lost, ...lighter.items] }, reasons);
    expect(decided.record.decision?.items.map(({ measure }) => measure.name)).toEqual(['书面批评教育']);
  });

  it('is not made harder by way of reopening what an appeal had changed', async () => {
    const served = await acts.served('demerit');
    await goTo(NOW);
    const page = await acts.heard(await acts.register(served));
    const itemId = page.appeal.items[0]?.itemId ?? '';
    await acts.decide(page, {
      outcome: 'change',
      itemIds: [itemId],
      flaws: ['weight'],
      replacements: [{ itemId, measureCode: 'warning' }],
    });
    const changed = await one.call('cases.read', { id: served.record.id });
    const closed = await cases.close(await cases.finishTasks(changed));
    await one.call('cases.reopen', { ...target(closed), reason: '重新审查' });
    const refused = await one.refused('cases.decide', {
      ...target(await again(served.record.id, 'demerit')),
      decision: anew('demerit'),
      overrides: reasons,
    });
    expect(refused).toMatchObject({ code: 'unlawful', message: saying('加重') });
  });
});

describe('what rests on the sanction elsewhere', () => {
  it('is a later sanction whose period was lengthened by it: it is counted anew', async () => {
    const first = await acts.served();
    const second = await acts.served('warning', { summary: '又一次擅自离岗', occurredOn: '2026-11-08' });
    const later = () => sanctionsOfCase(desk.app().store, second.record.id)[0];
    expect(later()).toMatchObject({ endsOn: '2027-11-19' });
    expect(later()?.mergedWith).toHaveLength(1);
    await goTo(NOW);
    const decided = await acts.decide(await acts.heard(await acts.register(first)), {
      outcome: 'annul',
      flaws: ['facts'],
    });
    expect(later()).toMatchObject({ endsOn: '2027-05-19', mergedWith: [] });
    expect(decided.appeal.decision?.effects.join('')).toContain('期满日改为2027年5月19日');
  });

  it('is a publicity that still hangs: it has to be taken down before the appeal is closed', async () => {
    const served = await circular();
    const { candidates } = await one.call('publicity.candidates', {});
    const draft = await one.call('publicity.create', {
      content: {
        kind: 'result',
        title: '关于值班离岗问题处理结果的公示',
        lead: '现将处理结果公示如下',
        basis: '学校问责办法',
        scope: 'staff',
        naming: 'masked',
        workdays: 20,
        contact: { department: '办公室', phone: '0571-8800 1200', how: '以书面形式实名提出' },
        items: candidates.map(({ sanctionId, caseId, personId, personKind, name, text }) => ({
          sanctionId,
          caseId,
          personId,
          personKind,
          name,
          text: `${name}${text}`,
        })),
      },
    });
    const shown = await one.call('publicity.show', {
      id: draft.record.id,
      rev: draft.record.rev,
      startsOn: '2026-11-24',
      place: '教学楼一楼公示栏',
    });
    await goTo(NOW);
    const page = await acts.accept(await acts.register(served));
    const heard = await acts.look(
      await one.call('appeals.assign', {
        ...appealTarget(page),
        name: '复核小组',
        members: [
          { staffId: 'sun', capacity: 'staff' },
          { name: '石律师', capacity: 'outside' },
        ],
      }),
    );
    const decided = await acts.decide(heard, { outcome: 'annul', flaws: ['facts'], recorderId: 'sun' });
    expect(decided.appeal.restorations.map(({ text }) => text)).toContain(
      `撤下正在张贴的公示 ${shown.record.number}，登记撤下原因`,
    );
    expect(await one.call('publicity.read', { id: shown.record.id })).toMatchObject({ mustComeDown: true });
    const left = (await one.call('publicity.candidates', {})).candidates;
    expect(left.some(({ name }) => name === '王立新')).toBe(false);
  });
});

describe('everybody else', () => {
  it('finds the terms of appeals in the calendar of deadlines, and the card of today', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const page = await acts.register(served);
    const { deadlines } = await one.call('deadlines.list', {});
    const own = deadlines.filter(({ recordNumber }) => recordNumber === page.appeal.number);
    expect(own.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['appeals.admission', '2026-12-08'],
      ['appeals.handling', '2026-12-31'],
    ]);
    const waiting = await one.call('appeals.waiting', {});
    expect(waiting).toMatchObject({ total: 1, overdue: 1, appeals: [{ nextAct: 'accept' }] });
  });

  it('has no look at them without the right to cases', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const page = await acts.register(served);
    const reader = await signIn(desk, one, { accountName: 'kaohe', name: '秦朗', roles: ['evaluator'] });
    expect((await reader.refused('appeals.read', { id: page.appeal.id })).code).toBe('forbidden');
    expect((await reader.refused('appeals.accept', { ...appealTarget(page), on: '2026-12-02' })).code).toBe(
      'forbidden',
    );
  });

  it('reads no other child by name in the papers of one', async () => {
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
    const two = ['lin', 'gao'] as const;
    let view = await cases.register({
      matterCode: 'class-disruption',
      subjects: two.map((id) => ({ kind: 'pupil' as const, id })),
    });
    view = await one.call('cases.establishFacts', {
      ...target(view),
      facts: '林小雨和高一鸣上课时互相传递纸条，影响他人听课。',
      establishedOn: '2026-11-10',
      checkerIds: ['chen', 'liu'],
      gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
    });
    view = await cases.notify(view);
    for (const id of two) view = await cases.hear(view, id);
    view = await cases.decide(
      view,
      decisionOf('pupil-topic-education', two, {
        grounds: [
          { kind: 'law', ref: 'pupil-rules-9' },
          { kind: 'school-rule', ref: rule.id },
        ],
      }),
    );
    const served = await cases.serveAll(await cases.issueAll(view));
    await goTo(NOW);
    let page = await acts.register(served, {
      kind: 'pupil-appeal',
      capacity: 'guardian',
      applicantName: '林建军',
      reasons: '纸条是高一鸣传来的，林小雨没有回应。',
    });
    page = await acts.accept(page);
    page = await one.call('appeals.assign', {
      ...appealTarget(page),
      name: '学生申诉委员会',
      members: [
        { staffId: 'he', capacity: 'leader' },
        { staffId: 'sun', capacity: 'teacher' },
      ],
      gapReason: '学生、家长和校外代表因假期不能到会，经申请人同意由二人办理。',
    });
    page = await acts.decide(await acts.look(page), {
      outcome: 'annul',
      flaws: ['facts'],
      recorderId: 'sun',
      facts: '高一鸣承认纸条由其传出。',
    });
    for (const { id, form } of page.appeal.papers) {
      const text = await textOf(page.appeal.id, id);
      expect([form, text.includes('高一鸣')]).toEqual([form, false]);
    }
    const decision = page.appeal.papers.find(({ form }) => form === 'decision');
    expect(await textOf(page.appeal.id, decision?.id ?? '')).toContain('林小雨');
    expect(standingSanctions(desk.app().store, 'gao')).toHaveLength(1);
  });
});
