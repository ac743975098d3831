import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sanctionsOfCase, standingSanctions } from '../../electron/features/cases/index.ts';
import { caseActs } from '../support/case-acts.ts';
import { appealActs, appealDraft, appealTarget, type AppealPage } from '../support/appeal-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

const saying = (part: string): unknown => expect.stringContaining(part);

let desk: TestDesk;
let one: Caller;
const cases = caseActs(() => one);
const acts = appealActs(() => one);

/** 14 December 2026, a Monday: three weeks after the decision was served. */
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

describe('an appeal that annuls', () => {
  it('goes from the served sanction to papers, corrections and an empty archive', async () => {
    const served = await acts.served();
    const done = await cases.finishTasks(served);
    await goTo(NOW);
    const before = await one.call('archive.person', { staffId: 'wang' });
    expect(before.entries.map(({ kind }) => kind)).toContain('问责决定');

    const registered = await acts.register(done);
    expect(registered.appeal).toMatchObject({
      number: '申〔2026〕1号',
      state: 'received',
      inside: true,
      organ: '青禾市第一中学',
      knownOn: '2026-11-24',
      limit: { dueOn: '2026-12-24', basis: '30 日' },
      items: [{ measureName: '警告', paperNumber: '青一中处〔2026〕1号' }],
    });
    expect(registered.lateDays).toBe(0);
    expect(registered.clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['admission', '2026-12-08'],
      ['handling', '2026-12-31'],
    ]);

    const heard = await acts.heard(registered);
    expect(heard.appeal.papers.map(({ form, number }) => [form, number])).toEqual([
      ['application', null],
      ['acceptance', '青一中申受〔2026〕1号'],
    ]);
    const draft = appealDraft(heard, { outcome: 'annul', flaws: ['facts'] });
    const check = await one.call('appeals.checkDecision', { id: heard.appeal.id, decision: draft });
    expect(check).toMatchObject({ findings: [], passed: true, nextNumber: '青一中复〔2026〕1号' });
    expect(check.effects.join('')).toMatch(/撤销对王立新的“警告”.*停止使用.*恢复或者更正.*办结归档/);

    const decided = await acts.decide(heard, { outcome: 'annul', flaws: ['facts'] });
    expect(decided.appeal.state).toBe('decided');
    expect(decided.appeal.papers.slice(2)).toMatchObject([
      { form: 'minutes', number: null },
      {
        form: 'decision',
        number: '青一中复〔2026〕1号',
        title: saying('关于撤销对王立新警告处分的复核决定'),
      },
      {
        form: 'correction',
        number: '青一中更〔2026〕1号',
        former: {
          number: '青一中处〔2026〕1号',
          reached: ['王立新', '原宣布范围内的人员', '青禾市教育局', '人事档案管理部门'],
        },
      },
    ]);

    // Everything in one transaction: the case is closed without a decision, the sanction counts nowhere.
    const view = await one.call('cases.read', { id: done.record.id });
    expect(view.record).toMatchObject({ state: 'closed', decision: null, tasks: [] });
    expect(view.record.formerDecisions).toHaveLength(1);
    expect(view.record.papers.filter(({ itemIds }) => itemIds.length > 0)).toMatchObject([{ void: true }]);
    expect(view.clocks).toEqual([]);
    expect(standingSanctions(desk.app().store, 'wang')).toEqual([]);
    expect(view.sanctions).toMatchObject([{ annulled: { reason: saying('申〔2026〕1号复核决定撤销') } }]);
    const after = await one.call('archive.person', { staffId: 'wang' });
    expect(JSON.stringify(after)).not.toMatch(/警告|处〔2026〕|问责决定|复核/);
    const { cases: rows } = await one.call('cases.list', {});
    expect(rows).toMatchObject([{ measure: null, paperNumber: null, nextClock: null }]);
    const { papers } = await one.call('papers.list', {});
    expect(papers.find(({ number }) => number === '青一中处〔2026〕1号')?.superseded?.reason).toContain(
      '撤销',
    );
    expect((await one.call('papers.numbers', {})).problems).toEqual([]);

    // The papers, their service, what has to be undone.
    const issued = await acts.issueAll(decided);
    expect(issued.appeal.state).toBe('issued');
    const reached = await acts.distributeAll(await acts.serve(issued));
    expect(reached.appeal.state).toBe('served');
    expect(reached.clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['remedy', '2027-01-11']]);
    expect(reached.missing).toEqual([]);
    expect(reached.nextAct).toBe('restore');
    const early = await one.refused('appeals.close', { ...appealTarget(reached), note: '完' });
    expect(early).toMatchObject({ code: 'illegal-step', message: saying('恢复事项') });
    const closed = await acts.close(await acts.restoreAll(reached));
    expect(closed.appeal.state).toBe('closed');
    expect(closed.appeal.restorations.map(({ text }) => text).join('')).toMatch(
      /备案机关.*人事档案.*宣布更正/,
    );

    // After a restart all of it is still so.
    await desk.restart();
    one = await desk.everyone();
    expect(standingSanctions(desk.app().store, 'wang')).toEqual([]);
    expect((await one.call('appeals.read', { id: closed.appeal.id })).appeal.state).toBe('closed');
  });

  it('sends the case back to be handled anew where that is ordered', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const decided = await acts.decide(await acts.heard(await acts.register(served)), {
      outcome: 'annul',
      redo: true,
      flaws: ['procedure'],
    });
    expect(decided.appeal.decision?.effects.join('')).toContain('重新办理');
    const { record } = await one.call('cases.read', { id: served.record.id });
    expect(record).toMatchObject({ state: 'filed', decision: null, rectification: [], tasks: [] });
    expect(record.reopenings.at(-1)?.reason).toMatch(/责令重新处理；不得.*加重/);
    expect(standingSanctions(desk.app().store, 'wang')).toEqual([]);
  });
});

