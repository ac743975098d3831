import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

describe('the first run', () => {
  let dir: string;
  let app: ServedApp;
  let browser: Browser;
  let page: Page;
  const consoleErrors: string[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mingze-e2e-'));
    app = await serveApp(dir);
    browser = await openBrowser();
    page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    page.on('pageerror', (error) => consoleErrors.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('asks for the school and the first administrator, and says at the field what is wrong', async () => {
    await page.goto(app.url);
    await page.getByRole('heading', { name: '建立学校' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '下一步：管理员' }).click();
    await page.getByText('处需要修改').waitFor();
    await page.getByLabel('学校全称').fill('青禾市第一中学');
    await page.getByLabel('发文机关代字').fill('青一中');
    await page.getByLabel('主管教育部门').fill('青禾市教育局');
    await page.getByLabel('学校类型').click();
    await page.getByTitle('初级中学').click();
    await page.getByRole('button', { name: '下一步：管理员' }).click();

    await page.getByLabel('管理员姓名').fill('周敏');
    await page.getByLabel('登录名').fill('zhoumin');
    await page.getByLabel('密码', { exact: true }).fill('correct horse 9');
    await page.getByLabel('再输入一次密码').fill('correct horse 8');
    await page.getByRole('button', { name: '下一步：确认' }).click();
    await page.getByText('两次输入的密码不一致').first().waitFor();
    await page.getByLabel('再输入一次密码').fill('correct horse 9');
    await page.getByRole('button', { name: '下一步：确认' }).click();

    await page.getByText('青一中〔年份〕序号').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '建立学校' }).click();
    await page.getByRole('heading', { name: /周敏/ }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('gives a colleague a user with a temporary password that has to be changed', async () => {
    await page.goto(new URL('#/system/accounts', page.url()).href);
    await page.getByRole('button', { name: /新建用户/ }).click();
    const dialog = page.getByRole('dialog', { name: '新建用户' });
    await dialog.getByLabel('姓名', { exact: true }).fill('林芳');
    await dialog.getByLabel('登录名', { exact: true }).fill('linfang');
    await dialog.getByRole('checkbox', { name: /办公室/ }).check();
    expect(await seriousViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '新建用户' }).click();
    const shown = await dialog.locator('output').innerText();
    expect(shown.trim().length).toBeGreaterThanOrEqual(8);
    await dialog.getByRole('button', { name: '已经记下' }).click();
    await page.getByRole('cell', { name: '林芳' }).waitFor();
  });

  it('begins at 今日 after a login, not on the page that was left', async () => {
    await page.getByRole('button', { name: /^用户[:：]/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    // The page that is left has fields of the same names.
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await page.getByLabel('登录名').fill('zhoumin');
    await page.getByLabel('密码', { exact: true }).fill('correct horse 9');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: /周敏/ }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/');
    // A reload of the screens, on the other hand, stays where it is.
    await page.goto(new URL('#/system/accounts', page.url()).href);
    await page.reload();
    await page.getByRole('cell', { name: '林芳' }).waitFor();
  });

  it('left no error in the browser', () => {
    expect(consoleErrors).toEqual([]);
  });
});
