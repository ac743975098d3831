import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { closedCycle, panel } from '../support/evaluation/scored.ts';
import { withTeachers } from '../support/evaluation/teachers.ts';
import { administrator, type Caller } from '../support/harness.ts';
import { download, openPage, press, wordText } from '../support/screen-acts.ts';

const today = dayOfMs(Date.now());

/** The account that goes to the screens becomes the one of a teacher who was told his result today. */
const told = async (one: Caller): Promise<string> => {
  const { accounts } = await one.call('accounts.list', {});
  const own = accounts.find(({ accountName }) => accountName === administrator.accountName);
  if (!own) throw new Error('no account');
  const { cycle } = await closedCycle(
    one,
    { s1: 92, s2: 84, s3: 75, s4: 66 },
    {
      startsOn: addDays(today, -10),
      endsOn: addDays(today, 10),
      groups: [
        { ...panel, weight: 6000 },
        { ...panel, id: 'lead', kind: 'leader', name: '领导评价', weight: 4000 },
      ],
    },
  );
  await one.call('evaluation.confirm', { id: cycle.id, rev: cycle.rev });
  await one.call('evaluation.tellResult', {
    cycleId: cycle.id,
    subjectId: 's2',
    rev: 0,
    on: today,
    way: 'interview',
    objectBy: addDays(today, 7),
  });
  await one.call('accounts.update', {
    id: own.id,
    rev: own.rev,
    name: own.name,
    roles: own.roles,
    staffId: 's2',
    active: true,
  });
  return cycle.id;
};

describe('one’s own evaluation, on the screens', () => {
  let screens: CaseScreens;
  let page: Page;

  beforeAll(async () => {
    screens = await openCaseScreens('own', async (one, desk) => {
      await withTeachers(
        desk,
        ['王建国', '李梅', '赵强', '孙悦'].map((name) => ({ name, department: 1 })),
      );
      await told(one);
    });
    ({ page } = screens);
  });
  afterAll(() => screens.close());

  it('waits on the page of today, and says how it came about', async () => {
    await page.getByText('请签署意见', { exact: false }).waitFor();
    await screens.sound();
    await page.getByRole('link', { name: '2026年教师考核：良好' }).click();
    await page.getByRole('heading', { name: '我的考核' }).waitFor();
    await page.getByText('84.00 / 100').first().waitFor();
    await screens.sound();
    await screens.tab('怎么来的');
    await page.getByText('评分人所评的平均，不逐个列出').first().waitFor();
    const shown = await page.getByRole('main').innerText();
    for (const secret of ['评委1', '王建国', '赵强']) expect(shown).not.toContain(secret);
    await screens.sound();
  });

  it('is signed by the person himself, without paper', async () => {
    const form = await screens.next('签署意见');
    await press(form, '签署');
    await form.locator('.ant-form-item-explain-error').first().waitFor();
    await form.locator('label').getByText('保留意见', { exact: true }).click();
    await form.getByLabel('意见内容').fill('公开课没有计入。');
    await screens.sound();
    await screens.send(form, '签署');
    await screens.tab('谈话与意见');
    await page.getByText('本人登录签署').waitFor();
    await page.getByText('保留意见：公开课没有计入。').waitFor();
  });

  it('is objected to within the term, withdrawn and objected to again', async () => {
    await screens.tab('异议');
    await page.getByText(`期限到${formatDay(addDays(today, 7))}为止`).waitFor();
    const object = async (reasons: string): Promise<void> => {
      await press(page, '提出异议');
      const form = screens.dialog('提出异议');
      await form.getByLabel('请求').fill('请求重新核算');
      await form.getByLabel('理由', { exact: true }).fill(reasons);
      await screens.send(form, '提出异议');
      await page.getByText(reasons, { exact: true }).waitFor();
    };
    await object('公开课没有计入');
    await press(page, '撤回异议');
    const form = screens.dialog('撤回异议');
    await form.getByLabel('撤回的原因').fill('材料没有备齐');
    await screens.send(form, '撤回异议');
    await page.getByText('本人撤回', { exact: true }).waitFor();
    await object('附上公开课证书');
    await screens.sound();
    await screens.tab('结果');
    await press(page, '考核结果反馈单');
    const paper = screens.dialog('考核结果反馈单');
    await paper.getByText('异议与救济').first().waitFor();
    const file = await download(page, paper.getByRole('button', { name: /存为 Word/ }));
    expect(await wordText(file.bytes)).toContain('李梅');
    await press(paper, '关闭');
    await openPage(page, '/');
    await page.getByText(/^今天是/).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('link', { name: '2026年教师考核：良好' }).count()).toBe(0);
    expect(screens.errors).toEqual([]);
  });
});
