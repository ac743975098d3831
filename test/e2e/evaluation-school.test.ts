import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { testClock, type Caller } from '../support/harness.ts';
import { samplePng } from '../support/sample-files.ts';
import { download, openPage, pick, press, sheetRows, wordText } from '../support/screen-acts.ts';

const today = dayOfMs(Date.now());
/** The day on which last year's evaluation is held. */
const yearAgo = addDays(today, -370);
const typed = (day: string): string => day.replaceAll('-', '');
const RATERS = ['甲评估员', '乙评估员', '丙评估员'];
const NAME = '今年办学质量自评';

/** Fills every sheet alike; `loss` is what is taken off full marks, in percent. */
const rate = async (one: Pick<Caller, 'call'>, cycleId: string, loss: number): Promise<void> => {
  const { cycle } = await one.call('evaluation.readCycle', { id: cycleId });
  for (const group of cycle.groups)
    for (const { id: raterId } of group.raters) {
      const sheet = await one.call('evaluation.scoreSheet', { cycleId, groupId: group.id, raterId });
      const rows = sheet.rows.map((row) => ({
        raterId: row.raterId,
        subjectId: row.subject.id,
        rev: row.rev,
        cells: sheet.columns.map(({ indicatorId, method, fullMarks, levels }) => ({
          indicatorId,
          text:
            method === 'levels'
              ? (levels[0] ?? '')
              : method === 'points'
                ? String(Math.round((fullMarks * (100 - loss)) / 1000) / 10)
                : '0',
        })),
      }));
      const saved = await one.call('evaluation.saveScores', { cycleId, groupId: group.id, rows });
      expect(saved.problems).toEqual([]);
    }
};

/** The year before, settled, so that there is something to compare with. */
const lastYear = async (one: Caller): Promise<void> => {
  const { versions } = await one.call('evaluation.adoptFromLibrary', { key: 'school' });
  const draft = await one.call('evaluation.createCycle', {
    plan: {
      name: '去年办学质量自评',
      versionId: versions[0]?.version.id ?? '',
      schoolYearId: null,
      term: null,
      startsOn: addDays(yearAgo, -10),
      endsOn: addDays(yearAgo, 10),
      about: '',
      whenAbsent: 'block',
      groups: [
        {
          id: 'g1',
          kind: 'panel',
          name: '评估小组',
          weight: 10_000,
          dimensionIds: null,
          raters: RATERS.map((name) => ({ id: name, name, userId: null })),
        },
      ],
    },
  });
  const chosen = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  const { cycle } = await one.call('evaluation.start', { id: chosen.cycle.id, rev: chosen.cycle.rev });
  await rate(one, cycle.id, 20);
  const closed = await one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
  await one.call('evaluation.confirm', { id: cycle.id, rev: closed.cycle.rev, undetermined: [] });
};

