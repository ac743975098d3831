import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceRow } from '../../renderer/ui/files/evidence-row.ts';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { startPartsHost, type PartsHost } from '../support/parts-host.ts';
import { fileOf, samplePdf, samplePng } from '../support/sample-files.ts';
import type { ShowRegister } from '../support/parts-page/main.tsx';

const pdf = Buffer.from(samplePdf(['检查记录']));
const png = Buffer.from(samplePng(40, 30));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const row = (number: number, title: string, bytes: Buffer, name: string): EvidenceRow => ({
  key: hashOf(bytes),
  number,
  title,
  kind: number === 1 ? '书证' : '物证照片',
  origin: '原件',
  source: '七年级组',
  takenBy: '李明',
  takenOn: '2026-11-20',
  file: { hash: hashOf(bytes), name, mime: '', size: bytes.length },
});

const two: ShowRegister = {
  rows: [row(1, '教案检查记录', pdf, '检查记录.pdf'), row(2, '教案照片', png, '教案.png')],
  files: { [hashOf(pdf)]: fileOf('检查记录.pdf', pdf), [hashOf(png)]: fileOf('教案.png', png) },
  seal: null,
  mayAdd: true,
};

describe('the register of evidence', () => {
  let host: PartsHost;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    host = await startPartsHost();
    browser = await openBrowser();
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });
  beforeEach(async () => {
    await page.goto(host.url);
    await page.waitForFunction('typeof window.showRegister === "function"');
    await page.evaluate('sessionStorage.clear()');
  });

  const show = (shown: ShowRegister): Promise<void> =>
    page.evaluate((given) => window.showRegister?.(given), shown);
  const add = (...files: { name: string; buffer: Buffer }[]): Promise<void> =>
    page
      .locator('input[type=file]')
      .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));

  it('names every piece, its hash whole on hover', async () => {
    await show(two);
    const [first] = await page.getByRole('row', { name: '教案检查记录' }).all();
    expect(await first?.innerText()).toMatch(
      /1\s+教案检查记录\s+书证\s+原件\s+七年级组\s+李明\s+2026年11月20日/,
    );
    expect(await first?.locator('code').getAttribute('title')).toBe(`SHA-256：${hashOf(pdf)}`);
    expect(await first?.locator('code').innerText()).toBe(`${hashOf(pdf).slice(0, 8)}…`);
  });

  it('is gone through by keyboard, each file opened in place', async () => {
    await show(two);
    await page.getByRole('row', { name: '教案检查记录' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.mz-viewer-stage').getByText('检查记录').waitFor();
    await page.getByText('与登记时一致').waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('img', { name: '教案.png' }).waitFor();
    expect(await page.getByRole('button', { name: '下一份' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('takes files in one by one and knows what it has', async () => {
    await show({ rows: [], files: {}, seal: null, mayAdd: true });
    const text = Buffer.from('谈话记录');
    await add(
      { name: '谈话.txt', buffer: text },
      { name: '照片.png', buffer: png },
      { name: '空.txt', buffer: Buffer.alloc(0) },
    );
    await page.getByRole('row', { name: /2 照片.png/ }).waitFor();
    const incoming = page.getByRole('region', { name: '正在添加的文件' });
    await incoming.getByText('这个文件是空的').waitFor();
    expect(await incoming.getByText('已添加').count()).toBe(2);

    await add({ name: '又一次.txt', buffer: text });
    await incoming.getByText('与第 1 号“谈话.txt”内容完全相同，没有重复登记。').waitFor();
    expect(await page.locator('tbody tr[data-row-key]').count()).toBe(2);
  });

  it('says what is too large, and tries again what was refused', async () => {
    await show({ rows: [], files: {}, seal: null, mayAdd: true });
    await add({ name: '监控.mp4', buffer: Buffer.alloc(21 * 1024 * 1024) });
    await page.getByText('超过 20 MB，程序里存不下').waitFor();
    expect(await page.getByRole('button', { name: /重试/ }).count()).toBe(0);
    await page.evaluate(() => {
      window.refuseFiles = '磁盘已满。';
    });
    await add({ name: '谈话.txt', buffer: Buffer.from('谈话') });
    await page.getByText('磁盘已满。').waitFor();
    await page.evaluate(() => {
      delete window.refuseFiles;
    });
    await page.getByRole('button', { name: '重试 谈话.txt' }).click();
    await page.getByRole('row', { name: /1 谈话.txt/ }).waitFor();
  });

  it('shows how far a file is, and lets go of what is given up', async () => {
    await show({ rows: [], files: {}, seal: null, mayAdd: true });
    await page.evaluate(() => {
      window.holdFiles = true;
    });
    await add(
      { name: '监控.mp4', buffer: Buffer.from('录像') },
      { name: '谈话.txt', buffer: Buffer.from('谈话') },
    );
    const bar = page.getByRole('progressbar', { name: '监控.mp4 的进度' });
    await expect.poll(() => bar.getAttribute('aria-valuenow')).toBe('50');
    await page.getByRole('button', { name: '取消 谈话.txt' }).click();
    await page.getByRole('button', { name: '取消 监控.mp4' }).click();
    await bar.waitFor({ state: 'detached' });
    expect(await page.getByText('已取消，没有登记。').count()).toBe(2);
    await page.evaluate(() => {
      delete window.holdFiles;
    });
    await page.getByRole('button', { name: '重试 监控.mp4' }).click();
    await page.getByRole('row', { name: /1 监控.mp4/ }).waitFor();
    expect(await page.locator('tbody tr[data-row-key]').count()).toBe(1);
  });

  it('says when a file cannot be read', async () => {
    await show({ ...two, files: {} });
    await page.getByRole('row', { name: '教案照片' }).click();
    await page.getByText('这份附件在磁盘上已损坏。').waitFor();
    await page.getByRole('button', { name: '重试' }).waitFor();
  });

  it('shows that it is sealed and takes nothing more', async () => {
    await show({ ...two, seal: { at: '2026-11-24T02:00:00.000Z', reason: '调查报告已通过' } });
    await page.getByText('2026年11月24日 10:00 调查报告已通过。').waitFor();
    expect(await page.getByRole('button', { name: '添加证据' }).count()).toBe(0);
    expect(await page.locator('input[type=file]').count()).toBe(0);
    expect(await page.getByRole('row', { name: '教案照片' }).count()).toBe(1);
  });

  it('can be read by all, light and dark, open and empty', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.reload();
      await show({ rows: [], files: {}, seal: null, mayAdd: true });
      await page.getByText('把证据文件拖到这里').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.reload();
      await show({ ...two, seal: { at: '2026-11-24T02:00:00.000Z', reason: '调查报告已通过' } });
      await page.getByRole('row', { name: '教案照片' }).click();
      await page.getByText('与登记时一致').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
});
