import { examFigures, type ExamFigure } from '../../../../shared/features/evaluation/data/exam.ts';
import {
  examColumnsAt,
  guessExamLayout,
  type ExamLayout,
  type RememberedExamHeads,
} from '../../../../shared/features/evaluation/data/exam-layout.ts';
import {
  readExam,
  refusedExam,
  type ReadExam,
} from '../../../../shared/features/evaluation/data/exam-sheet.ts';
import {
  readTeaching,
  type TeachingTable,
} from '../../../../shared/features/evaluation/data/exam-teaching.ts';
import type { ExamChoice, ExamTableChoice } from '../../../../shared/features/evaluation/data/exam-views.ts';
import type { DataField } from '../../../../shared/features/evaluation/data/fields.ts';
import type { DataSheet } from '../../../../shared/features/evaluation/data/import-layout.ts';
import { subjectKindLabels } from '../../../../shared/features/evaluation/indicators.ts';
import { subjectSourceOf, type Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import { rememberedExamHeadCollection } from './collections.ts';
import { departmentShares, examPeople } from './exam-people.ts';
import { schoolTeaching } from './exam-teaching.ts';

/** A workbook with its sheets that hold anything. */
export interface ExamFile {
  readonly name: string;
  readonly sheets: readonly DataSheet[];
}

/** Tables that wait for their last button. Gone with the program: nothing of them is kept. */
export interface PendingExam {
  readonly owner: string;
  readonly cycleId: string;
  readonly now: ExamFile;
  readonly before: ExamFile | null;
  readonly teaching: ExamFile | null;
}

/** One table with how it was understood. */
export interface UnderstoodExam {
  readonly file: ExamFile;
  readonly layout: ExamLayout;
  readonly read: ReadExam;
}

/** Everything that the tables give with a choice. */
export interface JudgedExam {
  readonly now: UnderstoodExam;
  readonly before: UnderstoodExam | null;
  readonly teaching: TeachingTable | undefined;
  readonly remembered: RememberedExamHeads;
  /** Only for kinds of figures that are kept for this kind of subject. */
  readonly figures: ReadonlyMap<string, readonly ExamFigure[]>;
  readonly problems: ReadExam['problems'];
  readonly refused: string;
}

const layoutOf = (
  { sheets }: ExamFile,
  choice: ExamTableChoice | null,
  remembered: RememberedExamHeads,
): ExamLayout | undefined => {
  if (choice === null) return guessExamLayout(sheets, remembered);
  const sheet = sheets.find(({ name }) => name === choice.sheet);
  if (!sheet) throw new AppError('invalid', `文件里没有工作表“${choice.sheet}”，请重新选择。`);
  const guessed = examColumnsAt(sheet, choice.headRow, remembered);
  const said = new Map(choice.columns?.map(({ column, meaning }) => [column, meaning]));
  return {
    sheet: sheet.name,
    headRow: choice.headRow,
    columns: guessed.map((one) => ({ ...one, meaning: said.get(one.column) ?? one.meaning })),
  };
};

const NO_HEADS =
  '没有找到表头：要有“学号”或者“姓名”一列，和各学科的成绩（一科一列，或者“学科”“成绩”两列）。请在下面选择表头所在的行，指明各列是什么；也可以先下载成绩表模板。';

/** Why marks tell nothing of the subjects of a cycle; blank: they do. */
const pointless = (cycle: Cycle, kept: readonly DataField[]): string => {
  const kind = subjectKindLabels[cycle.kind];
  if (kept.length === 0) return `没有适用于${kind}的成绩数据，不能用成绩表统计。`;
  return cycle.kind === 'department' && departmentShares(cycle).length === 0
    ? '这次考核的部门都看不出管哪个年级、哪个学科，不能用成绩表统计。部门名称写明年级或学科的（如：七年级组、语文教研组），才能把成绩归到部门。'
    : '';
};

const EXAM_FIGURES = new Set(['均分', '及格率', '优秀率', '低分率', '参考人数', '增值']);

/** Reads the tables as the choice says and reckons what they give. */
export const judgeExam = (
  reader: Reader,
  cycle: Cycle,
  pending: PendingExam,
  choice: ExamChoice,
  fields: readonly DataField[],
  today: string,
): JudgedExam => {
  const remembered: RememberedExamHeads = new Map(
    reader.all(rememberedExamHeadCollection).map(({ head, meaning }) => [head, meaning]),
  );
  const people = examPeople(reader, cycle, today);
  const tables = [...(pending.teaching?.sheets ?? []), ...pending.now.sheets];
  const teaching =
    subjectSourceOf(cycle.kind) === 'staff'
      ? (readTeaching(tables, people.classes, people.staff) ?? schoolTeaching(reader, cycle, today))
      : undefined;
  const understood = (file: ExamFile, table: ExamTableChoice | null, belongs: boolean): UnderstoodExam => {
    const layout = layoutOf(file, table, remembered);
    if (!layout) {
      const [first] = file.sheets;
      const headRow = first?.rows[0]?.number ?? 1;
      const columns = first ? examColumnsAt(first, headRow, remembered) : [];
      return { file, layout: { sheet: first?.name ?? '', headRow, columns }, read: refusedExam(NO_HEADS) };
    }
    const read = readExam({
      sheets: file.sheets,
      layout,
      remembered,
      people,
      teaching,
      belongs,
      absentIsZero: choice.absent === 'zero',
    });
    return { file, layout, read };
  };
  const now = understood(pending.now, choice.now, true);
  const before = pending.before && understood(pending.before, choice.before, false);
  const kept = fields.filter(({ name, kinds }) => EXAM_FIGURES.has(name) && kinds.includes(cycle.kind));
  const names = new Set(kept.map(({ name }) => name));
  const earlier = before?.read.marks ?? [];
  const figures = examFigures(now.read.marks, earlier, choice.lines, now.read.gaps);
  const exams = [now, ...(before ? [before] : [])];
  const refused = exams.find(({ read }) => read.refused !== '');
  return {
    now,
    before,
    teaching,
    remembered,
    figures: new Map(
      [...figures].map(([subject, own]) => [subject, own.filter(({ field }) => names.has(field))]),
    ),
    problems: exams.flatMap(({ file, read }) =>
      read.problems.map((problem) => ({
        ...problem,
        sheet: exams.length > 1 ? `${file.name} ${problem.sheet}` : problem.sheet,
      })),
    ),
    refused: pointless(cycle, kept) || (refused ? `“${refused.file.name}”：${refused.read.refused}` : ''),
  };
};
