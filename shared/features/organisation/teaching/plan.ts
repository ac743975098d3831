import { formatDay } from '../../../kernel/dates.ts';
import type { ImportProblem, ImportRow } from '../import.ts';
import { rosterColumns } from '../roster-columns.ts';
import { MissingNames, RowReader, rowOf, type RosterPlan } from '../roster-plan.ts';
import type { RosterRow } from '../roster-rows.ts';
import { readDay, type ClassName } from '../roster-values.ts';
import { handOver } from './rules.ts';
import { classOfRow, TEACHER_KEY, teacherColumn, unknownClass } from './rows.ts';
import type { Teaching } from './schema.ts';
import { readTeachers, type NamedStaff, type TeacherLookup } from './teachers.ts';
import { coversDay, spansOn, type Span } from '../../../kernel/span.ts';

/** What the plan has to know of the school. */
export interface TeachingLookup {
  /** From this day on what the file says holds, where it names no day itself. */
  readonly from: string;
  /** True: what the file does not name of its classes is taught by nobody from that day on. */
  readonly whole: boolean;
  readonly class: (name: ClassName) => { readonly id: string; readonly label: string } | undefined;
  readonly course: (name: string) => { readonly id: string; readonly name: string } | undefined;
  /** The course that a name not known yet would become; undefined: it must not be made. */
  readonly makeCourse: (name: string) => { readonly id: string; readonly name: string } | undefined;
  /** Who is at the school on a day. */
  readonly staffOn: (day: string) => TeacherLookup;
  readonly labelOf: (staffId: string) => string;
  readonly heldIn: (classId: string, courseId: string) => readonly Teaching[];
  /** The courses that are taught in a class on a day. */
  readonly taughtIn: (
    classId: string,
    day: string,
  ) => readonly { readonly id: string; readonly name: string }[];
  readonly newId: () => string;
  /** What stands against an assignment; undefined: nothing. */
  readonly objection: (teaching: Teaching) => string | undefined;
}

export interface TeachingPlan extends RosterPlan<Teaching> {
  /** What was laid down, never came into force, and falls away. */
  readonly removed: readonly Teaching[];
  /** Class and course of every cell that the file names: `class course`. */
  readonly cells: ReadonlySet<string>;
}

export const cellOf = ({ classId, courseId }: Pick<Teaching, 'classId' | 'courseId'>): string =>
  `${classId} ${courseId}`;

/** What the file says of one class and course from one day on. */
interface Change {
  readonly classId: string;
  readonly courseId: string;
  readonly label: string;
  readonly course: string;
  readonly day: string;
  readonly people: { readonly row: RosterRow; readonly staff: NamedStaff; readonly endsOn: string | null }[];
  readonly rows: { readonly row: RosterRow; readonly reader: RowReader }[];
}

const isGrid = ({ cells }: RosterRow): boolean => cells.has(TEACHER_KEY);

const readerOf = (row: RosterRow): RowReader =>
  new RowReader(isGrid(row) ? [teacherColumn(row.name)] : rosterColumns.teachings, row);

/** The teachers whom a row names, by number, by name, or by both. */
const teachersOf = (
  reader: RowReader,
  row: RosterRow,
  lookup: TeacherLookup,
): readonly NamedStaff[] | undefined => {
  if (isGrid(row)) return reader.read(TEACHER_KEY, (text) => readTeachers(text, lookup));
  const name = row.cells.get('name')?.text ?? '';
  const number = row.cells.get('number')?.text ?? '';
  if (number !== '' && name !== '')
    return reader.read('number', () => readTeachers(`${name}（${number}）`, lookup));
  if (number !== '') return reader.read('number', (text) => readTeachers(text, lookup));
  if (name !== '') return reader.read('name', (text) => readTeachers(text, lookup));
  reader.complain('name', '请填写教师工号或姓名；无人任课的写 无');
  return undefined;
};

