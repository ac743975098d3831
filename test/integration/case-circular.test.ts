import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseActs, decisionOf, target, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { wordText } from '../support/screen-acts.ts';

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

const people = ['wang', 'he'] as const;

/** 王立新 and 何思远 in one case, with facts that name both and whoever else is given; only the first is criticised. */
const circularOf = async (facts: string): Promise<View> => {
  const begun = await acts.register({ subjects: people.map((id) => ({ kind: 'staff' as const, id })) });
  let view = await one.call('cases.establishFacts', {
    ...target(begun),
    facts,
    establishedOn: '2026-11-10',
    checkerIds: ['chen', 'liu'],
    gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
  });
  view = await acts.notify(view);
  for (const id of people) view = await acts.hear(view, id);
  return acts.decide(
    view,
    decisionOf('circular-criticism', ['wang'], { reason: '王立新擅自离岗；何思远已经劝阻，没有责任。' }),
  );
};

const paperOf = (view: View) => {
  const offer = view.papers.find(({ form }) => form === 'circular');
  if (!offer) throw new Error('no circular');
  return offer;
};

describe('a circular', () => {
  it('names no colleague on whom nothing was decided', async () => {
    const view = await circularOf('11月9日晚，王立新擅自离岗，何思远独自值守到22时。');
    const { file } = await one.call('cases.previewPaper', {
      id: view.record.id,
      form: 'circular',
      paperId: paperOf(view).paperId ?? '',
    });
    const text = await wordText(Buffer.from(file.base64, 'base64'));
    expect(text).toContain('王立新擅自离岗，有关人员独自值守到22时');
    expect(text).toContain('有关人员已经劝阻');
    expect(text).not.toContain('何思远');
    expect(paperOf(view).warnings).toEqual([]);
  });

  it('warns of everybody else whom the text names, and goes out all the same', async () => {
    const view = await circularOf('王立新离岗后，由刘芳代为值守，林小雨和另外两名学生无人照看。');
    expect(paperOf(view).warnings).toMatchObject([
      {
        ruleId: 'others-named',
        level: 'warn',
        message: '正文写有刘芳、林小雨的姓名，而这份通报不是对此人作出的，印发后全校都会看到。',
        article: expect.stringContaining('个人信息保护法') as unknown,
      },
    ]);
    const issued = await acts.issueAll(view);
    expect(issued.record.state).toBe('issued');
    expect(paperOf(issued).warnings).toEqual([]);
  });
});
