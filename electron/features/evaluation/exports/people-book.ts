import {
  columnMeans,
  comparedPeople,
  gradedIn,
} from '../../../../shared/features/evaluation/compare/figures.ts';
import type { Figures, Subject } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import {
  firstDataRow,
  type ScoreSheet,
  type ScoreWorkbook,
  type SheetCell,
  type SheetColumn,
} from '../../../documents/excel/score-sheet.ts';
import { sheetNames } from '../files/book-model.ts';
import { totalFormula } from '../workbook-formulas.ts';
import { cellNumber } from '../workbook-groups.ts';
import { columnCells, groupCells, notLiveNote, ref, totalCell, type ExportFacts } from './facts.ts';
import { CHART_ROWS, personChart } from './person-chart.ts';

const FIRST_GROUP = 3;
const WEIGHTS = `$${String(firstDataRow(0))}`;
const FIRST = firstDataRow(1);
/** More rater groups than this need the width of a sheet laid on its side. */
const MOST_UPRIGHT = 4;

/** What everybody's sheet is held against. */
interface Whole {
  readonly dimensionMeans: readonly (number | null)[];
  readonly totalMean: number | null;
  /** How many take part in the ranking, by comparison group. */
  readonly ranked: ReadonlyMap<string, number>;
}

const wholeOf = ({ cycle, content, rows }: ExportFacts): Whole => {
  const people = comparedPeople(content, cycle.groups, rows);
  const means = columnMeans(
    people.map(({ dimensions, total }) => [...dimensions, total]),
    content.dimensions.length + 1,
    cycle.minSample,
  );
  const ranked = new Map<string, number>();
  for (const { figures } of gradedIn(rows))
    if (figures.rank !== null) ranked.set(figures.within, (ranked.get(figures.within) ?? 0) + 1);
  return { dimensionMeans: means.slice(0, -1), totalMean: means.at(-1) ?? null, ranked };
};

const rankWords = ({ rank, within, vetoes }: Figures, ranked: Whole['ranked']): string => {
  if (rank === null) return vetoes.some(({ struck }) => struck) ? '一票否决，不参加排名' : '不参加排名';
  const among = within === '' ? '' : `在“${within}”中`;
  return `${among}第 ${String(rank)} 名，共 ${String(ranked.get(within) ?? 0)} 名参加排名`;
};

const orNull = (value: number | null): number | null => (value === null ? null : cellNumber(value));

interface Layout {
  readonly own: number;
  readonly mean: number;
  readonly lastGroup: number;
  /** Rows of the group totals, of those standardised, and of the total. */
  readonly groupRow: number;
  readonly standardisedRow: number | null;
  readonly totalRow: number;
}

const layoutOf = ({ cycle, content }: ExportFacts): Layout => {
  const lastGroup = FIRST_GROUP + cycle.groups.length - 1;
  const groupRow = FIRST + content.dimensions.length;
  const standardisedRow = cycle.standardise === null ? null : groupRow + 1;
  return {
    own: lastGroup + 1,
    mean: lastGroup + 2,
    lastGroup,
    groupRow,
    standardisedRow,
    totalRow: (standardisedRow ?? groupRow) + 1,
  };
};

/** The cells of one person: dimensions by groups, group totals, total; all of it live where it follows. */
const linesOf = (facts: ExportFacts, figures: Figures, whole: Whole): SheetCell[][] => {
  const { cycle, content } = facts;
  const layout = layoutOf(facts);
  const weights = `${ref(FIRST_GROUP, WEIGHTS)}:${ref(layout.lastGroup, WEIGHTS)}`;
  const across = (row: number): string => `${ref(FIRST_GROUP, row)}:${ref(layout.lastGroup, row)}`;
  const dimensionWeights = columnCells(2, FIRST, layout.groupRow - 1);
  const [person] = comparedPeople(content, cycle.groups, [
    { subject: noSubject, outcome: { kind: 'graded', figures, vetoed: false } },
  ]);
  const figureOf = (groupId: string) => figures.groups.find((figure) => figure.groupId === groupId);
  const dimensions = content.dimensions.map(({ id, name, weight }, at): SheetCell[] => {
    const overall = person?.dimensions[at] ?? null;
    return [
      name,
      cellNumber(weight),
      ...cycle.groups.map((group) => {
        const found = figureOf(group.id)?.dimensions.find(({ dimensionId }) => dimensionId === id);
        return found ? cellNumber(found.score) : null;
      }),
      overall === null
        ? null
        : { formula: totalFormula(across(FIRST + at), weights), result: cellNumber(overall) },
      orNull(whole.dimensionMeans[at] ?? null),
    ];
  });
  const groupTotals: SheetCell[] = [
    '评分组得分',
    null,
    ...cycle.groups.map((group, at): SheetCell => {
      const found = figureOf(group.id);
      if (!found) return null;
      const scores = columnCells(FIRST_GROUP + at, FIRST, layout.groupRow - 1);
      return {
        formula: totalFormula(scores, dimensionWeights),
        result: cellNumber(found.standardised?.raw ?? found.total),
      };
    }),
    null,
    null,
  ];
  const standardised: SheetCell[][] =
    layout.standardisedRow === null ? [] : [['标准化以后', null, ...groupCells(cycle, figures), null, null]];
  const scoresRow = layout.standardisedRow ?? layout.groupRow;
  return [
    ...dimensions,
    groupTotals,
    ...standardised,
    [
      '总分',
      null,
      ...cycle.groups.map(() => null),
      totalCell(cycle, figures, across(scoresRow), weights),
      orNull(whole.totalMean),
    ],
  ];
};