describe('an appeal that changes', () => {
  it('puts a lighter measure in its place, and refuses a heavier one', async () => {
    const served = await acts.served('demerit');
    await goTo(NOW);
    const heard = await acts.heard(await acts.register(served));
    const [item] = heard.appeal.items;
    const itemIds = [item?.itemId ?? ''];
    const offered = heard.lighter[0]?.measures.map(({ code }) => code) ?? [];
    expect(offered).toContain('warning');
    expect(offered).toContain('circular-criticism');
    expect(offered).not.toContain('lower-post');
    expect(offered).not.toContain('pupil-warning');
    const heavier = await one.refused('appeals.decide', {
      ...appealTarget(heard),
      decision: appealDraft(heard, {
        outcome: 'change',
        itemIds,
        flaws: ['weight'],
        replacements: [{ itemId: itemIds[0] ?? '', measureCode: 'lower-post' }],
      }),
    });
    expect(heavier).toMatchObject({ code: 'unlawful', message: saying('加重'), article: saying('申诉规定') });

    const decided = await acts.decide(heard, {
      outcome: 'change',
      itemIds,
      flaws: ['weight'],
      replacements: [{ itemId: itemIds[0] ?? '', measureCode: 'warning' }],
    });
    expect(decided.appeal.decision?.replacements).toMatchObject([
      { before: '记过', after: '警告', endsOn: '2027-05-19' },
    ]);
    expect(standingSanctions(desk.app().store, 'wang')).toMatchObject([
      {
        measureName: '警告',
        effectiveOn: '2026-11-20',
        endsOn: '2027-05-19',
        decidedOn: '2026-12-10',
        paperNumber: '青一中复〔2026〕1号',
      },
    ]);
    expect(sanctionsOfCase(desk.app().store, served.record.id)).toHaveLength(2);
    const { record } = await one.call('cases.read', { id: served.record.id });
    expect(record.decision?.items).toMatchObject([{ measure: { name: '警告' } }]);
    const archive = await one.call('archive.person', { staffId: 'wang' });
    expect(archive.entries.map(({ title }) => title)).toEqual(
      expect.arrayContaining([saying('警告：'), '复核变更：处理已变更']),
    );
    expect(archive.entries.map(({ kind, title }) => `${kind}${title}`).join()).not.toContain('问责决定记过');
    expect(decided.appeal.restorations.length).toBeGreaterThan(0);
  });
});

