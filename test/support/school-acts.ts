import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { named, openPage, pick, press } from './screen-acts.ts';

/** Larger pieces of a school's work, done on the screens. */

/** The columns as in the roster below. */
export const people: readonly (readonly string[])[] = [
  ['T001', '王立新', '男', '在编', '图书馆', '图书管理员', '2019-9-1', '2019-9-1'],
  ['T002', '孙海燕', '女', '在编', '图书馆', '图书管理员', '2020-9-1', '2020-9-1'],
  ['T003', '陈晓东', '男', '在编', '德育处', '德育处主任', '2018-9-1', '2015-9-1'],
  ['T004', '刘芳', '女', '在编', '语文组', '语文教师', '2016-9-1', '2016-9-1'],
  ['T005', '李建国', '男', '在编', '校长室', '校长', '2020-9-1', '2012-9-1'],
  ['T006', '赵文静', '女', '在编', '校长室', '副校长', '2021-9-1', '2013-9-1'],
];

/** A roster as schools keep it: a title over the head, then a person per row. */
const rosterFile = async (people: readonly (readonly string[])[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('教职工');
  sheet.addRow(['青禾市第一中学教职工名册']);
  sheet.mergeCells('A1:H1');
  sheet.addRow(['工号', '姓名', '性别', '编制', '所在部门', '职务', '任职日期', '到校日期']);
  for (const person of people) sheet.addRow([...person]);
  return Buffer.from(await book.xlsx.writeBuffer());
};

const PASSWORD = 'correct horse 9';

/** Goes through the wizard of the first run; 周敏 is the administrator. */
export const foundSchool = async (page: Page): Promise<void> => {
  await page.getByLabel('学校全称').fill('青禾市第一中学');
  await page.getByLabel('发文机关代字').fill('青一中');
  await page.getByLabel('主管教育部门').fill('青禾市教育局');
  await page.getByLabel('学校类型').click();
  await page.getByTitle('初级中学').click();
  await press(page, '下一步：管理员');
  await page.getByLabel('管理员姓名').fill('周敏');
  await page.getByLabel('登录名').fill('zhoumin');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输入一次密码').fill(PASSWORD);
  await press(page, '下一步：确认');
  await press(page, '建立学校');
  await page.getByRole('heading', { name: /周敏/ }).waitFor();
};

/** 周敏 logs in and stands before 今日. */
export const logIn = async (page: Page): Promise<void> => {
  // The page that was left may have a field of the same name until it is gone.
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await page.getByLabel('登录名').fill('zhoumin');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await press(page, '登录');
  await page.getByRole('button', { name: named('用户：周敏') }).waitFor();
  await openPage(page, '/');
  await page.getByRole('heading', { name: /周敏/ }).waitFor();
};

/** Plans an evaluation of the support staff in which 李建国 alone rates, on paper. */
export const planEvaluation = async (page: Page, look: () => Promise<void>): Promise<void> => {
  await openPage(page, '/evaluation/cycles/new');
  await page.getByLabel('考核名称').fill('教辅人员学期考核');
  await pick(page.getByRole('main'), '指标体系', '教辅后勤人员考核指标');
  const self = page.getByRole('region', { name: named('评分组：自评') });
  await self.getByRole('button', { name: '删除' }).click();
  await page.getByLabel('领导评价的权重').fill('100');
  const raters = page.getByLabel('领导评价的评分人');
  await raters.fill('李建国');
  await raters.press('Enter');
  await raters.press('Escape');
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').waitFor({ state: 'hidden' });
  await look();
  await press(page, '建立考核');
};

/** Types a row of scores per person, Tab after each, beginning at the first cell that takes scores. */
export const typeScores = async (
  page: Page,
  grid: Locator,
  rows: readonly (readonly string[])[],
): Promise<void> => {
  for (const [at, scores] of rows.entries()) {
    // Row 0 is the head; of a person's row the first grid cell is the place.
    await grid
      .getByRole('row')
      .nth(at + 1)
      .getByRole('gridcell')
      .nth(1)
      .click();
    for (const score of scores) {
      await page.keyboard.type(score);
      await page.keyboard.press('Tab');
    }
  }
};

/** Gives a roster of these people to the page 导入名册. */
export const giveRoster = async (page: Page, rows: readonly (readonly string[])[]): Promise<void> =>
  page.getByLabel('把填好的教职工名册拖到这里').setInputFiles({
    name: '名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await rosterFile(rows),
  });
