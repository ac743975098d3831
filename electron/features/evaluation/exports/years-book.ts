import { columnMeans, comparedPeople } from '../../../../shared/features/evaluation/compare/figures.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { summaryOf, type Summary } from '../../../../shared/features/evaluation/compare/statistics.ts';
import type { ComparedPerson } from '../../../../shared/features/evaluation/compare/views.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { SheetChart } from '../../../documents/excel/chart-model.ts';
import {
  firstDataRow,
  type ScoreSheet,
  type ScoreWorkbook,
  type SheetCell,
  type SheetColumn,
} from '../../../documents/excel/score-sheet.ts';
import type { CallContext } from '../../context.ts';
import { earlierCycles } from '../compare/years.ts';
import { currentResults } from '../results.ts';
import { meanFormula } from '../workbook-formulas.ts';
import { cellNumber, onSheet } from '../workbook-groups.ts';
import { axisOf, columnCells, ref, type ExportFacts } from './facts.ts';
import { changeFormula, countFormula, quartileFormula, spreadFormula } from './formulas.ts';

const YEARS = '年度对比';
const TOTALS = '历次总分';
const FIRST = firstDataRow(0);
const PERSON_COLUMNS = 3;
const CHART_ROWS = 18;

interface Year {
  readonly cycle: Cycle;
  readonly people: readonly ComparedPerson[];
  readonly summary: Summary | null;
  /** In the order of the dimensions of the cycle that is compared. */
  readonly dimensions: readonly (number | null)[];
}

const yearOf = (
  cycle: Cycle,
  names: readonly string[],
  facts: Pick<ExportFacts, 'content' | 'rows'>,
): Year => {
  const { content, rows } = facts;
  const people = comparedPeople(content, cycle.groups, rows);
  const means = columnMeans(
    people.map(({ dimensions }) => dimensions),
    content.dimensions.length,
    cycle.minSample,
  );
  return {
    cycle,
    people,
    summary: summaryOf(
      people.map(({ total }) => total),
      cycle.minSample,
    ),
    dimensions: names.map((name) => means[content.dimensions.findIndex((one) => one.name === name)] ?? null),
  };
};

const yearsOf = (facts: ExportFacts, context: CallContext): Year[] => {
  const { cycle, content } = facts;
  const names = content.dimensions.map(({ name }) => name);
  const seesNames = context.can('evaluation.manage');
  return [
    ...earlierCycles(context.store, cycle, content).map((one) => {
      const current = currentResults(context.store, one);
      return yearOf(one, names, {
        content: current.content,
        rows: shownRows(one, current.rows, seesNames),
      });
    }),
    yearOf(cycle, names, facts),
  ];
};

/** Everybody who has a total in any of the years, by number; named as he was last. */
const everybody = (years: readonly Year[]): ComparedPerson[] => {
  const known = new Map<string, ComparedPerson>();
  for (const { people } of years) for (const person of people) known.set(person.subjectId, person);
  return [...known.values()].sort(
    (a, b) => a.department.localeCompare(b.department, 'zh-CN') || a.number.localeCompare(b.number),
  );
};

const totalsSheet = (
  facts: ExportFacts,
  years: readonly Year[],
  people: readonly ComparedPerson[],
): ScoreSheet => {
  const { cycle, schoolName, standing } = facts;
  const totals = years.map((year) => new Map(year.people.map(({ subjectId, total }) => [subjectId, total])));
  const [before, after] = [PERSON_COLUMNS + years.length - 1, PERSON_COLUMNS + years.length];
  return {
    name: TOTALS,
    title: `${schoolName}${cycle.name}历次总分对照表`,
    note: `${standing}没有参加或没有总分的一次留空。变化是最近一次减去上一次。`,
    columns: [
      { title: '部门', band: '', kind: 'text', width: 16 },
      { title: '工号/编号', band: '', kind: 'text', width: 12 },
      { title: '姓名/名称', band: '', kind: 'text', width: 14 },
      ...years.map(({ cycle: { name } }): SheetColumn => ({
        title: name,
        band: '总分',
        kind: 'figure',
        width: 16,
      })),
      { title: '变化', band: '', kind: 'figure', width: 10 },
    ],
    headRows: [],
    frozenColumns: PERSON_COLUMNS,
    rowCount: people.length,
    rows: people.map((person, at): SheetCell[] => {
      const reached = totals.map((one) => one.get(person.subjectId) ?? null);
      const [last, former] = [reached.at(-1) ?? null, reached.at(-2) ?? null];
      return [
        person.department,
        person.number,
        person.name,
        ...reached.map((total) => (total === null ? null : cellNumber(total))),
        {
          formula: changeFormula(ref(before, FIRST + at), ref(after, FIRST + at)),
          result: last === null || former === null ? '' : cellNumber(last - former),
        },
      ];
    }),
  };
};

