import { readDecimal } from '../decimal.ts';
import { courseOfHead, taughtCourseOf } from './exam-courses.ts';
import type { ExamMeaning } from './exam-meaning.ts';
import { headKey, type DataCell, type DataSheet } from './import-layout.ts';

export interface ExamColumn {
  /** From 0. */
  readonly column: number;
  readonly head: string;
  readonly meaning: ExamMeaning;
}
export interface ExamLayout {
  readonly sheet: string;
  /** As Excel counts, from 1. */
  readonly headRow: number;
  readonly columns: readonly ExamColumn[];
}

/** What was said earlier of a head, by `headKey`. */
export type RememberedExamHeads = ReadonlyMap<string, ExamMeaning>;

const words: Readonly<Record<string, readonly string[]>> = {
  pupilNumber: ['学号', '学籍号', '考号', '准考证号', '考生号'],
  pupilName: ['姓名', '学生姓名', '学生', '考生姓名'],
  class: ['班级', '班别', '行政班'],
  course: ['学科', '科目', '课程'],
  mark: ['成绩', '分数', '得分'],
  full: ['满分'],
  teacherNumber: ['教师工号', '工号', '任课教师工号'],
  teacherName: ['任课教师', '教师', '教师姓名'],
};
const plainKinds = [
  'pupilNumber',
  'pupilName',
  'class',
  'course',
  'mark',
  'full',
  'teacherNumber',
  'teacherName',
] as const;

const meaningOf = (head: string, remembered: RememberedExamHeads): ExamMeaning => {
  const key = headKey(head);
  const said = remembered.get(key);
  // How many marks there are to get may differ from exam to exam: only what the column is, is taken over at once.
  if (said) return said.kind === 'marksOf' ? { ...said, full: null } : said;
  const plain = plainKinds.find((kind) => words[kind]?.includes(key) === true);
  if (plain) return { kind: plain };
  const course = courseOfHead(key);
  if (course !== undefined) return { kind: 'marksOf', course, full: null };
  const taught = taughtCourseOf(key);
  return taught === undefined ? { kind: 'ignored' } : { kind: 'teacherOf', course: taught };
};

const keyOf = (meaning: ExamMeaning): string =>
  'course' in meaning ? `${meaning.kind} ${meaning.course}` : meaning.kind;

/** The columns of a head row; where two mean the same, the first is taken. */
export const examColumnsAt = (
  sheet: DataSheet,
  headRow: number,
  remembered: RememberedExamHeads,
): ExamColumn[] => {
  const row = sheet.rows.find(({ number }) => number === headRow);
  const taken = new Set<string>();
  const columns = [...(row?.cells ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([column, { text }]): ExamColumn => {
      const meaning = meaningOf(text, remembered);
      const again = taken.has(keyOf(meaning));
      taken.add(keyOf(meaning));
      return { column, head: text, meaning: again ? { kind: 'ignored' } : meaning };
    });
  // One row for each pupil and course: a column that bears the name of a course is something else there.
  const long = taken.has('mark') && taken.has('course');
  return long
    ? columns.map((one) => (one.meaning.kind === 'marksOf' ? { ...one, meaning: { kind: 'ignored' } } : one))
    : columns;
};

const has = (columns: readonly ExamColumn[], ...kinds: readonly ExamMeaning['kind'][]): boolean =>
  columns.some(({ meaning }) => kinds.includes(meaning.kind));

/** True where every course has a column of its own. */
export const isWide = (columns: readonly ExamColumn[]): boolean => has(columns, 'marksOf');

const HEAD_ROWS_LOOKED_AT = 20;

/** Looks for the sheet and the row whose heads name pupils and marks. Undefined: there is none. */
export const guessExamLayout = (
  sheets: readonly DataSheet[],
  remembered: RememberedExamHeads,
): ExamLayout | undefined => {
  let best: { layout: ExamLayout; worth: number } | undefined;
  for (const sheet of sheets)
    for (const { number } of sheet.rows.slice(0, HEAD_ROWS_LOOKED_AT)) {
      const columns = examColumnsAt(sheet, number, remembered);
      if (!has(columns, 'pupilNumber', 'pupilName') || !has(columns, 'mark', 'marksOf')) continue;
      const worth = columns.filter(({ meaning }) => meaning.kind !== 'ignored').length;
      if (worth > (best?.worth ?? 0))
        best = { layout: { sheet: sheet.name, headRow: number, columns }, worth };
    }
  return best?.layout;
};

const headTexts = ({ rows }: DataSheet, headRow: number): string =>
  [...(rows.find(({ number }) => number === headRow)?.cells ?? [])]
    .map(([column, { text }]) => `${String(column)} ${headKey(text)}`)
    .sort()
    .join('|');

/** The sheets that have the same heads in the same row: one for each class, as many schools keep them. */
export const sheetsAlike = (sheets: readonly DataSheet[], { sheet, headRow }: ExamLayout): DataSheet[] => {
  const chosen = sheets.find(({ name }) => name === sheet);
  if (!chosen) return [];
  const texts = headTexts(chosen, headRow);
  return sheets.filter((one) => headTexts(one, headRow) === texts);
};

export type FullFrom = 'said' | 'file' | 'remembered' | 'usual';
export interface FullMarks {
  /** In hundredths. */
  readonly full: number;
  readonly from: FullFrom;
}
const USUAL_FULL = 10_000;

/** True for the row below the heads that says how many marks there are to get in each course. */
export const isFullRow = (texts: readonly string[]): boolean =>
  texts.some((text) => /^(?:各科)?满分值?$/.test(text));

const IN_HEAD = /[(（[【](?:满分|总分)?[::]?(\d{1,4})分?(?:满分)?[)）\]】]/;

const inFile = (
  column: ExamColumn,
  fullRow: ReadonlyMap<number, DataCell> | undefined,
): number | undefined => {
  const text = fullRow?.get(column.column)?.text ?? IN_HEAD.exec(column.head.replace(/\s/g, ''))?.[1];
  const read = text === undefined ? undefined : readDecimal(text);
  return read?.kind === 'number' && read.hundredths > 0 ? read.hundredths : undefined;
};

/** How many marks there are to get in each course column, and who says so. */
export const fullMarksOf = (
  columns: readonly ExamColumn[],
  fullRow: ReadonlyMap<number, DataCell> | undefined,
  remembered: RememberedExamHeads,
): ReadonlyMap<number, FullMarks> =>
  new Map(
    columns.flatMap((column): (readonly [number, FullMarks])[] => {
      const { meaning } = column;
      if (meaning.kind !== 'marksOf') return [];
      if (meaning.full !== null) return [[column.column, { full: meaning.full, from: 'said' }]];
      const written = inFile(column, fullRow);
      if (written !== undefined) return [[column.column, { full: written, from: 'file' }]];
      const earlier = remembered.get(headKey(column.head));
      return earlier?.kind === 'marksOf' && earlier.full !== null
        ? [[column.column, { full: earlier.full, from: 'remembered' }]]
        : [[column.column, { full: USUAL_FULL, from: 'usual' }]];
    }),
  );
