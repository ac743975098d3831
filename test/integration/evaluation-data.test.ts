import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dismissReaders } from '../../electron/documents/workers/workbook-pool.ts';
import { XLSX } from '../../electron/features/file-content.ts';
import {
  departmentCollection,
  postCollection,
  staffCollection,
} from '../../electron/features/organisation/index.ts';
import type { DataPreview } from '../../shared/features/evaluation/data/views.ts';
import type { Indicator, IndicatorContent } from '../../shared/features/evaluation/indicators.ts';
import type { CycleView } from '../../shared/features/evaluation/views.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { edited, opened } from '../support/score-books.ts';

/** Two teachers of one name: only their number tells them apart. */
const staff = [
  ['s1', 'T001', '王建国', 'd1'],
  ['s2', 'T002', '李梅', 'd1'],
  ['s3', 'T003', '李梅', 'd2'],
  ['s4', 'T004', '孙悦', 'd2'],
] as const;

let desk: TestDesk;
let one: Caller;
let cycle: CycleView['cycle'];

const formula = (id: string, name: string, weight: number, expression: string): Indicator => ({
  id,
  name,
  standard: '',
  evidence: '',
  weight,
  fullMarks: 10_000,
  method: { kind: 'formula', expression },
  vetoBelow: null,
});

const content: IndicatorContent = {
  name: '教学质量指标',
  about: '',
  dimensions: [
    {
      id: 'quality',
      name: '教学质量',
      weight: 10_000,
      indicators: [
        formula('rate', '达标', 6000, '及格率 × 60% + 优秀率 × 40%'),
        formula('away', '到岗', 4000, '限于（100 － 迟到次数 × 5，0，100）'),
      ],
    },
  ],
  bands: [
    { label: '优秀', from: 9000 },
    { label: '合格', from: 6000 },
    { label: '不合格', from: 0 },
  ],
};

const begin = async (text = content): Promise<CycleView['cycle']> => {
  const system = await one.call('evaluation.createSystem', { kind: 'teacher', name: text.name });
  const version = system.versions[0]?.version;
  if (!version) throw new Error('a system begins with a version');
  const saved = await one.call('evaluation.saveVersion', { id: version.id, rev: version.rev, content: text });
  const plan = {
    name: '2026年教学质量考核',
    versionId: saved.versions[0]?.version.id ?? '',
    schoolYearId: null,
    term: null,
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
    about: '',
    whenAbsent: 'block' as const,
    groups: [
      { id: 'data', kind: 'data' as const, name: '数据指标', weight: 10_000, dimensionIds: null, raters: [] },
    ],
  };
  const draft = await one.call('evaluation.createCycle', { plan });
  const chosen = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  const { id, rev } = chosen.cycle;
  return (await one.call('evaluation.start', { id, rev })).cycle;
};

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
    tx.insert(departmentCollection, { id: 'd1', name: '语文组', order: 1, closedOn: null });
    tx.insert(departmentCollection, { id: 'd2', name: '数学组', order: 2, closedOn: null });
    tx.insert(postCollection, { id: 'p1', name: '教师', kind: 'teacher', managerial: false });
    for (const [id, number, name, departmentId] of staff)
      tx.insert(staffCollection, {
        id,
        number,
        name,
        gender: 'female',
        employment: 'established',
        postGrade: '',
        title: '',
        partyMember: false,
        phone: '',
        joinedOn: null,
        leftOn: null,
        holdings: [{ postId: 'p1', departmentId, startsOn: '2020-09-01', endsOn: null }],
      });
  });
  cycle = await begin();
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});
afterAll(dismissReaders);

const fileOf = async (
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<FileContent> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('成绩统计'), workbook);
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return { name: '期末成绩.xlsx', mime: XLSX, base64: bytes.toString('base64') };
};
const rows = (...lines: readonly ExcelJS.CellValue[][]): Promise<FileContent> =>
  fileOf((sheet) => {
    for (const line of lines) sheet.addRow(line);
  });

const read = (file: FileContent): Promise<DataPreview> =>
  one.call('evaluation.readDataFile', { cycleId: cycle.id, file });

