import { rm } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { openBrowser } from '../support/chromium.ts';
import { administrator, openDesk, testClock } from '../support/harness.ts';
import { download, openPage, press } from '../support/screen-acts.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

describe('the editor of an indicator system', () => {
  let dir: string;
  let app: ServedApp;
  let browser: Browser;
  let page: Page;
  let systemId: string;
  const errors: string[] = [];

  const sound = async (): Promise<void> => {
    await expect.poll(() => seriousViolations(page), { timeout: 4000, interval: 300 }).toEqual([]);
  };
  const handle = (name: string): Locator => page.getByRole('button', { name: `移动“${name}”`, exact: true });
  const row = (name: string): Locator => page.locator('tr[data-row]').filter({ has: handle(name) });
  /** Names of dimensions and indicators as they stand below each other. */
  const names = async (): Promise<string[]> => {
    const fields = await page.locator('tr[data-row] input[data-path$=".name"]').all();
    return Promise.all(fields.map((field) => field.inputValue()));
  };
  const type = async (text: string): Promise<void> => {
    await page.keyboard.type(text);
  };

  beforeAll(async () => {
    const desk = await openDesk({ clock: testClock(Date.now()) });
    dir = desk.dir;
    const one = await desk.everyone();
    const made = await one.call('evaluation.createSystem', { kind: 'department', name: '处室考核' });
    systemId = made.system.id;
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
    await page.getByLabel('登录名').fill(administrator.accountName);
    await page.getByLabel('密码', { exact: true }).fill(administrator.password);
    await press(page, '登录');
    await page.getByRole('button', { name: /^用户[:：]/ }).waitFor();
    await openPage(page, `/evaluation/indicators/${systemId}`);
    await page.getByRole('button', { name: '添加维度' }).waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('builds dimensions and indicators with the keyboard alone', async () => {
    await press(page, '添加维度');
    await type('履职');
    await page.keyboard.press('Enter');
    await type('计划');
    await page.keyboard.press('Enter');
    await type('落实');
    await page.keyboard.press('Shift+Enter');
    await type('安全');
    await page.keyboard.press('Enter');
    await type('隐患整改');
    expect(await names()).toEqual(['履职', '计划', '落实', '安全', '隐患整改']);
    await sound();
  });

  it('moves lines by keys, within a dimension and to another, and takes steps back and forward', async () => {
    await row('落实').locator('input').first().focus();
    await page.keyboard.press('Alt+ArrowUp');
    expect(await names()).toEqual(['履职', '落实', '计划', '安全', '隐患整改']);
    await page.keyboard.press('Alt+ArrowRight');
    expect(await names()).toEqual(['履职', '计划', '安全', '隐患整改', '落实']);
    // The name that was being edited still has the focus in its new place.
    expect(await page.evaluate('document.activeElement.value')).toBe('落实');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await names()).toEqual(['履职', '计划', '落实', '安全', '隐患整改']);
    await page.keyboard.press('Control+y');
    expect(await names()).toEqual(['履职', '落实', '计划', '安全', '隐患整改']);
    await page.keyboard.press('Control+z');
  });

  it('drags an indicator into another dimension, and a dimension before another', async () => {
    await handle('计划').dragTo(row('隐患整改'), { targetPosition: { x: 200, y: 4 } });
    expect(await names()).toEqual(['履职', '落实', '安全', '计划', '隐患整改']);
    await page.keyboard.press('Control+z');
    await handle('安全').dragTo(row('履职'), { targetPosition: { x: 200, y: 4 } });
    expect(await names()).toEqual(['安全', '隐患整改', '履职', '计划', '落实']);
    await press(page, '撤销');
    expect(await names()).toEqual(['履职', '计划', '落实', '安全', '隐患整改']);
  });

  it('asks before it removes, and gives back what was removed', async () => {
    await handle('计划').focus();
    await page.keyboard.press('Delete');
    const question = page.getByRole('dialog', { name: '删除指标“计划”？' });
    await question.getByRole('button', { name: /取\s*消/ }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await names()).toContain('计划');
    await handle('计划').focus();
    await page.keyboard.press('Delete');
    await question.getByRole('button', { name: /删\s*除/ }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await names()).toEqual(['履职', '落实', '安全', '隐患整改']);
    await press(page, '撤销');
    expect(await names()).toEqual(['履职', '计划', '落实', '安全', '隐患整改']);
  });

  it('says what is missing at each level and shares it out, evenly or in proportion', async () => {
    await page.getByLabel('“履职”的权重').fill('30');
    await page.getByText('各维度权重还差 70%').waitFor();
    const whole = page.locator('tfoot');
    await whole.getByRole('button', { name: '把余下的平均分配' }).click();
    expect(await page.getByLabel('“安全”的权重').inputValue()).toBe('70');
    await page.getByLabel('“安全”的权重').fill('20');
    await whole.getByRole('button', { name: '按比例补足' }).click();
    expect(await page.getByLabel('“履职”的权重').inputValue()).toBe('60');
    expect(await page.getByLabel('“安全”的权重').inputValue()).toBe('40');
    await page.getByText('✓ 各维度权重合计 100%').waitFor();
    const inner = page.locator('tbody').getByRole('button', { name: '把余下的平均分配' });
    await inner.first().click();
    await expect.poll(() => inner.count()).toBe(1);
    await inner.click();
    expect(await page.getByLabel('“计划”的权重').inputValue()).toBe('50');
    expect(await page.getByLabel('“隐患整改”的权重').inputValue()).toBe('100');
    await page.getByText('权重、等次和评分方法都齐全').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('已保存，可以用于考核').waitFor();
    await sound();
  });

  it('goes out as a workbook and comes back after every change was shown', async () => {
    const { name, bytes } = await download(page, page.getByRole('button', { name: '导出 Excel' }));
    expect(name).toBe('处室考核（第1版）.xlsx');
    const file = async (edit: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(Uint8Array.from(bytes).buffer);
      const sheet = book.getWorksheet('指标体系');
      if (!sheet) throw new Error('no sheet 指标体系');
      edit(sheet);
      return Buffer.from(new Uint8Array(await book.xlsx.writeBuffer()));
    };
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await press(page, '从 Excel 导入');
    const drawer = page.getByRole('dialog', { name: '从 Excel 导入' });
    const give = async (buffer: Buffer): Promise<void> => {
      await drawer.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
    };
    await give(await file((sheet) => void (sheet.getCell('C7').value = '六十')));
    await drawer.getByText('有 1 处错误，不能导入').waitFor();
    await drawer.getByRole('cell', { name: 'C7', exact: true }).waitFor();
    await sound();
    await press(drawer, '重新选择文件');
    await give(
      await file((sheet) => {
        sheet.getCell('C7').value = 55;
        sheet.getCell('C10').value = 45;
        sheet.getCell('N8').value = '计划具体可行';
      }),
    );
    await drawer.getByText('与第 1 版现在的内容相比，有 3 处变化').waitFor();
    await sound();
    await press(drawer, '确认导入');
    await page.getByText('已导入第 1 版').waitFor();
    await expect.poll(() => page.getByLabel('“履职”的权重').inputValue()).toBe('55');
    expect(await names()).toEqual(['履职', '计划', '落实', '安全', '隐患整改']);
  });

  it('ran without an error on the page', () => {
    expect(errors).toEqual([]);
  });
});
