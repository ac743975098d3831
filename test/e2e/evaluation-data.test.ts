import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XLSX } from '../../electron/features/file-content.ts';
import { classCollection } from '../../electron/features/organisation/index.ts';
import type { Indicator, IndicatorContent } from '../../shared/features/evaluation/indicators.ts';
import { addDays, dayOfMs } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { draftOf, withTeachers } from '../support/evaluation/teachers.ts';
import type { Caller } from '../support/harness.ts';
import { typeScores } from '../support/school-acts.ts';
import { openPage, pick, press } from '../support/screen-acts.ts';

const rated = (method: Indicator['method'], name: string, weight: number): Indicator => ({
  id: name,
  name,
  standard: '',
  evidence: '',
  weight,
  fullMarks: 10_000,
  method,
  vetoBelow: null,
});

const content = (name: string, expression: string): IndicatorContent => ({
  name,
  about: '',
  dimensions: [
    {
      id: 'quality',
      name: '教学质量',
      weight: 10_000,
      indicators: [
        rated({ kind: 'formula', expression }, '达标', 6000),
        rated({ kind: 'formula', expression: '100 - 迟到次数 × 5' }, '到岗', 4000),
      ],
    },
  ],
  bands: [
    { label: '优秀', from: 9000 },
    { label: '合格', from: 6000 },
    { label: '不合格', from: 0 },
  ],
});

const systemOf = async (one: Pick<Caller, 'call'>, name: string, expression: string) => {
  const { versions } = await one.call('evaluation.createSystem', { kind: 'teacher', name });
  const version = versions[0]?.version;
  if (!version) throw new Error('a system begins with a version');
  const { id, rev } = version;
  const saved = await one.call('evaluation.saveVersion', { id, rev, content: content(name, expression) });
  return { systemId: saved.system.id, versionId: id };
};

const workbook = async (...lines: readonly ExcelJS.CellValue[][]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('成绩统计');
  for (const line of lines) sheet.addRow(line);
  return Buffer.from(await book.xlsx.writeBuffer());
};