type Layout = Parameters<typeof layoutOf>[1];
const layoutOf = (
  { sheet, headRow, round, columns }: DataPreview,
  change: {
    round?: boolean;
    shares?: boolean;
    meanings?: Record<string, DataPreview['columns'][number]['meaning']>;
  } = {},
) => ({
  sheet,
  headRow,
  round: change.round ?? round,
  columns: columns.map(({ column, head, meaning, shares, undecided }) => ({
    column,
    meaning: change.meanings?.[head] ?? meaning,
    shares: undecided ? (change.shares ?? shares) : shares,
  })),
});

const apply = (
  preview: DataPreview,
  extra: { withoutProblems?: boolean; conflicts?: 'file' | 'screen' | null; layout?: Layout } = {},
) =>
  one.call('evaluation.applyData', {
    token: preview.token,
    seen: preview.seen,
    layout: layoutOf(preview, extra.layout),
    conflicts: extra.conflicts ?? null,
    choices: [],
    withoutProblems: extra.withoutProblems ?? false,
  });

const figuresOf = async (): Promise<Record<string, Record<string, string>>> => {
  const table = await one.call('evaluation.dataTable', { cycleId: cycle.id });
  return Object.fromEntries(table.rows.map(({ subject, cells }) => [subject.id, cells]));
};
const totalsOf = async (): Promise<Record<string, number | string>> => {
  const results = await one.call('evaluation.results', { cycleId: cycle.id });
  return Object.fromEntries(
    results.rows.map(({ subject, outcome }) => [
      subject.id,
      outcome.kind === 'graded'
        ? outcome.figures.total
        : outcome.kind === 'incomplete'
          ? outcome.missing.join('；')
          : outcome.kind,
    ]),
  );
};

const whole = [
  ['期末考试成绩分析表'],
  [],
  ['工号', '姓名', '及格率（%）', '优秀率', '迟到次数', '备注'],
  ['T001', '王建国', 92.5, '31%', 2, '三（1）班'],
  ['T002', '李梅', 90, 30, 0, ''],
  ['T003', '李梅', '８８．５', 28, 1, ''],
  ['T004', '孙悦', 100, 60, 30, ''],
  ['', '平均', 92.75, 37.25, 8, ''],
];

describe('data that feed the formulas of an evaluation', () => {
  it('are read from a workbook, shown before anything is saved, and give the result at once', async () => {
    const preview = await read(await rows(...whole));
    expect(preview).toMatchObject({
      sheet: '成绩统计',
      headRow: 3,
      counts: { rows: 4, fresh: 12, same: 0, blank: 0, conflicts: 0, problems: 0 },
      skipped: ['第 8 行“平均”'],
      refused: '',
    });
    expect(
      preview.columns.map(({ meaning }) => (meaning.kind === 'field' ? meaning.name : meaning.kind)),
    ).toEqual(['number', 'name', '及格率', '优秀率', '迟到次数', 'ignored']);
    expect(await figuresOf()).toEqual({ s1: {}, s2: {}, s3: {}, s4: {} });
    expect(await totalsOf()).toMatchObject({ s1: '数据指标：缺少数据（达标、到岗）' });

    expect(await apply(preview)).toEqual({ written: 12, kept: 0, leftOut: 0 });
    expect((await figuresOf())['s3']).toEqual({ 及格率: '88.5', 优秀率: '28', 迟到次数: '1' });
    // 王建国: 92.5 × 60% + 31 × 40% = 67.9; 100 − 2 × 5 = 90; 67.9 × 60% + 90 × 40% = 76.74.
    expect(await totalsOf()).toEqual({ s1: 7674, s2: 7960, s3: 7658, s4: 5040 });
    await desk.restart();
    one = await desk.everyone();
    expect((await totalsOf())['s1']).toBe(7674);
  });

  it('explain a result by formula, inputs, where they came from, and what was done with them', async () => {
    await apply(await read(await rows(...whole)));
    const { explanation } = await one.call('evaluation.explain', { cycleId: cycle.id, subjectId: 's4' });
    const [rate, away] = explanation?.groups[0]?.dimensions[0]?.indicators ?? [];
    expect(rate?.result).toBe('84');
    expect(rate?.formula).toMatchObject({
      expression: '及格率 × 60% + 优秀率 × 40%',
      inputs: [
        { name: '及格率', value: '100%' },
        { name: '优秀率', value: '60%' },
      ],
      note: '代入数据：100 × 60% + 60 × 40% = 84',
    });
    expect(rate?.formula?.inputs[0]?.source).toMatch(
      /^“期末成绩\.xlsx”工作表“成绩统计”单元格 C7，周敏 2026年11月24日/,
    );
    expect(away?.formula?.note).toBe('代入数据：限于(100 - 30 × 5，0，100) = 0');
  });

  it('state what is missing and never take it for 0', async () => {
    await apply(await read(await rows(['工号', '及格率', '迟到次数'], ['T001', 90, 0], ['T002', '', 0])));
    expect(await totalsOf()).toMatchObject({
      s1: '数据指标：缺少数据（达标）',
      s2: '数据指标：缺少数据（达标）',
      s3: '数据指标：缺少数据（达标、到岗）',
    });
    const table = await one.call('evaluation.dataTable', { cycleId: cycle.id });
    expect(table.rows.map(({ missing, points }) => [missing, points])).toEqual([
      [['优秀率'], { rate: '', away: '100' }],
      [['及格率', '优秀率'], { rate: '', away: '100' }],
      [['及格率', '优秀率', '迟到次数'], { rate: '', away: '' }],
      [['及格率', '优秀率', '迟到次数'], { rate: '', away: '' }],
    ]);
    const { rows: results } = await one.call('evaluation.results', { cycleId: cycle.id });
    expect(results.every(({ outcome }) => outcome.kind === 'incomplete')).toBe(true);
  });
});

