import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dismissReaders } from '../../electron/documents/workers/workbook-pool.ts';
import { XLSX } from '../../electron/features/file-content.ts';
import { teachingCollection } from '../../electron/features/organisation/teaching/collections.ts';
import {
  classCollection,
  courseCollection,
  departmentCollection,
  pupilCollection,
} from '../../electron/features/organisation/index.ts';
import type { ExamPreview } from '../../shared/features/evaluation/data/exam-views.ts';
import type { SubjectKind } from '../../shared/features/evaluation/indicators.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { withTeachers } from '../support/evaluation/teachers.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

/** Two classes of grade seven and one of grade eight; two pupils of one name in one of them. */
const classes = [
  ['c71', 2026, 1],
  ['c72', 2026, 2],
  ['c81', 2025, 1],
] as const;
const pupils = [
  ['p1', 'G001', '陈一', 'c71'],
  ['p2', 'G002', '陈二', 'c71'],
  ['p3', 'G003', '陈三', 'c72'],
  ['p4', 'G004', '陈四', 'c72'],
  ['p5', 'G005', '陈五', 'c81'],
] as const;

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await withTeachers(desk, [
    { name: '王建国', department: 1 },
    { name: '李梅', department: 2 },
  ]);
  await desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
    tx.insert(departmentCollection, { id: 'd3', name: '七年级组', order: 3, closedOn: null });
    tx.insert(departmentCollection, { id: 'd4', name: '总务处', order: 4, closedOn: null });
    for (const [id, entryYear, ordinal] of classes)
      tx.insert(classCollection, {
        id,
        entryYear,
        entryGrade: 7,
        ordinal,
        headTeacherId: null,
        graduatedOn: null,
      });
    for (const [id, number, name, classId] of pupils)
      tx.insert(pupilCollection, {
        id,
        number,
        name,
        gender: 'female',
        bornOn: null,
        classId,
        guardians: [],
        enrolledOn: null,
        leftOn: null,
      });
  });
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});
afterAll(dismissReaders);

const begin = async (kind: SubjectKind, ids?: readonly string[]): Promise<string> => {
  const { versions } = await one.call('evaluation.createSystem', { kind, name: '教学质量' });
  const version = versions[0]?.version;
  if (!version) throw new Error('a system begins with a version');
  const content = {
    name: '教学质量',
    about: '',
    dimensions: [
      {
        id: 'quality',
        name: '教学质量',
        weight: 10_000,
        indicators: [
          {
            id: 'rate',
            name: '达标',
            standard: '',
            evidence: '',
            weight: 10_000,
            fullMarks: 10_000,
            method: { kind: 'formula' as const, expression: '及格率' },
            vetoBelow: null,
          },
        ],
      },
    ],
    bands: [
      { label: '合格', from: 6000 },
      { label: '不合格', from: 0 },
    ],
  };
  await one.call('evaluation.saveVersion', { id: version.id, rev: version.rev, content });
  const draft = await one.call('evaluation.createCycle', {
    plan: {
      name: '教学质量考核',
      versionId: version.id,
      schoolYearId: null,
      term: null,
      startsOn: '2026-11-01',
      endsOn: '2026-12-31',
      about: '',
      whenAbsent: 'block',
      groups: [
        { id: 'data', kind: 'data', name: '数据指标', weight: 10_000, dimensionIds: null, raters: [] },
      ],
    },
  });
  const chosen = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: ids ? { by: 'ids', ids: [...ids] } : { by: 'kind', departmentIds: null },
  });
  await one.call('evaluation.start', { id: chosen.cycle.id, rev: chosen.cycle.rev });
  return chosen.cycle.id;
};

