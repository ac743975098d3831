import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XLSX } from '../../electron/features/file-content.ts';
import { addDays, dayOfMs } from '../../shared/kernel/dates.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { typeScores } from '../support/school-acts.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { draftOf, withTeachers, type PlannedGroup } from '../support/evaluation/teachers.ts';
import { edited, filledIn, typed, unzipped } from '../support/score-books.ts';
import { download, openPage, press, sheetRows } from '../support/screen-acts.ts';

const TEACHERS = 60;
const CYCLE = '2026年秋季教师考核';
/** 20 % of 60. */
const PLACES = 12;

const named = (id: string, kind: PlannedGroup['kind'], name: string, weight: number, raters: string[]) => ({
  id,
  kind,
  name,
  weight,
  dimensionIds: null,
  raters: raters.map((rater, at) => ({ id: `${id}-${String(at + 1)}`, name: rater, userId: null })),
});
const numbered = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${word}${String(at + 1)}`);

const groups: PlannedGroup[] = [
  named('lead', 'leader', '领导评价', 3000, ['张校长', '陈副校长', '何副校长']),
  named('panel', 'panel', '考核小组', 2000, ['教务主任', '德育主任']),
  { ...named('peer', 'peer', '同行互评', 2000, numbered('教研组代表', 6)), anonymous: true },
  {
    ...named('pupil', 'pupil', '学生评教', 2000, numbered('学生', 10)),
    anonymous: true,
    trim: { highest: 1, lowest: 1, from: 5 },
  },
  { id: 'self', kind: 'self', name: '自评', weight: 1000, dimensionIds: null, raters: [] },
];

/** From best to worst, so that there is somebody for every grade, and no two alike. */
const lossOf = (row: number): number => Math.floor(row / 4);

describe('a cycle of sixty teachers and five groups, on paper and on the screens', () => {
  let at: CaseScreens;
  let folder: string;
  let cycleId: string;
  let books: Map<string, FileContent>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingze-books-'));
    const today = dayOfMs(Date.now());
    at = await openCaseScreens('evaluation', async (one, desk) => {
      await withTeachers(
        desk,
        Array.from({ length: TEACHERS }, (_, place) => ({
          name: `教师${String(place + 1).padStart(2, '0')}`,
          department: place % 2 === 0 ? 1 : 2,
        })),
      );
      const { cycle } = await draftOf(one, groups, {
        name: CYCLE,
        startsOn: addDays(today, -3),
        endsOn: addDays(today, 10),
        quota: { share: 2000, by: 'all', poolBelow: 0, floor: 0, approval: '' },
      });
      cycleId = cycle.id;
    });
  });
  afterAll(async () => {
    await at.close();
    await rm(folder, { recursive: true, force: true });
  });

  const kept = async (file: FileContent): Promise<string> => {
    const path = join(folder, file.name.split('/').at(-1) ?? file.name);
    await writeFile(path, Buffer.from(file.base64, 'base64'));
    return path;
  };

  it('is started, and hands out a sheet for every rater in one zip', async () => {
    const { page } = at;
    await openPage(page, `/evaluation/cycles/${cycleId}`);
    await press(page, '下一步:开始评分');
    await press(page.getByRole('dialog'), '开始评分');
    await page.getByText('评分中', { exact: true }).first().waitFor();
    await at.sound();
    await press(page, '电子评分表');
    await page.getByText('匿名组的评分表只有编号，没有姓名', { exact: false }).first().waitFor();
    await at.sound();
    const zip = await download(page, page.getByRole('button', { name: '导出评分表（压缩包）' }));
    books = await unzipped(zip.bytes);
    expect(books.size).toBe(3 + 2 + 6 + 10 + TEACHERS + 1);
  });

  it('refuses three bad files with the reason, and takes all others', async () => {
    const { page } = at;
    const paths: string[] = [];
    let place = 0;
    for (const [path, file] of books) {
      if (path === '发放清单.xlsx' || path.includes('张校长')) continue;
      place += 1;
      const own = place;
      // Who rates himself does so mildly; raters differ, so that there is something to trim.
      const less = path.startsWith('自评') ? own % 3 : (row: number) => lossOf(row) + (own % 4 === 0 ? 1 : 0);
      paths.push(await kept({ ...(await edited(file, (workbook) => filledIn(workbook, less))), name: path }));
    }
    const lead = books.get('领导评价/领导评价评分表 张校长.xlsx');
    if (!lead) throw new Error('the sheet of the headmaster is missing');
    // Somebody else's file, one whose hidden identity was changed, and one with texts and formulas for marks.
    const foreign = new ExcelJS.Workbook();
    foreign.addWorksheet('成绩').addRow(['张三', 98]);
    const bytes = Buffer.from(await foreign.xlsx.writeBuffer()).toString('base64');
    const bad = [
      { name: '期中成绩.xlsx', mime: XLSX, base64: bytes },
      {
        ...(await edited(lead, (workbook) => {
          filledIn(workbook, lossOf);
          for (const sheet of workbook.worksheets)
            if (sheet.state !== 'visible')
              sheet.eachRow((row) =>
                row.eachCell((cell) => {
                  if (typeof cell.value === 'string') cell.value = cell.value.replace('lead-1', 'lead-2');
                }),
              );
        })),
        name: '改过身份.xlsx',
      },
      {
        ...(await edited(lead, (workbook) => {
          filledIn(workbook, lossOf);
          typed(workbook, 0, 0, '很好');
          typed(workbook, 1, 0, 120);
          typed(workbook, 2, 0, { formula: '90+5', result: 95 });
        })),
        name: '张校长.xlsx',
      },
    ];
    for (const file of bad) paths.push(await kept(file));

    await page.getByRole('tab', { name: '收回' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: /选择|点击|拖/ })
      .first()
      .click();
    await (await chooser).setFiles(paths);
    await page.getByText('有 2 个文件不能收', { exact: false }).waitFor({ timeout: 60_000 });
    await page.getByText('有 3 个格子填写有误', { exact: false }).waitFor();
    await at.sound();
    const problems = page.getByRole('tabpanel');
    for (const value of ['很好', '120']) await problems.getByText(value, { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: '先导入其余正确的分数' }).check();
    await press(page, '确认导入');
    await page.getByText(/^已导入 .* 个分数$/).waitFor({ timeout: 30_000 });
    await at.sound();
    await press(page, '查看评分进度');
    await page.getByText('还有 1 张评分表没评完', { exact: false }).waitFor();
    await at.sound();
  });

  it('takes the three cells on the screen, and closes', async () => {
    const { page } = at;
    await page.getByRole('link', { name: '打分：张校长' }).click();
    const grid = page.getByRole('grid', { name: /评分表/ });
    await grid.waitFor();
    await typeScores(page, grid, [['100'], ['100'], ['99']]);
    await page.getByText(`已评完 ${String(TEACHERS)} / ${String(TEACHERS)} 人`).waitFor();
    await page.getByText('✓ 已保存').first().waitFor();
    await openPage(page, `/evaluation/cycles/${cycleId}`);
    await press(page, '下一步:收卷');
    await press(page.getByRole('dialog'), '收卷');
    await page.getByText('已收卷', { exact: true }).first().waitFor();
    await page.getByText('匿名评分已封存').first().waitFor();
    await at.sound();
    await openPage(page, `/evaluation/cycles/${cycleId}?tab=groups`);
    await page.getByText('匿名评分人 10 名').waitFor();
    expect(await page.getByText('学生1', { exact: true }).count()).toBe(0);
  });

  it('gives the best grade to no more than the places, and freezes into the archive', async () => {
    const { page } = at;
    const { rows, quota } = await at.one.call('evaluation.results', { cycleId });
    const best = rows.filter(({ outcome }) => outcome.kind === 'graded' && outcome.figures.grade === '优秀');
    expect(rows).toHaveLength(TEACHERS);
    expect(quota?.cap).toBe(PLACES);
    expect(best.length).toBeGreaterThan(0);
    expect(best.length).toBeLessThanOrEqual(PLACES);
    await openPage(page, `/evaluation/cycles/${cycleId}?tab=results`);
    await page.getByRole('button', { name: /^教师01的总分/ }).click();
    const why = at.dialog('怎么来的');
    await why.getByText('学生评教').first().waitFor();
    expect(await why.innerText()).not.toMatch(/学生\d/);
    await at.sound();
    await press(why, '关闭');
    await press(page, '确认结果');
    const asked = page.getByRole('dialog', { name: /^确认/ });
    await at.sound();
    await press(asked, '确认结果');
    await page.getByText('已确认', { exact: true }).first().waitFor();
    const list = await download(page, page.getByRole('button', { name: '导出所见' }));
    expect((await sheetRows(list.bytes)).flat()).toContain('教师60');
    await openPage(page, '/archive/s1');
    await page.getByText(CYCLE).first().waitFor();
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
