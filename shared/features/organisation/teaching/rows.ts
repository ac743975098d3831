import type { ImportProblem } from '../import.ts';
import { classColumn, gradeColumn, rosterColumns, type RosterColumn } from '../roster-columns.ts';
import { problemAt, tableOf, type FileSheet, type RosterFile, type RosterRow } from '../roster-rows.ts';
import { readClassName, type ClassName } from '../roster-values.ts';
import { courseNamed, isCourseName, plainCourse } from './courses.ts';

/** The key under which the cell of a course stands that a table has as a column. */
export const TEACHER_KEY = 'teacher';

/** A course as a column of a table: its title is the course as the table writes it. */
export const teacherColumn = (course: string): RosterColumn => ({
  key: TEACHER_KEY,
  title: course,
  synonyms: [],
  required: false,
  width: 12,
  allowed: '教师姓名，同名的写成 王芳（T003）；几个人用顿号隔开',
});

/** Which class a row means, its grade in the same cell or in one of its own. */
export const classOfRow = ({ cells }: Pick<RosterRow, 'cells'>): ClassName | undefined => {
  const text = cells.get('class')?.text ?? '';
  const grade = cells.get('grade')?.text ?? '';
  return (grade === '' ? undefined : readClassName(`${grade}${text}`)) ?? readClassName(text);
};

const titlesOf = ({ rows }: FileSheet): string[] =>
  rows.slice(0, 40).flatMap(({ cells }) => [...cells.values()].map(({ text }) => text));

/** One column for each title of the sheet that is a course, whether of this school or of another. */
const courseColumns = (sheet: FileSheet, courses: readonly { readonly name: string }[]): RosterColumn[] => {
  const titles = new Map<string, string>();
  for (const text of titlesOf(sheet))
    if (courseNamed(text, courses) || isCourseName(text)) titles.set(plainCourse(text), text);
  return [...titles.keys()].map((title) => ({ ...teacherColumn(title), key: `course ${title}` }));
};

interface SheetRows extends Pick<RosterFile, 'ignored' | 'rows' | 'problems'> {
  readonly sheet: string;
}

/** 明细表: a line for each class, course and teacher. */
const listRows = (sheet: FileSheet): SheetRows | undefined => {
  const columns = rosterColumns.teachings;
  const table = tableOf(sheet, columns);
  if (!table || !(table.found.has('number') || table.found.has('name'))) return undefined;
  const problems = [...table.problems];
  const rows = table.lines.flatMap((line): RosterRow[] => {
    const blank = columns.filter(({ key, required }) => required && !line.cells.has(key));
    problems.push(...blank.map((column) => table.blankAt(line, column)));
    const [number = '', name = ''] = ['class', 'course'].map((key) => line.cells.get(key)?.text);
    return blank.length > 0 ? [] : [{ ...line, number, name }];
  });
  return { sheet: sheet.name, ignored: table.ignored, rows, problems };
};

/** 班级学科表: a line for each class and a column for each course, the teachers in the cells. Blank cells say nothing. */
const gridRows = (sheet: FileSheet, courses: readonly { readonly name: string }[]): SheetRows | undefined => {
  const taught = courseColumns(sheet, courses);
  const table = tableOf(sheet, [classColumn, gradeColumn, ...taught]);
  const present = taught.filter(({ key }) => table?.found.has(key));
  if (!table || present.length === 0) return undefined;
  const problems: ImportProblem[] = [...table.problems];
  const rows = table.lines.flatMap((line): RosterRow[] => {
    const held = line.cells.get('class');
    const filled = present.flatMap((column) => {
      const cell = line.cells.get(column.key);
      return cell ? [{ column, cell }] : [];
    });
    if (!held) {
      if (filled.length > 0) problems.push(table.blankAt(line, classColumn));
      return [];
    }
    return filled.map(({ column, cell }) => {
      const cells = new Map([
        ['class', held],
        [TEACHER_KEY, cell],
      ] as const);
      const grade = line.cells.get('grade');
      return {
        sheet: line.sheet,
        row: line.row,
        number: held.text,
        name: column.title,
        cells: grade ? new Map([...cells, ['grade', grade]]) : cells,
      };
    });
  });
  return { sheet: sheet.name, ignored: table.ignored, rows, problems };
};

/** What a complaint about a class says. */
export const unknownClass = (row: RosterRow): ImportProblem =>
  problemAt(row, classColumn, '看不出是哪个班，请写成 七年级3班、七（3）班、703 或 2026级3班');

/**
 * Reads who teaches what from every sheet that has it in one of the two layouts: a line for each class, course and
 * teacher, or classes as lines and courses as columns.
 */
export const readTeachings = (
  sheets: readonly FileSheet[],
  courses: readonly { readonly name: string }[],
): RosterFile => {
  const read = sheets.flatMap((sheet) => listRows(sheet) ?? gridRows(sheet, courses) ?? []);
  return {
    sheets: read.map(({ sheet }) => sheet),
    rows: read.flatMap(({ rows }) => rows),
    ignored: [...new Set(read.flatMap(({ ignored }) => ignored))],
    problems: read.flatMap(({ problems }) => problems),
  };
};
