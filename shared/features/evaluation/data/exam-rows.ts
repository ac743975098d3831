import { formatDecimal, readDecimal } from '../decimal.ts';
import { courseName } from './exam-courses.ts';
import {
  fullMarksOf,
  isFullRow,
  isWide,
  type ExamLayout,
  type FullMarks,
  type RememberedExamHeads,
} from './exam-layout.ts';
import type { ExamMeaning } from './exam-meaning.ts';
import type { DataCell, DataSheet } from './import-layout.ts';
import { nameKey, type Register } from './import-match.ts';
import type { DataProblem } from './import-judge.ts';

/** A mark as it stands in its cell. */
export interface ExamRowMark {
  readonly course: string;
  /** What its column is called. */
  readonly field: string;
  readonly cell: DataCell | undefined;
  /** In hundredths. */
  readonly full: number;
  readonly teacher: { readonly number: string; readonly name: string; readonly cell: DataCell | undefined };
}

/** A row that is about a pupil. */
export interface ExamRow {
  readonly sheet: string;
  readonly row: number;
  readonly numberCell: DataCell | undefined;
  readonly nameCell: DataCell | undefined;
  readonly classCell: DataCell | undefined;
  readonly number: string;
  readonly name: string;
  /** As the row has it, or the name of a sheet that is a class's. */
  readonly className: string;
  readonly marks: readonly ExamRowMark[];
}

export interface ExamRows {
  readonly rows: readonly ExamRow[];
  readonly skipped: readonly string[];
  readonly fulls: ReadonlyMap<number, FullMarks>;
  readonly problems: readonly DataProblem[];
}

type Cells = ReadonlyMap<number, DataCell>;
type PlainKind = Exclude<ExamMeaning['kind'], 'marksOf' | 'teacherOf' | 'ignored'>;

const TOTALS =
  /^(?:合计|总计|小计|平均|均值|均分|总平均|年级|全校|班平均|最高|最低|及格|合格|优秀|低分|参考|应考|实考|备注|说明|制表|填表|审核)/;
const STAFF_NUMBER = /^[A-Za-z0-9-]+$/;
const USUAL_FULL = 10_000;

const MISTRUSTED = '这一格是公式或者错误值，请改为直接填写的内容（复制后“选择性粘贴—数值”）';

/** A teacher's cell may hold his number or his name. */
export const teacherFrom = (cell: DataCell | undefined): ExamRowMark['teacher'] => {
  const text = cell?.text ?? '';
  return STAFF_NUMBER.test(text.normalize('NFKC'))
    ? { number: text, name: '', cell }
    : { number: '', name: text, cell };
};