describe('data and formulas on the screens', () => {
  let at: CaseScreens;
  let cycleId: string;
  let systemId: string;

  beforeAll(async () => {
    const today = dayOfMs(Date.now());
    at = await openCaseScreens('evaluation-data', async (one, desk) => {
      await withTeachers(desk, [
        { name: '王建国', department: 1 },
        { name: '李梅', department: 1 },
        { name: '李梅', department: 2 },
        { name: '孙悦', department: 2 },
      ]);
      await desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
        for (const ordinal of [1, 2])
          tx.insert(classCollection, {
            id: `c${String(ordinal)}`,
            entryYear: 2026,
            entryGrade: 7,
            ordinal,
            headTeacherId: null,
            graduatedOn: null,
          });
      });
      ({ systemId } = await systemOf(one, '教学质量指标（新）', ''));
      const { versionId } = await systemOf(one, '教学质量指标', '及格率 × 60% + 优秀率 × 40%');
      const data = {
        id: 'data',
        kind: 'data' as const,
        name: '数据指标',
        weight: 10_000,
        dimensionIds: null,
      };
      const plan = {
        name: '2026年教学质量考核',
        versionId,
        startsOn: addDays(today, -3),
        endsOn: addDays(today, 9),
      };
      const { cycle } = await draftOf(one, [{ ...data, raters: [] }], plan);
      await one.call('evaluation.start', { id: cycle.id, rev: cycle.rev });
      cycleId = cycle.id;
    });
  });
  afterAll(() => at.close());

  it('checks a formula while it is typed, offers what there is, and tries it out', async () => {
    const { page } = at;
    await openPage(page, `/evaluation/indicators/${systemId}`);
    await press(page, '展开“达标”的评分标准和方法');
    const formula = page.getByLabel('公式', { exact: true });
    await formula.fill('及格率 >= 90 ? 100 : 出错率');
    await page.getByText('第 19 个字：不认识“出错率”', { exact: false }).waitFor();
    await formula.fill('及格率 × 60% + ');
    await page.getByText('✕ 第 11 个字：“+”后面还缺一个数或者数据名称').waitFor();
    await press(page, '优秀率（%）');
    await formula.press('End');
    await formula.pressSequentially(' × 40%');
    await page.getByText('✓ 公式正确，用到：及格率、优秀率').waitFor();
    await page.getByLabel('试算用的及格率').fill('92.5');
    await page.getByLabel('试算用的优秀率').fill('31');
    await page.getByText('92.5 × 60% + 31 × 40% → 得 67.9 分（满分 100）').waitFor();
    await at.sound();
    await press(page, '没有需要的数据？管理数据字段');
    const drawer = at.dialog('数据字段');
    await drawer.getByText('同一批学生两次考试标准分的差', { exact: false }).waitFor();
    await at.sound();
    await press(drawer, '添加数据字段');
    const form = at.dialog('添加数据字段');
    await form.getByLabel('名称').fill('书法达标率');
    await form.getByLabel('单位').fill('%');
    await form.getByLabel('最大').fill('100');
    await at.sound();
    await press(form, '添加');
    await at.dialog('数据字段').getByText('书法达标率').waitFor();
    await press(at.dialog('数据字段'), '关闭');
    await press(page, '书法达标率（%）');
    await page.getByText('之间缺少运算符', { exact: false }).first().waitFor();
    await formula.fill('及格率 × 60% + 优秀率 × 40%');
    await press(page, '保存');
    await page.getByText('已保存，可以用于考核').waitFor();
  });

  it('starts no cycle whose formula names what nobody knows, and tells when closing what is still to come', async () => {
    const { page } = at;
    const { versionId } = await systemOf(at.one, '书法考核指标', '书法抽测率');
    const data = { id: 'data', kind: 'data' as const, name: '数据指标', weight: 10_000, dimensionIds: null };
    const today = dayOfMs(Date.now());
    const { cycle } = await draftOf(at.one, [{ ...data, raters: [] }], {
      name: '书法考核',
      versionId,
      startsOn: today,
      endsOn: addDays(today, 9),
    });
    await openPage(page, `/evaluation/cycles/${cycle.id}`);
    await page.getByText('指标“达标”的公式“书法抽测率”：不认识数据“书法抽测率”', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: '下一步：开始评分' }).isDisabled()).toBe(true);
    await page.getByText('“迟到次数”缺全部 4 个对象的数据（指标“到岗”要用）').waitFor();
    await at.sound();

    await openPage(page, `/evaluation/cycles/${cycleId}`);
    await page.getByText('还有公式指标缺 3 项数据', { exact: false }).waitFor();
    await press(page, '下一步：收卷');
    const closing = page.getByRole('dialog');
    await closing
      .getByText('公式指标还缺数据：“及格率”缺全部 4 个对象的数据（指标“达标”要用）', { exact: false })
      .waitFor();
    expect(await closing.getByText('评完').count()).toBe(0);
    await at.sound();
    await press(closing, '再等等');
    await press(page, '去填数据');
    await page.getByText('个对象的数据已齐', { exact: false }).waitFor();
  });

  it('shows what a workbook would do, asks what it cannot know, and takes it in', async () => {
    const { page } = at;
    await openPage(page, `/evaluation/cycles/${cycleId}?tab=data`);
    await page.getByText('个对象的数据已齐', { exact: false }).waitFor();
    await at.sound();
    await press(page, '导入 Excel');
    const drawer = at.dialog('导入数据');
    const buffer = await workbook(
      ['期末考试成绩统计表'],
      ['工号', '姓名', '及格率', '优秀比例', '晚到', '备注'],
      ['J001', '王建国', 0.925, '31%', 2, '三（1）班'],
      ['J002', '李梅', 0.9, 30, 0, ''],
      ['', '李梅', 0.885, 28, 1, ''],
      ['J004', '孙悦', 1, { formula: '30*2', result: 60 }, 30, ''],
      ['', '平均', 0.9275, 37.25, 8, ''],
    );
    await drawer
      .getByLabel('把成绩统计、考勤等 Excel 表拖到这里')
      .setInputFiles({ name: '期末成绩.xlsx', mimeType: XLSX, buffer });
    await drawer.getByText('这些数都不大于 1，是：', { exact: false }).waitFor();
    await at.sound();
    await drawer.getByRole('radio', { name: '小数（0.925 即 92.5%）' }).check();
    await pick(drawer, '“优秀比例”这一列是什么', '优秀率', '优秀率');
    await pick(drawer, '“晚到”这一列是什么', '迟到次数', '迟到');
    await drawer.getByText('有 2 处不能写入', { exact: false }).waitFor();
    await drawer.getByText('请在表中加上工号', { exact: false }).waitFor();
    await drawer.getByText('这一格是公式', { exact: false }).waitFor();
    await at.sound();
    await drawer.getByRole('checkbox', { name: '先导入其余正确的数据' }).check();
    await press(drawer, '确认导入');
    await drawer.getByText('已写入 8 个数').waitFor();
    await at.sound();
    await press(drawer, '查看数据');
    await page.getByText('2 / 4', { exact: true }).waitFor();
  });

  it('takes figures by hand, and explains a result down to the cell', async () => {
    const { page } = at;
    const grid = page.getByRole('grid', { name: '考核数据' });
    await grid.getByRole('gridcell', { name: '及格率、优秀率、迟到次数' }).first().waitFor();
    await page.getByText('还缺数据 2').click();
    await typeScores(page, grid, [['88.5', '28', '1']]);
    await page.getByText('✓ 已保存').first().waitFor();
    await page.getByText('还缺数据 1').waitFor();
    await page.getByText('全部 4').click();
    await at.sound();
    const { rows } = await at.one.call('evaluation.dataTable', { cycleId });
    const third = rows.find(({ subject }) => subject.id === 's3');
    expect(third?.cells).toEqual({ 及格率: '88.5', 优秀率: '28', 迟到次数: '1' });
    // 88.5 × 60% + 28 × 40% = 64.3; 100 − 5 = 95.
    expect(third?.points).toEqual({ 达标: '64.3', 到岗: '95' });

    await openPage(page, `/evaluation/cycles/${cycleId}?tab=results`);
    await page.getByRole('button', { name: /^王建国的总分/ }).click();
    const why = at.dialog('怎么来的');
    await why.getByText('代入数据：92.5 × 60% + 31 × 40% = 67.9').waitFor();
    await why.getByText('“期末成绩.xlsx”工作表“成绩统计”单元格 C3', { exact: false }).waitFor();
    await at.sound();
    await press(why, '关闭');
  });

  it('makes rates and gains of the marks of two exams', async () => {
    const { page } = at;
    await openPage(page, `/evaluation/cycles/${cycleId}?tab=data`);
    await press(page, '导入 Excel');
    const drawer = at.dialog('导入数据');
    await drawer.getByText('学生成绩表（由系统统计）').click();
    const head = ['学号', '姓名', '班级', '学科', '成绩', '教师工号'];
    const marks = (...points: readonly number[]): Promise<Buffer> =>
      workbook(
        head,
        ...points.map((mark, place) => [
          `P${String(place)}`,
          '生',
          '七1班',
          '语文',
          mark,
          place < 2 ? 'J001' : 'J002',
        ]),
      );
    for (const [when, name, buffer] of [
      ['本次', '期末.xlsx', await marks(90, 70, 50, 60)],
      ['上次', '期中.xlsx', await marks(60, 60, 70, 80)],
    ] as const)
      await drawer
        .getByLabel(`把${when}考试的成绩表拖到这里`)
        .setInputFiles({ name, mimeType: XLSX, buffer });
    await drawer.getByText('已选“期中.xlsx”').waitFor();
    await at.sound();
    await press(drawer, '统计');
    await drawer.getByText('一名学生一科一行').first().waitFor();
    await drawer.getByText('系统里是 92.5%').waitFor();
    await drawer.getByRole('checkbox', { name: '增值' }).check();
    await at.sound();
    await press(drawer, '写入所选数据');
    await drawer.getByText(/^已写入 \d+ 个数$/).waitFor();
    await press(drawer, '查看数据');
    const { rows } = await at.one.call('evaluation.dataTable', { cycleId });
    expect(rows[0]?.cells).toMatchObject({ 及格率: '100', 优秀率: '50' });
    expect(Number(rows[0]?.cells['增值'])).toBeGreaterThan(0);
    await page.getByText('导入记录 2 次').click();
    await press(page.getByRole('row', { name: /期末\.xlsx/ }), '撤销');
    await press(page.getByRole('dialog'), '撤销');
    await page.getByText(/^已撤销，恢复 \d+ 个数$/).waitFor();
  });

  it('takes a table with a column for each course, and asks for the full marks that nobody said', async () => {
    const { page } = at;
    await press(page, '导入 Excel');
    const drawer = at.dialog('导入数据');
    await drawer.getByText('学生成绩表（由系统统计）').click();
    const wide = new ExcelJS.Workbook();
    const marks = wide.addWorksheet('成绩');
    for (const line of [
      ['2026年秋季期中考试成绩'],
      ['学号', '姓名', '班级', '语文（120分）', '数学', '听力口语', '总分', '年级名次'],
      ['P0', '甲', '2026级1班', 108, 118, 9, 235, 1],
      ['P1', '乙', '2026级1班', 84, '缺考', '优', 84, 2],
      ['P2', '丙', '2026级2班', 60, 45, '免考', 105, 3],
      ['', '平均分', '', 84, 81.5, 9, '', ''],
    ])
      marks.addRow(line);
    const teaching = wide.addWorksheet('任课表');
    for (const line of [
      ['班级', '语文', '数学'],
      ['2026级1班', '王建国', '孙悦'],
      ['2026级2班', '王建国', 'J002'],
    ])
      teaching.addRow(line);
    await drawer.getByLabel('把本次考试的成绩表拖到这里').setInputFiles({
      name: '期中总表.xlsx',
      mimeType: XLSX,
      buffer: Buffer.from(await wide.xlsx.writeBuffer()),
    });
    await press(drawer, '统计');
    await drawer.getByText('一名学生一行、一科一列', { exact: true }).waitFor();
    await drawer.getByText('这一列有 118 分，超过了 100 分', { exact: false }).waitFor();
    await at.sound();
    await drawer.getByLabel('“数学”的满分').fill('120');
    await pick(drawer, '“听力口语”这一列是什么', '听力口语成绩', '听力口语');
    await drawer.getByText('成绩须是数字，最多两位小数，在 0—100 之间', { exact: false }).waitFor();
    await drawer.getByText('任课表里没有2026级1班听力口语的任课教师', { exact: false }).waitFor();
    await at.sound();
    await pick(drawer, '“听力口语”这一列是什么', '不用（如总分、名次）', '不用');
    await drawer.getByRole('radio', { name: '按 0 分计入' }).check();
    const counted = drawer.getByRole('row', { name: /孙悦/ });
    await counted.getByText('50%').first().waitFor();
    await counted.getByTitle('2 人次（缺考 1 人次按 0 分计入）中 1 人次达到满分的 60%').waitFor();
    await at.sound();
    await press(drawer, '写入所选数据');
    await drawer.getByText(/^已写入 \d+ 个数$/).waitFor();
    await press(drawer, '查看数据');
    const { rows } = await at.one.call('evaluation.dataTable', { cycleId });
    expect(rows.find(({ subject }) => subject.name === '孙悦')?.cells).toMatchObject({ 及格率: '50' });
    await press(page, '导入 Excel');
    await drawer.getByText('学生成绩表（由系统统计）').click();
    const again = await workbook(
      ['学号', '姓名', '数学', '数学教师'],
      ['P0', '甲', 60, '王建国'],
      ['P1', '乙', 119, '王建国'],
    );
    await drawer
      .getByLabel('把本次考试的成绩表拖到这里')
      .setInputFiles({ name: '月考.xlsx', mimeType: XLSX, buffer: again });
    await press(drawer, '统计');
    await drawer.getByText('按上次的说明').first().waitFor();
    expect(await drawer.getByLabel('“数学”的满分').inputValue()).toBe('120');
    await press(drawer, '关闭');
    await page.getByText('导入记录 3 次').waitFor();
    await press(page.getByRole('row', { name: /期中总表\.xlsx/ }), '撤销');
    await press(page.getByRole('dialog'), '撤销');
    await page
      .getByText(/^已撤销，恢复 \d+ 个数$/)
      .last()
      .waitFor();
  });

  it('takes an import back', async () => {
    const { page } = at;
    await press(page.getByRole('row', { name: /期末成绩\.xlsx/ }), '撤销');
    await press(page.getByRole('dialog'), '撤销');
    await page.getByText('已撤销，恢复 8 个数').waitFor();
    await page.getByText('1 / 4', { exact: true }).waitFor();
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
