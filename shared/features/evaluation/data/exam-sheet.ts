import { readDecimal } from '../decimal.ts';
import { subjectSourceOf } from '../schema.ts';
import type { ExamGap, ExamMark } from './exam.ts';
import {
  isWide,
  sheetsAlike,
  type ExamLayout,
  type FullMarks,
  type RememberedExamHeads,
} from './exam-layout.ts';
import { gapOf, wrongMark } from './exam-cell.ts';
import type { ExamMeaning } from './exam-meaning.ts';
import { belongingOf, pupilOfRow, type ExamPeople, type ExamPupil } from './exam-people.ts';
import { examRowsOf, type ExamRow, type ExamRowMark } from './exam-rows.ts';
import { teachingKey, type TeachingTable } from './exam-teaching.ts';
import type { DataCell, DataSheet } from './import-layout.ts';
import { nameKey } from './import-match.ts';
import type { DataProblem } from './import-judge.ts';

/** A table of marks as it was read. */
export interface ReadExam {
  readonly marks: readonly ExamMark[];
  readonly gaps: readonly ExamGap[];
  readonly problems: readonly DataProblem[];
  /** Rows that are about no pupil: totals, averages. */
  readonly skipped: readonly string[];
  /** Whose marks they are who is not evaluated here: in the year's spread they count, a figure they do not get. */
  readonly outside: readonly string[];
  readonly fulls: ReadonlyMap<number, FullMarks>;
  /** What keeps it from being read at all; blank: nothing. */
  readonly refused: string;
}

export interface ExamToRead {
  readonly sheets: readonly DataSheet[];
  readonly layout: ExamLayout;
  readonly remembered: RememberedExamHeads;
  readonly people: ExamPeople;
  readonly teaching: TeachingTable | undefined;
  /** False: an earlier exam, of which only the pupils matter. */
  readonly belongs: boolean;
  /** 缺考 counts as 0. */
  readonly absentIsZero: boolean;
}

/** A table of which nothing can be read. */
export const refusedExam = (refused: string): ReadExam => ({
  marks: [],
  gaps: [],
  problems: [],
  skipped: [],
  outside: [],
  fulls: new Map(),
  refused,
});

/** What has to be there for anybody to be told whose the marks are; blank: it is there. */
const lackingColumn = ({ layout, people, teaching, sheets, belongs }: ExamToRead): string => {
  const has = (...kinds: readonly ExamMeaning['kind'][]): boolean =>
    layout.columns.some(({ meaning }) => kinds.includes(meaning.kind));
  if (!has('pupilNumber', 'pupilName')) return '请指明哪一列是学号或者姓名。';
  if (!has('mark', 'marksOf')) return '请指明哪些列是成绩；一科一列的，指明每一列是哪个学科。';
  if (!belongs) return '';
  switch (subjectSourceOf(people.kind)) {
    case 'staff':
      if (has('teacherNumber', 'teacherName', 'teacherOf') || teaching) return '';
      return isWide(layout.columns)
        ? '这张成绩表一名学生一行，看不出各科由谁任教。请在“机构与人员”里登记任课安排，或者附上任课表：一行一个班级、一列一个学科，格子里写任课教师的姓名或者工号；可以放在同一个文件的另一张工作表里，也可以单独选择。'
        : '成绩表里没有“任课教师”或者“教师工号”一列。';
    case 'classes': {
      const ofClass = sheets.some(({ name }) => people.classes.byName.has(nameKey(name)));
      return has('class', 'pupilNumber') || ofClass ? '' : '成绩表里没有“班级”一列。';
    }
    case 'pupils':
    case 'departments':
    case 'school':
      return '';
  }
};

/** Everything that is gathered from the rows of a table. */
class Gathering {
  readonly marks: ExamMark[] = [];
  readonly gaps: ExamGap[] = [];
  readonly problems: DataProblem[] = [];
  readonly outside = new Set<string>();
  readonly #given: ExamToRead;
  readonly #wide: boolean;
  readonly #rowOf = new Map<string, string>();
  readonly #said = new Set<string>();

  constructor(given: ExamToRead) {
    this.#given = given;
    this.#wide = isWide(given.layout.columns);
  }