const HEAD: readonly SheetColumn[] = [
  { title: '考核', band: '', kind: 'text', width: 30 },
  { title: '评分截止', band: '', kind: 'text', width: 16 },
  { title: '有总分的对象', band: '', kind: 'count', width: 9 },
  { title: '平均', band: '总分', kind: 'figure', width: 9 },
  { title: '比上次', band: '总分', kind: 'figure', width: 9 },
  { title: '标准差', band: '总分', kind: 'figure', width: 9 },
  { title: '上四分位', band: '总分', kind: 'figure', width: 9 },
  { title: '中位数', band: '总分', kind: 'figure', width: 9 },
  { title: '下四分位', band: '总分', kind: 'figure', width: 9 },
];
const MEAN = 4;
const LINES = [
  { column: MEAN, title: '平均', of: ({ mean }: Summary) => mean },
  { column: 7, title: '上四分位', of: ({ upper }: Summary) => upper },
  { column: 8, title: '中位数', of: ({ median }: Summary) => median },
  { column: 9, title: '下四分位', of: ({ lower }: Summary) => lower },
];

const yearLine = (years: readonly Year[], at: number, people: number): SheetCell[] => {
  const year = years[at];
  if (!year) return [];
  const { cycle, summary } = year;
  const before = years[at - 1]?.summary ?? null;
  const cells = onSheet(TOTALS, columnCells(PERSON_COLUMNS + 1 + at, FIRST, FIRST + people - 1));
  const live = (formula: string, result: number): SheetCell => ({ formula, result: cellNumber(result) });
  const row = FIRST + at;
  return [
    cycle.name,
    formatDay(cycle.endsOn),
    { formula: countFormula(cells), result: year.people.length },
    ...(summary
      ? [
          live(meanFormula(cells), summary.mean),
          at === 0
            ? null
            : {
                formula: changeFormula(ref(MEAN, row - 1), ref(MEAN, row)),
                result: before === null ? '' : cellNumber(summary.mean - before.mean),
              },
          live(spreadFormula(cells), summary.spread),
          live(quartileFormula(cells, 3), summary.upper),
          live(quartileFormula(cells, 2), summary.median),
          live(quartileFormula(cells, 1), summary.lower),
        ]
      : HEAD.slice(3).map(() => null)),
    ...year.dimensions.map((mean) => (mean === null ? null : cellNumber(mean))),
  ];
};

const chartsOf = ({ content }: ExportFacts, years: readonly Year[]): SheetChart[] => {
  const last = FIRST + years.length - 1;
  const at = (column: number): string => onSheet(YEARS, columnCells(column, FIRST, last));
  const head = (column: number): string => onSheet(YEARS, `$${ref(column, '$4')}`);
  const categories = { cells: at(1), values: years.map(({ cycle }) => cycle.name) };
  const number = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : cellNumber(value);
  const width = HEAD.length + content.dimensions.length;
  const [top, half] = [last + 2, 6];
  const totals = years.flatMap(({ summary }) => LINES.map(({ of }) => number(summary && of(summary))));
  const total: SheetChart = {
    kind: 'line',
    axis: axisOf(totals),
    title: '总分的变化',
    numFmt: '0.00',
    categories,
    series: LINES.map(({ column, title, of }) => ({
      name: { cells: head(column), values: [title] },
      values: { cells: at(column), values: years.map(({ summary }) => number(summary && of(summary))) },
    })),
    place: { from: { column: 1, row: top }, to: { column: half, row: top + CHART_ROWS } },
  };
  const dimensions: SheetChart = {
    kind: 'line',
    axis: axisOf(years.flatMap((year) => year.dimensions.map(number))),
    title: '各维度平均的变化',
    numFmt: '0.00',
    categories,
    series: content.dimensions.map(({ name }, place) => ({
      name: { cells: head(HEAD.length + 1 + place), values: [name] },
      values: {
        cells: at(HEAD.length + 1 + place),
        values: years.map((year) => number(year.dimensions[place])),
      },
    })),
    place: { from: { column: half, row: top }, to: { column: width + 1, row: top + CHART_ROWS } },
  };
  return [total, dimensions];
};

/** 年度对比表: the confirmed cycles of the same kind before this one, and everybody's totals over them. */
export const yearsBook = (facts: ExportFacts, context: CallContext): ScoreWorkbook => {
  const { cycle, content, schoolName, standing, createdAt } = facts;
  const years = yearsOf(facts, context);
  const people = everybody(years);
  const summary: ScoreSheet = {
    name: YEARS,
    title: `${schoolName}${cycle.name}年度对比表`,
    note: `${standing}总分各数由“${TOTALS}”表实时算出；维度平均按同名的维度对照，直接填数。有总分的不足最少人数的一次留空。`,
    columns: [
      ...HEAD,
      ...content.dimensions.map(({ name }): SheetColumn => ({
        title: name,
        band: '维度平均',
        kind: 'figure',
        width: 11,
      })),
    ],
    headRows: [],
    frozenColumns: 1,
    rowHeight: 20,
    rowCount: years.length,
    rows: years.map((_year, at) => yearLine(years, at, people.length)),
    charts: { rows: CHART_ROWS + 2, all: chartsOf(facts, years) },
  };
  return { createdAt, sheets: [summary, totalsSheet(facts, years, people)] };
};
