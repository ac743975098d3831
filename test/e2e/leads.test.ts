import { rm } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { openDesk, testClock } from '../support/harness.ts';
import { populate, PUPIL, signIn, SOURCE } from '../support/lead-desk.ts';
import { named, openPage, pick, press } from '../support/screen-acts.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

describe('a lead, on the screens', () => {
  let dir: string;
  let app: ServedApp;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  const sound = async (): Promise<void> => {
    await expect.poll(() => seriousViolations(page), { timeout: 4000, interval: 300 }).toEqual([]);
  };
  const dialog = (name: string): Locator => page.getByRole('dialog', { name: named(name) });
  const enter = async (accountName: string): Promise<void> => {
    await page.getByLabel('登录名').fill(accountName);
    await page.getByLabel('密码', { exact: true }).fill(`own words of ${accountName}`);
    await press(page, '登录');
    await page.getByRole('button', { name: /^用户[:：]/ }).waitFor();
    await openPage(page, '/');
  };
  const leave = async (): Promise<void> => {
    await page.getByRole('button', { name: /^用户[:：]/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByLabel('登录名').waitFor();
  };
  const tab = (name: RegExp): Promise<void> => page.getByRole('tab', { name }).click();

  beforeAll(async () => {
    const desk = await openDesk({ clock: testClock(Date.now()) });
    dir = desk.dir;
    const admin = await desk.everyone();
    await populate(desk);
    await signIn(desk, admin, { accountName: 'bangongshi', name: '刘芳', roles: ['office'], staffId: 'liu' });
    await signIn(desk, admin, { accountName: 'xiaozhang', name: '李建国', roles: ['principal'] });
    await desk.app().close();
    app = await serveApp(dir);
    browser = await openBrowser();
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(app.url);
    await enter('bangongshi');
  });

  afterAll(async () => {
    await browser.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('is taken in, and nobody on the page can tell who reported it', async () => {
    await openPage(page, '/leads/new');
    await page.getByLabel('反映的内容').fill(`${SOURCE}来电：值班老师晚上离岗，宿舍楼有学生受伤没人管。`);
    await pick(page.getByRole('main'), '涉及的教职工（可选）', '王立新', 'wlx');
    await pick(page.getByRole('main'), '涉及的学生（可选）', PUPIL, PUPIL);
    await page.getByLabel('来源姓名').fill(SOURCE);
    await page.getByLabel('联系方式').fill('13977665544');
    await sound();
    await page.keyboard.press('Control+Enter');
    await page.getByText('内容里的来源姓名已改为“反映人”').waitFor();
    await page.getByRole('heading', { name: /^线索〔\d{4}〕1号$/ }).waitFor();
    await page.getByText('反映人来电：值班老师晚上离岗').first().waitFor();
    for (const name of [/^来源/, /^处理/, /^附件/, /^内部备注/, /^内容/]) {
      await tab(name);
      await sound();
      expect(await page.locator('body').innerText()).not.toContain(SOURCE);
    }
    // What was typed of the source is on this PC no longer, and never was in a draft.
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(SOURCE);
  });

  it('opens its source to one person only after another has agreed, and says so', async () => {
    await tab(/^来源/);
    await press(page, '申请查看');
    await page.getByLabel('查看理由').fill('需要回访补充事发经过');
    await press(dialog('申请查看来源'), '提出申请');
    await page.getByText('等待同意').waitFor();
    expect(await page.getByRole('button', { name: '查看来源' }).count()).toBe(0);

    await leave();
    await enter('xiaozhang');
    await page.getByRole('link', { name: /同意查看来源/ }).click();
    await tab(/^来源/);
    await press(page, '同意或不同意');
    await dialog('同意或不同意查看来源').getByRole('radio', { name: '同意', exact: true }).check();
    await press(dialog('同意或不同意查看来源'), '答复申请');
    await page.getByText('已同意', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '查看来源' }).count()).toBe(0);

    await leave();
    await enter('bangongshi');
    await page.getByRole('region', { name: '待办线索' }).getByRole('link', { name: /研判/ }).click();
    await tab(/^来源/);
    await press(page, '查看来源');
    await dialog('来源信息').getByText(SOURCE).waitFor();
    await sound();
    await dialog('来源信息').getByRole('button', { name: '关闭' }).click();
    await page.getByText('查看了来源信息').waitFor();
  });

  it('is judged and becomes a case', async () => {
    await page.getByRole('button', { name: /^下一步[:：]研判$/ }).click();
    const form = dialog('研判');
    await form.getByRole('radio', { name: /^立为问责事项/ }).check();
    await form.getByLabel('研判意见').fill('初步核实属实，应当追究值班责任。');
    await pick(form, '问责事由', '值班', '值班');
    await sound();
    await press(form, '登记问责事项');
    await page.getByRole('link', { name: /^问责〔\d{4}〕1号$/ }).waitFor();
    await page.getByText('已立为问责事项').first().waitFor();
  });

  it('without a name gives a code once, which tells how it stands', async () => {
    await openPage(page, '/leads/new');
    await page.getByText('匿名', { exact: true }).click();
    await page.getByLabel('来源姓名').waitFor({ state: 'detached' });
    await page.getByLabel('反映的内容').fill('食堂打饭窗口有人插队，值日老师不管。');
    await press(page, '登记线索');
    const receipt = dialog('请把查询码交给反映人');
    const code = await receipt.getByRole('status', { name: '查询码' }).innerText();
    expect(code).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    await receipt.getByText(code).nth(1).waitFor();
    await sound();
    await receipt.getByRole('checkbox', { name: '已经交给反映人' }).check();
    await press(receipt, '完成，打开线索');
    await page.getByRole('heading', { name: /^线索〔\d{4}〕2号$/ }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(code);

    await openPage(page, '/leads');
    expect(await page.locator('body').innerText()).not.toContain(PUPIL);
    await page.getByRole('cell', { name: /端木\*\*/ }).waitFor();
    await press(page, '凭码查询');
    await page.getByRole('textbox', { name: '查询码' }).fill(code.toLowerCase());
    await press(dialog('凭查询码查询'), '查询');
    await page.getByText('已收到，正在研究').waitFor();
    await sound();
    expect(errors).toEqual([]);
  });
});
