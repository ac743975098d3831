import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/channels.ts';
import { addDays, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import type { Caller } from '../support/harness.ts';
import { decisionOf, meeting, target, type View } from '../support/case-acts.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { named, openPage, press } from '../support/screen-acts.ts';

/** Days of the past, since the app in the browser goes by the day of the PC. */
const ago = (days: number): string => addDays(dayOfMs(Date.now()), -days);

const established = async (
  one: Caller,
  change: Partial<ChannelInput<'cases.register'>> = {},
): Promise<View> => {
  const begun = await one.call('cases.register', {
    matterCode: 'duty-patrol',
    summary: '晚间值班期间擅自离岗',
    occurredOn: ago(30),
    subjects: [{ kind: 'staff', id: 'wang' }],
    source: { kind: 'inspection' },
    ...change,
  });
  return one.call('cases.establishFacts', {
    ...target(begun),
    facts: '值班当晚擅自离岗约两小时，有监控记录证明。',
    establishedOn: ago(25),
    checkerIds: ['chen', 'liu'],
    gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
  });
};

const decided = async (one: Caller, change: Partial<ChannelInput<'cases.register'>> = {}): Promise<View> => {
  const view = await established(one, change);
  const told = await one.call('cases.notify', { ...target(view), way: 'written', notifiedOn: ago(20) });
  const heard = await one.call('cases.hearStatement', {
    ...target(told),
    personId: 'wang',
    outcome: 'stated',
    heardOn: ago(15),
    text: '家中有急事，没有请假是我不对。',
    adoption: 'part',
    adoptionReason: '事由属实，可以从轻。',
  });
  return one.call('cases.decide', {
    ...target(heard),
    decision: decisionOf('circular-criticism', ['wang'], {
      meeting,
      decidedOn: ago(5),
      effectiveOn: ago(5),
    }),
  });
};

describe('the desk of cases', () => {
  let screens: CaseScreens;
  let page: Page;
  const cases = new Map<string, View>();
  const numberOf = (name: string): string => cases.get(name)?.record.number ?? '';
  const open = async (name: string): Promise<void> => {
    await openPage(page, `/cases/${cases.get(name)?.record.id ?? ''}`);
    await page.getByRole('heading', { name: new RegExp(`^${numberOf(name)}`) }).waitFor();
  };
  const more = async (act: string): Promise<ReturnType<CaseScreens['dialog']>> => {
    await press(page, '更多');
    await page.getByRole('menuitem', { name: act, exact: true }).click();
    const drawer = screens.dialog(act);
    await drawer.waitFor();
    return drawer;
  };

  beforeAll(async () => {
    screens = await openCaseScreens('desk', async (one) => {
      cases.set('first', await decided(one));
      cases.set('second', await decided(one, { occurredOn: ago(31) }));
      cases.set('third', await decided(one, { occurredOn: ago(32) }));
      cases.set('into', await established(one, { route: 'ordinary', occurredOn: ago(33) }));
      cases.set(
        'absorbed',
        await established(one, {
          route: 'ordinary',
          occurredOn: ago(34),
          subjects: [{ kind: 'staff', id: 'qian' }],
        }),
      );
    });
    ({ page } = screens);
  });
  afterAll(() => screens.close());

  it('narrows the list by route and by people, and finds by initials', async () => {
    await openPage(page, '/cases');
    await page.getByRole('cell', { name: numberOf('first'), exact: true }).waitFor();
    await press(page, '筛选');
    await page.getByRole('checkbox', { name: '一般程序' }).check();
    const people = page.getByRole('combobox', { name: '当事人' });
    await people.fill('qxl');
    await page.locator('.ant-select-item-option').filter({ hasText: '钱学礼' }).first().click();
    await page.keyboard.press('Escape');
    await press(page, '筛选');
    await page.getByRole('checkbox', { name: '一般程序' }).waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: numberOf('absorbed'), exact: true }).waitFor();
    expect(await page.getByRole('cell', { name: numberOf('into'), exact: true }).count()).toBe(0);
    await screens.sound();
    await press(page, '清除条件');
    await page.getByRole('textbox', { name: /^查找/ }).fill('wlx');
    expect(await page.getByRole('cell', { name: numberOf('absorbed'), exact: true }).count()).toBe(0);
    await press(page, '清除条件');
  });

  it('makes a number void, and the paper takes the next one', async () => {
    await open('third');
    const before = cases.get('third')?.record.papers[0]?.number ?? '';
    const drawer = await more('作废文号');
    await drawer.getByLabel('作废原因').fill('打印时卡纸，纸面作废');
    await screens.sound();
    await screens.send(drawer, '作废文号');
    await screens.tab('文书');
    await page.getByText(/^青一中〔\d+〕4号$/).waitFor();
    expect(before).toMatch(/3号$/);
  });

  it('issues the papers of several cases in one go, and tells what was done', async () => {
    await openPage(page, '/cases');
    await page.getByRole('cell', { name: numberOf('first'), exact: true }).waitFor();
    await page.getByRole('checkbox').first().check();
    await press(page, '批量印发文书');
    const drawer = screens.dialog('批量印发文书');
    await drawer.getByText('选中 5 件，其中 3 件有文书等待印发，共 3 份').waitFor();
    await screens.sound();
    await press(drawer, '印发 3 份文书');
    await drawer.getByText('印发了 3 件事项的 3 份文书').waitFor();
    await screens.sound();
    await drawer.getByRole('button', { name: '关闭' }).click();
    await open('first');
    await page.getByText('已印发', { exact: true }).first().waitFor();
  });

  it('makes one case of two, with the people of both', async () => {
    await open('absorbed');
    const drawer = await more('并案');
    await drawer.getByLabel('并入哪一件事项').fill('wlx');
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: numberOf('into') })
      .click();
    await drawer.getByLabel('并案理由').fill('同一次值班的两个人');
    await screens.sound();
    await screens.send(drawer, '并案');
    await page.getByRole('heading', { name: new RegExp(`^${numberOf('into')}`) }).waitFor();
    await screens.tab('概况');
    await page.getByRole('link', { name: numberOf('absorbed') }).waitFor();
    await page.getByText('当事人（2）').waitFor();
    await screens.sound();
  });

  it('parts it again', async () => {
    const drawer = await more('分案');
    await drawer.getByRole('checkbox', { name: /^钱学礼/ }).check();
    await drawer.getByLabel('分案理由').fill('情节不同，分别办理');
    await screens.send(drawer, '分案');
    await page.getByRole('heading', { name: /^问责〔\d+〕6号/ }).waitFor();
    await screens.tab('概况');
    await page.getByRole('link', { name: numberOf('into') }).waitFor();
    await page.getByText('当事人（1）').waitFor();
  });

  it('moves a term on with its reason, and keeps a note that is not printed', async () => {
    await page.getByRole('button', { name: named('延长：办理期限') }).click();
    const drawer = screens.dialog('延长期限');
    const until = addDays(dayOfMs(Date.now()), 60);
    await drawer.getByLabel('延长到').fill(until.replaceAll('-', ''));
    await drawer.getByLabel('延长理由').fill('等待门卫返校核实');
    await drawer.getByLabel('批准人').fill('李建国');
    await screens.sound();
    await screens.send(drawer, '延长期限');
    await page
      .getByText(`${formatDay(until)}止`, { exact: false })
      .first()
      .waitFor();
    await page
      .getByText(/李建国批准：等待门卫返校核实/)
      .first()
      .waitFor();
    const note = await more('添加内部备注');
    await note.getByLabel('备注', { exact: true }).fill('门卫周五返校');
    await screens.send(note, '保存备注');
    await screens.tab('内部备注');
    await page.getByText('门卫周五返校').waitFor();
    await page.getByText('内部备注不打印、不对外').waitFor();
    await screens.sound();
  });

  it('takes a case back and up again, each with its reason', async () => {
    const drawer = await more('撤销事项');
    await drawer.getByLabel('撤销原因').fill('重复登记');
    await screens.send(drawer, '撤销事项');
    await page.getByText('已撤销', { exact: true }).first().waitFor();
    await screens.sound();
    const again = await more('重新办理');
    await again.getByLabel('重新办理的理由').fill('不是重复登记');
    await screens.send(again, '重新办理');
    await page.getByText('已核实', { exact: true }).first().waitFor();
    for (const tab of [
      '概况',
      '调查',
      '证据',
      '告知与申辩',
      '决定',
      '文书',
      '送达',
      '整改与执行',
      '处理期间',
    ]) {
      await screens.tab(tab);
      await screens.sound();
    }
    expect(screens.errors).toEqual([]);
  });
});
