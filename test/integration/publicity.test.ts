import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
    expect(draft.shown).toMatchObject([{ name: '王**', text: saying('王**因值班与巡查') }]);
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
      content: await content({ items: [], lead: '七年级学生林小雨扰乱课堂' }),
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
    const { annulSanctions } = await import('../../electron/features/cases/index.ts');
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
      { dueOn: '2026-12-01' },
    ]);
  });
});
