import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { CaseScreens } from './case-screens.ts';
import { openPage, pick, press } from './screen-acts.ts';

/** Pieces of the way of a case on the screens, that several routes have in common. People are those of `hirePeople`. */

/** A name, and what somebody types to find it. */
export type Called = readonly [name: string, typed: string];

export const checkers: readonly Called[] = [
  ['陈晓东', 'cxd'],
  ['刘芳', '刘芳'],
];
export const leaders: readonly Called[] = [
  ['李建国', 'ljg'],
  ['赵文静', 'zwj'],
  ['钱学礼', 'qxl'],
];

/** A lead is taken in, judged, and becomes a case; ends on the page of the case. Answers the id of the case. */
export const caseFromLead = async (
  at: CaseScreens,
  lead: {
    readonly content: string;
    readonly kind: 'staff' | 'pupil';
    readonly person: Called;
    readonly matter: Called;
    /** As the program proposes it for such a matter. */
    readonly route: string;
  },
): Promise<string> => {
  const { page } = at;
  await openPage(page, '/leads/new');
  await page.getByLabel('反映的内容').fill(lead.content);
  const whom = lead.kind === 'staff' ? '涉及的教职工（可选）' : '涉及的学生（可选）';
  await pick(page.getByRole('main'), whom, ...lead.person);
  await page.getByLabel('来源姓名').fill('尉迟清嘉');
  await press(page, '登记线索');
  await page.getByRole('heading', { name: /^线索〔\d{4}〕1号$/ }).waitFor();
  const form = await at.next('研判');
  await form.getByRole('radio', { name: /^立为问责事项/ }).check();
  await form.getByLabel('研判意见').fill('初步了解属实，应当追究责任。');
  await pick(form, '问责事由', ...lead.matter);
  expect(await form.getByRole('radio', { name: `${lead.route}（建议）` }).isChecked()).toBe(true);
  await at.sound();
  await at.send(form, '登记问责事项');
  await page.getByRole('link', { name: /^问责〔\d{4}〕1号$/ }).click();
  await page.getByRole('heading', { name: new RegExp(`问责〔\\d+〕1号 ${lead.matter[0]}`) }).waitFor();
  await page.getByText(lead.route, { exact: true }).first().waitFor();
  return new URL(page.url()).hash.replace('#/cases/', '');
};

/** 更多, and what is chosen there. */
export const more = async (at: CaseScreens, act: string): Promise<Locator> => {
  await press(at.page, '更多');
  await at.page.getByRole('menuitem', { name: act, exact: true }).click();
  const drawer = at.dialog(act);
  await drawer.waitFor();
  return drawer;
};

/** 确认事实 by two, judged as careless, ordinary, known within the school. */
export const establish = async (at: CaseScreens, facts: string): Promise<void> => {
  const form = await at.next('确认事实');
  await form.getByLabel('核实的事实').fill(facts);
  for (const checker of checkers) await pick(form, '核实人员', ...checker);
  for (const judged of ['不负责任', '一般', '校内影响'])
    await form.getByRole('radio', { name: judged, exact: true }).check();
  await at.sound();
  await at.send(form, '确认事实');
};

/** Calls the members one by one; the first is to preside, the second to keep the minutes. */
export const callMeeting = async (form: Locator, members: readonly Called[] = leaders): Promise<void> => {
  for (const [name, typed] of members) {
    await pick(form, '增加参加人员', name, typed);
    await form.getByRole('button', { name: `去掉${name}`, exact: true }).waitFor();
  }
  await form.getByLabel('会议地点').fill('行政楼会议室');
  const [chair, recorder] = members;
  if (!chair || !recorder) throw new RangeError('a meeting has at least two members');
  await pick(form, '主持人', chair[0]);
  await pick(form, '记录人', ...recorder);
};

/** Adds a measure for a person in the form of a decision, by keyboard. */
export const propose = async (form: Locator, person: string, measure: string): Promise<void> => {
  const field = form.getByLabel(`对${person}增加措施`);
  await field.fill(measure);
  await field.press('Enter');
  await form.getByRole('button', { name: `去掉${person}的${measure}` }).waitFor();
};

/** 记录送达: handed over by two, in the office. */
export const serve = async (at: CaseScreens): Promise<void> => {
  const form = await at.next('记录送达');
  await form.getByLabel('送达地点').fill('校办公室');
  for (const server of checkers) await pick(form, '送达人', ...server);
  await at.sound();
  await at.send(form, '记录送达');
};

/** Does every task of the decision, one after another. */
export const finishTasks = async (at: CaseScreens): Promise<void> => {
  await at.tab('整改与执行');
  const tasks = at.page.getByRole('button', { name: /^办结：/ });
  await tasks.first().waitFor();
  await at.sound();
  for (let left = await tasks.count(); left > 0; left -= 1) {
    await tasks.first().click();
    const form = at.dialog('办结执行事项');
    await form.getByLabel('办理情况').fill('已办理，回执附卷。');
    await at.send(form, '办结');
    await tasks.nth(left - 1).waitFor({ state: 'detached' });
  }
};