/** Takes the rows of one sheet apart; whose they are is not asked yet. */
export const examRowsOf = (
  sheet: DataSheet,
  { columns, headRow }: ExamLayout,
  remembered: RememberedExamHeads,
  classes: Register,
): ExamRows => {
  const placeOf = (kind: PlainKind): number =>
    columns.find(({ meaning }) => meaning.kind === kind)?.column ?? -1;
  const [numberAt, nameAt, classAt] = [placeOf('pupilNumber'), placeOf('pupilName'), placeOf('class')];
  const textAt = (cells: Cells, at: number): string => cells.get(at)?.text ?? '';
  const below = sheet.rows.filter(({ number }) => number > headRow);
  const fullRow = below.find(({ cells }) =>
    isFullRow([numberAt, nameAt, classAt].map((at) => textAt(cells, at))),
  );
  const fulls = fullMarksOf(columns, fullRow?.cells, remembered);
  const about = below.filter(
    ({ number, cells }) =>
      number !== fullRow?.number && (textAt(cells, numberAt) !== '' || textAt(cells, nameAt) !== ''),
  );
  const isTotal = (cells: Cells): boolean =>
    TOTALS.test(textAt(cells, nameAt)) || TOTALS.test(textAt(cells, numberAt));
  const pupils = about.filter(({ cells }) => !isTotal(cells));
  const problems: DataProblem[] = [];
  const complain = (cell: DataCell | undefined, subject: string, field: string, message: string): void => {
    problems.push({
      sheet: sheet.name,
      cell: cell?.address ?? '',
      subject,
      field,
      value: cell?.text ?? '',
      message,
    });
  };

  const head = sheet.rows.find(({ number }) => number === headRow)?.cells;
  // 100 is what nobody said: one word for the column, and not one for each of its marks.
  const doubtful = new Set<number>();
  for (const [column, { full, from }] of fulls) {
    if (from !== 'usual') continue;
    const read = pupils.map(({ cells }) => readDecimal(textAt(cells, column)));
    const most = Math.max(0, ...read.map((one) => (one.kind === 'number' ? one.hundredths : 0)));
    if (most <= full) continue;
    doubtful.add(column);
    const field = head?.get(column)?.text ?? '';
    complain(
      head?.get(column),
      '',
      field,
      `这一列有 ${formatDecimal(most)} 分，超过了 100 分，请在上面写明这一科的满分`,
    );
  }

  const wide = isWide(columns);
  const teacherAt = new Map(
    columns.flatMap(({ column, meaning }) =>
      meaning.kind === 'teacherOf' ? [[courseName(meaning.course), column] as const] : [],
    ),
  );
  const teacherIn = (cells: Cells, course: string): ExamRowMark['teacher'] => {
    const own = cells.get(teacherAt.get(course) ?? -1);
    if (own) return teacherFrom(own);
    const [number, name] = [cells.get(placeOf('teacherNumber')), cells.get(placeOf('teacherName'))];
    return { number: number?.text ?? '', name: name?.text ?? '', cell: name ?? number };
  };
  const longMark = (cells: Cells, who: string): ExamRowMark[] => {
    const cell = cells.get(placeOf('full'));
    const read = readDecimal(cell?.text ?? '');
    const full = !cell || cell.text === '' ? USUAL_FULL : read.kind === 'number' ? read.hundredths : 0;
    if (full <= 0) {
      complain(cell, who, '满分', '满分须是大于 0 的数');
      return [];
    }
    const course = courseName(textAt(cells, placeOf('course')));
    return [
      { course, field: '成绩', cell: cells.get(placeOf('mark')), full, teacher: teacherIn(cells, course) },
    ];
  };
  const wideMarks = (cells: Cells): ExamRowMark[] =>
    columns.flatMap(({ column, head: field, meaning }) => {
      const full = fulls.get(column)?.full;
      if (meaning.kind !== 'marksOf' || full === undefined || doubtful.has(column)) return [];
      const course = courseName(meaning.course);
      return [{ course, field, cell: cells.get(column), full, teacher: teacherIn(cells, course) }];
    });

  const sheetClass = classes.byName.has(nameKey(sheet.name)) ? sheet.name : '';
  const rows = pupils.flatMap(({ number: row, cells }): ExamRow[] => {
    const [number, name] = [textAt(cells, numberAt), textAt(cells, nameAt)];
    const who = name === '' ? number : name;
    const strange = columns.find(({ column, meaning }) => {
      const cell = cells.get(column);
      const told = meaning.kind !== 'ignored' && meaning.kind !== 'marksOf' && meaning.kind !== 'mark';
      return told && (cell?.formula === true || cell?.broken === true);
    });
    if (strange) {
      complain(cells.get(strange.column), who, strange.head, MISTRUSTED);
      return [];
    }
    return [
      {
        sheet: sheet.name,
        row,
        numberCell: cells.get(numberAt),
        nameCell: cells.get(nameAt),
        classCell: cells.get(classAt),
        number,
        name,
        className: classAt < 0 ? sheetClass : textAt(cells, classAt),
        marks: wide ? wideMarks(cells) : longMark(cells, who),
      },
    ];
  });
  const skipped = about
    .filter(({ cells }) => isTotal(cells))
    .map(
      ({ number, cells }) => `第 ${String(number)} 行“${textAt(cells, nameAt) || textAt(cells, numberAt)}”`,
    );
  return { rows, skipped, fulls, problems };
};
