import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { download, openPage, press, wordText } from '../support/screen-acts.ts';

const today = dayOfMs(Date.now());

describe('duties, on the screens', () => {
  let screens: CaseScreens;

  beforeAll(async () => {
    screens = await openCaseScreens('duties');
  });
  afterAll(() => screens.close());

  it('are taken over from the library, and say what is missing', async () => {
    const { page } = screens;
    await openPage(page, '/duties');
    await page.getByText('还没有岗位职责').first().waitFor();
    await screens.sound();
    await page.getByRole('button', { name: '从库中采用' }).first().click();
    const drawer = screens.dialog('从职责库中采用');
    await drawer.getByText('班主任').first().waitFor();
    await drawer.getByLabel('从哪天起执行').fill(formatDay(addDays(today, -100)));
    await screens.sound();
    await drawer.getByRole('button', { name: /^采用所选/ }).click();
    await page.getByRole('cell', { name: '图书管理员岗位职责' }).waitFor();
    await page.getByText(/处缺口或重叠/).waitFor();
    await screens.sound();
  });

  it('are changed from a day on, and the difference is shown', async () => {
    const { page } = screens;
    await page.getByRole('cell', { name: '图书管理员岗位职责' }).click();
    await page.getByRole('heading', { name: '图书管理员岗位职责' }).first().waitFor();
    await press(page, '修改');
    const drawer = screens.dialog('修改：图书管理员岗位职责');
    await drawer.getByLabel('修改原因').fill('增加送书上门');
    await press(drawer, '增加一项');
    await press(drawer, '保存为新的一版');
    await drawer.getByText('第 5 行：请填写职责').first().waitFor();
    await screens.sound();
    await drawer.getByLabel('第 5 项职责').fill('每周向年级送书');
    await screens.send(drawer, '保存为新的一版');
    await page.getByText('增加：每周向年级送书').waitFor();
    await screens.sound();
  });

  it('stand on the page of a person, today and as they were, and go on paper', async () => {
    const { page } = screens;
    await openPage(page, '/organisation/staff/chen');
    const now = page.getByRole('table', { name: '图书管理员岗位职责' });
    await now.getByText('每周向年级送书').waitFor();
    await screens.sound();
    const day = page.getByLabel('看哪一天的职责');
    await day.fill(formatDay(addDays(today, -50)));
    await day.press('Enter');
    await now.getByText('每周向年级送书').waitFor({ state: 'detached' });
    const paper = await download(page, page.getByRole('button', { name: '岗位职责书' }));
    expect(await wordText(paper.bytes)).not.toContain('每周向年级送书');
    await press(page, '回到今天');
    await now.getByText('每周向年级送书').waitFor();
  });

  it('left no error in the browser', () => {
    expect(screens.errors).toEqual([]);
  });
});
