import { gradeOn } from '../../shared/features/organisation/grades.ts';
import { addDays } from '../../shared/kernel/dates.ts';
import type { StaffRow } from '../../shared/features/organisation/views.ts';
import type { Happening } from './cases.ts';
import { importRoster } from './organisation.ts';
import { administratorAccount, logIn, type World } from './world.ts';

/** A course of the timetable: whose post teaches it, and in which grades. */
interface Taught {
  readonly course: string;
  readonly post: string;
  readonly grades: readonly number[];
}

const timetable: readonly Taught[] = [
  { course: '语文', post: '语文教师', grades: [7, 8, 9] },
  { course: '数学', post: '数学教师', grades: [7, 8, 9] },
  { course: '英语', post: '英语教师', grades: [7, 8, 9] },
  { course: '道德与法治', post: '道德与法治教师', grades: [7, 8, 9] },
  { course: '历史', post: '历史教师', grades: [7, 8, 9] },
  { course: '地理', post: '历史教师', grades: [7, 8] },
  { course: '生物学', post: '化学教师', grades: [7, 8] },
  { course: '物理', post: '物理教师', grades: [8, 9] },
  { course: '化学', post: '化学教师', grades: [9] },
  { course: '体育与健康', post: '体育教师', grades: [7, 8, 9] },
  { course: '音乐', post: '音乐教师', grades: [7, 8, 9] },
  { course: '美术', post: '美术教师', grades: [7, 8, 9] },
  { course: '信息科技', post: '实验员', grades: [7, 8] },
];

const written = ({ name, number }: StaffRow, staff: readonly StaffRow[]): string =>
  staff.filter((other) => other.name === name).length > 1 ? `${name}（${number}）` : name;

/**
 * The table of teaching of a school year, as the teaching office draws it up: a line for each class and a column for each
 * course. The teachers go with the number of the class, so that head
 * teachers teach their own, and a class keeps them from one year to the next.
 */
const bringInTeaching = async (world: World, startYear: number): Promise<void> => {
  const day = `${String(startYear)}-09-01`;
  const office = await logIn(world, administratorAccount.accountName);
  const { staff } = await office.call('organisation.staff', {});
  const { classes } = await office.call('organisation.classes', {});
  const { classesPerGrade } = world.content;
  const rows = classes
    .filter(({ entryYear }) => entryYear <= startYear)
    .map((held) => {
      const place = (world.year - held.entryYear) * classesPerGrade + held.ordinal - 1;
      const grade = gradeOn(held, day);
      return [
        held.label,
        ...timetable.map(({ post, grades }) => {
          if (!grades.includes(grade)) return null;
          const teachers = staff.filter((one) => one.post === post && one.present);
          const teacher = teachers[place % teachers.length];
          return teacher ? written(teacher, staff) : null;
        }),
      ];
    });
  await importRoster(
    world,
    'teachings',
    '任课安排',
    ['班级', ...timetable.map(({ course }) => course)],
    rows,
    day,
  );
};

/** Last year's table, drawn up when the classes of that year were there. */
export const bringInLastTeaching = (world: World): Promise<void> => bringInTeaching(world, world.year - 1);

const PUPILS_OF_A_CLASS = 5;

/** 学生评教 in preparation: some pupils of each class rate, without a name, those who teach it. */
const planPupilsRating = async (world: World): Promise<void> => {
  const office = await logIn(world, 'bangongshi');
  const { systems } = await office.call('evaluation.systems', {});
  const { years } = await office.call('organisation.schoolYears', {});
  const year = years.find(({ startYear }) => startYear === world.year);
  const term = world.today < `${String(world.year + 1)}-02-01` ? 0 : 1;
  const period = year?.terms.at(term);
  const { classes } = await office.call('organisation.classes', {});
  const draft = await office.call('evaluation.createCycle', {
    plan: {
      name: `${String(world.year)}—${String(world.year + 1)}学年${period?.name ?? ''}学生评教`,
      versionId: systems.find(({ kind }) => kind === 'teacher')?.versionId ?? '',
      schoolYearId: year?.id ?? null,
      term: period ? term : null,
      startsOn: addDays(world.today, 5),
      endsOn: addDays(world.today, 19),
      about: '每班抽 5 名学生，对本班的任课教师和班主任匿名评分。',
      whenAbsent: 'reweight',
      groups: [
        {
          id: 'pupils',
          kind: 'pupil',
          name: '学生评教',
          weight: 10_000,
          dimensionIds: null,
          anonymous: true,
          minRaters: 3,
          raters: classes.flatMap(({ id: classId, label }) =>
            Array.from({ length: PUPILS_OF_A_CLASS }, (_none, at) => ({
              id: `${classId}-${String(at + 1)}`,
              name: `${label}学生${String(at + 1)}`,
              userId: null,
              classId,
            })),
          ),
        },
      ],
    },
  });
  const { cells } = await office.call('organisation.teachingTable', {});
  const chosen = await office.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'ids', ids: [...new Set(cells.flatMap(({ staffIds }) => staffIds))] },
  });
  await office.call('evaluation.assign', {
    id: chosen.cycle.id,
    rev: chosen.cycle.rev,
    groupId: 'pupils',
    assignment: { kind: 'class', teachers: 'all' },
  });
};

/** This year's table, and a change of teacher in the middle of the term. */
export const planTeaching = (world: World): Happening[] => [
  { day: `${String(world.year)}-09-03`, act: () => bringInTeaching(world, world.year) },
  {
    day: `${String(world.year)}-10-12`,
    async act() {
      const office = await logIn(world, administratorAccount.accountName);
      const table = await office.call('organisation.teachingTable', {});
      const english = table.courses.find(({ name }) => name === '英语');
      const cell = table.cells.find(({ courseId }) => courseId === english?.id);
      const now = cell?.staffIds[0];
      const { staff } = await office.call('organisation.staff', {});
      const next = staff.find(({ id, post, present }) => present && post === '英语教师' && id !== now);
      if (!cell || !next) throw new Error('nobody teaches English in the demo school');
      await office.call('organisation.handOverTeaching', {
        day: `${String(world.year)}-10-12`,
        cells: [{ ...cell, seen: cell.staffIds, staffIds: [next.id] }],
      });
    },
  },
  { day: addDays(world.today, -2), act: () => planPupilsRating(world) },
];
