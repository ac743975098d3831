import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseTabs } from '../../renderer/features/cases/parts/case-next.ts';
import { roles } from '../../shared/features/accounts/permissions.ts';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { buildDemoSchool, logInToDemo, settled, still, type DemoRecords } from '../support/demo-school.ts';
import { openPage } from '../support/screen-acts.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

/** Read as text, so that a new screen is looked at without anyone thinking of it; its page needs a browser. */
const tables = new URL('../../renderer/app/screens/', import.meta.url);
const table = (
  await Promise.all((await readdir(tables)).sort().map((file) => readFile(new URL(file, tables), 'utf8')))
).join('\n');
const screens = [...table.matchAll(/^ {4}path: '([^']+)',[^}]*?^ {4}access: '([^']+)'/gm)].map(
  ([, path, access]) => ({ path: path ?? '', access: access ?? '' }),
);
/** Nobody may see everything: what the principal may not is looked at as the administrator. */
const visitorOf = (access: string): 'xiaozhang' | 'admin' =>
  access === 'signed-in' || roles.principal.permissions.some((permission) => permission === access)
    ? 'xiaozhang'
    : 'admin';

/** So that the visitors change once. */
const inTurn = ['xiaozhang', 'admin'].flatMap((who) =>
  screens.filter(({ access }) => visitorOf(access) === who),
);

/** A record of the demo school for every screen that shows one. */
const recordFor: Readonly<Record<string, keyof DemoRecords>> = {
  '/cases/:id': 'decidedCase',
  '/papers/:id': 'paper',
  '/leads/:id': 'lead',
  '/appeals/:id': 'appeal',
  '/publicity/:id': 'publicity',
  '/publicity/:id/edit': 'publicityDraft',
  '/evaluation/cycles/:id': 'confirmedCycle',
  '/evaluation/cycles/:id/books': 'books',
  '/evaluation/cycles/:id/feedback/:subjectId': 'feedback',
  '/evaluation/cycles/:id/score/:groupId/:raterId': 'scoreSheet',
  '/evaluation/indicators/:id': 'indicators',
  '/archive/:id': 'archive',
  '/organisation/staff/:id': 'staff',
  '/organisation/pupils/:id': 'pupil',
  '/organisation/bodies/:id': 'body',
  '/duties/:id': 'duties',
};

/** Latin letters a Chinese school reads every day, and names that people typed themselves. */
const allowedWords = new Set([
  'Ctrl',
  'Enter',
  'Word',
  'Excel',
  'Shift',
  'xlsx',
  'docx',
  'admin',
  'xiaozhang',
  'bangongshi',
  'fuhe',
  'diaocha',
  'kaohe',
  'caiwu',
  'jiaoshi',
]);

/** One of each route: what a case shows depends on the way it goes. */
const casesOfRoutes: readonly (keyof DemoRecords)[] = [
  'ordinaryCase',
  'submittedCase',
  'pupilCase',
  'transferredCase',
];

/** Screens that are also looked at on the smallest display that is promised. */
const onSmallDisplay = ['/', '/cases/:id', '/evaluation/cycles/:id/score/:groupId/:raterId'];

describe('every screen over the demo school', () => {
  let dir: string;
  let records: DemoRecords;
  let app: ServedApp;
  let browser: Browser;
  let page: Page;
  let visitor = '';
  const pageErrors: string[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mingze-screens-'));
    records = await buildDemoSchool(dir);
    app = await serveApp(dir);
    browser = await openBrowser();
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    page.on('pageerror', (error) => pageErrors.push(error.message));
    await page.goto(app.url);
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const becomeVisitor = async (wanted: string): Promise<void> => {
    if (visitor === wanted) return;
    if (visitor !== '') {
      // On the start page no other field is named like those of the login.
      await openPage(page, '/');
      await settled(page);
      await page.getByRole('button', { name: /^用户：/ }).click();
      await page.getByRole('menuitem', { name: '退出登录' }).click();
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    }
    await logInToDemo(page, wanted);
    visitor = wanted;
  };

  const show = async (path: string): Promise<void> => {
    const record = recordFor[path];
    if (path.includes(':') && record === undefined) throw new Error(`say in recordFor what ${path} shows`);
    await becomeVisitor(visitorOf(screens.find((screen) => screen.path === path)?.access ?? ''));
    await openPage(page, record === undefined ? path : records[record]);
    await settled(page);
  };

  /** What is wrong with the screen as it stands. */
  const faults = async (): Promise<string[]> => {
    const text = await page.locator('body').innerText();
    // The beginnings of hashes are no words.
    const words = text.replace(/\b[0-9a-f]{8,12}\b(?!-)/g, '');
    const unwanted = [
      ...(text.match(/\d{4}-\d{2}-\d{2}/g) ?? []),
      ...(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/g) ?? []),
      ...(words.match(/[A-Za-z]{4,}/g) ?? []).filter((word) => !allowedWords.has(word)),
    ];
    const tooWide = await page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    return [
      ...new Set(unwanted),
      ...(tooWide === true ? ['wider than the display'] : []),
      ...(await seriousViolations(page)),
      ...pageErrors.splice(0),
    ];
  };

  const inBothModes = async (): Promise<string[]> => {
    const light = await faults();
    await page.emulateMedia({ colorScheme: 'dark' });
    await still(page);
    const dark = await faults();
    await page.emulateMedia({ colorScheme: 'light' });
    return [...light, ...dark.map((fault) => `dark: ${fault}`)];
  };

  it('finds the screens in the table', () => {
    expect(screens.length).toBeGreaterThan(25);
  });

  it.each(onSmallDisplay)('%s fits the smallest display', async (path) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.emulateMedia({ colorScheme: 'light' });
    await show(path);
    expect(await faults()).toEqual([]);
  });

  it.each(inTurn)(
    '$path stands in Chinese, fits and can be read by all, light and dark',
    async ({ path }) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.emulateMedia({ colorScheme: 'light' });
      await show(path);
      expect(await inBothModes()).toEqual([]);
    },
  );

  it.each(casesOfRoutes)('the %s can be read by all, tab by tab', async (record) => {
    await becomeVisitor('xiaozhang');
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.emulateMedia({ colorScheme: 'light' });
    await openPage(page, records[record]);
    await settled(page);
    const found: string[] = [];
    for (const { label } of caseTabs) {
      await page.getByRole('tab', { name: new RegExp(`^${label}`) }).click();
      await still(page);
      found.push(...(await inBothModes()).map((fault) => `${label}: ${fault}`));
    }
    expect(found).toEqual([]);
  });
});
