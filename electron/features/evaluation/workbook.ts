import {
  indicatorsOf,
  type Indicator,
  type IndicatorContent,
} from '../../../shared/features/evaluation/indicators.ts';
import { dimensionsOf } from '../../../shared/features/evaluation/rating.ts';
import type { Cycle, Figures, ScoreSheet } from '../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../shared/features/evaluation/views.ts';
import {
  columnLetters,
  firstDataRow,
  type ScoreSheet as ExcelSheet,
  type ScoreWorkbook,
  type SheetCell,
  type SheetColumn,
} from '../../documents/excel/score-sheet.ts';
import {
  gradeFormula,
  overallFormula,
  rankedTotalFormula,
  rankFormula,
  totalFormula,
  vetoFormula,
} from './workbook-formulas.ts';
import { cellNumber, figureRowAt, groupSheets, onSheet, type GroupSheets } from './workbook-groups.ts';

export interface CycleWorkbook {
  readonly schoolName: string;
  readonly cycle: Cycle;
  readonly content: IndicatorContent;
  /** Say which standing the figures have: 已确认 with date, or 评分中. */
  readonly note: string;
  readonly rows: readonly ResultRow[];
  readonly sheets: readonly ScoreSheet[];
  /** ISO instant. */
  readonly createdAt: string;
}

/** Where the parts of the summary stand: columns count from 1. */
interface Layout {
  readonly groups: number;
  readonly total: number;
  readonly vetoes: number;
  readonly vetoed: number;
  readonly grade: number;
  readonly rankedTotal: number;
  readonly rank: number;
  readonly vetoItems: readonly Indicator[];
}

const PERSON: readonly SheetColumn[] = [
  { title: '工号/编号', band: '', kind: 'text', width: 12 },
  { title: '姓名/名称', band: '', kind: 'text', width: 14 },
  { title: '部门', band: '', kind: 'text', width: 14 },
  { title: '岗位', band: '', kind: 'text', width: 14 },
];
const HEAD_ROWS = 2;
const WEIGHT_ROW = String(firstDataRow(0));
const LINE_ROW = String(firstDataRow(1));
const FIRST_ROW = firstDataRow(HEAD_ROWS);

const layoutOf = ({ cycle, content }: CycleWorkbook): Layout => {
  const vetoItems = indicatorsOf(content).filter(({ vetoBelow }) => vetoBelow !== null);
  const groups = PERSON.length + 1;
  const total = groups + cycle.groups.length;
  const vetoes = total + 1;
  const vetoed = vetoes + vetoItems.length;
  const grade = vetoItems.length === 0 ? vetoes : vetoed + 1;
  return { groups, total, vetoes, vetoed, grade, rankedTotal: grade + 1, rank: grade + 2, vetoItems };
};

const ref = (column: number, row: number | string): string => `${columnLetters(column)}${String(row)}`;

const gradedCells = (
  given: CycleWorkbook,
  layout: Layout,
  groups: readonly GroupSheets[],
  figures: Figures,
  place: number,
): SheetCell[] => {
  const { cycle, content } = given;
  const row = FIRST_ROW + place;
  const totals = cycle.groups.map((group, index): SheetCell => {
    const figure = figures.groups.find(({ groupId }) => groupId === group.id);
    const sheets = groups[index];
    if (!figure || !sheets) return null;
    const cell = `${sheets.totalColumn}${figureRowAt(place)}`;
    return { formula: onSheet(sheets.figures.name, cell), result: cellNumber(figure.total) };
  });
  const last = layout.groups + cycle.groups.length - 1;
  const total: SheetCell = {
    formula: totalFormula(
      `${ref(layout.groups, row)}:${ref(last, row)}`,
      `${columnLetters(layout.groups)}$${WEIGHT_ROW}:${columnLetters(last)}$${WEIGHT_ROW}`,
    ),
    result: cellNumber(figures.total),
  };
  const vetoes = layout.vetoItems.map((indicator): SheetCell => {
    const found = figures.vetoes.find(({ indicatorId }) => indicatorId === indicator.id);
    if (!found) return null;
    const parts = cycle.groups.flatMap((group, index) => {
      const sheets = groups[index];
      const rated = dimensionsOf(content, group).some(({ indicators }) =>
        indicators.some(({ id }) => id === indicator.id),
      );
      if (!sheets || !rated || figures.leftOut.includes(group.id)) return [];
      const cell = `${sheets.columnOf.get(indicator.id) ?? ''}${figureRowAt(place)}`;
      return [
        {
          points: onSheet(sheets.figures.name, cell),
          weight: `${columnLetters(layout.groups + index)}$${WEIGHT_ROW}`,
        },
      ];
    });
    return { formula: overallFormula(parts), result: cellNumber(found.points) };
  });
  const struck = figures.vetoes.some((veto) => veto.struck);
  const hasVeto = layout.vetoItems.length > 0;
  const vetoed = ref(layout.vetoed, row);
  const veto: SheetCell[] = hasVeto
    ? [
        {
          formula: vetoFormula(
            layout.vetoItems.map((_item, index) => ({
              points: ref(layout.vetoes + index, row),
              line: `${columnLetters(layout.vetoes + index)}$${LINE_ROW}`,
            })),
          ),
          result: struck ? '是' : '否',
        },
      ]
    : [];
  const totalCell = ref(layout.total, row);
  const rankedColumn = columnLetters(layout.rankedTotal);
  const all = `${rankedColumn}$${String(FIRST_ROW)}:${rankedColumn}$${String(FIRST_ROW + given.rows.length - 1)}`;
  return [
    ...totals,
    total,
    ...vetoes,
    ...veto,
    {
      formula: gradeFormula(totalCell, hasVeto ? vetoed : undefined, content.bands),
      result: figures.grade,
    },
    {
      formula: hasVeto ? rankedTotalFormula(totalCell, vetoed) : totalCell,
      result: struck ? '' : cellNumber(figures.total),
    },
    { formula: rankFormula(ref(layout.rankedTotal, row), all), result: figures.rank ?? '' },
  ];
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
  const cells: SheetCell[] = Array.from({ length: layout.rank }, (_, index) => person[index] ?? null);
  cells[layout.grade - 1] = outcome.kind === 'incomplete' ? '未评完' : '不定等次';
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
    { title: '名次', band: '', kind: 'outcome', width: 8 },
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
    note: `${given.note}指标：${content.name}。等次：${grades}；低于否决线的定为最低等次，不参加排名。没有人评分的评分组留空，权重由其余评分组按比例分担。`,
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
    groupSheets(
      index,
      given.content,
      group,
      given.rows.map(({ subject, outcome }) => ({
        subject,
        figure:
          outcome.kind === 'graded'
            ? outcome.figures.groups.find(({ groupId }) => groupId === group.id)
            : undefined,
      })),
      given.sheets.filter(({ groupId }) => groupId === group.id),
    ),
  );
  return {
    createdAt: given.createdAt,
    sheets: [summarySheet(given, groups), ...groups.flatMap(({ figures, marks }) => [figures, marks])],
  };
};
