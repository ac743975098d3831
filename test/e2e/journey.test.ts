import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseTabs } from '../../renderer/features/cases/parts/case-next.ts';
import { seriousViolations } from '../support/axe.ts';
import { callMeeting, propose } from '../support/case-way.ts';
import { openBrowser } from '../support/chromium.ts';
import { download, named, openPage, pick, press, sheetRows, wordText } from '../support/screen-acts.ts';
import {
  foundSchool,
  giveRoster,
  logIn,
  people,
  planEvaluation,
  typeScores,
} from '../support/school-acts.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

/** What 王立新 comes to with the scores typed below. */
const TOTAL = '88.63';

describe('from an empty folder to a dossier, on the screens', () => {
  let dir: string;
  let app: ServedApp;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  const sound = async (): Promise<void> => {
    // Colours that are still fading from one state into the next are no finding.
    await expect.poll(() => seriousViolations(page), { timeout: 4000, interval: 300 }).toEqual([]);
  };
  const dialog = (name: string): Locator => page.getByRole('dialog', { name: named(name) });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mingze-e2e-'));
    app = await serveApp(dir);
    browser = await openBrowser();
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('founds the school', async () => {
    await page.goto(app.url);
    await foundSchool(page);
  });

  it('takes the staff in from Excel: names the wrong cell, then takes the corrected file', async () => {
    await openPage(page, '/organisation/import');
    await sound();
    await giveRoster(
      page,
      people.map((row, at) => (at === 1 ? row.with(2, '不详') : row)),
    );
    await page.getByRole('cell', { name: 'C4', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
    await sound();
    await press(page, '重新选择文件');
    await giveRoster(page, people);
    await page.getByRole('checkbox', { name: '导入时一并建立' }).check();
    await press(page, '确认导入');
    await page.getByText(/^已导入[:：]新增 6 人/).waitFor();
    await press(page, '查看教职工');
    await page.getByRole('cell', { name: '王立新' }).waitFor();
    await sound();
  });

  it('gives the administrator the roles of a whole school and lets them log in again', async () => {
    await openPage(page, '/system/accounts');
    await page.getByRole('cell', { name: '周敏' }).click();
    const drawer = dialog('用户：周敏');
    for (const role of [/^校长/, /^办公室/, /^调查人员/, /^考核员/])
      await drawer.getByRole('checkbox', { name: role }).check();
    await sound();
    await press(drawer, '保存');
    await drawer.waitFor({ state: 'hidden' });
    await press(page, '用户：周敏');
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await sound();
    await logIn(page);
    await sound();
  });

  it('registers a matter and establishes its facts with two checkers', async () => {
    await openPage(page, '/cases/new');
    const main = page.getByRole('main');
    await pick(main, '问责事由', '值班与巡查', '值班');
    await page.getByLabel('事由', { exact: true }).fill('晚间值班期间擅自离岗约两小时');
    await pick(main, '当事人', '王立新', 'wlx');
    await sound();
    await press(page, '登记问责事项');
    await page.getByRole('heading', { name: /问责〔\d+〕1号 值班与巡查/ }).waitFor();
    await sound();

    await press(page, '下一步:确认事实');
    const drawer = dialog('确认事实');
    await drawer.getByLabel('核实的事实').fill('值班当晚十九时至二十一时离岗,有监控记录和值班登记证明。');
    await pick(drawer, '核实人员', '陈晓东', 'cxd');
    await pick(drawer, '核实人员', '刘芳', '刘芳');
    await drawer.getByRole('radio', { name: '不负责任' }).check();
    await drawer.getByRole('radio', { name: '一般' }).check();
    await drawer.getByRole('radio', { name: '校内影响' }).check();
    await sound();
    await press(drawer, '确认事实');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('tells the person and hears the statement', async () => {
    await press(page, '下一步:告知本人');
    await press(dialog('告知本人'), '记录告知');
    await press(page, '下一步:记录陈述');
    const drawer = dialog('记录陈述');
    await drawer.getByLabel('陈述内容').fill('家中有急事,没有请假是我不对。');
    await drawer.getByRole('radio', { name: '部分采纳' }).check();
    await drawer.getByLabel('采纳意见的理由').fill('急事属实,可以从轻,但应当请假。');
    await sound();
    await press(drawer, '记录陈述');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('decides: shows what the law says of an incomplete decision, and takes the complete one', async () => {
    await press(page, '下一步:作出决定');
    const drawer = dialog('作出决定');
    await propose(drawer, '王立新', '通报批评');
    await drawer.getByText('不能这样决定').first().waitFor();
    await sound();
    await callMeeting(drawer, [
      ['李建国', 'ljg'],
      ['赵文静', 'zwj'],
    ]);
    await press(drawer, '王立新通报批评:全体同意');
    await drawer.getByLabel('认定与处理理由').fill('值班期间擅自离岗，应负直接责任。');
    await drawer.getByText('没有发现不合规定之处').waitFor();
    await drawer.getByText(/决定后取得文号：青一中/).waitFor();
    await sound();
    await press(drawer, '作出决定');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('issues the paper as previewed, serves it, closes the matter', async () => {
    await press(page, '下一步:印发文书');
    const paper = dialog('印发文书');
    await paper.getByRole('region', { name: '文书页面' }).getByText('王立新').first().waitFor();
    await sound();
    await press(paper, '定稿并印发');
    await press(page, '下一步:记录送达');
    const service = dialog('记录送达');
    await service.getByLabel('送达地点').fill('校办公室');
    await pick(service, '送达人', '陈晓东', 'cxd');
    await pick(service, '送达人', '刘芳', '刘芳');
    await sound();
    await press(service, '记录送达');
    await press(page, '下一步:办结归档');
    const closing = dialog('办结归档');
    await closing.getByLabel('办结说明').fill('已通报并送达本人。');
    await press(closing, '办结归档');
    await closing.waitFor({ state: 'hidden' });
    await page.getByText('已归档').first().waitFor();
    for (const { label } of caseTabs) {
      await page.getByRole('tab', { name: new RegExp(`^${label}`) }).click();
      await sound();
    }
  });

  it('adopts indicators and organises an evaluation', async () => {
    await openPage(page, '/evaluation/indicators');
    await page.getByRole('button', { name: '从库中采用' }).first().click();
    const library = dialog('从库中采用指标体系');
    await library.getByRole('radio', { name: /教辅后勤人员考核指标/ }).check();
    await sound();
    await press(library, '采用这一套');
    await page.getByRole('heading', { name: '教辅后勤人员考核指标' }).first().waitFor();
    await sound();

    await planEvaluation(page, sound);
    await press(page, '加入全部教辅后勤');
    await page.getByRole('cell', { name: '孙海燕' }).waitFor();
    await sound();
    await press(page, '下一步:开始评分');
    await press(page.getByRole('dialog'), '开始评分');
    await page.getByRole('link', { name: named('打分:李建国') }).click();
  });

  it('takes the scores by keyboard, explains and confirms the results, and exports the very same', async () => {
    const grid = page.getByRole('grid', { name: /评分表/ });
    await grid.waitFor();
    await sound();
    await typeScores(page, grid, [
      ['88', '良', '优', '良', '2', '90', '0.5'],
      ['95', '优', '优', '优', '0', '96', '0'],
    ]);
    await page.getByText('已评完 2 / 2 人').waitFor();
    await page.getByText('✓ 已保存').first().waitFor();
    await sound();

    await page.getByRole('link', { name: '教辅人员学期考核' }).first().click();
    await press(page, '下一步:收卷');
    const closing = page.getByRole('dialog', { name: /^收卷“教辅人员学期考核”/ });
    await sound();
    await press(closing, '收卷');
    await page.getByText('已收卷', { exact: true }).first().waitFor();
    const figure = page.getByRole('button', { name: /^王立新的总分/ });
    // 20 % × 88 + 45 % × (50 % × 85 + 30 % × 100 + 20 % × 85) + 15 % × 80 + 10 % × 90 + 10 % × 97.5 = 88.625
    expect(await figure.innerText()).toBe(TOTAL);
    await sound();
    await figure.click();
    const why = dialog('怎么来的');
    await why.getByText('李建国 88').first().waitFor();
    expect(await why.innerText()).toContain(TOTAL);
    await sound();
    await press(why, '关闭');
    await press(page, '确认结果');
    const asked = page.getByRole('dialog', { name: /^确认“教辅人员学期考核”的结果/ });
    await press(asked, '确认结果');
    await asked.getByText('还没有写核对结果').waitFor();
    await sound();
    await asked.getByLabel(/王立新.*同一事项不重复扣分/).fill('扣分为考勤，处理为值班脱岗，不是同一事项');
    await press(asked, '确认结果');
    await page.getByText('已确认', { exact: true }).first().waitFor();
    const list = await download(page, page.getByRole('button', { name: '导出所见' }));
    expect(list.name).toMatch(/\.xlsx$/);
    const rows = await sheetRows(list.bytes);
    expect(rows.find((row) => row.includes('王立新'))).toContain(TOTAL);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const offered = page.getByRole('dialog', { name: '导出' });
    const sheet = await download(page, offered.getByRole('button', { name: '导出考核表' }));
    expect((await sheetRows(sheet.bytes)).flat()).toContain('王立新');
    const ranking = await download(page, offered.getByRole('button', { name: '导出排名表', exact: true }));
    expect((await sheetRows(ranking.bytes)).flat()).toContain('王立新');
    await sound();
    await offered.getByRole('button', { name: '关闭' }).click();
  });

  const expectArchive = async (): Promise<void> => {
    await openPage(page, '/archive');
    await page.getByRole('cell', { name: '王立新' }).click();
    const line = page.getByRole('list', { name: '王立新的时间线' });
    await line.waitFor();
    const text = await line.innerText();
    expect(text).toContain('图书管理员');
    expect(text).toContain('通报批评：值班与巡查');
    expect(text).toContain(`总分 ${TOTAL}`);
    await sound();
  };

  it('has post, evaluation and decision in the archive, and all of it in the dossier', async () => {
    await expectArchive();
    const dossier = await download(page, page.getByRole('button', { name: '导出档案册' }));
    expect(dossier.name).toMatch(/\.docx$/);
    const text = await wordText(dossier.bytes);
    for (const part of ['青禾市第一中学', '王立新', '图书管理员', '通报批评', TOTAL])
      expect(text).toContain(part);
  });

  it('shows the same after a restart', async () => {
    await app.stop();
    app = await serveApp(dir);
    await page.goto(app.url);
    await logIn(page);
    await expectArchive();
  });

  it('left no error in the browser', () => {
    expect(errors).toEqual([]);
  });
});
