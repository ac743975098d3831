import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { startPartsHost, type PartsHost } from '../support/parts-host.ts';
import {
  fileOf,
  hostileDocx,
  sampleDocx,
  sampleGbk,
  sampleMp3,
  samplePdf,
  samplePng,
  sampleXlsx,
  scannedPdf,
} from '../support/sample-files.ts';
import { download } from '../support/screen-acts.ts';

describe('files opened inside the program', () => {
  let host: PartsHost;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    host = await startPartsHost();
    browser = await openBrowser();
    page = await browser.newPage({
      viewport: { width: 1180, height: 740 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Permissions policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(host.url))
        complaints.push(request.url());
    });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });
  beforeEach(async () => {
    await page.goto(host.url);
    await page.waitForFunction('typeof window.showFile === "function"');
    // Every address that is given out has to be taken back.
    await page.evaluate(() => {
      const open = new Set<string>();
      const create = URL.createObjectURL.bind(URL);
      const revoke = URL.revokeObjectURL.bind(URL);
      Object.assign(window, { openUrls: open });
      URL.createObjectURL = (blob: Blob) => {
        const url = create(blob);
        open.add(url);
        return url;
      };
      URL.revokeObjectURL = (url: string) => {
        open.delete(url);
        revoke(url);
      };
    });
  });

  const show = async (file: FileContent | null, registeredHash?: string): Promise<void> => {
    await page.evaluate(
      (shown) => window.showFile?.(shown),
      file && { file, ...(registeredHash === undefined ? {} : { registeredHash }) },
    );
  };
  const stage = () => page.locator('.mz-viewer-stage');
  const openUrls = (): Promise<unknown> => page.evaluate('window.openUrls.size');

  it('shows a PDF in Chinese without embedded fonts, and turns, enlarges and rotates it by keyboard', async () => {
    await show(fileOf('会议纪要.pdf', samplePdf(['第一页', '第二页', '第三页'])));
    await stage().getByText('第一页').waitFor();
    expect(await page.getByRole('region', { name: '第 1 页，共 3 页' }).count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await stage().getByText('第二页').waitFor();
    await page.keyboard.press('End');
    await stage().getByText('第三页').waitFor();
    expect(await page.getByRole('button', { name: '下一页' }).isDisabled()).toBe(true);
    await page.keyboard.press('PageUp');
    await stage().getByText('第二页').waitFor();

    const width = async (): Promise<number> => (await page.locator('.mz-pdf-page').boundingBox())?.width ?? 0;
    const fitted = await width();
    await page.keyboard.press('-');
    await expect.poll(width).toBeLessThan(fitted);
    await page.keyboard.press('0');
    await expect.poll(width).toBe(fitted);
    await page.keyboard.press('r');
    await expect
      .poll(async () => {
        const box = await page.locator('.mz-pdf-page').boundingBox();
        return box !== null && box.width > box.height;
      })
      .toBe(true);
    await page.getByRole('spinbutton', { name: '页码' }).fill('3');
    await stage().getByText('第三页').waitFor();
  });

  it('draws scans in JPEG 2000 without compiling code', async () => {
    await show(fileOf('扫描件.pdf', scannedPdf()));
    await page.locator('.mz-pdf-page canvas').waitFor();
    const colour = await page.locator('.mz-pdf-page canvas').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return [];
      const { data } = canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1) ?? {};
      return Array.from(data ?? []);
    });
    expect(colour).toEqual([200, 50, 43, 255]);
  });

  it('runs no script of a PDF', async () => {
    const script = "/OpenAction << /S /JavaScript /JS (app.alert\\('hi'\\); this.submitForm\\('x'\\)) >>";
    const dialogs: string[] = [];
    page.once('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await show(fileOf('带脚本.pdf', samplePdf(['正文'], script)));
    await stage().getByText('正文').waitFor();
    expect(dialogs).toEqual([]);
  });

  it('shows a picture, turns and enlarges it, and gives its address back', async () => {
    await show(fileOf('照片.dat', samplePng(1600, 900)));
    const picture = page.getByRole('img', { name: '照片.dat' });
    await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(500);
    const before = await picture.boundingBox();
    await page.keyboard.press('r');
    await expect
      .poll(async () => (await picture.boundingBox())?.height ?? 0)
      .toBeGreaterThan(before?.width ?? 0);
    expect(await openUrls()).toBe(1);
    await show(null);
    await expect.poll(openUrls).toBe(0);
  });

  it('plays sound by keyboard, and gives its address back', async () => {
    await show(fileOf('录音.mp3', sampleMp3(400)));
    const player = page.locator('audio');
    await expect
      .poll(() => player.evaluate((audio: HTMLMediaElement) => audio.readyState))
      .toBeGreaterThan(0);
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => player.evaluate((audio: HTMLMediaElement) => audio.currentTime))
      .toBeGreaterThanOrEqual(5);
    await page.keyboard.press(' ');
    await expect.poll(() => player.evaluate((audio: HTMLMediaElement) => audio.paused)).toBe(false);
    await page.keyboard.press(' ');
    await expect.poll(() => player.evaluate((audio: HTMLMediaElement) => audio.paused)).toBe(true);
    await show(null);
    await expect.poll(openUrls).toBe(0);
  });

  it('plays film', async () => {
    const film = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      const type = ['video/mp4', 'video/webm'].find((one) => MediaRecorder.isTypeSupported(one)) ?? '';
      const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: type });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.start();
      for (let step = 0; step < 6; step += 1) {
        canvas.getContext('2d')?.fillRect(step * 20, 0, 20, 100);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await new Promise((resolve) => {
        recorder.onstop = resolve;
        recorder.stop();
      });
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      return { type, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
    });
    await show({ name: film.type === 'video/mp4' ? '录像.mp4' : '录像.webm', mime: '', base64: film.base64 });
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(0);
  });

  it('shows Word files, whose links and styles reach nothing', async () => {
    await show(fileOf('记录.docx', await sampleDocx()));
    await stage().getByText('第八周应有教案十五份').waitFor();
    await show(fileOf('点我.docx', await hostileDocx()));
    await stage().getByText('点击领取').click();
    expect(await page.title()).toBe('界面部件');
    expect(await stage().locator('a[href]').count()).toBe(0);
  });

  it('shows the cells of a workbook, hidden sheets too, as plain text', async () => {
    await show(fileOf('考勤.xlsx', await sampleXlsx()));
    await page.getByRole('row', { name: '2 王芳 2026年11月24日 2 4' }).waitFor();
    expect(await stage().getByText('<b>合并的格子</b>').count()).toBe(1);
    await stage().focus();
    await page.keyboard.press('PageDown');
    await stage().getByText('藏着的内容').waitFor();
    expect(await page.getByRole('tab', { name: '底稿（隐藏）' }).count()).toBe(1);
  });

  it('reads Chinese text in the encodings of this country', async () => {
    await show(fileOf('说明.txt', sampleGbk()));
    await stage().getByText('中文笔录').waitFor();
    expect(await page.getByText('GBK 编码').count()).toBe(1);
    await show(fileOf('页面.html', Buffer.from('<script>document.title="x"</script>正文')));
    await stage().getByText('<script>').waitFor();
    expect(await page.title()).toBe('界面部件');
  });

  it.each([
    ['坏的.pdf', Buffer.from('%PDF-1.7 nothing'), '内容已损坏'],
    ['坏的.png', Buffer.from('89504e470d0a1a0a00', 'hex'), '内容已损坏'],
    ['坏的.mp3', Buffer.from('no sound'), '放不出来'],
    ['坏的.docx', Buffer.from('no zip'), '内容已损坏'],
    ['坏的.xlsx', Buffer.from('no zip'), '内容已损坏'],
    ['空的.txt', Buffer.alloc(0), '里面没有内容'],
    ['照片.heic', Buffer.from('0000001c667479706865696300000000', 'hex'), '另存为 .jpg'],
    ['旧的.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .docx'],
    ['程序.exe', Buffer.from('MZ'), '不认识'],
  ])('says of %s why it is not shown, and saves it all the same', async (name, bytes, why) => {
    await show(fileOf(name, bytes));
    await stage().getByText(why).waitFor();
    expect(await stage().locator('dd').allInnerTexts()).toContain(name);
    await expect.poll(() => stage().locator('.mz-unshown-hash').innerText()).toMatch(/^[0-9a-f]{64}$/);
    const saved = await download(page, page.getByRole('button', { name: '另存为' }));
    expect(saved.name).toBe(name);
    expect(saved.bytes.equals(bytes)).toBe(true);
  });

  it('says whether these are the bytes that were registered', async () => {
    const file = fileOf('说明.txt', Buffer.from('abc'));
    await show(file, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    await page.getByText('与登记时一致').waitFor();
    await show(file, '0'.repeat(64));
    await page.getByText('与登记时不一致').waitFor();
  });

  it('can be read by all, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const file of [
        fileOf('会议纪要.pdf', samplePdf(['第一页', '第二页'])),
        fileOf('考勤.xlsx', await sampleXlsx()),
        fileOf('照片.heic', Buffer.from('00')),
      ]) {
        await show(file);
        await expect.poll(() => stage().innerText()).toMatch(/第一页|王芳|另存为/);
        expect(await seriousViolations(page)).toEqual([]);
      }
    }
  });

  it('asks nobody outside, and breaks no policy', () => expect(complaints).toEqual([]));
});
