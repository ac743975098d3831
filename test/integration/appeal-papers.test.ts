import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FormCode } from '../../shared/features/papers/forms.ts';
import { hirePeople } from '../support/case-people.ts';
import { appealActs, appealTarget, type AppealPage } from '../support/appeal-acts.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { linesOf, wordParts } from '../support/word-parts.ts';

let desk: TestDesk;
let one: Caller;
const acts = appealActs(() => one);

const NOW = Date.parse('2026-12-14T01:00:00.000Z');

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const goTo = async (instant: number): Promise<void> => {
  desk.clock.set(instant);
  one = await desk.everyone();
};

const textOf = async (base64: string): Promise<string> => {
  const parts = await wordParts(Buffer.from(base64, 'base64'));
  return [parts.document, ...parts.headers, ...parts.footers]
    .flatMap(linesOf)
    .map(({ text }) => text)
    .join('\n');
};

/** Takes the house form for a form of the school's own: it has every place, and says the name of each. */
const useOwn = async (...codes: readonly FormCode[]): Promise<void> => {
  for (const form of codes)
    await one.call('papers.saveTemplate', {
      form,
      file: await one.call('papers.houseForm', { form }),
      rev: 0,
    });
};

/** What the issued papers of a form say. */
const issuedText = async ({ appeal }: AppealPage, form: string): Promise<string> => {
  const paper = appeal.papers.findLast((each) => each.form === form);
  const { file, draft } = await one.call('appeals.previewPaper', {
    id: appeal.id,
    paperId: paper?.id ?? '',
  });
  expect([form, draft]).toEqual([form, false]);
  return textOf(file.base64);
};

describe('the school’s own form', () => {
  it('replaces every paper of a review, filled whole', async () => {
    await useOwn(
      'appeal-application',
      'appeal-completion',
      'appeal-acceptance',
      'appeal-extension',
      'appeal-minutes',
      'review-decision',
      'correction',
      'service-record',
    );
    const served = await acts.served();
    await goTo(NOW);
    let page = await acts.register(served);
    page = await one.call('appeals.askCompletion', {
      ...appealTarget(page),
      askedOn: '2026-12-02',
      lacking: '补交住院证明。',
    });
    page = await one.call('appeals.supplement', {
      ...appealTarget(page),
      on: '2026-12-03',
      note: '已补交住院证明。',
    });
    page = await acts.assign(await acts.accept(page, { on: '2026-12-04' }));
    page = await one.call('appeals.extend', {
      ...appealTarget(page),
      dueOn: '2027-01-15',
      reason: '等待医院核实',
      approver: '李建国',
    });
    page = await acts.decide(await acts.look(page), { outcome: 'annul', flaws: ['facts'] });
    page = await acts.issueAll(page);
    page = await acts.issueAll(await acts.serve(page));

    for (const [form, ...said] of [
      ['application', '提出方式', '当面递交', '请求撤销处分决定。'],
      ['completion', '补正要求', '补交住院证明。', '青一中申补〔2026〕1号'],
      ['acceptance', '受理意见', '予以受理', '青一中申受〔2026〕1号'],
      ['extension', '延长后期限', '2027年1月15日', '等待医院核实。'],
      ['minutes', '查核情况', '审阅全部案卷', '孙海燕', '同意2票'],
      ['decision', '复核结论', '撤销对王立新的“警告”处理', '认定的事实不清'],
      ['correction', '更正内容', '不得再作为依据', '青一中处〔2026〕1号'],
      ['service-record', '送达方式', '直接送达', '王立新（本人）', '孙海燕、何思远'],
    ] as const) {
      const text = await issuedText(page, form);
      for (const part of said) expect(text.replace(/ /g, ''), form).toContain(part);
      expect(text, form).not.toMatch(/[{}【】]/);
    }
  });

  it('replaces a refusal, and the decision on a pupil’s appeal', async () => {
    await useOwn('appeal-refusal', 'pupil-appeal-decision');
    const served = await acts.served();
    await goTo(NOW);
    const refused = await acts.issueAll(
      await one.call('appeals.refuse', {
        ...appealTarget(await acts.register(served)),
        on: '2026-12-03',
        reason: '同一请求已经由主管部门受理',
      }),
    );
    const text = await issuedText(refused, 'refusal');
    expect(text).toContain('同一请求已经由主管部门受理。');
    expect(text).toContain('青禾市教育局');

    const punished = await acts.punished();
    let page = await acts.accept(
      await acts.register(punished, {
        kind: 'pupil-appeal',
        capacity: 'guardian',
        applicantName: '林建军',
      }),
    );
    page = await one.call('appeals.assign', {
      ...appealTarget(page),
      name: '学生申诉委员会',
      members: [
        { staffId: 'he', capacity: 'leader' },
        { staffId: 'sun', capacity: 'teacher' },
      ],
      gapReason: '其他代表正在推选。',
    });
    const decided = await acts.issueAll(await acts.decide(await acts.look(page)));
    const own = await issuedText(decided, 'decision');
    for (const part of [
      '处理决定',
      '维持对林小雨',
      '林建军（林小雨的监护人）',
      '青禾市第一中学学生申诉委员会',
    ])
      expect(own).toContain(part);
  });
});

describe('the record of service', () => {
  it('is made when a service is recorded, with a refusal to sign and its witness, and opens the next term', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const issued = await acts.issueAll(await acts.decide(await acts.heard(await acts.register(served))));
    const blank = await one.call('appeals.serviceForm', { id: issued.appeal.id });
    const form = await textOf(blank.base64);
    expect(form).toContain('青一中复〔2026〕1号');
    expect(form).not.toContain('草稿');

    const left = await acts.serve(issued, 'decision', {
      way: 'left',
      receiver: '',
      relation: '',
      completedOn: null,
      refusal: { reason: '本人拒绝签收', witness: '周敏', hasRecording: true },
    });
    expect(left.clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['remedy', '2027-01-11']]);
    const paper = left.appeal.papers.at(-1);
    expect(paper).toMatchObject({
      form: 'service-record',
      title: '送达回证（王立新）',
      serviceId: left.appeal.services[0]?.id,
    });
    const end = await acts.issueAll(left);
    const text = await issuedText(end, 'service-record');
    for (const part of ['留置送达', '本人拒绝签收', '见证人：周敏', '已拍照或录像', '孙海燕、何思远'])
      expect(text).toContain(part);
    const again = await one.refused('appeals.serve', {
      ...appealTarget(end),
      paperIds: [paper?.id ?? ''],
      way: 'direct',
      servedOn: '2026-12-11',
      receiver: '王立新',
      completedOn: '2026-12-11',
      serverIds: ['sun', 'he'],
    });
    expect(again.code).toBe('invalid');
  });

  it('of a refusal to hear it opens the term to appeal', async () => {
    const served = await acts.served();
    await goTo(NOW);
    const refused = await one.call('appeals.refuse', {
      ...appealTarget(await acts.register(served)),
      on: '2026-12-03',
      reason: '同一请求已经由主管部门受理。',
    });
    const end = await acts.serve(await acts.issueAll(refused), 'refusal');
    expect(end.clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['remedy', '2027-01-11']]);
    await acts.close(end);
    const { complaints } = await one.call('appeals.begin', { caseId: served.record.id });
    expect(complaints[0]?.ways.find(({ kind }) => kind === 'appeal')?.dueOn).toBe('2027-01-11');
  });
});