describe('a workbook with data', () => {
  it('is not taken at its word: formulas, errors, texts, wrong people and doubles are named cell by cell', async () => {
    const file = await fileOf((sheet) => {
      sheet.addRow(['工号', '姓名', '及格率', '优秀率', '迟到次数']);
      sheet.addRow([
        'T001',
        '王建国',
        { formula: 'HYPERLINK("http://x","99")', result: 99 },
        { error: '#REF!' },
        1.5,
      ]);
      sheet.addRow(['T002', '王建国', 90, 30, 0]);
      sheet.addRow(['T009', '', 90, 30, 0]);
      sheet.addRow(['', '李梅', 90, 30, 0]);
      sheet.addRow(['T004', '孙悦', '很好', 101, -1]);
      sheet.addRow(['T004', '', 80, 30, 0]);
      sheet.addRow([{ formula: '"T00"&3', result: 'T003' }, '', 80, 30, 0]);
      sheet.addRow(['', '=cmd|calc!A0', 80, 30, '5%']);
    });
    const preview = await read(file);
    expect(preview.problems.map(({ cell, field, value, message }) => [cell, field, value, message])).toEqual([
      [
        'C2',
        '及格率',
        '99',
        '这一格是公式，不能确定算得对不对，请改为直接填写的数（复制后“选择性粘贴—数值”）；可填：0—100%，最多 2 位小数',
      ],
      ['D2', '优秀率', '#REF!', '这一格是错误值，请重新填写；可填：0—100%，最多 2 位小数'],
      ['E2', '迟到次数', '1.5', '须填写整数，填写的是 1.5'],
      ['A3', '', 'T002 王建国', '工号“T002”是李梅，这一行写的却是“王建国”，请核对是谁的数据'],
      ['A4', '', 'T009', '这次考核的对象里没有工号“T009”'],
      ['B5', '', '李梅', '有 2 个“李梅”（T002 李梅 语文组 教师；T003 李梅 数学组 教师），请在表中加上工号'],
      ['C6', '及格率', '很好', '须填写数字（0—100%，最多 2 位小数），填写的是“很好”'],
      ['D6', '优秀率', '101', '须在允许的范围内（0—100%，最多 2 位小数），填写的是 101'],
      ['E6', '迟到次数', '-1', '须在允许的范围内（0—1000 次，整数），填写的是 -1'],
      ['A7', '', 'T004', '与第 6 行是同一个对象（孙悦），不知道以哪一行为准，请删去一行'],
      ['A8', '', 'T003', '这一格是公式，不能确定算得对不对，请改为直接填写的数（复制后“选择性粘贴—数值”）'],
      ['B9', '', '=cmd|calc!A0', '这次考核的对象里没有“=cmd|calc!A0”'],
    ]);
    const refused = await one.refused('evaluation.applyData', {
      token: preview.token,
      seen: preview.seen,
      layout: layoutOf(preview),
      conflicts: null,
      choices: [],
      withoutProblems: false,
    });
    expect([refused.code, refused.message.slice(0, 9)]).toEqual(['invalid', '还有 12 处有误']);
    expect(await figuresOf()).toEqual({ s1: {}, s2: {}, s3: {}, s4: {} });
  });

  it('may write percentages as it likes, and asks where shares of 1 and percents cannot be told apart', async () => {
    const file = await fileOf((sheet) => {
      sheet.addRow(['工号', '及格率', '优秀率']);
      sheet.addRow(['T001', 0.925, 0.31]);
      sheet.addRow(['T002', 0.07, 1]);
      sheet.addRow(['T003', '88.5%', 0.285]);
      sheet.getColumn(2).numFmt = '0.0%';
    });
    const preview = await read(file);
    expect(preview.columns.map(({ head, undecided }) => [head, undecided])).toEqual([
      ['工号', false],
      ['及格率', false],
      ['优秀率', true],
    ]);
    const question = {
      token: preview.token,
      seen: preview.seen,
      layout: layoutOf(preview),
      conflicts: null,
      choices: [],
      withoutProblems: false,
    };
    expect((await one.refused('evaluation.applyData', question)).message).toContain('百分数还是小数');
    await apply(preview, { layout: { shares: true } });
    expect(await figuresOf()).toMatchObject({
      s1: { 及格率: '92.5', 优秀率: '31' },
      s2: { 及格率: '7', 优秀率: '100' },
      s3: { 及格率: '88.5', 优秀率: '28.5' },
    });
  });

  it('is refused where a percentage stands for a count, and rounds only when told to', async () => {
    const preview = await read(
      await fileOf((sheet) => {
        sheet.addRow(['工号', '及格率', '迟到次数']);
        sheet.addRow(['T001', 92.456, 2]);
        sheet.getCell('C2').numFmt = '0%';
      }),
    );
    expect(preview.problems.map(({ cell, message }) => [cell, message])).toEqual([
      ['B2', '最多 2 位小数，填写的是 92.456'],
      ['C2', '“迟到次数”的单位是“次”，不能填百分数，填写的是“2”'],
    ]);
    const layout = layoutOf(preview, { round: true });
    const rounded = await one.call('evaluation.previewData', { token: preview.token, layout });
    expect(rounded.problems.map(({ cell }) => cell)).toEqual(['C2']);
    await apply(rounded, { withoutProblems: true });
    expect((await figuresOf())['s1']).toEqual({ 及格率: '92.46' });
  });

  it('shows figures of both sides where they differ, and takes the one that was chosen', async () => {
    await apply(await read(await rows(...whole)));
    const preview = await read(await rows(['工号', '及格率'], ['T001', 95], ['T002', 90], ['T003', 70]));
    expect(preview.counts).toMatchObject({ fresh: 0, same: 1, conflicts: 2 });
    expect(preview.conflicts[0]).toMatchObject({
      subject: '王建国',
      field: '及格率',
      inFile: '95%',
      onScreen: '92.5%',
    });
    expect(preview.conflicts[0]?.source).toContain('单元格 C4');
    const given = {
      token: preview.token,
      seen: preview.seen,
      layout: layoutOf(preview),
      withoutProblems: false,
    };
    const open = await one.refused('evaluation.applyData', { ...given, conflicts: null, choices: [] });
    expect(open.message).toContain('还有 2 个数与系统里的不一致');
    const first = preview.conflicts[0]?.key ?? '';
    const done = await one.call('evaluation.applyData', {
      ...given,
      conflicts: 'screen',
      choices: [{ key: first, take: 'file' }],
    });
    expect(done).toEqual({ written: 1, kept: 1, leftOut: 0 });
    expect(await figuresOf()).toMatchObject({ s1: { 及格率: '95' }, s3: { 及格率: '88.5' } });
  });

  it('is not written over what somebody entered after the preview', async () => {
    const preview = await read(await rows(['工号', '及格率'], ['T001', 95]));
    await one.call('evaluation.saveData', {
      cycleId: cycle.id,
      rows: [{ subjectId: 's1', rev: 0, cells: [{ field: '及格率', text: '80' }] }],
    });
    const late = await one.refused('evaluation.applyData', {
      token: preview.token,
      seen: preview.seen,
      layout: layoutOf(preview),
      conflicts: 'file',
      choices: [],
      withoutProblems: false,
    });
    expect(late.code).toBe('conflict');
    expect((await figuresOf())['s1']).toEqual({ 及格率: '80' });
  });

  it('teaches once what its columns mean, and is understood from then on', async () => {
    const lines = [
      ['教工代码', '过线比例', '晚到'],
      ['T001', 91, 3],
    ];
    const strange = await read(await rows(...lines));
    expect(strange.refused).not.toBe('');
    const meanings = {
      教工代码: { kind: 'number' as const },
      过线比例: { kind: 'field' as const, name: '及格率' },
      晚到: { kind: 'field' as const, name: '迟到次数' },
    };
    const said = await one.call('evaluation.previewData', {
      token: strange.token,
      layout: layoutOf(strange, { meanings }),
    });
    expect(said).toMatchObject({ refused: '', counts: { rows: 1, fresh: 2 } });
    await apply(said);
    const again = await read(await rows(['教工代码', '过线比例', '晚到'], ['T002', 88, 0]));
    expect(again).toMatchObject({ refused: '', counts: { rows: 1, fresh: 2 } });
    expect(again.columns.every(({ remembered }) => remembered)).toBe(true);
  });

  it('is taken back, but for what was changed since', async () => {
    await apply(await read(await rows(['工号', '及格率'], ['T001', 80], ['T002', 81])));
    await apply(await read(await rows(['工号', '及格率'], ['T001', 90], ['T002', 91], ['T003', 92])), {
      conflicts: 'file',
    });
    const before = await one.call('evaluation.dataTable', { cycleId: cycle.id });
    const second = before.rows.find(({ subject }) => subject.id === 's2');
    await one.call('evaluation.saveData', {
      cycleId: cycle.id,
      rows: [{ subjectId: 's2', rev: second?.rev ?? 0, cells: [{ field: '及格率', text: '99' }] }],
    });
    const last = before.imports.find(({ figures }) => figures === 3);
    if (!last) throw new Error('the import is listed');
    expect(await one.call('evaluation.undoData', { id: last.id, rev: last.rev })).toEqual({
      restored: 2,
      kept: 1,
    });
    expect(await figuresOf()).toEqual({ s1: { 及格率: '80' }, s2: { 及格率: '99' }, s3: {}, s4: {} });
    const twice = await one.refused('evaluation.undoData', { id: last.id, rev: last.rev + 1 });
    expect(twice.code).toBe('illegal-step');
  });

  it('is offered as a template that comes back as it was filled in', async () => {
    const template = await one.call('evaluation.dataTemplate', { cycleId: cycle.id });
    const sheet = (await opened(template)).worksheets[0];
    expect(sheet?.getRow(1).values).toEqual([
      undefined,
      '工号*',
      '姓名/名称*',
      '及格率（%）',
      '优秀率（%）',
      '迟到次数（次）',
    ]);
    const filled = await edited(template, (workbook) => {
      const page = workbook.worksheets[0];
      for (const row of [2, 3, 4, 5]) {
        if (!page) throw new Error('the template has a page');
        page.getCell(row, 3).value = '92.5%';
        page.getCell(row, 5).value = row;
      }
    });
    const preview = await read(filled);
    expect(preview).toMatchObject({ refused: '', counts: { rows: 4, fresh: 8, blank: 4, problems: 0 } });
    await apply(preview);
    expect((await figuresOf())['s3']).toEqual({ 及格率: '92.5', 迟到次数: '4' });
    const exported = await opened(await one.call('evaluation.exportData', { cycleId: cycle.id }));
    expect(exported.worksheets[0]?.getCell('D4').value).toBe(92.5);
  });
});

