import type { ChannelOutput } from '../../shared/channels.ts';
import { instantOfMs } from '../../shared/kernel/dates.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { renderListTable, type ListTable } from '../documents/excel/list-table.ts';
import { sheetFile } from '../features/file-content.ts';
import type { Caller } from './caller.ts';
import type { Happening } from './cases.ts';
import { createDraw, type Draw } from './people.ts';
import { logIn, type World } from './world.ts';

/** Figures of its own, so that the rest of the demo school stays what it is. */
const SEED = 20_260_620;

const groups = [
  { id: 'data', kind: 'data' as const, name: '数据指标', weight: 6500, raters: [] },
  {
    id: 'observers',
    kind: 'observation' as const,
    name: '课堂观摩',
    weight: 3500,
    raters: [
      { id: 'observer-1', name: '教学副校长', userId: null },
      { id: 'observer-2', name: '教务主任', userId: null },
    ],
  },
];

const table = async (
  world: World,
  title: string,
  list: Omit<ListTable, 'title' | 'sheetName' | 'createdAt'>,
) => {
  const bytes = await renderListTable({
    title: `${world.content.school.name}${title}`,
    sheetName: title.slice(0, 30),
    createdAt: instantOfMs(world.clock.now()),
    ...list,
  });
  return sheetFile(title, bytes);
};

/** In percent; most lie in the middle, few at the ends. */
const ability = (draw: Draw): number => 30 + draw.below(26) + draw.below(26) + draw.below(26);

const courses = [
  { name: '语文', full: 120, kind: 1.02 },
  { name: '数学', full: 120, kind: 0.96 },
  { name: '英语', full: 120, kind: 0.98 },
] as const;

/**
 * The marks of two exams of the same pupils, as the teaching office exports them: a row for each pupil, a column for each
 * course. A class gains a little or loses a little in each course; few are absent, one or two are exempt.
 */
const markTables = async (
  world: World,
  office: Caller,
): Promise<{ earlier: FileContent; later: FileContent }> => {
  const draw = createDraw(SEED);
  const { pupils } = await office.call('organisation.pupils', {});
  const { classes } = await office.call('organisation.classes', {});
  const labels = new Map(classes.map(({ id, label }) => [id, label]));
  const drift = new Map(classes.map(({ id }) => [id, courses.map(() => draw.below(9) - 4)] as const));
  const taking = pupils
    .filter(({ leftOn }) => leftOn === null)
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .map((pupil) => ({ pupil, talent: ability(draw) }));
  const exam = (later: boolean): ListTable['rows'] =>
    taking.map(({ pupil, talent }) => {
      const away = draw.below(90) === 0;
      const marks = courses.map(({ full, kind }, at) => {
        if (away) return '缺考';
        if (draw.below(700) === 0) return '免考';
        const moved = later ? (drift.get(pupil.classId)?.[at] ?? 0) : 0;
        const share = Math.min(98, Math.max(18, talent * kind + moved + draw.below(13) - 6));
        return Math.round((share * full) / 50) / 2;
      });
      const total = marks.reduce<number>((sum, mark) => sum + (typeof mark === 'number' ? mark : 0), 0);
      return [pupil.number, pupil.name, labels.get(pupil.classId) ?? '', ...marks, total];
    });
  const columns = [
    { title: '学籍号', width: 20 },
    { title: '姓名', width: 12 },
    { title: '班级', width: 16 },
    ...courses.map(({ name, full }) => ({ title: `${name}（${String(full)}分）`, width: 14 })),
    { title: '总分', width: 10 },
  ];
  return {
    earlier: await table(world, '第二学期期中考试成绩', { columns, rows: exam(false) }),
    later: await table(world, '第二学期期末考试成绩', { columns, rows: exam(true) }),
  };
};

/** What the teaching office counts by hand over the term. */
const routineTable = (
  world: World,
  subjects: ChannelOutput<'evaluation.dataTable'>['rows'],
): Promise<FileContent> => {
  const draw = createDraw(SEED + 1);
  return table(world, '第二学期教学常规检查', {
    columns: [
      { title: '工号', width: 12 },
      { title: '姓名', width: 12 },
      { title: '作业批改率', width: 12 },
      { title: '教案检查得分', width: 14 },
      { title: '听课节数', width: 12 },
      { title: '作业超时次数', width: 14 },
    ],
    rows: subjects.map(({ subject }) => [
      subject.number,
      subject.name,
      90 + draw.below(101) / 10,
      78 + draw.below(21),
      12 + draw.below(14),
      draw.below(6) === 0 ? 1 : 0,
    ]),
  });
};

