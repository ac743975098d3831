import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousViolations } from './axe.ts';
import { hirePeople } from './case-people.ts';
import { openBrowser } from './chromium.ts';
import { administrator, openDesk, testClock, type Caller, type TestDesk } from './harness.ts';
import { named, openPage, pick, press } from './screen-acts.ts';
import { serveApp, type ServedApp } from './served-app.ts';

/** A school with people in a browser, as the tests of the routes of a case begin with it. */
export interface CaseScreens {
  readonly page: Page;
  /** What went wrong in the browser: a clean run leaves nothing. */
  readonly errors: string[];
  dialog(name: string): Locator;
  tab(name: string): Promise<void>;
  /** Opens what the head of the case offers as the next step. */
  next(act: string): Promise<Locator>;
  /** Presses the button that sends a drawer off, and waits until it is gone. */
  send(drawer: Locator, button: string): Promise<void>;
  /** Fails with what axe finds serious. With MINGZE_PICTURES=DIR, what was judged is kept there as a picture. */
  sound(): Promise<void>;
  /** Ends the app in the browser and opens the same folder for calls. */
  reopen(): Promise<Caller>;
  close(): Promise<void>;
}

const pictures = process.env['MINGZE_PICTURES'];

/**
 * Founds a school, lets `prepare` put in what the test is not about, and stands before 今日 as the administrator, who holds
 * every role.
 */
export const openCaseScreens = async (
  name: string,
  prepare: (one: Caller, desk: TestDesk) => Promise<unknown> = () => Promise.resolve(),
): Promise<CaseScreens> => {
  const desk = await openDesk({ clock: testClock(Date.now()) });
  const one = await desk.everyone();
  await hirePeople(desk);
  await prepare(one, desk);
  await desk.app().close();
  const app: ServedApp = await serveApp(desk.dir);
  const browser: Browser = await openBrowser();
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(app.url);
  await page.getByLabel('登录名').fill(administrator.accountName);
  await page.getByLabel('密码', { exact: true }).fill(administrator.password);
  await press(page, '登录');
  await page.getByRole('button', { name: /^用户[:：]/ }).waitFor();
  await openPage(page, '/');

  let taken = 0;
  const dialog = (title: string): Locator => page.getByRole('dialog', { name: named(title) });
  let served = true;
  const stop = async (): Promise<void> => {
    if (served) await app.stop();
    served = false;
  };
  return {
    page,
    errors,
    dialog,
    tab: (title) => page.getByRole('tab', { name: new RegExp(`^${title}`) }).click(),
    async next(act) {
      await press(page, `下一步:${act}`);
      const drawer = dialog(act);
      await drawer.waitFor();
      return drawer;
    },
    async send(drawer, button) {
      await press(drawer, button);
      await drawer.waitFor({ state: 'hidden' });
    },
    async sound() {
      await expect.poll(() => seriousViolations(page), { timeout: 4000, interval: 300 }).toEqual([]);
      if (pictures === undefined) return;
      taken += 1;
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${String(taken).padStart(2, '0')}.png`) });
    },
    async reopen() {
      await stop();
      await desk.restart();
      return desk.everyone();
    },
    async close() {
      await browser.close();
      await stop();
      await desk.dispose();
    },
  };
};

/** A name, and what somebody types to find it. */
export type Called = readonly [name: string, typed: string];

/** Those of `hirePeople` who sit in a meeting. */
export const leaders: readonly Called[] = [
  ['李建国', 'ljg'],
  ['赵文静', 'zwj'],
  ['钱学礼', 'qxl'],
];

/** Calls the members one by one; the first is to preside, the second to keep the minutes. */
export const callMeeting = async (drawer: Locator, members: readonly Called[] = leaders): Promise<void> => {
  for (const [name, typed] of members) {
    await pick(drawer, '增加参加人员', name, typed);
    await drawer.getByRole('button', { name: `去掉${name}`, exact: true }).waitFor();
  }
  await drawer.getByLabel('会议地点').fill('行政楼会议室');
  const [chair, recorder] = members;
  if (!chair || !recorder) throw new RangeError('a meeting has at least two members');
  await pick(drawer, '主持人', chair[0]);
  await pick(drawer, '记录人', ...recorder);
};

/** Adds a measure for a person in the form of a decision, by keyboard. */
export const propose = async (drawer: Locator, person: string, measure: string): Promise<void> => {
  const field = drawer.getByLabel(`对${person}增加措施`);
  await field.fill(measure);
  await field.press('Enter');
  await drawer.getByRole('button', { name: `去掉${person}的${measure}` }).waitFor();
};
