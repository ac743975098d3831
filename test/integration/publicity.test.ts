import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annulSanctions } from '../../electron/features/cases/index.ts';
import { pupilCollection } from '../../electron/features/organisation/index.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { caseActs, decisionOf } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

type View = ChannelOutput<'publicity.read'>;
type Content = ChannelInput<'publicity.create'>['content'];

const saying = (part: string): unknown => expect.stringContaining(part);

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

const target = ({ record }: View) => ({ id: record.id, rev: record.rev });

const decided = async () => {
  const heard = await acts.hear(await acts.notify(await acts.establish(await acts.register())));
  return acts.decide(heard, decisionOf('circular-criticism'));
};
const served = async () => acts.serveAll(await acts.issueAll(await decided()));

const contact = { department: '办公室', phone: '0571-8800 1200', how: '以书面形式实名提出' };

const content = async (change: Partial<Content> = {}): Promise<Content> => {
  const { candidates } = await one.call('publicity.candidates', {});
  return {
    kind: 'result',
    title: '关于值班离岗问题处理结果的公示',
    lead: '现将处理结果公示如下',
    basis: '学校问责办法',
    scope: 'staff',
    naming: 'masked',
    workdays: 5,
    contact,
    items: candidates.map(({ sanctionId, caseId, personId, personKind, name, text }) => ({
      sanctionId,
      caseId,
      personId,
      personKind,
      name,
      text: `${name}${text}`,
    })),
    ...change,
  };
};

const textOf = async (base64: string): Promise<string> => {
  const zip = await JSZip.loadAsync(base64, { base64: true });
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml.replace(/<[^>]+>/g, '');
};

const show = (view: View): Promise<View> =>
  one.call('publicity.show', { ...target(view), startsOn: '2026-11-24', place: '教学楼一楼公示栏' });