describe('an appeal that upholds', () => {
  it('changes nothing but ends the term, and opens the next remedy', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const decided = await acts.decide(await acts.heard(await acts.register(served)));
    expect(decided.appeal.papers.map(({ form }) => form)).toEqual([
      'application',
      'acceptance',
      'minutes',
      'decision',
    ]);
    expect(standingSanctions(desk.app().store, 'wang')).toMatchObject([{ annulled: null }]);
    const { record, clocks } = await one.call('cases.read', { id: served.record.id });
    expect(record.state).toBe('served');
    expect(clocks.map(({ kind }) => kind)).not.toContain('review');
    const end = await acts.serve(await acts.issueAll(decided));
    expect(end.appeal.state).toBe('served');
    const again = await one.call('appeals.begin', { caseId: served.record.id });
    const ways = again.complaints[0]?.ways ?? [];
    expect(ways.find(({ kind }) => kind === 'review')?.closedBy).toContain('在办');
    const closed = await acts.close(end);
    const next = await one.call('appeals.begin', { caseId: served.record.id });
    expect(next.complaints[0]?.ways).toMatchObject([
      { kind: 'review', closedBy: saying('不能重复申请') },
      { kind: 'appeal', closedBy: '', inside: false, organ: '青禾市教育局', dueOn: '2027-01-11' },
      { kind: 'teacher-appeal', closedBy: '', inside: false, dueOn: null },
    ]);
    expect(closed.clocks.map(({ kind }) => kind)).toEqual(['remedy']);
  });
});

