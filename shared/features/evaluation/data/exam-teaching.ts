import { courseName, courseOfHead, taughtCourseOf } from './exam-courses.ts';
import { headKey, type DataSheet } from './import-layout.ts';
import { matchSubject, type Register } from './import-match.ts';
import type { DataProblem } from './import-judge.ts';

/** Who teaches a course in a class: by 任课表, or by what the school has laid down. */
export interface TeachingTable {
  readonly teachers: ReadonlyMap<string, { readonly number: string; readonly name: string }>;
  readonly problems: readonly DataProblem[];
  /** What is to be said where a class and course has nobody. */
  readonly lacking: (className: string, course: string) => string;
  /** Where it comes from, in words. */
  readonly from: string;
}

export const teachingKey = (classId: string, course: string): string => `${classId} ${courseName(course)}`;

const CLASS_HEADS = new Set(['班级', '班别', '行政班']);
const PUPIL_HEADS = new Set(['姓名', '学号', '学籍号', '学生姓名', '考号']);
const HEAD_ROWS_LOOKED_AT = 10;

interface Place {
  readonly sheet: DataSheet;
  readonly headRow: number;
  readonly classAt: number;
  readonly courses: ReadonlyMap<number, string>;
}

const placeIn = (sheet: DataSheet): Place | undefined => {
  for (const { number, cells } of sheet.rows.slice(0, HEAD_ROWS_LOOKED_AT)) {
    const heads = [...cells].map(([column, { text }]) => ({ column, key: headKey(text) }));
    const classAt = heads.find(({ key }) => CLASS_HEADS.has(key))?.column;
    const courses = new Map(
      heads.flatMap(({ column, key }): (readonly [number, string])[] => {
        const course = courseOfHead(key) ?? taughtCourseOf(key);
        return course === undefined ? [] : [[column, course]];
      }),
    );
    if (classAt !== undefined && courses.size > 0 && !heads.some(({ key }) => PUPIL_HEADS.has(key)))
      return { sheet, headRow: number, classAt, courses };
  }
  return undefined;
};

/**
 * Reads a table with a row for each class and a column for each course, in whose cells stand the teachers' names or
 * numbers. Undefined: no sheet has one.
 *
 * @param classes all classes of the school
 */
export const readTeaching = (
  sheets: readonly DataSheet[],
  classes: Register,
  staff: Register,
): TeachingTable | undefined => {
  const place = sheets.map(placeIn).find((found) => found !== undefined);
  if (!place) return undefined;
  const { sheet, headRow, classAt, courses } = place;
  const teachers = new Map<string, { number: string; name: string }>();
  const problems: DataProblem[] = [];
  for (const { number, cells } of sheet.rows) {
    const classCell = cells.get(classAt);
    if (number <= headRow || !classCell || classCell.text === '') continue;
    const complain = (column: number, field: string, message: string): void => {
      const cell = cells.get(column) ?? classCell;
      problems.push({
        sheet: sheet.name,
        cell: cell.address,
        subject: classCell.text,
        field,
        value: cell.text,
        message,
      });
    };
    const match = matchSubject(classes, { number: '', name: classCell.text }, '编号', '学校里');
    if (match.kind === 'nobody') {
      complain(classAt, '班级', match.problem);
      continue;
    }
    for (const [column, course] of courses) {
      const cell = cells.get(column);
      if (!cell || cell.text === '') continue;
      if (cell.formula || cell.broken) {
        complain(column, course, '这一格是公式或者错误值，请改为教师的姓名或者工号');
        continue;
      }
      const isNumber = /^[A-Za-z0-9-]+$/.test(cell.text.normalize('NFKC'));
      const teacher = { number: isNumber ? cell.text : '', name: isNumber ? '' : cell.text };
      const found = matchSubject(staff, teacher, '工号', '学校里');
      if (found.kind === 'nobody') complain(column, course, found.problem);
      else teachers.set(teachingKey(match.candidate.id, course), teacher);
    }
  }
  return {
    teachers,
    problems,
    lacking: (className, course) => `任课表里没有${className}${course}的任课教师`,
    from: `任课表（工作表“${sheet.name}”）`,
  };
};
