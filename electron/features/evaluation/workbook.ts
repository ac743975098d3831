import { indicatorsOf, type IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import type { KeptBack } from '../../../shared/features/evaluation/results/kept-back.ts';
import type { Cycle, ScoreSheet } from '../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../shared/features/evaluation/views.ts';
import {
  firstDataRow,
  type ScoreSheet as ExcelSheet,
  type ScoreWorkbook,
  type SheetCell,
  type SheetColumn,
} from '../../documents/excel/score-sheet.ts';
import { gradedCells, type Layout } from './workbook-graded.ts';
import { cellNumber, groupSheets, type GroupSheets } from './workbook-groups.ts';

export interface CycleWorkbook {
  readonly schoolName: string;
  readonly cycle: Cycle;
  readonly content: IndicatorContent;
  /** Say which standing the figures have: 已确认 with date, or 评分中. */
  readonly note: string;
  /** As the reader may see them. */
  readonly rows: readonly ResultRow[];
  /** What is kept back of them, by subject. */
  readonly kept: ReadonlyMap<string, KeptBack>;
  readonly sheets: readonly ScoreSheet[];
  /** True for those who may see who gave which marks. */
  readonly seesNames: boolean;
  /** ISO instant. */
  readonly createdAt: string;
}

const PERSON: readonly SheetColumn[] = [
  { title: '工号/编号', band: '', kind: 'text', width: 12 },
  { title: '姓名/名称', band: '', kind: 'text', width: 14 },
  { title: '部门', band: '', kind: 'text', width: 14 },
  { title: '岗位', band: '', kind: 'text', width: 14 },
];
const HEAD_ROWS = 2;
const FIRST_ROW = firstDataRow(HEAD_ROWS);

const layoutOf = ({ cycle, content }: CycleWorkbook): Layout => {
  const vetoItems = indicatorsOf(content).filter(({ vetoBelow }) => vetoBelow !== null);
  const groups = PERSON.length + 1;
  const total = groups + cycle.groups.length;
  const vetoes = total + 1;
  const vetoed = vetoes + vetoItems.length;
  const grade = vetoItems.length === 0 ? vetoes : vetoed + 1;
  const within = cycle.rankWithin === 'all' ? null : grade + 2;
  const rank = grade + (within === null ? 2 : 3);
  return {
    firstRow: FIRST_ROW,
    groups,
    total,
    vetoes,
    vetoed,
    grade,
    rankedTotal: grade + 1,
    within,
    rank,
    vetoItems,
  };
};

const summaryRow = (
  given: CycleWorkbook,
  layout: Layout,
  groups: readonly GroupSheets[],
  { subject, outcome }: ResultRow,
  place: number,
): SheetCell[] => {
  const person = [subject.number, subject.name, subject.department, subject.post];
  if (outcome.kind === 'graded')
    return [...person, ...gradedCells(given, layout, groups, outcome.figures, place)];
  const cells: SheetCell[] = Array.from({ length: layout.rank + 1 }, (_, index) => person[index] ?? null);
  const word = outcome.kind === 'incomplete' ? '未评完' : '不定等次';
  cells[layout.grade - 1] = 'grade' in outcome ? outcome.grade : word;
  cells[layout.rank] = outcome.kind === 'incomplete' ? outcome.missing.join('；') : outcome.reason;
  return cells;
};

const summarySheet = (given: CycleWorkbook, groups: readonly GroupSheets[]): ExcelSheet => {
  const layout = layoutOf(given);
  const { cycle, content } = given;
  const columns: SheetColumn[] = [
    ...PERSON,
    ...cycle.groups.map(({ name }): SheetColumn => ({
      title: name,
      band: '评分组得分',
      kind: 'figure',
      width: 11,
    })),
    { title: '总分', band: '', kind: 'figure', width: 10 },
    ...layout.vetoItems.map(({ name }): SheetColumn => ({
      title: name,
      band: '一票否决项得分',
      kind: 'figure',
      width: 11,
    })),
    ...(layout.vetoItems.length > 0
      ? [{ title: '一票否决', band: '', kind: 'outcome', width: 9 } as const]
      : []),
    { title: '等次', band: '', kind: 'outcome', width: 11 },
    { title: '参加排名的总分', band: '', kind: 'figure', width: 11 },
    ...(layout.within === null ? [] : [{ title: '比较范围', band: '', kind: 'text', width: 14 } as const]),
    { title: '名次', band: '', kind: 'outcome', width: 8 },
    { title: '说明', band: '', kind: 'text', width: 30 },
  ];
  const at = (entries: ReadonlyMap<number, number>): (number | null)[] =>
    columns.map((_, index) => entries.get(index + 1) ?? null);
  const weights = new Map(
    cycle.groups.map(({ weight }, index) => [layout.groups + index, cellNumber(weight)] as const),
  );
  const lines = new Map(
    layout.vetoItems.map(
      ({ vetoBelow }, index) => [layout.vetoes + index, cellNumber(vetoBelow ?? 0)] as const,
    ),
  );
  const grades = content.bands
    .map(({ label, from }) => `${label} ${String(cellNumber(from))} 分起`)
    .join('，');
  const cells = function* (): Generator<SheetCell[]> {
    for (const [place, row] of given.rows.entries()) yield summaryRow(given, layout, groups, row, place);
  };
  return {
    name: '汇总',
    title: `${given.schoolName}${cycle.name}汇总表`,
    note: `${given.note}指标：${content.name}。等次：${grades}；低于否决线的定为最低等次，不参加排名。没有人评分的评分组留空，权重由其余评分组按比例分担。受名额、处分或校准影响的等次、调整过的总分直接填数，见说明。`,
    columns,
    headRows: [
      { label: '权重', numFmt: '0.##"%"', values: at(weights) },
      { label: '否决线', numFmt: '0.##', values: at(lines) },
    ],
    frozenColumns: 2,
    rowCount: given.rows.length,
    rows: cells(),
  };
};

/**
 * The workbook of a cycle: a summary, and for each rater group the marks that were given and what comes of them. All
 * figures are live formulas over the marks, and carry the results of the rules as their stored values.
 */
export const cycleWorkbook = (given: CycleWorkbook): ScoreWorkbook => {
  const groups = given.cycle.groups.map((group, index) =>
    groupSheets(index, {
      cycle: given.cycle,
      content: given.content,
      group,
      lines: given.rows.map(({ subject, outcome }) => ({
        subject,
        figure:
          outcome.kind === 'graded'
            ? outcome.figures.groups.find(({ groupId }) => groupId === group.id)
            : undefined,
        kept: given.kept.get(subject.id)?.groups.has(group.id) ?? false,
      })),
      sheets: given.sheets.filter(({ groupId }) => groupId === group.id),
      seesNames: given.seesNames,
    }),
  );
  return {
    createdAt: given.createdAt,
    sheets: [summarySheet(given, groups), ...groups.flatMap(({ figures, marks }) => [figures, marks])],
  };
};
