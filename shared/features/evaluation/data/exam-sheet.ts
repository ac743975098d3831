import { readDecimal } from '../decimal.ts';
import type { SubjectKind } from '../indicators.ts';
import { subjectSourceOf } from '../schema.ts';
import type { ExamMark } from './exam.ts';
import { headKey, type DataCell, type DataSheet } from './import-layout.ts';
import { matchSubject, nameKey, type Register } from './import-match.ts';
import type { DataProblem } from './import-judge.ts';

/** A table of marks, one row for each pupil and course, as it was read. */
export interface ReadExam {
  readonly marks: readonly ExamMark[];
  readonly problems: readonly DataProblem[];
  /** Rows without a mark: 缺考 and the like. They count nowhere. */
  readonly absent: number;
  /** What keeps it from being read at all; blank: nothing. */
  readonly refused: string;
}

const heads = {
  pupilNumber: ['学号', '学籍号', '考号', '准考证号'],
  pupilName: ['姓名', '学生姓名', '学生'],
  class: ['班级', '班别'],
  course: ['学科', '科目', '课程'],
  mark: ['成绩', '分数', '得分'],
  full: ['满分'],
  teacherNumber: ['教师工号', '工号', '任课教师工号'],
  teacherName: ['任课教师', '教师', '教师姓名'],
} as const;
type Head = keyof typeof heads;
const headNames: readonly Head[] = [
  'pupilNumber',
  'pupilName',
  'class',
  'course',
  'mark',
  'full',
  'teacherNumber',
  'teacherName',
];

type Columns = ReadonlyMap<Head, number>;

const columnsOf = (cells: ReadonlyMap<number, DataCell>): Columns => {
  const found = new Map<Head, number>();
  for (const [column, { text }] of cells) {
    const key = headKey(text);
    const head = headNames.find((name) => heads[name].some((word) => word === key));
    if (head && !found.has(head)) found.set(head, column);
  }
  return found;
};

/** Of whom a mark tells, by kind of subject; undefined: marks tell nothing of this kind. */
const groupColumns = (kind: SubjectKind): { number: Head | null; name: Head } | 'all' | undefined => {
  switch (subjectSourceOf(kind)) {
    case 'staff':
      return { number: 'teacherNumber', name: 'teacherName' };
    case 'classes':
      return { number: null, name: 'class' };
    case 'school':
      return 'all';
    case 'pupils':
    case 'departments':
      return undefined;
  }
};

const refusedWith = (refused: string): ReadExam => ({ marks: [], problems: [], absent: 0, refused });
const ABSENT = /^(?:缺考|缺|请假|免考|—|-)?$/;
const USUAL_FULL = 10_000;

/**
 * Reads a table of marks. Nothing is guessed: whoever the mark cannot be given to, and whatever is no mark, is named.
 *
 * @param register null: an earlier exam, of which only the pupils matter
 */
export const readExam = (
  sheets: readonly DataSheet[],
  kind: SubjectKind,
  register: Register | null,
): ReadExam => {
  const by = groupColumns(kind);
  if (by === undefined) return refusedWith('成绩表只能统计教师、班级和学校的数据，这次考核的对象不是。');
  const place = sheets
    .flatMap((sheet) =>
      sheet.rows.slice(0, 20).map(({ number, cells }) => ({ sheet, number, columns: columnsOf(cells) })),
    )
    .find(({ columns }) => columns.has('mark') && (columns.has('pupilNumber') || columns.has('pupilName')));
  if (!place)
    return refusedWith('没有找到表头：要有“学号”或者“姓名”一列，和“成绩”一列。可以先下载成绩表模板。');
  const { sheet, number: headRow, columns } = place;
  if (register && by !== 'all' && !columns.has(by.name) && !(by.number && columns.has(by.number)))
    return refusedWith(
      by.name === 'class' ? '成绩表里没有“班级”一列。' : '成绩表里没有“任课教师”或者“教师工号”一列。',
    );
  const marks: ExamMark[] = [];
  const problems: DataProblem[] = [];
  const seen = new Map<string, number>();
  let absent = 0;
  for (const { number: row, cells } of sheet.rows) {
    if (row <= headRow) continue;
    const cellOf = (head: Head): DataCell | undefined => cells.get(columns.get(head) ?? -1);
    const textOf = (head: Head): string => cellOf(head)?.text ?? '';
    const [number, name] = [textOf('pupilNumber'), textOf('pupilName')];
    if (number === '' && name === '') continue;
    const who = name === '' ? number : name;
    const complain = (head: Head, message: string): void => {
      const cell = cellOf(head) ?? cellOf('mark');
      problems.push({
        sheet: sheet.name,
        cell: cell?.address ?? `第 ${String(row)} 行`,
        subject: who,
        field: heads[head][0],
        value: cell?.text ?? '',
        message,
      });
    };
    const strange = headNames.find((head) => cellOf(head)?.formula === true || cellOf(head)?.broken === true);
    if (strange) {
      complain(strange, '这一格是公式或者错误值，请改为直接填写的内容（复制后“选择性粘贴—数值”）');
      continue;
    }
    if (ABSENT.test(textOf('mark'))) {
      absent += 1;
      continue;
    }
    const [read, most] = [readDecimal(textOf('mark')), readDecimal(textOf('full') || '100')];
    const full = most.kind === 'number' ? most.hundredths : USUAL_FULL;
    if (most.kind !== 'number' || full <= 0) complain('full', '满分须是大于 0 的数');
    else if (read.kind !== 'number') complain('mark', '成绩须是数字，最多两位小数；缺考请写“缺考”或者留空');
    else if (read.hundredths < 0 || read.hundredths > full)
      complain('mark', `成绩须在 0—${String(full / 100)} 之间`);
    else {
      const course = textOf('course').normalize('NFKC');
      const pupil = number === '' ? `${nameKey(textOf('class'))}/${nameKey(name)}` : number.normalize('NFKC');
      const earlier = seen.get(`${pupil} ${course}`);
      if (earlier !== undefined) {
        complain(
          number === '' ? 'pupilName' : 'pupilNumber',
          `与第 ${String(earlier)} 行是同一名学生的同一学科，请删去一行；同班同名的请加上学号`,
        );
        continue;
      }
      seen.set(`${pupil} ${course}`, row);
      const group =
        !register || by === 'all'
          ? { kind: 'found' as const, candidate: [...(register?.byName.values() ?? [])][0]?.[0] }
          : matchSubject(
              register,
              { number: by.number ? textOf(by.number) : '', name: textOf(by.name) },
              '工号',
            );
      if (group.kind === 'nobody') complain(by === 'all' ? 'mark' : by.name, group.problem);
      else marks.push({ pupil, course, group: group.candidate?.id ?? '', mark: read.hundredths, full });
    }
  }
  return {
    marks,
    problems,
    absent,
    refused: marks.length + problems.length === 0 ? '成绩表里没有成绩。' : '',
  };
};