describe('marks of an exam', () => {
  const marks = (...lines: readonly ExcelJS.CellValue[][]): Promise<FileContent> =>
    rows(['学号', '姓名', '班级', '学科', '成绩', '教师工号', '任课教师'], ...lines);
  const lines = { pass: 6000, excellent: 8500, low: 4000 };

  it('give mean, rates and gain of each teacher, with how they came about', async () => {
    const now = await marks(
      ['P1', '甲', '七1班', '语文', 90, 'T001', ''],
      ['P2', '乙', '七1班', '语文', 55, 'T001', '王建国'],
      ['P3', '丙', '七2班', '语文', 70, '', '孙悦'],
      ['P4', '丁', '七2班', '语文', '缺考', '', '孙悦'],
    );
    const before = await marks(
      ['P1', '甲', '七1班', '语文', 60, '', ''],
      ['P2', '乙', '七1班', '语文', 40, '', ''],
      ['P9', '走', '七1班', '语文', 0, '', ''],
    );
    const preview = await one.call('evaluation.readExam', { cycleId: cycle.id, now, before, lines });
    expect(preview).toMatchObject({ marks: 3, absent: 1, problems: [], refused: '' });
    expect(preview.fields).toEqual(['及格率', '优秀率', '均分', '增值', '参考人数', '低分率']);
    expect(
      preview.groups.map(({ name, figures }) => [name, figures.map(({ field, value }) => field + value)]),
    ).toEqual([
      ['王建国', ['均分72.5 分', '及格率50%', '优秀率50%', '低分率0%', '参考人数2 人', '增值0 分']],
      ['孙悦', ['均分70 分', '及格率100%', '优秀率0%', '低分率0%', '参考人数1 人']],
    ]);
    const { token, seen, choice } = preview;
    const fields = ['及格率', '优秀率'];
    expect(await one.call('evaluation.applyExam', { token, seen, choice, fields })).toEqual({ written: 4 });
    expect(await figuresOf()).toMatchObject({ s1: { 及格率: '50', 优秀率: '50' }, s4: { 及格率: '100' } });
    const table = await one.call('evaluation.dataTable', { cycleId: cycle.id });
    expect(table.rows[0]?.sources['及格率']).toContain('成绩统计：2 人次中 1 人次达到满分的 60%');
    const [done] = table.imports;
    if (!done) throw new Error('the import is listed');
    expect(await one.call('evaluation.undoData', { id: done.id, rev: done.rev })).toEqual({
      restored: 4,
      kept: 0,
    });
  });

  it('are refused as a whole where one of them cannot be trusted', async () => {
    const now = await marks(
      ['P1', '甲', '七1班', '语文', 101, 'T001', ''],
      ['P2', '乙', '七1班', '语文', { formula: '60+1', result: 61 }, 'T001', ''],
      ['P3', '丙', '七1班', '语文', '优', 'T001', ''],
      ['P4', '丁', '七1班', '语文', 80, '', '李梅'],
      ['P5', '戊', '七1班', '语文', 80, 'T001', '李梅'],
      ['P6', '己', '七1班', '语文', 80, 'T001', ''],
      ['P6', '己', '七1班', '语文', 90, 'T001', ''],
    );
    const preview = await one.call('evaluation.readExam', { cycleId: cycle.id, now, before: null, lines });
    expect(preview.problems.map(({ cell, message }) => [cell, message.slice(0, 14)])).toEqual([
      ['E2', '成绩须在 0—100 之间'],
      ['E3', '这一格是公式或者错误值，请改'],
      ['E4', '成绩须是数字，最多两位小数，'],
      ['G5', '有 2 个“李梅”（T002'],
      ['G6', '工号“T001”是王建国，这'],
      ['A8', '与第 7 行是同一名学生的同'],
    ]);
    const { token, seen, choice } = preview;
    const refused = await one.refused('evaluation.applyExam', { token, seen, choice, fields: ['及格率'] });
    expect(refused).toMatchObject({ code: 'invalid' });
    expect(refused.message).toContain('还有 6 处有误');
    const strange = await rows(['编码', '数'], ['1', 2]);
    const nothing = await one.call('evaluation.readExam', {
      cycleId: cycle.id,
      now: strange,
      before: null,
      lines,
    });
    expect(nothing.refused).toContain('没有找到表头');
  });
});

