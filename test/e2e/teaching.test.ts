import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XLSX } from '../../electron/features/file-content.ts';
import { addDays, dayOfMs } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { draftOf, withTeachers } from '../support/evaluation/teachers.ts';
import { download, openPage, pick, press, sheetRows } from '../support/screen-acts.ts';

const workbook = async (...lines: readonly ExcelJS.CellValue[][]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('任课表');
  for (const line of lines) sheet.addRow(line);
  return Buffer.from(await book.xlsx.writeBuffer());
};

describe('teaching on the screens', () => {
  let at: CaseScreens;
  let cycleId: string;

  beforeAll(async () => {
    const today = dayOfMs(Date.now());
    at = await openCaseScreens('teaching', async (one, desk) => {
      await withTeachers(desk, [
        { name: '王芳', department: 1 },
        { name: '王芳', department: 2 },
        { name: '李强', department: 1 },
        { name: '赵敏', department: 2 },
      ]);
      const classIds: string[] = [];
      for (const ordinal of [8, 9]) {
        const { id } = await one.call('organisation.saveClass', {
          entryYear: 2024,
          entryGrade: 7,
          ordinal,
          headTeacherId: null,
          graduatedOn: null,
        });
        classIds.push(id);
      }
      const { cycle } = await draftOf(
        one,
        [
          {
            id: 'pupils',
            kind: 'pupil',
            name: '学生评教',
            weight: 10_000,
            dimensionIds: null,
            raters: classIds.flatMap((classId, place) =>
              ['甲', '乙'].map((name) => ({
                id: `${name}${String(place)}`,
                name: `${String(place + 8)}班学生${name}`,
                userId: null,
                classId,
              })),
            ),
          },
        ],
        { name: '学生评教', startsOn: addDays(today, -1), endsOn: addDays(today, 20) },
      );
      cycleId = cycle.id;
    });
  });
  afterAll(() => at.close());

  it('are laid down in the grid by keyboard, with the courses usual at the stage', async () => {
    const { page } = at;
    await openPage(page, '/organisation/teaching');
    await press(page, '用本学段常见学科');
    const grid = page.getByRole('grid', { name: '任课安排' });
    const line = grid.getByRole('row').filter({ hasText: '（8）班' });
    await line.getByRole('gridcell').nth(1).click();
    // Initials, a number, and a name that two people share.
    await page.keyboard.type('lq');
    await page.keyboard.press('Tab');
    await page.keyboard.type('J004');
    await page.keyboard.press('Tab');
    await page.keyboard.type('王芳');
    await page.keyboard.press('Enter');
    await page.getByText('1 处认不出，改好后才能保存').waitFor();
    await expect(page.getByRole('button', { name: '保存', exact: true }).isDisabled()).resolves.toBe(true);
    await line.getByRole('gridcell').nth(3).click();
    await page.getByRole('alert').filter({ hasText: '有 2 名王芳' }).waitFor();
    await page.keyboard.type('王芳(J002)');
    await page.keyboard.press('Enter');
    await at.sound();
    await press(page, '保存');
    await page.getByText('已保存 3 处任课').waitFor();
    expect(await line.getByRole('gridcell').allTextContents()).toEqual(
      expect.arrayContaining(['李强', '赵敏', '王芳（J002）']),
    );
    // By the picker, beside the grid.
    await line.getByRole('gridcell').nth(4).click();
    await pick(page.locator('body'), '任课教师', '赵敏', 'zhaomin');
    await page.getByText('改了 1 处').waitFor();
    await press(page, '保存');
    await page.getByText('已保存 1 处任课').waitFor();
  });

  it('are listed by teacher, those without any among them', async () => {
    const { page } = at;
    await at.tab('按教师');
    await page.getByRole('row').filter({ hasText: 'J003' }).filter({ hasText: '语文：' }).waitFor();
    await page.getByRole('row').filter({ hasText: 'J001' }).filter({ hasText: '0 个' }).waitFor();
    await at.sound();
  });

  it('come in from the table that the school keeps, after a preview, and go out again', async () => {
    const { page } = at;
    await openPage(page, '/organisation/import?kind=teachings');
    const input = page.getByLabel('把填好的任课安排拖到这里');
    const give = async (buffer: Buffer) =>
      input.setInputFiles({ name: '任课表.xlsx', mimeType: XLSX, buffer });
    const head = ['班级', '语文', '数学'];
    await give(await workbook(head, [`2024级9班`, '王芳', '李强']));
    await page.getByText('有 1 处错误').waitFor();
    await page.getByRole('cell', { name: 'B2' }).waitFor();
    await press(page, '重新选择文件');
    await give(await workbook(head, [`2024级9班`, '王芳（J001）', '李强']));
    await page.getByText('将要写入的内容').waitFor();
    await at.sound();
    await press(page, '确认导入');
    await page.getByText('已导入：新增 2 项，更新 0 项').waitFor();
    await press(page, '查看任课');
    await page.getByRole('grid', { name: '任课安排' }).waitFor();
    await press(page, '导出');
    const { bytes } = await download(page, page.getByRole('menuitem', { name: '导出班级学科表' }));
    const rows = await sheetRows(bytes);
    expect(rows.find((row) => row[0] === '班级')?.slice(0, 4)).toEqual(['班级', '班主任', '语文', '数学']);
    expect(rows.flat()).toEqual(expect.arrayContaining(['王芳（J001）', '王芳（J002）', '李强']));
  });

  it('stand on the page of the person', async () => {
    const { page } = at;
    await openPage(page, '/organisation/staff/s3');
    const rows = page.locator('section').filter({ hasText: '任课' }).getByRole('row');
    await rows.filter({ hasText: '语文' }).filter({ hasText: '（8）班' }).waitFor();
    await rows.filter({ hasText: '数学' }).filter({ hasText: '（9）班' }).waitFor();
    await at.sound();
  });

  it('say whom the pupils of a class rate', async () => {
    const { page } = at;
    await openPage(page, `/evaluation/cycles/${cycleId}`);
    await at.tab('评分组与进度');
    await press(page, '谁评谁');
    const drawer = page.getByRole('dialog', { name: '学生评教：谁评谁' });
    await drawer.getByText('按班级：学生、家长评本班的教师').click();
    await drawer.getByText('全部任课教师和班主任').click();
    await press(drawer, '按这条规则分派');
    await page.getByText('已保存谁评谁').waitFor();
    await drawer
      .getByRole('button', { name: /8班学生甲/ })
      .filter({ hasText: '3 个' })
      .waitFor();
    await drawer
      .getByRole('button', { name: /9班学生甲/ })
      .filter({ hasText: '2 个' })
      .waitFor();
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
