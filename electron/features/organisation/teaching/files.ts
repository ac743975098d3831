import { classLabel } from '../../../../shared/features/organisation/grades.ts';
import { classColumn, rosterColumns } from '../../../../shared/features/organisation/roster-columns.ts';
import type { TeachingLayout } from '../../../../shared/features/organisation/teaching/channels.ts';
import { loadsOf } from '../../../../shared/features/organisation/teaching/loads.ts';
import { teacherLabels } from '../../../../shared/features/organisation/teaching/teachers.ts';
import type { TeachingTable } from '../../../../shared/features/organisation/teaching/views.ts';
import { formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import { renderRosterTemplate } from '../../../documents/excel/roster-template.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile } from '../../file-content.ts';
import { classCollection } from '../collections.ts';
import { placeOf, readSchool, requireStaff } from '../readers.ts';
import { teachingCollection } from './collections.ts';
import { coursesOn } from './readers.ts';
import { classesOn, staffOn, teachingTable, teachingView } from './views.ts';

const NOTES: Readonly<Record<TeachingLayout, readonly string[]>> = {
  grid: [
    '一行一个班，一列一门学科，格子里写任课教师；几个人合上的用顿号隔开，无人任课的写 无。',
    '同名的教师写成 王芳（T003），括号里是工号；也可以只写工号。',
    '留空的格子不改变原有任课，除非导入时勾选“这是整张任课表”；原来的教师任课到生效日期的前一天为止，记录都保留。',
    '表头可以增减、换顺序；学校学科以外的列不会读入。',
  ],
  list: [
    '一行一个班、一门学科、一名教师；几个人合上的分几行写，或在姓名里用顿号隔开。',
    '工号和姓名填一项即可；同名的必须填工号。',
    '表中写到的班和学科，以表中的教师为准；没有写到的不动。原来的教师任课到生效日期的前一天为止，记录都保留。',
  ],
};

/** A table to fill in, with the school's classes, courses and teachers to choose from. */
export const teachingTemplate = async (
  context: CallContext,
  layout: TeachingLayout,
): Promise<FileContent> => {
  const { store, today, clock } = context;
  const labels = teacherLabels(staffOn(store, today));
  const classes = classesOn(store, today).map((held) => classLabel(held, today));
  const courses = coursesOn(store, today).map(({ name }) => name);
  const shared = { notes: NOTES[layout], createdAt: instantOfMs(clock.now()) };
  if (layout === 'grid') {
    const teachers = [...labels.values()];
    const bytes = await renderRosterTemplate({
      ...shared,
      sheetName: '任课安排',
      columns: [
        { ...classColumn, choices: classes },
        ...courses.map((title) => ({
          title,
          required: false,
          width: 13,
          allowed: '教师姓名，同名的写成 王芳（T003）；几个人用顿号隔开，无人任课写 无',
          choices: teachers,
        })),
      ],
      rows: classes.map((label) => [label]),
    });
    return sheetFile('任课安排模板（班级学科表）', bytes);
  }
  const choices: Readonly<Record<string, readonly string[]>> = {
    class: classes,
    course: courses,
    name: [...labels.values()],
  };
  const bytes = await renderRosterTemplate({
    ...shared,
    sheetName: '任课安排',
    columns: rosterColumns.teachings
      .filter(({ key }) => key !== 'grade')
      .map(({ key, title, required, width, allowed }) => {
        const offered = choices[key];
        return { title, required, width, allowed, ...(offered ? { choices: offered } : {}) };
      }),
  });
  return sheetFile('任课安排模板（明细表）', bytes);
};

const gridRows = ({ classes, courses, cells, staff }: TeachingTable): string[][] => {
  const labels = teacherLabels(staff);
  const names = new Map(
    cells.map(({ classId, courseId, staffIds }) => [
      `${classId} ${courseId}`,
      staffIds.map((id) => labels.get(id) ?? '').join('、'),
    ]),
  );
  return classes.map(({ id, label, headTeacher }) => [
    label,
    headTeacher,
    ...courses.map((course) => names.get(`${id} ${course.id}`) ?? ''),
  ]);
};

/** Who teaches what on a day, in the layout asked for and under heads that an import understands. */
export const exportTeachings = async (
  context: CallContext,
  layout: TeachingLayout,
  asked: string | null,
): Promise<FileContent> => {
  const { store, today, clock } = context;
  const day = asked ?? today;
  const title = `${readSchool(store).name}任课安排`;
  const table = teachingTable(store, day);
  const shared = {
    title,
    sheetName: '任课安排',
    note: `${formatDay(day)}的任课安排，${formatDay(today)}导出`,
    createdAt: instantOfMs(clock.now()),
  };
  if (layout === 'grid')
    return sheetFile(
      title,
      await renderListTable({
        ...shared,
        landscape: true,
        columns: [
          { title: '班级', width: 15 },
          { title: '班主任', width: 10 },
          ...table.courses.map(({ name }) => ({ title: name, width: 11 })),
        ],
        rows: gridRows(table),
      }),
    );
  const order = new Map(table.classes.map(({ id }, at) => [id, at]));
  const courseOrder = new Map(table.courses.map(({ id }, at) => [id, at]));
  const rows = table.cells
    .toSorted(
      (a, b) =>
        (order.get(a.classId) ?? 0) - (order.get(b.classId) ?? 0) ||
        (courseOrder.get(a.courseId) ?? 0) - (courseOrder.get(b.courseId) ?? 0),
    )
    .flatMap(({ classId, courseId, staffIds }) => {
      const held = store.by(teachingCollection, 'cell', `${classId} ${courseId}`);
      return staffIds.flatMap((id) => {
        const teaching = held.find(
          ({ staffId, startsOn, endsOn }) =>
            staffId === id && startsOn <= day && (endsOn === null || day <= endsOn),
        );
        if (!teaching) return [];
        const view = teachingView(store, teaching, today);
        const of = store.require(classCollection, classId, '班级');
        return [
          [
            classLabel(of, day),
            view.course,
            view.number,
            view.teacher,
            formatDay(teaching.startsOn),
            teaching.endsOn === null ? '' : formatDay(teaching.endsOn),
          ],
        ];
      });
    });
  return sheetFile(
    `${title}明细`,
    await renderListTable({
      ...shared,
      columns: [
        { title: '班级', width: 16 },
        { title: '学科', width: 14 },
        { title: '教师工号', width: 12 },
        { title: '教师姓名', width: 12 },
        { title: '开始日期', width: 16 },
        { title: '结束日期', width: 16 },
      ],
      rows,
    }),
  );
};

/** What each of these people teaches today. */
export const exportTeachers = async (context: CallContext, ids: readonly string[]): Promise<FileContent> => {
  const { store, today, clock } = context;
  const title = `${readSchool(store).name}任课教师一览`;
  const loads = loadsOf(teachingTable(store, today));
  const bytes = await renderListTable({
    title,
    sheetName: '任课教师',
    landscape: true,
    note: `共 ${String(ids.length)} 人，${formatDay(today)}的任课`,
    createdAt: instantOfMs(clock.now()),
    columns: [
      { title: '工号', width: 10 },
      { title: '姓名', width: 10 },
      { title: '岗位', width: 18 },
      { title: '任教', width: 70 },
      { title: '班数', width: 8, align: 'right' },
    ],
    rows: ids.map((id) => {
      const staff = requireStaff(store, id);
      const load = loads.get(id);
      return [
        staff.number,
        staff.name,
        placeOf(store, staff, today).post,
        load?.words ?? '',
        load?.classes ?? 0,
      ];
    }),
  });
  return sheetFile(title, bytes);
};
