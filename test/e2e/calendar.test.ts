import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, formatDay, weekdayOf, yearOf } from '../../shared/kernel/dates.ts';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { openPage, press } from '../support/screen-acts.ts';
import { foundSchool } from '../support/school-acts.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

/** A year whose notice nobody has yet. */
const year = yearOf(dayOfMs(Date.now())) + 2;

const firstSundayOf = (month: string): string => {
  const first = `${String(year)}-${month}-01`;
  return addDays(first, (7 - weekdayOf(first)) % 7);
};
const sunday = firstSundayOf('03');
const monday = addDays(sunday, 1);

describe("a year's days off, on the screens", () => {
  let dir: string;
  let app: ServedApp;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  const sound = async (): Promise<void> => {
    // Colours that are still fading from one state into the next are no finding.
    await expect.poll(() => seriousViolations(page), { timeout: 4000, interval: 300 }).toEqual([]);
  };
  const onDay = (day: string) => page.getByRole('button', { name: new RegExp(`^${formatDay(day)} `) });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mingze-calendar-'));
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
    await foundSchool(page);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('are estimated until somebody pastes the notice, which is read and looked over before it is kept', async () => {
    await openPage(page, `/calendar/years?year=${String(year)}`);
    await page.getByText('年的放假安排还没有录入').waitFor();
    await page.getByRole('button', { name: '粘贴或导入' }).click();
    await page.getByLabel('通知的文字').fill(`元旦：1月1日放假。${formatDay(sunday).slice(5)}（周日）上班。`);
    await page.getByText('认出放假 1 天，补班 1 天。').waitFor();
    await sound();
    await press(page, '填入日历，核对后再保存');
    await page.getByText(/法定节假日没有登记为放假/).waitFor();
    expect(await onDay(sunday).innerText()).toContain('补班');
  });

  it('are corrected by clicks and by keys, and what was not saved is there when one comes back', async () => {
    await onDay(monday).click();
    await expect.poll(() => onDay(monday).innerText()).toContain('放假');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => onDay(addDays(monday, 1)).innerText()).toContain('放假');
    await sound();
    // The draft is written a moment after the last change.
    await page.waitForTimeout(500);
    await openPage(page, '/');
    await openPage(page, `/calendar/years?year=${String(year)}`);
    await page.getByText(/已恢复上次没有保存的修改/).waitFor();
    await press(page, '保存安排');
    await page.getByLabel('依据的通知').fill('放假安排的通知');
    await sound();
    await press(page.getByRole('dialog'), '保存安排');
    await page.getByText(/^第 1 版：放假 3 天，补班 1 天/).waitFor();
  });

  it('stand in the calendar of deadlines, which the keys go through', async () => {
    await openPage(page, `/deadlines?on=${addDays(sunday, -1)}`);
    const cell = (day: string) => page.getByRole('gridcell', { name: new RegExp(`^${formatDay(day)}，`) });
    await cell(addDays(sunday, -1)).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => cell(sunday).getAttribute('tabindex')).toBe('0');
    expect(await cell(sunday).innerText()).toContain('补班');
    await expect.poll(() => cell(sunday).evaluate((one) => one.matches(':focus'))).toBe(true);
    await sound();
    await page.keyboard.press('Enter');
    await page.getByText('这一天没有到期的期限').waitFor();
    await sound();
    expect(errors).toEqual([]);
  });
});