const gather = (
  rows: readonly RosterRow[],
  lookup: TeachingLookup,
  problems: ImportProblem[],
  missing: MissingNames,
): Change[] => {
  const changes = new Map<string, Change>();
  for (const row of rows) {
    const reader = readerOf(row);
    const named = classOfRow(row);
    const held = named && lookup.class(named);
    if (!named) problems.push(unknownClass(row));
    else if (!held)
      problems.push({
        ...unknownClass(row),
        message: `学校现在没有“${row.number}”，请先在“班级”里建立，或在导入学生名册时一并建立`,
      });
    let course = lookup.course(row.name);
    if (!course) {
      missing.add({ kind: 'course', name: row.name });
      course = lookup.makeCourse(row.name);
      if (!course)
        reader.complain(
          isGrid(row) ? TEACHER_KEY : 'course',
          `学校的学科里没有“${row.name}”，请先在“部门、岗位与学科”里新增，或勾选一并建立`,
        );
    }
    const day = reader.read('startsOn', (text, { serial }) => readDay(text, serial)) ?? lookup.from;
    const endsOn = reader.read('endsOn', (text, { serial }) => readDay(text, serial)) ?? null;
    if (endsOn !== null && endsOn < day) reader.complain('endsOn', '任课结束日期不能早于开始日期');
    const teachers = teachersOf(reader, row, lookup.staffOn(day));
    if (!held || !course || !teachers || reader.problems.length > 0) {
      problems.push(...reader.problems);
      continue;
    }
    const key = `${held.id} ${course.id} ${day}`;
    const change = changes.get(key) ?? {
      classId: held.id,
      courseId: course.id,
      label: held.label,
      course: course.name,
      day,
      people: [],
      rows: [],
    };
    changes.set(key, change);
    const [earlier] = change.rows;
    if (earlier && (isGrid(row) || isGrid(earlier.row))) {
      reader.complain(
        isGrid(row) ? TEACHER_KEY : 'class',
        `与工作表“${earlier.row.sheet}”第 ${String(earlier.row.row)} 行是同一个班的同一门学科，请只留一处`,
      );
      problems.push(...reader.problems);
      continue;
    }
    for (const staff of teachers) {
      const twice = change.people.find((one) => one.staff.id === staff.id);
      if (twice) reader.complain('name', `与第 ${String(twice.row.row)} 行重复`);
      else change.people.push({ row, staff, endsOn });
    }
    problems.push(...reader.problems);
    change.rows.push({ row, reader });
  }
  return [...changes.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};

/** Of the classes in the file, the courses taught until now that it says nothing of. */
const restOf = (changes: readonly Change[], { from, whole, taughtIn }: TeachingLookup): Change[] => {
  if (!whole) return [];
  const named = new Set(changes.map(cellOf));
  const classes = new Map(changes.map((change) => [change.classId, change]));
  return [...classes.values()].flatMap((change) =>
    taughtIn(change.classId, from)
      .filter(({ id }) => !named.has(cellOf({ classId: change.classId, courseId: id })))
      .map(({ id, name }) => ({ ...change, courseId: id, course: name, day: from, people: [] })),
  );
};

/**
 * What a table of teachings would do. Each class and course that it names is taught from the day on by those whom it names
 * and by nobody else; classes that are not in it are left alone, and so are the blank cells of the others unless the table
 * is the whole. Who taught before stays on record until the day before.
 */
export const planTeachings = (rows: readonly RosterRow[], lookup: TeachingLookup): TeachingPlan => {
  const problems: ImportProblem[] = [];
  const missing = new MissingNames();
  const before = new Map<string, readonly Teaching[]>();
  const after = new Map<string, readonly Teaching[]>();
  const listed: ImportRow[] = [];
  const stated = gather(rows, lookup, problems, missing);
  for (const change of [...stated, ...restOf(stated, lookup)]) {
    const { classId, courseId, day, people } = change;
    const cell = cellOf(change);
    const was = before.get(cell) ?? lookup.heldIn(classId, courseId);
    before.set(cell, was);
    const held = after.get(cell) ?? was;
    const make = (staffId: string, span: Span): Teaching => ({
      id: lookup.newId(),
      rev: 1,
      staffId,
      classId,
      courseId,
      ...span,
    });
    const next = handOver(held, { day, staffIds: people.map(({ staff }) => staff.id), make }).map(
      (teaching): Teaching => {
        const last = people.find(({ staff }) => staff.id === teaching.staffId)?.endsOn ?? null;
        return last !== null && coversDay(teaching, day) ? { ...teaching, endsOn: last } : teaching;
      },
    );
    after.set(cell, next);
    for (const teaching of spansOn(next, day)) {
      const own = people.find(({ staff }) => staff.id === teaching.staffId);
      const objection = lookup.objection(teaching);
      if (!own || objection === undefined) continue;
      const reader = readerOf(own.row);
      reader.complain(
        isGrid(own.row) ? TEACHER_KEY : own.row.cells.has('number') ? 'number' : 'name',
        objection,
      );
      problems.push(...reader.problems);
    }
    const words = (teachings: readonly Teaching[]): Map<string, string> =>
      new Map([
        [
          day === lookup.from ? '任课教师' : `${formatDay(day)}起任课教师`,
          spansOn(teachings, day)
            .map(({ staffId, endsOn }) => {
              const ends = people.some(({ endsOn: last }) => last !== null) && endsOn !== null;
              return `${lookup.labelOf(staffId)}${ends ? `（至${formatDay(endsOn)}）` : ''}`;
            })
            .join('、'),
        ],
      ]);
    const [first] = change.rows;
    if (!first) continue;
    const standing = spansOn(held, day).length > 0 ? words(held) : undefined;
    const row = rowOf({ ...first.row, number: change.label, name: change.course }, standing, words(next));
    // Nobody where nobody was is nothing new.
    listed.push(row.kind === 'new' && people.length === 0 ? { ...row, kind: 'same' } : row);
  }
  const records: { before: Teaching | undefined; after: Teaching }[] = [];
  const removed: Teaching[] = [];
  for (const [cell, next] of after) {
    const was = new Map((before.get(cell) ?? []).map((teaching) => [teaching.id, teaching]));
    for (const teaching of next) {
      records.push({ before: was.get(teaching.id), after: teaching });
      was.delete(teaching.id);
    }
    removed.push(...was.values());
  }
  return {
    rows: listed,
    problems,
    missing: missing.list(),
    people: records,
    removed,
    cells: new Set(after.keys()),
  };
};