describe('who may handle it', () => {
  const beginning = async (): Promise<AppealPage> => {
    const served = await acts.served();
    await goTo(NOW);
    return acts.accept(await acts.register(served));
  };

  it('is nobody who checked, investigated, decided or is concerned', async () => {
    const page = await beginning();
    for (const id of ['chen', 'liu', 'li', 'zhao', 'qian', 'wang']) {
      const refused = await one.refused('appeals.assign', {
        ...appealTarget(page),
        name: '复核小组',
        members: [
          { staffId: 'sun', capacity: 'staff' },
          { staffId: id, capacity: 'staff' },
        ],
      });
      expect([id, refused.code]).toEqual([id, 'unlawful']);
    }
    const check = await one.call('appeals.checkPanel', {
      id: page.appeal.id,
      members: [
        { staffId: 'chen', capacity: 'staff' },
        { name: '李建国', capacity: 'outside' },
      ],
    });
    expect(check.findings.map(({ message }) => message)).toEqual([
      '陈晓东参与了核实，不能办理对这一决定的复核、申诉。',
      saying('李建国'),
    ]);
    expect(page.involved.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['王立新', '陈晓东', '刘芳', '李建国', '赵文静', '钱学礼']),
    );
    expect((await acts.assign(page)).appeal.panel?.members).toHaveLength(2);
  });

  it('counts a declared interest until it is settled, and keeps who stepped back out', async () => {
    const page = await acts.look(await acts.assign(await beginning()));
    const declared = await one.call('appeals.declareConflict', {
      ...appealTarget(page),
      memberId: 'he',
      relation: '与申请人是亲属',
      declaredOn: '2026-12-09',
    });
    const held = await one.refused('appeals.decide', {
      ...appealTarget(declared),
      decision: appealDraft(declared),
    });
    expect(held.message).toContain('回避');
    const settled = await one.call('appeals.settleConflict', {
      ...appealTarget(declared),
      conflictId: declared.appeal.conflicts[0]?.id ?? '',
      outcome: 'withdrawn',
      note: '情况属实，退出办理。',
    });
    expect(settled.appeal.panel?.members.map(({ person }) => person.id)).toEqual(['sun']);
    expect(settled.nextAct).toBe('assign');
    const back = await one.refused('appeals.assign', {
      ...appealTarget(settled),
      name: '复核小组',
      members: [
        { staffId: 'sun', capacity: 'staff' },
        { staffId: 'he', capacity: 'staff' },
      ],
    });
    expect(back).toMatchObject({ code: 'unlawful', message: saying('何思远') });
  });

  it('is no user whose own part it was', async () => {
    const page = await beginning();
    const { accounts } = await one.call('accounts.list', {});
    const [own] = accounts;
    await one.call('accounts.update', {
      id: own?.id ?? '',
      rev: own?.rev ?? 0,
      name: own?.name ?? '',
      roles: own?.roles ?? [],
      staffId: 'li',
      active: true,
    });
    one = await desk.everyone();
    const view = await one.call('appeals.read', { id: page.appeal.id });
    expect(view.recusal).toMatch(/^您.*不能办理对这一决定的复核、申诉/);
    expect(view.nextAct).toBe('assign');
    expect(view.acts).toContain('issue');
    expect(view.acts).not.toContain('assign');
    const refused = await one.refused('appeals.assign', {
      ...appealTarget(page),
      name: '复核小组',
      members: [
        { staffId: 'sun', capacity: 'staff' },
        { staffId: 'he', capacity: 'staff' },
      ],
    });
    expect(refused.code).toBe('forbidden');
  });

  it('decides by the votes and not past them', async () => {
    const page = await acts.look(await acts.assign(await beginning()));
    const lost = await one.refused('appeals.decide', {
      ...appealTarget(page),
      decision: appealDraft(page, {
        votes: [
          { memberId: 'sun', vote: 'for' },
          { memberId: 'he', vote: 'against' },
        ],
      }),
    });
    expect(lost).toMatchObject({ code: 'illegal-step', message: saying('没有通过') });
    const alone = await one.refused('appeals.decide', {
      ...appealTarget(page),
      decision: appealDraft(page, { members: [{ memberId: 'sun', attendance: 'present' }] }),
    });
    expect(alone).toMatchObject({ code: 'illegal-step', message: saying('未达到法定人数') });
  });
});