/** Dimensions are looked at without asking whose they are. */
const noSubject: Subject = {
  id: '',
  number: '',
  name: '',
  department: '',
  post: '',
  departmentIds: [],
  classIds: [],
};

/** What cannot be put in figures, a line each. */
const wordsOf = ({ outcome }: ResultRow, whole: Whole): string[] => {
  switch (outcome.kind) {
    case 'graded':
      return [`等次：${outcome.figures.grade}`, `名次：${rankWords(outcome.figures, whole.ranked)}`];
    case 'assigned':
    case 'concealed':
      return [`等次：${outcome.grade}`, `说明：${outcome.reason}`];
    case 'undetermined':
      return ['等次：不定等次', `说明：${outcome.reason}`];
    case 'incomplete':
      return ['等次：未评完', ...outcome.missing.map((line) => `还缺：${line}`)];
  }
};

const personSheet = (facts: ExportFacts, row: ResultRow, name: string, whole: Whole): ScoreSheet => {
  const { cycle, content, schoolName, standing } = facts;
  const { subject, outcome } = row;
  const layout = layoutOf(facts);
  const figures = outcome.kind === 'graded' ? outcome.figures : null;
  const lines = figures ? linesOf(facts, figures, whole) : [];
  const rows: SheetCell[][] = [
    ...lines,
    ...wordsOf(row, whole).map((text): SheetCell[] => [text]),
    ['本人签名：　　　　　　　　　　日期：　　　　年　　月　　日'],
  ];
  const person = [
    subject.number === '' ? '' : `编号：${subject.number}`,
    `姓名/名称：${subject.name}`,
    subject.department === '' ? '' : `部门：${subject.department}`,
    subject.post === '' ? '' : `岗位：${subject.post}`,
  ].filter((text) => text !== '');
  return {
    name,
    title: `${schoolName}${cycle.name}个人考核表`,
    note: `${person.join('　')}。${standing}${notLiveNote(cycle, [row])}`,
    columns: [
      { title: '维度', band: '', kind: 'text', width: 20 },
      { title: '维度权重', band: '', kind: 'weight', width: 9 },
      ...cycle.groups.map((group): SheetColumn => ({
        title: group.name,
        band: '评分组得分',
        kind: 'figure',
        width: 12,
      })),
      { title: '本人得分', band: '', kind: 'figure', width: 12 },
      { title: '全体平均', band: '', kind: 'figure', width: 12 },
    ],
    headRows: [
      {
        label: '评分组权重',
        numFmt: '0.##"%"',
        values: Array.from({ length: layout.mean }, (_, at) => {
          const group = cycle.groups[at + 1 - FIRST_GROUP];
          return group ? cellNumber(group.weight) : null;
        }),
      },
    ],
    frozenColumns: 1,
    portrait: cycle.groups.length <= MOST_UPRIGHT,
    rowHeight: 24,
    rowCount: rows.length,
    rows,
    ...(figures && content.dimensions.length > 0
      ? {
          charts: {
            rows: CHART_ROWS + 2,
            all: [personChart(facts, name, lines, { ...layout, first: FIRST, row: FIRST + rows.length + 1 })],
          },
        }
      : {}),
  };
};

/** 个人考核表: a sheet for each of the people named, held against the whole of the cycle. */
export const peopleBook = (facts: ExportFacts, subjectIds: ReadonlySet<string>): ScoreWorkbook => {
  const rows = facts.rows.filter(({ subject }) => subjectIds.has(subject.id));
  const names = sheetNames(rows.map(({ subject }) => subject.name));
  const whole = wholeOf(facts);
  return {
    createdAt: facts.createdAt,
    sheets: rows.map((row, at) => personSheet(facts, row, names[at] ?? String(at + 1), whole)),
  };
};