describe('a publicity', () => {
  it('hangs for its working days, hears objections, and ends with the report of its result', async () => {
    await served();
    const draft = await one.call('publicity.create', { content: await content() });
    expect(draft.record.number).toBe('公示〔2026〕1号');
    expect(draft.shown).toMatchObject({
      title: '关于值班离岗问题处理结果的公示',
      items: [{ name: '王**', text: saying('王**因值班与巡查方面的问题，给予通报批评。') }],
    });
    const up = await show(draft);
    // The first day is not counted: Wednesday 25 November to Tuesday 1 December.
    expect(up.record).toMatchObject({ state: 'shown', run: { endsOn: '2026-12-01' } });
    const paper = await one.call('publicity.paper', { id: up.record.id, which: 'notice', sheet: 'A4' });
    expect(paper.draft).toBe(false);
    const text = await textOf(paper.file.base64);
    expect(text).toContain('王**');
    expect(text).not.toContain('王立新');
    expect(text).toContain('2026年12月1日');
    expect(paper.file.name).not.toContain('王');

    const early = await one.refused('publicity.finish', { ...target(up), text: '无异议' });
    expect(early).toMatchObject({ code: 'illegal-step', message: saying('公示期满') });
    const objected = await one.call('publicity.recordObjection', {
      ...target(up),
      receivedOn: '2026-11-24',
      way: 'letter',
      by: '何老师',
      text: '离岗时间没有两小时。',
    });
    desk.clock.set(Date.parse('2026-12-02T01:00:00.000Z'));
    one = await desk.everyone();
    const open = await one.refused('publicity.finish', { ...target(objected), text: '有异议' });
    expect(open).toMatchObject({ code: 'illegal-step', message: saying('异议') });
    const answered = await one.call('publicity.answerObjection', {
      ...target(objected),
      objectionId: objected.record.objections[0]?.id ?? '',
      answeredOn: '2026-12-02',
      founded: false,
      text: '经复核门禁记录，时间属实。',
    });
    const finished = await one.call('publicity.finish', {
      ...target(answered),
      text: '异议不属实，公示结束。',
    });
    expect(finished.record.state).toBe('finished');
    await desk.restart();
    one = await desk.everyone();
    expect((await one.call('publicity.read', { id: finished.record.id })).record).toEqual(finished.record);
    expect(
      await one.call('publicity.paper', { id: finished.record.id, which: 'notice', sheet: 'A4' }),
    ).toEqual(paper);
  });

  it('shows nothing that was not decided and served, and nobody under age', async () => {
    await decided();
    expect((await one.call('publicity.candidates', {})).candidates).toEqual([]);
    const withPupil = await one.call('publicity.create', {
      content: await content({ kind: 'other', items: [], lead: '七年级学生林小雨扰乱课堂' }),
    });
    expect(withPupil.findings.map(({ ruleId }) => ruleId)).toContain('minor-named');
    const refused = await one.refused('publicity.show', {
      ...target(withPupil),
      startsOn: '2026-11-24',
      place: '公示栏',
    });
    expect(refused).toMatchObject({ code: 'unlawful', article: saying('未成年人保护法') });
  });

  it('stays refused once the decision behind it was taken back', async () => {
    const done = await served();
    const draft = await one.call('publicity.create', { content: await content() });
    const { store } = desk.app();
    await store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test.annul' }, (tx) =>
      annulSanctions(tx, done.record.id, '复核撤销'),
    );
    expect(
      (await one.refused('publicity.show', { ...target(draft), startsOn: '2026-11-24', place: '栏' })).code,
    ).toBe('unlawful');
  });

  it('is taken down with its reason, or discarded as a draft with its number void', async () => {
    await served();
    const up = await show(await one.call('publicity.create', { content: await content() }));
    const down = await one.call('publicity.takeDown', {
      ...target(up),
      on: '2026-11-24',
      reason: '复核期间先行撤下',
    });
    expect(down.record).toMatchObject({ state: 'takenDown', takedown: { reason: '复核期间先行撤下' } });
    const draft = await one.call('publicity.create', { content: await content() });
    await one.call('publicity.discard', target(draft));
    const { numbers, problems } = await one.call('papers.numbers', {});
    expect(problems).toEqual([]);
    expect(numbers.find(({ number }) => number === '公示〔2026〕2号')?.voided).toMatchObject({
      reason: saying('草稿'),
    });
    expect((await one.call('publicity.list', {})).publicities).toHaveLength(1);
    expect((await one.call('publicity.exportList', { ids: [up.record.id] })).name).toMatch(/\.xlsx$/);
  });

  it('says while it is typed how it would read, and whom it would still name', async () => {
    await served();
    const typed = {
      ...(await content()),
      title: '',
      lead: '',
      contact: { department: '', phone: '', how: '' },
    };
    const early = await one.call('publicity.check', { content: typed });
    expect(early.shown.items).toMatchObject([{ name: '王**' }]);
    expect(early.findings.map(({ ruleId }) => ruleId)).toEqual(['contact-missing']);
    expect(early.stillNamed).toEqual([]);
    const checked = await one.call('publicity.check', {
      content: {
        ...(await content()),
        title: '王立新、陈晓东值班离岗问题',
        lead: '林 小雨在场，电话138-1234-5678',
      },
    });
    expect(checked.shown.title).toBe('王**、陈晓东值班离岗问题公示');
    expect(checked.stillNamed).toEqual(['陈晓东']);
    expect(checked.findings.map(({ ruleId }) => ruleId).sort()).toEqual([
      'minor-named',
      'private-data-shown',
    ]);
    expect((await one.call('publicity.list', {})).publicities).toEqual([]);
  });

  it('goes by the record of the decision and the roster, not by what a screen says', async () => {
    await served();
    const [honest] = (await content()).items ?? [];
    if (!honest) throw new Error('no decision to show');
    const draft = await one.call('publicity.create', {
      content: await content({
        items: [{ ...honest, personKind: 'department', name: '某部门', personId: 'nobody', caseId: 'none' }],
      }),
    });
    expect(draft.record.content.items).toMatchObject([
      { personKind: 'staff', name: '王立新', personId: 'wang', caseId: honest.caseId },
    ]);
    expect(draft.cases).toMatchObject([{ id: honest.caseId }]);
  });

  it('names a pupil for an honour once a guardian has agreed, and for nothing else', async () => {
    const pupil = {
      sanctionId: null,
      caseId: null,
      personId: 'lin',
      personKind: 'pupil' as const,
      name: '林小雨',
      text: '林小雨获评三好学生。',
    };
    const honour = await content({ kind: 'honour', naming: 'full', title: '三好学生名单', items: [pupil] });
    const draft = await one.call('publicity.create', { content: honour });
    expect(draft.shown.items).toMatchObject([{ name: '我校一名学生', text: '该生获评三好学生。' }]);
    const consent = { guardian: '林建军', on: '2026-11-20' };
    const agreed = await one.call('publicity.edit', {
      ...target(draft),
      content: { ...honour, items: [{ ...pupil, consent }] },
    });
    expect(agreed.shown.items).toMatchObject([{ name: '林小雨' }]);
    expect(agreed.findings).toEqual([]);
    const other = await one.call('publicity.check', {
      content: { ...honour, lead: '高一鸣等同学公示如下', items: [{ ...pupil, consent }] },
    });
    expect(other.findings.map(({ ruleId }) => ruleId)).toEqual(['minor-named']);
    const punished = await one.call('publicity.check', {
      content: { ...honour, kind: 'result', items: [{ ...pupil, consent }] },
    });
    expect(punished.shown.items).toMatchObject([{ name: '我校一名学生' }]);
    expect(punished.findings.map(({ ruleId }) => ruleId)).toEqual(['pupil-result-shown']);
  });

  it('takes a member of staff for nobody but himself, also when a pupil bears the same name', async () => {
    await desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test.enrol' }, (tx) => {
      const lin = tx.require(pupilCollection, 'lin', '学生');
      tx.insert(pupilCollection, { ...lin, id: 'namesake', number: 'G009', name: '陈晓东' });
    });
    const line = {
      sanctionId: null,
      caseId: null,
      personId: 'chen',
      personKind: 'staff' as const,
      name: '陈晓东',
      text: '拟定优秀等次',
    };
    const listed = await content({ kind: 'assessment', naming: 'full', items: [line] });
    expect((await one.call('publicity.check', { content: listed })).findings).toEqual([]);
    // Typed by hand, it may as well be the child.
    const typed = { ...listed, items: [{ ...line, personId: null }] };
    const { findings } = await one.call('publicity.check', { content: typed });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['minor-named']);
  });

  it('remembers why a warning was gone past, from the draft to the wall', async () => {
    await served();
    const short = await content({ workdays: 3 });
    const overrides = [{ ruleId: 'shown-too-short' as const, reason: '学期末最后一周，校领导同意缩短' }];
    const draft = await one.call('publicity.create', { content: short, overrides });
    expect(draft.record.overrides).toMatchObject([{ reason: saying('学期末'), article: saying('') }]);
    const edited = await one.call('publicity.edit', {
      ...target(draft),
      content: await content(),
      overrides,
    });
    expect(edited.record.overrides).toEqual([]);
    const again = await one.call('publicity.edit', { ...target(edited), content: short });
    const bare = { ...target(again), startsOn: '2026-11-24', place: '公示栏' };
    expect((await one.refused('publicity.show', bare)).code).toBe('unlawful');
    const up = await one.call('publicity.show', { ...bare, overrides });
    expect(up.record).toMatchObject({
      overrides: [{ ruleId: 'shown-too-short' }],
      run: { endsOn: '2026-11-27' },
    });
    expect(await one.call('publicity.term', { startsOn: '2026-11-24', workdays: 3 })).toEqual({
      endsOn: '2026-11-27',
      estimated: false,
    });
  });

  it('has to come down once its decision was set aside, and then ends with a report of that', async () => {
    const done = await served();
    const up = await show(await one.call('publicity.create', { content: await content() }));
    expect(up).toMatchObject({ mustComeDown: false, findings: [] });
    const { store } = desk.app();
    await store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test.annul' }, (tx) =>
      annulSanctions(tx, done.record.id, '复核撤销'),
    );
    const seen = await one.call('publicity.read', { id: up.record.id });
    expect(seen).toMatchObject({ mustComeDown: true, findings: [{ ruleId: 'shown-undecided' }] });
    expect((await one.call('publicity.list', {})).publicities).toMatchObject([{ mustComeDown: true }]);
    const objected = await one.call('publicity.recordObjection', {
      ...target(up),
      receivedOn: '2026-11-24',
      way: 'visit',
      text: '处理过重。',
    });
    const down = await one.call('publicity.takeDown', {
      ...target(objected),
      on: '2026-11-24',
      reason: '决定已经复核撤销',
    });
    expect(down).toMatchObject({ mustComeDown: false, findings: [] });
    const report = () => one.call('publicity.paper', { id: up.record.id, which: 'result', sheet: 'A4' });
    const first = await report();
    expect(first.draft).toBe(false);
    const before = await textOf(first.file.base64);
    expect(before).toContain('原因：决定已经复核撤销。');
    expect(before).toContain('尚未答复');
    await one.call('publicity.answerObjection', {
      ...target(down),
      objectionId: down.record.objections[0]?.id ?? '',
      answeredOn: '2026-11-24',
      founded: true,
      text: '决定已撤销',
    });
    const after = await textOf((await report()).file.base64);
    expect(after).toContain('属实。决定已撤销。（2026年11月24日答复）');
    expect(after).not.toContain('尚未答复');
  });

  it('does not go up without a line', async () => {
    const draft = await one.call('publicity.create', { content: await content({ items: [] }) });
    expect(draft.missing).toEqual(['至少一项公示内容']);
    const refused = await one.refused('publicity.show', {
      ...target(draft),
      startsOn: '2026-11-24',
      place: '公示栏',
    });
    expect(refused).toMatchObject({ code: 'illegal-step', message: saying('至少一项公示内容') });
  });

  it('says which decisions are shown already, and remembers where to object', async () => {
    await served();
    expect((await one.call('publicity.usual', {})).phone).toBe('0571-8800 1200');
    const draft = await one.call('publicity.create', {
      content: await content({ contact: { ...contact, department: '纪检委员办公室' } }),
    });
    expect((await one.call('publicity.candidates', {})).candidates).toMatchObject([
      { shownIn: draft.record.number, basis: saying('《教育法》') },
    ]);
    expect((await one.call('publicity.usual', {})).department).toBe('纪检委员办公室');
  });

  it('is found from the case that it tells of, and from no other', async () => {
    const { record } = await served();
    const other = await acts.register();
    const drafted = await one.call('publicity.create', { content: await content() });
    const numbersOf = async (caseId: string): Promise<string[]> =>
      (await one.call('publicity.ofCase', { caseId })).publicities.map(({ number }) => number);
    expect(await numbersOf(record.id)).toEqual([drafted.record.number]);
    expect(await numbersOf(other.record.id)).toEqual([]);
    expect((await one.call('publicity.candidates', { caseId: other.record.id })).candidates).toEqual([]);
  });

  it('counts a period without pupils, and tells no cell of fewer than three', async () => {
    await served();
    const overall = await one.call('publicity.overall', { from: '2026-11-01', to: '2026-11-30' });
    expect(overall).toEqual({
      total: 1,
      lines: ['按事由：合计少于3件（人次），不分项列出', '按措施：合计少于3件（人次），不分项列出'],
    });
    expect((await one.call('publicity.overall', { from: '2026-10-01', to: '2026-10-31' })).lines).toEqual([]);
  });

  it('prints the same paper on A3, √2 as large', async () => {
    await served();
    const up = await show(await one.call('publicity.create', { content: await content() }));
    const xmlOf = async (sheet: 'A4' | 'A3'): Promise<string> => {
      const { file } = await one.call('publicity.paper', { id: up.record.id, which: 'notice', sheet });
      const zip = await JSZip.loadAsync(file.base64, { base64: true });
      return (await zip.file('word/document.xml')?.async('string')) ?? '';
    };
    const [small, large] = [await xmlOf('A4'), await xmlOf('A3')];
    expect(small).toContain('w:w="11906"');
    expect(large).toContain('w:w="16838"');
    expect(large.replace(/<[^>]+>/g, '')).toBe(small.replace(/<[^>]+>/g, ''));
  });

  it('tells the deadline of what hangs', async () => {
    await served();
    const up = await show(await one.call('publicity.create', { content: await content() }));
    const { deadlines } = await one.call('deadlines.list', {});
    expect(deadlines.filter(({ recordPath }) => recordPath === `/publicity/${up.record.id}`)).toMatchObject([
      { dueOn: '2026-12-01', label: '公示期', title: '听取异议' },
    ]);
    desk.clock.set(Date.parse('2026-12-02T01:00:00.000Z'));
    one = await desk.everyone();
    const later = (await one.call('deadlines.list', {})).deadlines;
    expect(later.filter(({ recordPath }) => recordPath === `/publicity/${up.record.id}`)).toMatchObject([
      { dueOn: '2026-12-04', label: '结束公示', words: '还剩 2 个工作日', mine: true },
    ]);
  });
});
