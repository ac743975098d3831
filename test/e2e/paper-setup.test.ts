import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { foundSchool } from '../support/school-acts.ts';
import { download, openPage, press, sheetRows, wordText } from '../support/screen-acts.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

describe('what papers are printed on and made from, on screen', () => {
  let dir: string;
  let app: ServedApp;
  let browser: Browser;
  let page: Page;
  const pageErrors: string[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mingze-e2e-'));
    app = await serveApp(join(dir, 'data'));
    browser = await openBrowser();
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    page.on('pageerror', (error) => pageErrors.push(error.message));
    await page.goto(app.url);
    await foundSchool(page);
  });
  afterAll(async () => {
    expect(pageErrors).toEqual([]);
    await browser.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const sheet = () => page.getByRole('region', { name: '文书页面' });

  it('shows the red head at once, leaves it out for red paper, and says where a length cannot be', async () => {
    await openPage(page, '/papers/letterhead');
    await sheet().getByText('青禾市第一中学文件').waitFor();
    await page.getByLabel('红头文字').fill('青禾一中文件');
    await sheet().getByText('青禾一中文件').waitFor();

    await page.getByText('套打红头纸', { exact: true }).click();
    await sheet().getByText('青禾一中文件').waitFor({ state: 'detached' });
    await sheet()
      .getByText(/^青一中〔\d{4}〕1号$/)
      .waitFor();
    const measure = page.getByLabel('文件纸：上边缘到红线');
    expect(await measure.inputValue()).toBe('124.0');
    await measure.fill('200');
    await press(page, '保存');
    await page.getByText('不能大于').first().waitFor();
    await measure.fill('120.5');
    await press(page, '保存');
    await page.getByText('已保存公文用纸').waitFor();
    await page.reload();
    await page.getByLabel('文件纸：上边缘到红线').waitFor();
    expect(await page.getByLabel('文件纸：上边缘到红线').inputValue()).toBe('120.5');
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('shows a sample of every form', async () => {
    for (const [name, words] of [
      ['请示', '签发人：'],
      ['函', '关于商请'],
      ['会议纪要', '出席'],
    ] as const) {
      await page.getByText(name, { exact: true }).click();
      await sheet().getByText(words).first().waitFor();
    }
  });

  it('refuses a .docx in words, takes the house form changed, and goes back to the house form', async () => {
    await openPage(page, '/papers/templates');
    await page.getByText('诫勉谈话记录', { exact: true }).click();
    const house = await download(page, page.getByRole('button', { name: '下载通用格式' }));
    expect(house.name).toBe('诫勉谈话记录（通用格式）.docx');
    expect(await wordText(house.bytes)).toContain('{{谈话人}}');

    const own = await JSZip.loadAsync(house.bytes);
    const document = (await own.file('word/document.xml')?.async('string')) ?? '';
    const upload = async (name: string, xml: string): Promise<void> => {
      own.file('word/document.xml', xml);
      const path = join(dir, name);
      await writeFile(path, await own.generateAsync({ type: 'uint8array' }));
      await page.locator('input[type="file"]').setInputFiles(path);
    };
    await upload('错的.docx', document.replace('{{谈话人}}', '{{谈话入}}'));
    const alert = page.getByRole('alert').filter({ hasText: '还不能用' });
    await alert.getByText('{{谈话人}}').waitFor();
    await alert.getByText('{{谈话入}}').waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    await upload('学校的.docx', document.replace('诫勉谈话记录', '本校诫勉谈话记录'));
    await page.getByText('检查通过').waitFor();
    await sheet().getByText('本校诫勉谈话记录').waitFor();
    await sheet().getByText('王某某（总务处安全管理员）').first().waitFor();
    await press(page, '启用这个格式');
    await page.getByText('已改用学校自己的格式').waitFor();

    await page.getByRole('tab', { name: /历次版本/ }).click();
    await sheet().getByText('本校诫勉谈话记录').last().waitFor();
    await press(page, '改回通用格式');
    await press(page.locator('.ant-modal'), '改回通用格式');
    await page.getByText('已改回通用格式').waitFor();
    await page.getByRole('button', { name: '关闭', exact: true }).click();
    await page.getByRole('row', { name: /诫勉谈话记录.*通用格式/ }).waitFor();
  });

  it('hands out the list of forms as it is seen', async () => {
    await page.getByPlaceholder('文书名称').fill('处分');
    const { bytes } = await download(page, page.getByRole('button', { name: /^导出/ }));
    const names = (await sheetRows(bytes)).map((row) => row[1] ?? '').filter((name) => name.includes('处分'));
    expect(names).toContain('处分决定');
    expect(names).not.toContain('诫勉谈话记录');
  });
});