  #complain(row: ExamRow, cell: DataCell | undefined, field: string, message: string): void {
    this.problems.push({
      sheet: row.sheet,
      cell: cell?.address ?? `第 ${String(row.row)} 行`,
      subject: row.name === '' ? row.number : row.name,
      field,
      value: cell?.text ?? '',
      message,
    });
  }

  /** Whose the mark is; undefined where that was complained of. */
  #groupsOf(
    row: ExamRow,
    pupil: ExamPupil,
    { course, teacher, cell }: ExamRowMark,
  ): readonly string[] | undefined {
    const { people, teaching, belongs } = this.#given;
    if (!belongs) return [];
    const written = teacher.number !== '' || teacher.name !== '';
    const taught =
      written || pupil.classId === undefined
        ? teacher
        : (teaching?.teachers.get(teachingKey(pupil.classId, course)) ?? teacher);
    const belonging = belongingOf(people, {
      pupil,
      pupilName: row.name,
      className: row.className,
      course,
      teacher: taught,
    });
    if (belonging.kind === 'found') {
      if (belonging.outside !== '') this.outside.add(belonging.outside);
      return belonging.subjects;
    }
    const { about, problem } = belonging;
    // Once for a row, and where a timetable lacks somebody, once for the class and course.
    const missing = about === 'teacher' && !written && teaching !== undefined;
    const key = missing
      ? `${pupil.classId ?? row.className} ${course}`
      : `${row.sheet} ${String(row.row)} ${about === 'teacher' ? course : about}`;
    if (this.#said.has(key)) return undefined;
    this.#said.add(key);
    if (missing)
      this.#complain(
        row,
        row.classCell ?? cell,
        course,
        pupil.classId === undefined ? pupil.classProblem : teaching.lacking(row.className, course),
      );
    else if (about === 'teacher') this.#complain(row, teacher.cell ?? cell, '任课教师', problem);
    else if (about === 'class') this.#complain(row, row.classCell ?? row.nameCell, '班级', problem);
    else this.#complain(row, row.numberCell ?? row.nameCell, '学生', problem);
    return undefined;
  }

  /** True where the pupil had a mark in this course already. */
  #again(row: ExamRow, pupil: ExamPupil, course: string): boolean {
    const key = `${pupil.key} ${course}`;
    const here = `${row.sheet}/第 ${String(row.row)} 行`;
    const earlier = this.#rowOf.get(key);
    if (earlier === undefined) {
      this.#rowOf.set(key, here);
      return false;
    }
    const [sheet = '', place = ''] = earlier.split('/');
    const numbered = row.number !== '';
    this.#complain(
      row,
      numbered ? row.numberCell : row.nameCell,
      numbered ? '学号' : '姓名',
      `与${sheet === row.sheet ? '' : `工作表“${sheet}”`}${place}是同一名学生的同一学科，请删去一行；同班同名的请加上学号`,
    );
    return true;
  }

  take(row: ExamRow): void {
    const { people, absentIsZero, belongs } = this.#given;
    const pupil = pupilOfRow(people, { number: row.number, name: row.name, class: row.className }, !belongs);
    const grade = pupil.classId === undefined ? undefined : people.gradeOfClass(pupil.classId);
    const year = grade === undefined ? '' : String(grade);
    for (const mark of row.marks) {
      const { course, cell, field, full } = mark;
      const wrong = wrongMark(mark, this.#wide);
      if (wrong !== '') {
        this.#complain(row, cell, field, wrong);
        continue;
      }
      if (this.#again(row, pupil, course)) {
        if (this.#wide) return;
        continue;
      }
      const groups = this.#groupsOf(row, pupil, mark);
      if (groups === undefined) continue;
      const mine = { pupil: pupil.key, course, year, groups, full };
      const gap = gapOf(cell?.text ?? '');
      const read = readDecimal(cell?.text ?? '');
      if (gap === 'absent' && absentIsZero) this.marks.push({ ...mine, mark: 0, absent: true });
      else if (gap !== undefined) this.gaps.push({ groups, kind: gap });
      else if (read.kind === 'number') this.marks.push({ ...mine, mark: read.hundredths, absent: false });
    }
  }
}

/**
 * Reads a table of marks, one row for each pupil and course or one for each pupil with a column for each course; sheets
 * with the same heads are read together. Nothing is guessed: whoever a mark cannot be given to, and whatever is no mark,
 * is named.
 */
export const readExam = (given: ExamToRead): ReadExam => {
  const lacking = lackingColumn(given);
  if (lacking !== '') return refusedExam(lacking);
  const { sheets, layout, remembered, people, teaching, belongs } = given;
  const tables = sheetsAlike(sheets, layout);
  const gathering = new Gathering(given);
  const read = tables.map((sheet) => examRowsOf(sheet, layout, remembered, people.classes));
  for (const { rows } of read) rows.forEach((row) => gathering.take(row));
  const { marks, gaps, outside } = gathering;
  const problems = [
    ...(belongs ? (teaching?.problems ?? []) : []),
    ...read.flatMap((table) => table.problems),
    ...gathering.problems,
  ];
  return {
    marks,
    gaps,
    problems,
    skipped: read.flatMap(({ skipped }, at) =>
      skipped.map((row) => (tables.length > 1 ? `“${tables[at]?.name ?? ''}”${row}` : row)),
    ),
    outside: [...outside],
    fulls: read[0]?.fulls ?? new Map<number, FullMarks>(),
    refused: marks.length + problems.length === 0 ? '成绩表里没有成绩。' : '',
  };
};
