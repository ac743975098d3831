import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { startPartsHost, type PartsHost } from '../support/parts-host.ts';

describe('parts of the screens by themselves', () => {
  let host: PartsHost;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    host = await startPartsHost();
    browser = await openBrowser();
    page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });
  beforeEach(async () => {
    await page.goto(host.url);
    await page.waitForFunction('typeof window.showPart === "function"');
  });

  it('says in a list that can be read by all that nobody was found', async () => {
    await page.evaluate(() => window.showPart?.('person'));
    const field = page.getByRole('combobox', { name: '经办人' });
    await field.fill('查无此人');
    await page.getByText('没有这个人。可以试试拼音首字母或工号。').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await page.locator('.ant-select-content-has-value').count()).toBe(0);
    await field.fill('王');
    await page.getByText('T001').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.ant-select-content-has-value', { hasText: '王芳' }).waitFor();
    expect(await page.getByRole('button', { name: '清除', exact: true }).count()).toBe(1);
  });

  it('copies a password where every permission is refused', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('denied')) },
      });
      window.showPart?.('password');
    });
    await page.getByRole('button', { name: '复制', exact: true }).click();
    await page.getByRole('button', { name: '已复制', exact: true }).waitFor();
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('textarea'), { id: 'paper' }));
    });
    await page.locator('#paper').focus();
    await page.keyboard.press('Control+V');
    expect(await page.locator('#paper').inputValue()).toBe('qing-he-2026');
  });

  it('says when a password could not be copied, and marks it', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('denied')) },
      });
      Object.assign(document, { execCommand: () => false });
      window.showPart?.('password');
    });
    await page.getByRole('button', { name: '复制', exact: true }).click();
    await page.getByText('没有复制成功。').waitFor();
    expect(await page.evaluate('window.getSelection().toString()')).toBe('qing-he-2026');
    expect(await seriousViolations(page)).toEqual([]);
  });
});