describe('figures that are typed', () => {
  it('are saved where they are sound, told where they are not, and taken back when blank', async () => {
    const type = (rev: number, cells: { field: string; text: string }[]) =>
      one.call('evaluation.saveData', { cycleId: cycle.id, rows: [{ subjectId: 's1', rev, cells }] });
    const saved = await type(0, [
      { field: '及格率', text: '９２．５％' },
      { field: '优秀率', text: '120' },
      { field: '没有的', text: '1' },
    ]);
    expect(saved.rows[0]).toMatchObject({ rev: 1, cells: { 及格率: '92.5' } });
    expect(saved.problems.map(({ field, message }) => [field, message])).toEqual([
      ['优秀率', '须在允许的范围内（0—100%，最多 2 位小数），填写的是 120'],
      ['没有的', '没有“没有的”这个数据，请先在“数据字段”里添加'],
    ]);
    const stale = await type(0, [{ field: '及格率', text: '10' }]);
    expect(stale.conflicts).toEqual([{ subjectId: 's1', message: '“王建国”的数据刚刚由别人改过' }]);
    expect((await type(1, [{ field: '及格率', text: ' ' }])).rows[0]?.cells).toEqual({});
  });

  it('are entered by nobody once the results are confirmed, and by nobody who may only look', async () => {
    await apply(await read(await rows(...whole)));
    const reader = desk.connect();
    const draft = { accountName: 'caiwu', name: '钱会计', roles: ['finance' as const], staffId: null };
    const { temporaryPassword } = await one.call('accounts.create', draft);
    await reader.call('accounts.login', { accountName: 'caiwu', password: temporaryPassword });
    await reader.call('accounts.changePassword', {
      current: temporaryPassword,
      next: 'own words of finance',
    });
    const typed = {
      cycleId: cycle.id,
      rows: [{ subjectId: 's1', rev: 1, cells: [{ field: '及格率', text: '1' }] }],
    };
    expect((await reader.refused('evaluation.saveData', typed)).code).toBe('forbidden');
    expect((await reader.call('evaluation.dataTable', { cycleId: cycle.id })).mayEnter).toBe(false);

    const { cycle: now } = await one.call('evaluation.readCycle', { id: cycle.id });
    const closed = await one.call('evaluation.close', { id: now.id, rev: now.rev });
    await one.call('evaluation.confirm', {
      id: cycle.id,
      rev: closed.cycle.rev,
      undetermined: [],
      quotaApproval: '',
    });
    expect(await one.refused('evaluation.saveData', typed)).toMatchObject({
      code: 'illegal-step',
      message: '考核结果已经确认，数据不能再改。需要更正时请先重新打开。',
    });
    expect(await totalsOf()).toMatchObject({ s1: 7674 });
  });
});