describe('the school evaluates itself, on the screens', () => {
  let screens: CaseScreens;
  let page: Page;
  let cycleId = '';
  const attach = (title: string, name: string): Promise<void> =>
    screens
      .dialog(title)
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(samplePng(40, 30)) });

  beforeAll(async () => {
    screens = await openCaseScreens('school', lastYear, testClock(Date.parse(`${yearAgo}T01:00:00Z`)));
    ({ page } = screens);
  });
  afterAll(() => screens.close());

  it('is put together: by which standard, until when, rated by whom, of whom', async () => {
    await openPage(page, '/evaluation/cycles/new');
    const main = page.getByRole('main');
    await main.getByLabel('考核名称').fill(NAME);
    await main.getByLabel('开始日期').fill(typed(addDays(today, -2)));
    await main.getByLabel('截止日期').fill(typed(addDays(today, 12)));
    await press(main.getByRole('region', { name: '评分组：自评' }), '删除');
    const raters = main.getByLabel('领导评价的评分人');
    for (const name of RATERS) {
      await raters.fill(name);
      await raters.press('Enter');
    }
    await raters.press('Escape');
    await main.getByLabel('领导评价的权重').fill('100');
    await screens.sound();
    await press(page, '建立考核');
    await page.getByRole('heading', { name: NAME }).first().waitFor();
    await press(page, '加入全部学校整体');
    await page.getByText('共 1 个').waitFor();
    await press(page, '下一步:开始评分');
    await press(page.getByRole('dialog'), '开始评分');
    await page.getByText('评分中', { exact: true }).first().waitFor();
    cycleId = /cycles\/([^?/]+)/.exec(page.url())?.[1] ?? '';
    await rate(screens.one, cycleId, 8);
  });

  it('says what it thinks of itself, dimension by dimension, with proofs', async () => {
    await openPage(page, `/evaluation/cycles/${cycleId}?tab=school`);
    await press(page, '填写基本情况与总体结论');
    const frame = screens.dialog('基本情况与总体结论');
    await frame.getByLabel('基本情况').fill('学校现有教学班二十四个。');
    await frame.getByLabel('总体结论').fill('总体达到办学标准。');
    await screens.send(frame, '保存');
    // By keyboard: opened, left again, and back where one was.
    const edit = page.getByRole('button', { name: '修改基本情况与总体结论' });
    await edit.focus();
    await page.keyboard.press('Enter');
    await frame.waitFor();
    await page.keyboard.press('Escape');
    await frame.waitFor({ state: 'hidden' });
    await expect.poll(() => edit.evaluate((button) => button === document.activeElement)).toBe(true);
    await press(page, '填写资源配置');
    const text = screens.dialog('自评:资源配置');
    await text.getByLabel('工作情况').fill('新建录播教室一间。');
    await text.getByLabel('存在问题').fill('理化仪器老化。');
    await attach('自评:资源配置', '仪器清单.png');
    await text.getByText('仪器清单.png').waitFor();
    await screens.send(text, '保存');
    await page.getByText('理化仪器老化。').waitFor();
    await page.getByRole('tab', { name: '自评 1 / 6' }).waitFor();
    await press(page, '修改资源配置');
    const again = screens.dialog('自评:资源配置');
    await again.getByLabel('改进打算').fill('分两年补齐。');
    await screens.send(again, '保存');
    await page.getByText('分两年补齐。').waitFor();
    await screens.sound();
  });

  it('files the report of somebody from outside, and takes one filed by mistake back', async () => {
    await screens.tab('第三方评估');
    await press(page, '登记第三方评估报告');
    const filing = screens.dialog('登记第三方评估报告');
    await press(filing, '登记报告');
    await filing.locator('.ant-form-item-explain-error').first().waitFor();
    await filing.getByLabel('评估机构').fill('市教育评估院');
    await filing.getByLabel('报告名称').fill('办学质量评估报告');
    await filing.getByLabel('报告日期').fill(typed(addDays(today, -1)));
    await filing.getByLabel('主要结论').fill('实验仪器须补齐。');
    await attach('登记第三方评估报告', '评估报告.png');
    await filing.getByText('评估报告.png').waitFor();
    await screens.send(filing, '登记报告');
    await page.getByText(`市教育评估院，${formatDay(addDays(today, -1))}`).waitFor();
    await press(page, '登记第三方评估报告');
    await filing.getByLabel('评估机构').fill('别的机构');
    await filing.getByLabel('报告名称').fill('别的学校的报告');
    await filing.getByLabel('报告日期').fill(typed(today));
    await filing.getByLabel('主要结论').fill('登记错了。');
    await filing.locator('input[type=file]').setInputFiles({
      name: '别的报告.png',
      mimeType: 'image/png',
      buffer: Buffer.from(samplePng(41, 30)),
    });
    await filing.getByText('别的报告.png').waitFor();
    await screens.send(filing, '登记报告');
    const wrong = page.locator('section').filter({ hasText: '别的学校的报告' });
    await press(wrong, '撤销登记');
    await press(screens.dialog('撤销登记“别的学校的报告”？'), '撤销登记');
    await wrong.waitFor({ state: 'detached' });
    await page.getByText('评估报告.png').click();
    await screens.dialog('评估报告.png').waitFor();
    await press(screens.dialog('评估报告.png'), '关闭');
    await screens.sound();
  });

  it('stands beside last year', async () => {
    await screens.tab('与上一次比较');
    await page.getByRole('link', { name: '去年办学质量自评' }).waitFor();
    const row = page.getByRole('row', { name: /^课程开设/ });
    expect((await row.getByRole('cell').allInnerTexts()).join('|')).toBe('92.00|80.00|↑ 上升 12.00');
    await screens.sound();
  });

  it('lists what has to be done, follows it, and checks it off with proof', async () => {
    await screens.tab('整改和改进清单');
    const listed = async (kind: string, item: string, until: string): Promise<void> => {
      await press(page, '列入清单');
      const adding = screens.dialog('列入整改和改进清单');
      await adding.locator('label').getByText(kind, { exact: true }).click();
      await adding.getByLabel('事项').fill(item);
      await pick(adding, '来自哪个维度（可选）', '资源配置');
      await adding.getByLabel('责任人').fill('总务主任');
      await adding.getByLabel('完成期限').fill(typed(until));
      await screens.send(adding, '列入清单');
      await page.getByText(`${kind}：${item}`).waitFor();
    };
    await listed('整改', '补齐理化仪器', addDays(today, 30));
    await listed('改进', '写错了的一项', addDays(today, 30));
    const mistake = page.getByRole('listitem').filter({ hasText: '写错了的一项' });
    await press(mistake, '取消列入');
    await press(screens.dialog('不再把“写错了的一项”列入清单？'), '取消列入');
    await mistake.waitFor({ state: 'detached' });
    await press(page, '登记进展:补齐理化仪器');
    const progress = screens.dialog('登记进展');
    await progress.getByLabel('进展', { exact: true }).fill('已经招标。');
    await screens.send(progress, '登记');
    await page.getByText(`${formatDay(today)}：已经招标。`).waitFor();
    expect(await page.getByRole('button', { name: '取消列入' }).count()).toBe(0);
    const { deadlines } = await screens.one.call('deadlines.list', {});
    expect(deadlines.map(({ title }) => title)).toContain('整改：补齐理化仪器（总务主任）');
    await press(page, '完成销号:补齐理化仪器');
    const closing = screens.dialog('完成销号');
    await closing.getByLabel('完成情况').fill('全部到货并验收。');
    await press(closing, '完成销号');
    await closing.getByText('整改事项销号须附佐证材料。').first().waitFor();
    await attach('完成销号', '验收单.png');
    await closing.getByText('验收单.png').waitFor();
    await screens.send(closing, '完成销号');
    await page.getByText('已完成', { exact: true }).waitFor();
    await screens.sound();
    const book = await download(page, page.getByRole('button', { name: '导出清单' }));
    expect((await sheetRows(book.bytes)).flat()).toContain('补齐理化仪器');
  });

  it('prints it all as the report, a draft until the result is confirmed', async () => {
    const report = screens.dialog('自评报告');
    const paper = async (): Promise<string> => {
      await press(page, '自评报告');
      await report.getByText('市教育评估院', { exact: false }).first().waitFor();
      const file = await download(page, report.getByRole('button', { name: /存为 Word/ }));
      await press(report, '关闭');
      await report.waitFor({ state: 'hidden' });
      return wordText(file.bytes);
    };
    const draft = await paper();
    for (const part of ['理化仪器老化。', '实验仪器须补齐。', '上升 12.00', '补齐理化仪器', '尚未确认'])
      expect(draft).toContain(part);
    await press(page, '下一步:收卷');
    await press(page.getByRole('dialog'), '收卷');
    await page.getByText('已收卷', { exact: true }).first().waitFor();
    await press(page, '下一步:核对并确认结果');
    await press(page, '确认结果');
    await screens.send(screens.dialog(`确认“${NAME}”的结果`), '确认结果');
    await screens.tab('自评与整改');
    await page.getByText('结果已经确认，自评内容不再改动。').waitFor();
    expect(await page.getByRole('button', { name: /^(填写|修改)/ }).count()).toBe(0);
    const final = await paper();
    expect(final).not.toContain('尚未确认');
    expect(final).toContain('验收');
    expect(screens.errors).toEqual([]);
  });
});