describe('whether it is heard', () => {
  it('asks for completion once, and counts the terms from the completed application', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const asked = await one.call('appeals.askCompletion', {
      ...appealTarget(await acts.register(served)),
      askedOn: '2026-12-02',
      lacking: '请补充家属就医的证明。',
    });
    expect(asked.appeal).toMatchObject({ state: 'incomplete', completion: { dueOn: '2026-12-16' } });
    expect(asked.clocks.map(({ kind }) => kind)).toEqual(['completion']);
    const back = await one.call('appeals.supplement', {
      ...appealTarget(asked),
      on: '2026-12-07',
      note: '补交病历一份。',
      files: [{ name: '病历.txt', mime: 'text/plain', base64: 'YQ==' }],
    });
    expect(back.appeal.state).toBe('received');
    expect(back.clocks).toMatchObject([{ kind: 'admission' }, { kind: 'handling', dueOn: '2027-01-06' }]);
    const twice = await one.refused('appeals.askCompletion', {
      ...appealTarget(back),
      askedOn: '2026-12-08',
      lacking: '还缺一份。',
    });
    expect(twice).toMatchObject({ code: 'illegal-step', message: saying('只能一次') });
  });

  it('hears a late one only with a reason that was approved', async () => {
    const served = await acts.served();
    await goTo(Date.parse('2026-12-28T01:00:00.000Z'));
    const page = await acts.register(served, { receivedOn: '2026-12-28' });
    expect(page.lateDays).toBe(4);
    const late = await one.refused('appeals.accept', { ...appealTarget(page), on: '2026-12-28' });
    expect(late).toMatchObject({ code: 'unlawful', message: saying('2026年12月24日') });
    const approved = await acts.accept(page, {
      on: '2026-12-28',
      late: { reason: '申请人住院治疗', approver: '李建国' },
    });
    expect(approved.appeal).toMatchObject({ state: 'accepted', late: { approver: '李建国' } });
  });

  it('refuses with a numbered paper that has to be served', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const refused = await one.call('appeals.refuse', {
      ...appealTarget(await acts.register(served)),
      on: '2026-12-03',
      reason: '同一请求已经由主管部门受理。',
    });
    expect(refused.appeal.papers.at(-1)).toMatchObject({
      form: 'refusal',
      number: '青一中申不受〔2026〕1号',
    });
    const open = await one.refused('appeals.close', { ...appealTarget(refused), note: '完' });
    expect(open.code).toBe('illegal-step');
    const closed = await acts.close(await acts.serve(await acts.issueAll(refused), 'refusal'));
    expect(closed.appeal.state).toBe('closed');
    expect(standingSanctions(desk.app().store, 'wang')).toHaveLength(1);
  });

  it('is moved on once, and no further than thirty days', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const page = await acts.accept(await acts.register(served));
    const far = await one.refused('appeals.extend', {
      ...appealTarget(page),
      dueOn: '2027-01-31',
      reason: '情况复杂',
      approver: '李建国',
    });
    expect(far.code).toBe('unlawful');
    const moved = await one.call('appeals.extend', {
      ...appealTarget(page),
      dueOn: '2027-01-30',
      reason: '需要核实就医情况',
      approver: '李建国',
    });
    expect(moved.clocks).toMatchObject([{ kind: 'handling', dueOn: '2027-01-30' }]);
    expect(moved.appeal.papers.at(-1)).toMatchObject({ form: 'extension' });
    expect(moved.acts).not.toContain('extend');
  });

  it('warns of a decision out of time, and keeps why', async () => {
    const served = await acts.served();
    await goTo(Date.parse('2027-01-05T01:00:00.000Z'));
    const heard = await acts.heard(await acts.register(served));
    const decision = appealDraft(heard, { decidedOn: '2027-01-05' });
    const late = await one.refused('appeals.decide', { ...appealTarget(heard), decision });
    expect(late).toMatchObject({ code: 'unlawful', message: saying('超过期限') });
    const decided = await acts.decide(heard, { decidedOn: '2027-01-05' }, [
      { ruleId: 'appeal-undecided-in-time', reason: '申请人住院，无法听取意见。' },
    ]);
    expect(decided.appeal.decision?.overrides).toMatchObject([{ reason: saying('住院') }]);
  });
});

describe('what the authority decides', () => {
  it('is kept with what went out and came in, and carried out here at once', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const page = await acts.register(served, { kind: 'teacher-appeal' });
    expect(page.appeal).toMatchObject({ inside: false, organ: '青禾市教育局', limit: null });
    expect(page.acts).not.toContain('accept');
    const sent = await one.call('appeals.forward', {
      ...appealTarget(page),
      on: '2026-12-03',
      text: '报送案卷和情况说明。',
    });
    expect(sent.appeal.state).toBe('forwarded');
    const result = await one.call('appeals.recordResult', {
      ...appealTarget(sent),
      outcome: 'annul',
      flaws: ['power'],
      facts: '学校认定的事实不清。',
      reason: '撤销学校的处分决定。',
      decidedOn: '2026-12-10',
      number: '青教申〔2026〕8号',
      file: { name: '处理决定.txt', mime: 'text/plain', base64: 'YQ==' },
    });
    expect(result.appeal.state).toBe('decided');
    expect(result.appeal.papers.map(({ form }) => form)).toEqual(['application', 'correction']);
    expect(standingSanctions(desk.app().store, 'wang')).toEqual([]);
    const kept = await one.call('appeals.openFile', { id: result.appeal.id, fileId: 'result' });
    expect(kept.name).toBe('处理决定.txt');
    const out = await acts.distributeAll(await acts.issueAll(result));
    expect(out.appeal.state).toBe('served');
    expect((await acts.close(await acts.restoreAll(out))).appeal.state).toBe('closed');
  });

  it('needs no paper of the school where all stands', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const page = await acts.register(served, { kind: 'teacher-appeal' });
    const result = await one.call('appeals.recordResult', {
      ...appealTarget(page),
      outcome: 'uphold',
      facts: '事实清楚。',
      reason: '维持。',
      decidedOn: '2026-12-10',
    });
    expect(result.appeal.state).toBe('served');
  });
});

