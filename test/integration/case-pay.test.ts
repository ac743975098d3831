import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/channels.ts';
import { allFor, caseActs, decisionOf, target, type Decision, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { wordText } from '../support/screen-acts.ts';

const saying = (part: string): unknown => expect.stringContaining(part);

let desk: TestDesk;
let one: Caller;
let planId: string;
const acts = caseActs(() => one);

const planOf = (
  change: Partial<ChannelInput<'standards.addSchoolRule'>> = {},
): ChannelInput<'standards.addSchoolRule'> => ({
  title: '奖励性绩效工资分配方案',
  scope: 'staff',
  consulted: { on: '2025-08-20', note: '教职工' },
  discussed: { on: '2025-08-25', note: '教职工代表大会' },
  filed: { on: '2025-08-30', note: '青禾市教育局批准' },
  adoptedBy: '校长办公会',
  adoptedOn: '2025-08-28',
  publishedOn: '2025-09-01',
  clauses: [{ no: '第十二条', text: '安全考核项按实际得分计发。' }],
  ...change,
});

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
  planId = (await one.call('standards.addSchoolRule', planOf())).id;
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const heard = async (): Promise<View> =>
  acts.hear(await acts.notify(await acts.establish(await acts.register({ route: 'light' }))));

type Pay = NonNullable<Decision['items']>[number]['pay'];

const cutting = (pay: Pay, ref = planId): Decision => ({
  ...decisionOf('performance-pay', ['wang'], {
    grounds: [{ kind: 'school-rule', ref, clause: '第十二条' }],
    reason: '安全考核项满分20分扣8分，每分30元。',
  }),
  items: [{ personId: 'wang', measureCode: 'performance-pay', pay, votes: [...allFor] }],
});

const whole = (): Pay => ({
  ruleId: planId,
  clause: '第十二条',
  months: ['2026-12', '2026-11', '2026-11'],
  fen: 24_050,
});

describe('a deduction of performance pay', () => {
  it('is kept and printed with its plan, the day of its adoption, clause, months and amount', async () => {
    const decided = await acts.decide(await heard(), cutting(whole()));
    expect(decided.record.decision?.items[0]?.pay).toEqual({
      ruleId: planId,
      version: 1,
      plan: '奖励性绩效工资分配方案',
      adoptedBy: '校长办公会',
      adoptedOn: '2025-08-28',
      approval: '2025年8月30日青禾市教育局批准',
      clause: '第十二条',
      months: ['2026-11', '2026-12'],
      fen: 24_050,
    });
    const offer = decided.papers.find(({ form }) => form === 'notice');
    expect(offer?.lacking).toEqual([]);
    const { file } = await one.call('cases.previewPaper', {
      id: decided.record.id,
      form: 'notice',
      paperId: offer?.paperId ?? '',
    });
    const text = await wordText(Buffer.from(file.base64, 'base64'));
    expect(text).toContain(
      '对王立新作绩效核减处理：按照《奖励性绩效工资分配方案》（2025年8月28日通过）第十二条，核减2026年11月、2026年12月奖励性绩效240.50元',
    );
    expect(text).toMatch(/通过日期.*2025年8月28日.*适用条款.*第十二条.*核减金额.*240\.50元/s);
    expect((await acts.issueAll(decided)).record.state).toBe('issued');
  });

  it('is refused without one of them, and changes nothing', async () => {
    const view = await heard();
    const { store } = desk.app();
    const refused = async (decision: Decision, says: string, code = 'invalid'): Promise<void> => {
      const before = store.health().headHash;
      expect(await one.refused('cases.decide', { ...target(view), decision })).toMatchObject({
        code,
        message: saying(says),
      });
      expect(store.health().headHash).toBe(before);
    };
    await refused(cutting(null), '还缺少：绩效分配方案、方案条款、核减月份、核减金额');
    await refused(cutting({ ...whole(), fen: 0 }), '还缺少：核减金额');
    await refused(cutting({ ...whole(), months: [] }), '还缺少：核减月份');
    await refused(cutting({ ...whole(), clause: '第九十条' }), '没有第九十条，请重新选择条款');
    await refused(cutting({ ...whole(), months: ['2026-13'] }), '请选择月份');
    const other = await one.call('standards.addSchoolRule', planOf({ title: '考勤制度' }));
    await refused(cutting(whole(), other.id), '请把它加入依据');
    const draft = await one.call(
      'standards.addSchoolRule',
      planOf({ title: '新分配方案', publishedOn: null }),
    );
    await refused(cutting({ ...whole(), ruleId: draft.id }), '不能据以核减绩效');
    const unfiled = await one.call(
      'standards.addSchoolRule',
      planOf({ title: '未报批方案', filed: { on: null, note: '' } }),
    );
    await refused(cutting({ ...whole(), ruleId: unfiled.id }), '没有登记批准文号或者报备情况');
    const check = await one.call('cases.checkDecision', { id: view.record.id, decision: cutting(null) });
    expect(check.missing).toContain('核减金额');
  });
});