type Lines = readonly (readonly ExcelJS.CellValue[])[];
const book = async (name: string, sheets: Readonly<Record<string, Lines>>): Promise<FileContent> => {
  const workbook = new ExcelJS.Workbook();
  for (const [title, lines] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(title);
    for (const line of lines) sheet.addRow([...line]);
  }
  return { name, mime: XLSX, base64: Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64') };
};

const lines = { pass: 6000, excellent: 8500, low: 4000 };
const read = (
  cycleId: string,
  now: FileContent,
  more: { before?: FileContent; teaching?: FileContent } = {},
): Promise<ExamPreview> =>
  one.call('evaluation.readExam', {
    cycleId,
    now,
    before: more.before ?? null,
    teaching: more.teaching ?? null,
    lines,
  });
const figures = ({ groups }: ExamPreview, ...fields: readonly string[]) =>
  Object.fromEntries(
    groups.map(({ name, figures: own }) => [
      name,
      fields.map((field) => own.find((figure) => figure.field === field)?.value ?? '—'),
    ]),
  );

const autumn: Lines = [
  ['2026年秋季期中考试成绩'],
  ['学籍号', '姓名', '班级', '语文（120分）', '数学', '英语', '总分', '名次'],
  ['G001', '陈一', '七1班', 108, 90, 80, 278, 1],
  ['G002', '陈二', '七年级(1)班', 60, 50, '缺考', 110, 4],
  ['G003', '陈三', '七2班', 72, 85, 59.5, 216.5, 2],
  ['G004', '陈四', '2026级2班', 36, '免考', '', 36, 5],
  ['', '平均分', '', 69, 75, 69.75, '', ''],
];
const spring: Lines = [
  ['姓名', '班级', '数学', '语文'],
  ['陈一', '七1班', 60, 60],
  ['陈二', '七1班', 80, 90],
  ['陈三', '七2班', 70, 75],
];

describe('a table with a column for each course', () => {
  it('is understood, with full marks from its heads, and gives the figures of classes', async () => {
    const preview = await read(await begin('class'), await book('期中.xlsx', { 成绩: autumn }));
    expect(preview).toMatchObject({ refused: '', problems: [], marks: 9, absent: 1, exempt: 1, blank: 1 });
    expect(preview.now).toMatchObject({ headRow: 2, wide: true, skipped: ['第 7 行“平均分”'] });
    expect(
      preview.now.columns.map(({ head, meaning, full, fullFrom }) => [
        head,
        'course' in meaning ? meaning.course : meaning.kind,
        full,
        fullFrom,
      ]),
    ).toEqual([
      ['学籍号', 'pupilNumber', null, null],
      ['姓名', 'pupilName', null, null],
      ['班级', 'class', null, null],
      ['语文（120分）', '语文', 12_000, 'file'],
      ['数学', '数学', 10_000, 'usual'],
      ['英语', '英语', 10_000, 'usual'],
      ['总分', 'ignored', null, null],
      ['名次', 'ignored', null, null],
    ]);
    // 七1: 90, 90, 80, 50, 50 of 100; 七2: 60, 85, 59.5, 30.
    expect(figures(preview, '均分', '及格率', '优秀率', '低分率', '参考人数')).toEqual({
      '2026级（1）班': ['72 分', '60%', '40%', '0%', '2 人'],
      '2026级（2）班': ['58.63 分', '50%', '25%', '25%', '2 人'],
    });
    const words = preview.groups[1]?.figures.find(({ field }) => field === '及格率')?.words;
    expect(words).toBe('4 人次（免考 1 人次不计，空白 1 人次不计）中 2 人次达到满分的 60%');
    const zero = await one.call('evaluation.previewExam', {
      token: preview.token,
      choice: { ...preview.choice, absent: 'zero' },
    });
    expect(figures(zero, '均分', '及格率', '参考人数')).toMatchObject({
      '2026级（1）班': ['60 分', '50%', '2 人'],
    });
  });

  it('asks for the full marks that nobody said, once for a column, and remembers the answer', async () => {
    const cycleId = await begin('class');
    const heads = ['学籍号', '姓名', '班级', '语文', '口语'];
    const now = await book('期末.xlsx', {
      成绩: [heads, ['G001', '陈一', '七1班', 118, 9], ['G003', '陈三', '七2班', 96, 8]],
    });
    const preview = await read(cycleId, now);
    expect(preview.problems.map(({ sheet, cell, value, message }) => [sheet, cell, value, message])).toEqual([
      ['成绩', 'D1', '语文', '这一列有 118 分，超过了 100 分，请在上面写明这一科的满分'],
    ]);
    const said = (courses: Record<string, { course: string; full: number }>) => ({
      ...preview.choice,
      now: preview.choice.now && {
        ...preview.choice.now,
        columns: preview.now.columns.map(({ column, head, meaning }) => {
          const course = courses[head];
          return { column, meaning: course ? { kind: 'marksOf' as const, ...course } : meaning };
        }),
      },
    });
    const choice = said({
      语文: { course: '语文', full: 12_000 },
      口语: { course: '英语口语', full: 1000 },
    });
    const again = await one.call('evaluation.previewExam', { token: preview.token, choice });
    expect(again.problems).toEqual([]);
    expect(figures(again, '均分')).toEqual({ '2026级（1）班': ['94.17 分'], '2026级（2）班': ['80 分'] });
    const low = said({ 语文: { course: '语文', full: 11_000 } });
    const wrong = await one.call('evaluation.previewExam', { token: preview.token, choice: low });
    expect(wrong.problems.map(({ cell, value, message }) => [cell, value, message])).toEqual([
      ['D2', '118', '成绩须在 0—110 之间；满分不对的，请在上面改这一列的满分'],
    ]);
    await one.call('evaluation.applyExam', {
      token: preview.token,
      seen: again.seen,
      choice,
      fields: ['均分', '及格率'],
    });
    const table = await one.call('evaluation.dataTable', { cycleId });
    expect(table.rows.map(({ cells }) => cells['及格率'])).toEqual([undefined, '100', '100']);
    const next = await read(cycleId, now);
    expect(next.problems).toEqual([]);
    expect(next.now.columns.map(({ full, fullFrom }) => [full, fullFrom]).slice(3)).toEqual([
      [12_000, 'remembered'],
      [1000, 'remembered'],
    ]);
  });

  it('names what cannot be trusted by sheet and cell, and is refused as a whole', async () => {
    const preview = await read(
      await begin('class'),
      await book('期中.xlsx', {
        成绩: [
          ['学籍号', '姓名', '班级', '语文', '数学'],
          ['', '满分', '', 120, 100],
          ['G001', '陈一', '七1班', 121, { formula: '40+50', result: 90 }],
          ['G002', '陈二', '七9班', '优', 50],
          ['G003', '陈三', '七2班', 80, -1],
          ['G003', '陈三', '七2班', 80, 70],
        ],
      }),
    );
    expect(preview.problems.map(({ sheet, cell, value, message }) => [sheet, cell, value, message])).toEqual([
      ['成绩', 'D3', '121', '成绩须在 0—120 之间；满分不对的，请在上面改这一列的满分'],
      ['成绩', 'E3', '90', '这一格是公式或者错误值，请改为直接填写的数（复制后“选择性粘贴—数值”）'],
      ['成绩', 'D4', '优', '成绩须是数字，最多两位小数，在 0—120 之间；没有参加的写“缺考”“免考”或者留空'],
      ['成绩', 'C4', '七9班', '学校里没有“七9班”'],
      ['成绩', 'E5', '-1', '成绩须在 0—100 之间；满分不对的，请在上面改这一列的满分'],
      ['成绩', 'A6', 'G003', '与第 5 行是同一名学生的同一学科，请删去一行；同班同名的请加上学号'],
    ]);
    const { token, seen, choice } = preview;
    const refused = await one.refused('evaluation.applyExam', { token, seen, choice, fields: ['均分'] });
    expect(refused.message).toContain('还有 6 处有误');
  });

  it('is read sheet by sheet where every class has its own', async () => {
    const heads = ['姓名', '语文', '数学'];
    const preview = await read(
      await begin('class'),
      await book('期中.xlsx', {
        七年级1班: [heads, ['陈一', 90, 80], ['陈二', 70, 60]],
        七年级2班: [heads, ['陈三', 50, 40]],
        说明: [['各班自行登分']],
      }),
    );
    expect(preview).toMatchObject({ refused: '', problems: [], pupils: 3 });
    expect(preview.now.together).toEqual(['七年级1班', '七年级2班']);
    expect(figures(preview, '均分')).toEqual({ '2026级（1）班': ['75 分'], '2026级（2）班': ['45 分'] });
  });
});

describe('marks of all courses', () => {
  it('become figures of departments, by the grade or the courses in their names', async () => {
    const preview = await read(await begin('department'), await book('期中.xlsx', { 成绩: autumn }), {
      before: await book('入学.xlsx', { 成绩: spring }),
    });
    expect(preview).toMatchObject({ refused: '', problems: [], both: 3 });
    expect(preview.shares.map(({ name, words }) => [name, words])).toEqual(
      [
        ['语文组', '各年级语文的成绩'],
        ['数学组', '各年级数学的成绩'],
        ['七年级组', '七年级各学科的成绩'],
      ].sort(([a = ''], [b = '']) => a.localeCompare(b, 'zh-CN')),
    );
    // All who sat both exams are of grade seven: together they neither gain nor lose.
    expect(figures(preview, '均分', '及格率', '增值')).toEqual({
      语文组: ['57.5 分', '50%', '0 分'],
      数学组: ['75 分', '66.67%', '0 分'],
      七年级组: ['66.06 分', '55.56%', '0 分'],
    });
  });

  it('become figures of single pupils, with those who are not evaluated counted in the spread alone', async () => {
    const cycleId = await begin('pupil', ['p1', 'p3']);
    const preview = await read(cycleId, await book('期中.xlsx', { 成绩: autumn }), {
      before: await book('入学.xlsx', { 成绩: spring }),
    });
    expect(preview).toMatchObject({ refused: '', problems: [], outside: ['陈二', '陈四'] });
    const own = figures(preview, '均分', '及格率', '增值');
    expect(own).toMatchObject({
      陈一: ['86.67 分', '100%', expect.any(String)],
      陈三: ['68.17 分', '66.67%', expect.any(String)],
    });
    // 数学: 90, 50, 85 now and 60, 80, 70 then; 语文: 108, 60, 72 now and 60, 90, 75 then; reckoned apart.
    const standard = (marks: readonly number[], at: number): number => {
      const mean = marks.reduce((sum, each) => sum + each, 0) / marks.length;
      const spread = Math.sqrt(marks.reduce((sum, each) => sum + (each - mean) ** 2, 0) / marks.length);
      return (10 * ((marks[at] ?? 0) - mean)) / spread;
    };
    const gain =
      (standard([90, 50, 85], 0) -
        standard([60, 80, 70], 0) +
        standard([108, 60, 72], 0) -
        standard([60, 90, 75], 0)) /
      2;
    expect(own['陈一']?.[2]).toBe(`${gain.toFixed(2)} 分`);
  });

  it('become figures of teachers by who teaches what in which class', async () => {
    const cycleId = await begin('teacher');
    const now = await book('期中.xlsx', { 成绩: autumn });
    const bare = await read(cycleId, now);
    expect(bare.refused).toContain('看不出各科由谁任教');
    const taught = await book('任课表.xlsx', {
      任课: [
        ['班级', '语文', '数学', '英语'],
        ['七1班', '王建国', 'J002', '李梅'],
        ['七2班', '王建国', '李梅', '钱七'],
      ],
    });
    const gap = await read(cycleId, now, { teaching: taught });
    expect(gap.problems.map(({ sheet, cell, value, message }) => [sheet, cell, value, message])).toEqual([
      ['任课', 'D3', '钱七', '学校里没有“钱七”'],
      ['成绩', 'C5', '七2班', '任课表里没有七2班英语的任课教师'],
    ]);
    const whole = await book('期中.xlsx', {
      成绩: autumn,
      任课表: [
        ['班级', '语文', '数学', '英语'],
        ['七1班', '王建国', 'J002', '李梅'],
        ['七2班', '王建国', '李梅', '李梅'],
      ],
    });
    const preview = await read(cycleId, whole);
    expect(preview).toMatchObject({ refused: '', problems: [], taughtBy: '任课表（工作表“任课表”）' });
    expect(figures(preview, '均分', '参考人数')).toEqual({
      王建国: ['57.5 分', '4 人'],
      李梅: ['72.9 分', '3 人'],
    });
  });

  it('become figures of teachers by what the school has laid down of teaching, where no table says it', async () => {
    const cycleId = await begin('teacher');
    await desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
      for (const [order, name] of ['语文', '数学', '英语'].entries())
        tx.insert(courseCollection, { id: name, name, order, closedOn: null });
      const taught = [
        ['c71', '语文', 's1', '2026-09-01', '2026-10-31'],
        ['c71', '语文', 's2', '2026-11-01', null],
        ['c72', '语文', 's1', '2026-09-01', null],
        ['c71', '数学', 's2', '2026-09-01', null],
        ['c72', '数学', 's2', '2026-09-01', null],
        ['c71', '英语', 's1', '2026-09-01', null],
        ['c71', '英语', 's2', '2026-09-01', null],
        ['c72', '英语', 's1', '2026-09-01', null],
      ] as const;
      for (const [at, [classId, courseId, staffId, startsOn, endsOn]] of taught.entries())
        tx.insert(teachingCollection, { id: String(at), classId, courseId, staffId, startsOn, endsOn });
    });
    const preview = await read(cycleId, await book('期中.xlsx', { 成绩: autumn }));
    expect(preview.taughtBy).toBe('“机构与人员”里2026年11月24日的任课安排');
    // Two teach English in one class: that has to be said by somebody.
    expect(preview.problems.map(({ cell, message }) => [cell, message])).toEqual([
      ['C3', '任课安排里没有七1班英语的任课教师，或者不止一人；请登记任课，或者附上任课表'],
    ]);
    const bare = autumn.map((line) => line.filter((_, at) => at !== 5));
    const sound = await read(cycleId, await book('期中.xlsx', { 成绩: bare }));
    expect(sound).toMatchObject({ refused: '', problems: [] });
    // 语文: 王建国 has 七2班 with 60 and 30, 李梅 七1班 with 90 and 50; 数学: 李梅 has 90, 50 and 85.
    expect(figures(sound, '均分')).toEqual({ 王建国: ['45 分'], 李梅: ['73 分'] });
  });

  it('tell nothing of departments that answer for no marks', async () => {
    const preview = await read(await begin('department', ['d4']), await book('期中.xlsx', { 成绩: autumn }));
    expect(preview.refused).toContain('部门名称写明年级或学科的');
  });

  it('may be laid out by an empty table that is understood when it comes back', async () => {
    const cycleId = await begin('class');
    for (const form of ['wide', 'long', 'teaching'] as const) {
      const file = await one.call('evaluation.examTemplate', { cycleId, form });
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(Uint8Array.from(Buffer.from(file.base64, 'base64')).buffer);
      const heads = workbook.worksheets[0]?.getRow(1).values;
      expect([form, heads]).toEqual([form, expect.arrayContaining([form === 'long' ? '学科*' : '班级*'])]);
      if (form === 'teaching') expect(workbook.worksheets[0]?.getCell('A2').value).toBe('七年级（1）班');
    }
    const form = await one.call('evaluation.examTemplate', { cycleId, form: 'wide' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(Buffer.from(form.base64, 'base64')).buffer);
    const sheet = workbook.worksheets[0];
    ['G001', '陈一', '七年级（1）班', '90', '80'].forEach((text, at) => {
      if (sheet) sheet.getCell(2, at + 1).value = text;
    });
    const base64 = Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64');
    const preview = await read(cycleId, { ...form, base64 });
    expect(preview).toMatchObject({ refused: '', problems: [], marks: 2, pupils: 1 });
  });
});
