import {
  columnMeans,
  comparedPeople,
  departmentOf,
} from '../../../../shared/features/evaluation/compare/figures.ts';
import { summaryOf } from '../../../../shared/features/evaluation/compare/statistics.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import {
  firstDataRow,
  type ScoreSheet,
  type ScoreWorkbook,
  type SheetCell,
  type SheetColumn,
} from '../../../documents/excel/score-sheet.ts';
import { meanFormula } from '../workbook-formulas.ts';
import { cellNumber, onSheet } from '../workbook-groups.ts';
import { CHART_ROWS, departmentCharts } from './departments-charts.ts';
import {
  columnCells,
  gradeWord,
  groupCells,
  notLiveNote,
  ref,
  totalCell,
  type ExportFacts,
} from './facts.ts';
import { countFormula, countTextFormula, quartileFormula, spreadFormula } from './formulas.ts';

const DETAIL = '明细';
const SUMMARY = '部门汇总';
const PERSON: readonly SheetColumn[] = [
  { title: '部门', band: '', kind: 'text', width: 16 },
  { title: '工号/编号', band: '', kind: 'text', width: 12 },
  { title: '姓名/名称', band: '', kind: 'text', width: 14 },
  { title: '岗位', band: '', kind: 'text', width: 14 },
];
const DETAIL_HEAD = 1;
const WEIGHTS = String(firstDataRow(0));
const FIRST = firstDataRow(DETAIL_HEAD);

/** A department and where its people stand in the detail sheet. */
interface Block {
  readonly name: string;
  readonly rows: readonly ResultRow[];
  readonly from: number;
  readonly to: number;
}

const totalOf = ({ outcome }: ResultRow): number => (outcome.kind === 'graded' ? outcome.figures.total : -1);

const blocksOf = (rows: readonly ResultRow[]): Block[] => {
  const names = [...new Set(rows.map(({ subject }) => departmentOf(subject)))];
  let next = FIRST;
  return names.map((name) => {
    const own = rows
      .filter(({ subject }) => departmentOf(subject) === name)
      .sort((a, b) => totalOf(b) - totalOf(a));
    const block = { name, rows: own, from: next, to: next + own.length - 1 };
    next += own.length;
    return block;
  });
};

/** Columns of the detail sheet, counted from 1. */
const placesOf = ({ cycle, content }: ExportFacts) => {
  const groups = PERSON.length + 1;
  const total = groups + cycle.groups.length;
  return {
    groups,
    total,
    grade: total + 1,
    dimensions: total + 2,
    last: total + 1 + content.dimensions.length,
  };
};

const detailSheet = (facts: ExportFacts, blocks: readonly Block[]): ScoreSheet => {
  const { cycle, content, schoolName, standing, rows } = facts;
  const places = placesOf(facts);
  const people = new Map(
    comparedPeople(content, cycle.groups, rows).map((person) => [person.subjectId, person] as const),
  );
  const lastGroup = places.total - 1;
  const weights = `${ref(places.groups, `$${WEIGHTS}`)}:${ref(lastGroup, `$${WEIGHTS}`)}`;
  const cellsOf = (row: ResultRow, at: number): SheetCell[] => {
    const { subject, outcome } = row;
    const person = [departmentOf(subject), subject.number, subject.name, subject.post];
    if (outcome.kind !== 'graded') return [...person, ...cycle.groups.map(() => null), null, gradeWord(row)];
    const scores = `${ref(places.groups, at)}:${ref(lastGroup, at)}`;
    return [
      ...person,
      ...groupCells(cycle, outcome.figures),
      totalCell(cycle, outcome.figures, scores, weights),
      gradeWord(row),
      ...(people.get(subject.id)?.dimensions ?? []).map((value) =>
        value === null ? null : cellNumber(value),
      ),
    ];
  };
  const lines = function* (): Generator<SheetCell[]> {
    for (const { rows: own, from } of blocks)
      for (const [at, row] of own.entries()) yield cellsOf(row, from + at);
  };
  return {
    name: DETAIL,
    title: `${schoolName}${cycle.name}各部门明细`,
    note: `${standing}总分由评分组得分按权重算出。${notLiveNote(cycle, rows)}`,
    columns: [
      ...PERSON,
      ...cycle.groups.map(({ name }): SheetColumn => ({
        title: name,
        band: '评分组得分',
        kind: 'figure',
        width: 11,
      })),
      { title: '总分', band: '', kind: 'figure', width: 10 },
      { title: '等次', band: '', kind: 'outcome', width: 11 },
      ...content.dimensions.map(({ name }): SheetColumn => ({
        title: name,
        band: '维度得分',
        kind: 'figure',
        width: 11,
      })),
    ],
    headRows: [
      {
        label: '权重',
        numFmt: '0.##"%"',
        values: Array.from({ length: places.last }, (_, at) => {
          const group = cycle.groups[at + 1 - places.groups];
          return group ? cellNumber(group.weight) : null;
        }),
      },
    ],
    frozenColumns: 3,
    rowCount: rows.length,
    rows: lines(),
  };
};