const begin = async (world: World): Promise<string> => {
  const office = await logIn(world, 'bangongshi');
  const { versions } = await office.call('evaluation.adoptFromLibrary', { key: 'teacher-teaching-data' });
  const version = versions[0]?.version;
  if (!version) throw new Error('a system begins with a version');
  const [effect, routine, lessons] = version.content.dimensions;
  if (!effect || !routine || !lessons) throw new Error('the shipped system has three dimensions');
  const { years } = await office.call('organisation.schoolYears', {});
  const { departments } = await office.call('organisation.departments', {});
  const draft = await office.call('evaluation.createCycle', {
    plan: {
      name: `${String(world.year - 1)}—${String(world.year)}学年第二学期教学质量考核`,
      versionId: version.id,
      schoolYearId: years.find(({ startYear }) => startYear === world.year - 1)?.id ?? null,
      term: 1,
      startsOn: `${String(world.year)}-06-22`,
      endsOn: `${String(world.year)}-07-03`,
      about:
        '考核对象为语文、数学、英语教师。教学效果由期中、期末两次考试成绩统计，教学常规按教务处检查记录，课堂教学由听课人评分。',
      whenAbsent: 'block',
      groups: groups.map((group) => ({
        ...group,
        dimensionIds: group.kind === 'data' ? [effect.id, routine.id] : [lessons.id],
      })),
    },
  });
  const chosen = await office.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: {
      by: 'kind',
      departmentIds: departments.filter(({ name }) => /^(?:语文|数学|英语)/.test(name)).map(({ id }) => id),
    },
  });
  const { cycle } = await office.call('evaluation.start', { id: chosen.cycle.id, rev: chosen.cycle.rev });
  return cycle.id;
};

/** Those who sat in lessons put down what they saw. */
const observe = async (world: World, cycleId: string): Promise<void> => {
  const draw = createDraw(SEED + 2);
  const evaluator = await logIn(world, 'kaohe');
  for (const raterId of ['observer-1', 'observer-2']) {
    const sheet = await evaluator.call('evaluation.scoreSheet', { cycleId, groupId: 'observers', raterId });
    const saved = await evaluator.call('evaluation.saveScores', {
      cycleId,
      groupId: 'observers',
      rows: sheet.rows.map((row) => ({
        raterId: row.raterId,
        subjectId: row.subject.id,
        rev: row.rev,
        cells: sheet.columns.map(({ indicatorId, method, levels }) => ({
          indicatorId,
          text:
            method === 'levels' ? (levels[draw.below(3) === 0 ? 1 : 0] ?? '') : String(80 + draw.below(18)),
        })),
      })),
    });
    const [problem] = saved.problems;
    if (problem) throw new Error(`score refused: ${JSON.stringify(problem)}`);
  }
};

/** The marks of both exams become figures, and the records of the teaching office are taken in. */
const takeData = async (world: World, cycleId: string): Promise<void> => {
  const evaluator = await logIn(world, 'kaohe');
  const { earlier, later } = await markTables(world, await logIn(world, 'bangongshi'));
  const exam = await evaluator.call('evaluation.readExam', {
    cycleId,
    now: later,
    before: earlier,
    lines: { pass: 6000, excellent: 8500, low: 4000 },
  });
  if (exam.refused !== '' || exam.problems.length > 0)
    throw new Error(`marks refused: ${exam.refused} ${JSON.stringify(exam.problems.slice(0, 3))}`);
  await evaluator.call('evaluation.applyExam', {
    token: exam.token,
    seen: exam.seen,
    choice: exam.choice,
    fields: exam.fields,
  });
  const { rows } = await evaluator.call('evaluation.dataTable', { cycleId });
  const read = await evaluator.call('evaluation.readDataFile', {
    cycleId,
    file: await routineTable(world, rows),
  });
  const { token, seen, sheet, headRow, round } = read;
  await evaluator.call('evaluation.applyData', {
    token,
    seen,
    layout: {
      sheet,
      headRow,
      round,
      columns: read.columns.map(({ column, meaning, shares }) => ({ column, meaning, shares })),
    },
    conflicts: null,
    choices: [],
    withoutProblems: false,
  });
};

/**
 * 教学质量考核 of last school year: data come in from two exams and from the records of the teaching office, formulas make
 * marks of them, and every result can be followed back to the pupils' marks and the cells of a workbook.
 */
export const planDataCycle = (world: World): Happening[] => {
  const day = (monthAndDay: string): string => `${String(world.year)}-${monthAndDay}`;
  let cycleId = '';
  return [
    {
      day: day('06-22'),
      async act() {
        cycleId = await begin(world);
      },
    },
    { day: day('06-26'), act: () => observe(world, cycleId) },
    { day: day('07-02'), act: () => takeData(world, cycleId) },
    {
      day: day('07-03'),
      async act() {
        const principal = await logIn(world, 'xiaozhang');
        const { cycle } = await principal.call('evaluation.readCycle', { id: cycleId });
        const closed = await principal.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
        await principal.call('evaluation.confirm', {
          id: cycle.id,
          rev: closed.cycle.rev,
          notTwice: '已逐人核对：数据指标不含已经处理过的事项。',
        });
      },
    },
  ];
};