describe('a pupil', () => {
  it('complains to a committee of those who belong to it, and is named in no list, file name or property', async () => {
    const served = await acts.punished();
    await goTo(NOW);
    const registered = await acts.register(served, {
      kind: 'pupil-appeal',
      capacity: 'guardian',
      applicantName: '林建军',
      files: [{ name: '林小雨的说明.txt', mime: 'text/plain', base64: 'YQ==' }],
    });
    expect(registered.appeal).toMatchObject({
      organ: '青禾市第一中学学生申诉委员会',
      limit: { basis: '15 个工作日', dueOn: '2026-12-15' },
      files: [{ file: { name: '某学生的说明.txt' } }],
    });
    expect(registered.clocks).toMatchObject([
      { kind: 'admission' },
      { kind: 'handling', dueOn: '2026-12-16' },
    ]);
    const accepted = await acts.accept(registered);
    const members = [
      { staffId: 'he', capacity: 'leader' as const },
      { staffId: 'sun', capacity: 'teacher' as const },
      { name: '方明', capacity: 'pupil' as const, about: '九年级学生代表' },
      { name: '周慧', capacity: 'parent' as const, about: '家长委员会' },
    ];
    const gap = await one.refused('appeals.assign', {
      ...appealTarget(accepted),
      name: '学生申诉委员会',
      members,
    });
    expect(gap).toMatchObject({ code: 'invalid', message: saying('法治副校长或校外代表') });
    const full = await one.call('appeals.assign', {
      ...appealTarget(accepted),
      name: '学生申诉委员会',
      members: [...members, { name: '石律师', capacity: 'law-principal' }],
    });
    const heard = await acts.look(full);
    const decided = await acts.decide(heard, { outcome: 'annul', flaws: ['procedure'], recorderId: 'sun' });
    const issued = await acts.issueAll(decided);
    for (const paper of issued.appeal.papers) {
      expect(paper.title).not.toMatch(/林小雨|林建军/);
      const { file } = await one.call('appeals.previewPaper', { id: issued.appeal.id, paperId: paper.id });
      expect(file.name).not.toMatch(/林小雨|林建军/);
    }
    const { appeals } = await one.call('appeals.list', {});
    expect(JSON.stringify(appeals)).not.toMatch(/林小雨|林建军/);
    const { hits } = await one.call('search.find', { text: '林小雨', kinds: ['appeal'] });
    expect(hits).toEqual([]);
    const { hits: byNumber } = await one.call('search.find', { text: '申〔2026〕1号', kinds: ['appeal'] });
    expect(byNumber).toMatchObject([{ title: saying('林**') }]);
    const sheet = await one.call('appeals.exportList', { ids: appeals.map(({ id }) => id) });
    expect(sheet.name).toContain('申诉复核台账');
    expect(Buffer.from(sheet.base64, 'base64').includes('林小雨')).toBe(false);
  });

  it('cannot be complained for as staff are', async () => {
    const served = await acts.punished();
    await goTo(NOW);
    const wrong = await one.refused('appeals.register', {
      caseId: served.record.id,
      personId: 'lin',
      kind: 'review',
      capacity: 'self',
      applicantName: '林小雨',
      receivedOn: '2026-12-01',
      way: 'direct',
      itemIds: [served.record.decision?.items[0]?.id ?? ''],
      requests: '撤销',
      reasons: '过重',
    });
    expect(wrong).toMatchObject({ code: 'invalid', message: saying('不适用') });
  });
});