describe('fields of the school', () => {
  it('are added, used by a formula, and then neither renamed nor removed', async () => {
    const field = {
      name: '书法达标率',
      area: 'exam' as const,
      unit: '%',
      decimals: 1,
      min: '0',
      max: '100',
      about: '书法抽测达标的人数占参加人数的百分比',
      kinds: ['teacher' as const],
    };
    const { id } = await one.call('evaluation.saveDataField', { target: null, field });
    const shipped = await one.refused('evaluation.saveDataField', {
      target: null,
      field: { ...field, name: '及格率' },
    });
    expect(shipped.message).toContain('系统里已有“及格率”');
    const twice = await one.refused('evaluation.saveDataField', { target: null, field });
    expect(twice.message).toBe('已经有同名的数据，请换一个名称。');

    const [dimension] = content.dimensions;
    if (!dimension) throw new Error('the content has a dimension');
    cycle = await begin({
      ...content,
      name: '书法指标',
      dimensions: [{ ...dimension, indicators: [formula('w', '书法', 10_000, '书法达标率')] }],
    });
    const { fields } = await one.call('evaluation.dataFields', { kind: 'teacher' });
    const own = fields.find((offered) => offered.own?.id === id);
    expect(own?.usedIn).toEqual(['“书法指标”的指标“书法”']);
    const target = { id, rev: own?.own?.rev ?? 0 };
    const renamed = { target, field: { ...field, name: '书法率' } };
    expect((await one.refused('evaluation.saveDataField', renamed)).message).toContain('名称不能改');
    expect((await one.refused('evaluation.removeDataField', target)).message).toContain('不能删除');
    await one.call('evaluation.saveDataField', { target, field: { ...field, about: '按抽测记录填写' } });
    await one.call('evaluation.saveData', {
      cycleId: cycle.id,
      rows: [{ subjectId: 's1', rev: 0, cells: [{ field: '书法达标率', text: '85.5' }] }],
    });
    expect((await totalsOf())['s1']).toBe(8550);
  });

  it('are all sound as they are shipped', async () => {
    const { fields } = await one.call('evaluation.dataFields', { kind: null });
    const names = fields.map(({ field }) => field.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['及格率', '优秀率', '增值', '出勤率']));
    for (const { field } of fields) expect([field.name, field.about.length > 10]).toEqual([field.name, true]);
  });
});
