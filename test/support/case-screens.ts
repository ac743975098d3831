import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import {
  channels,
  type ChannelInput,
  type ChannelName,
  type ChannelOutput,
  type Channels,
} from '../../shared/channels.ts';
import type { ChannelSpec, OutputOf } from '../../shared/kernel/channel.ts';
import { seriousViolations } from './axe.ts';
import { hirePeople } from './case-people.ts';
import { openBrowser } from './chromium.ts';
import { administrator, openDesk, testClock, type Caller, type TestClock, type TestDesk } from './harness.ts';
import { named, openPage, press } from './screen-acts.ts';
import { serveApp } from './served-app.ts';

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
  /** Fails with what axe finds serious. With MINGZE_PICTURES=DIR, what was judged and the end are kept there as pictures. */
  sound(): Promise<void>;
  /** The same person without the screens: for what a test is not about. */
  readonly one: Pick<Caller, 'call'>;
  close(): Promise<void>;
}

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);
const readOutput = <S extends ChannelSpec>(spec: S, value: unknown): OutputOf<S> =>
  z.parse<S['output']>(spec.output, value);

/** Calls in the session of the page, as the page itself makes them. */
const callerOf = (page: Page): Pick<Caller, 'call'> => ({
  async call<C extends ChannelName>(channel: C, input: ChannelInput<C>): Promise<ChannelOutput<C>> {
    const response = await page.request.post(new URL(`/call/${channel}`, page.url()).href, { data: input });
    const answer = answerSchema.parse(await response.json());
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`);
    return readOutput<Channels[C]>(channels[channel], answer.value);
  },
});

const pictures = process.env['MINGZE_PICTURES'];

/**
 * Founds a school with people, lets `prepare` put in what the test is not about, and stands before 今日 as the administrator,
 * who holds every role. `name` names the pictures; `clock` tells the day on which all this is prepared, today if left out.
 */
export const openCaseScreens = async (
  name: string,
  prepare: (one: Caller, desk: TestDesk) => Promise<unknown> = () => Promise.resolve(),
  clock: TestClock = testClock(Date.now()),
): Promise<CaseScreens> => {
  const desk = await openDesk({ clock });
  const administers = await desk.everyone();
  await hirePeople(desk);
  await prepare(administers, desk);
  await desk.app().close();
  const app = await serveApp(desk.dir);
  const browser = await openBrowser();
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
  const keep = async (what: string): Promise<void> => {
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}-${what}.png`) });
  };
  const dialog = (title: string): Locator => page.getByRole('dialog', { name: named(title) });
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
      taken += 1;
      await keep(String(taken).padStart(2, '0'));
    },
    one: callerOf(page),
    async close() {
      await keep('end');
      await browser.close();
      await app.stop();
      await rm(desk.dir, { recursive: true, force: true });
    },
  };
};