const STATISTICS = ['平均', '标准差', '最高', '上四分位', '中位数', '下四分位', '最低'];

/** One line of the summary over the cells from one row of the detail sheet to another. */
const summaryLine = (
  facts: ExportFacts,
  name: string,
  own: readonly ResultRow[],
  [from, to]: readonly [number, number],
): SheetCell[] => {
  const { cycle, content } = facts;
  const places = placesOf(facts);
  const on = (column: number): string => onSheet(DETAIL, columnCells(column, from, to));
  const people = comparedPeople(content, cycle.groups, own);
  const [totals, grades] = [on(places.total), on(places.grade)];
  const summary = summaryOf(
    people.map(({ total }) => total),
    cycle.minSample,
  );
  const live = (formula: string, result: number): SheetCell => ({ formula, result: cellNumber(result) });
  const means = columnMeans(
    people.map(({ dimensions }) => dimensions),
    content.dimensions.length,
    cycle.minSample,
  );
  return [
    name,
    { formula: countFormula(totals), result: people.length },
    ...(summary
      ? [
          live(meanFormula(totals), summary.mean),
          live(spreadFormula(totals), summary.spread),
          live(quartileFormula(totals, 4), summary.greatest),
          live(quartileFormula(totals, 3), summary.upper),
          live(quartileFormula(totals, 2), summary.median),
          live(quartileFormula(totals, 1), summary.lower),
          live(quartileFormula(totals, 0), summary.least),
        ]
      : STATISTICS.map(() => null)),
    ...content.bands.map(({ label }): SheetCell => ({
      formula: countTextFormula(grades, label),
      result: own.filter((row) => gradeWord(row) === label).length,
    })),
    ...means.map((mean, at): SheetCell =>
      mean === null ? null : live(meanFormula(on(places.dimensions + at)), mean),
    ),
  ];
};

/** 部门汇总表: each department in one line, reckoned live over the list of its people, with charts. */
export const departmentsBook = (facts: ExportFacts): ScoreWorkbook => {
  const { cycle, content, rows, schoolName, standing, createdAt } = facts;
  const blocks = blocksOf(rows);
  const lines = [
    ...blocks.map(({ name, rows: own, from, to }) => summaryLine(facts, name, own, [from, to])),
    summaryLine(facts, '全体', rows, [FIRST, FIRST + rows.length - 1]),
  ];
  const summary: ScoreSheet = {
    name: SUMMARY,
    title: `${schoolName}${cycle.name}部门汇总表`,
    note: `${standing}各数由“${DETAIL}”表实时算出。有总分的不足 ${String(cycle.minSample)} 个的部门不算平均和四分位，留空。`,
    columns: [
      { title: '部门', band: '', kind: 'text', width: 16 },
      { title: '有总分的对象', band: '', kind: 'count', width: 9 },
      ...STATISTICS.map((title): SheetColumn => ({ title, band: '总分', kind: 'figure', width: 9 })),
      ...content.bands.map(({ label }): SheetColumn => ({
        title: label,
        band: '各等次',
        kind: 'count',
        width: 8,
      })),
      ...content.dimensions.map(({ name }): SheetColumn => ({
        title: name,
        band: '维度平均',
        kind: 'figure',
        width: 10,
      })),
    ],
    headRows: [],
    frozenColumns: 1,
    rowHeight: 20,
    rowCount: lines.length,
    rows: lines,
    charts: {
      rows: CHART_ROWS + 2,
      all: departmentCharts(facts, SUMMARY, lines, 2 + STATISTICS.length + content.bands.length),
    },
  };
  return { createdAt, sheets: [summary, detailSheet(facts, blocks)] };
};
