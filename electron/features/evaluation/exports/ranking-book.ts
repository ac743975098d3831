import { quotient } from '../../../../shared/features/evaluation/results/arithmetic.ts';
import { rankWithinLabels, subjectSourceOf } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { maskName } from '../../../../shared/kernel/masking.ts';
import {
  firstDataRow,
  type ScoreSheet,
  type ScoreWorkbook,
  type SheetCell,
  type SheetColumn,
} from '../../../documents/excel/score-sheet.ts';
import { cellNumber, onSheet } from '../workbook-groups.ts';
import { columnCells, gradeWord, ref, type ExportFacts } from './facts.ts';
import { countTextFormula, shareFormula } from './formulas.ts';

const RANKING = '排名';
const GRADES = '等次分布';
const FIRST = firstDataRow(0);
const CHART_ROWS = 18;

interface Placed {
  readonly row: ResultRow;
  readonly within: string;
  readonly total: number | null;
  readonly rank: number | null;
}

/** Comparison group by comparison group, best first; whoever takes no place stands last. */
const placedRows = (rows: readonly ResultRow[]): Placed[] => {
  const placed = rows.map((row): Placed => {
    const { outcome } = row;
    return outcome.kind === 'graded'
      ? { row, within: outcome.figures.within, total: outcome.figures.total, rank: outcome.figures.rank }
      : { row, within: '', total: null, rank: null };
  });
  const order = [...new Set(placed.filter(({ rank }) => rank !== null).map(({ within }) => within))];
  const groupOf = (one: Placed): number => (one.rank === null ? order.length : order.indexOf(one.within));
  return placed.sort(
    (a, b) => groupOf(a) - groupOf(b) || (a.rank ?? 0) - (b.rank ?? 0) || (b.total ?? -1) - (a.total ?? -1),
  );
};

const whyOf = ({ outcome }: ResultRow): string => {
  switch (outcome.kind) {
    case 'graded':
      return outcome.vetoed ? '一票否决，不参加排名' : '';
    case 'incomplete':
      return '还没有评完';
    case 'undetermined':
    case 'assigned':
    case 'concealed':
      return outcome.reason;
  }
};

/** 学生的成绩、名次不得公开 (《未成年人学校保护规定》): why there is no list of children to hang up; blank otherwise. */
export const whyNotMasked = ({ cycle }: Pick<ExportFacts, 'cycle'>): string =>
  subjectSourceOf(cycle.kind) === 'pupils' ? '学生的考核结果和名次不公开，没有可张贴的排名。' : '';

const rankingSheet = (facts: ExportFacts, placed: readonly Placed[], masked: boolean): ScoreSheet => {
  const { cycle, schoolName, standing } = facts;
  const grouped = cycle.rankWithin !== 'all';
  const ofStaff = subjectSourceOf(cycle.kind) === 'staff';
  const within: SheetColumn[] = grouped
    ? [{ title: `比较范围（${rankWithinLabels[cycle.rankWithin]}）`, band: '', kind: 'text', width: 18 }]
    : [];
  // Few columns have to be wide, for the title to find room above them.
  const wide = masked ? 8 : 0;
  const columns: SheetColumn[] = [
    { title: '名次', band: '', kind: 'outcome', width: 8 + wide },
    ...within,
    ...(masked
      ? [{ title: '姓名/名称', band: '', kind: 'text', width: 44 } as const]
      : ([
          { title: '工号/编号', band: '', kind: 'text', width: 12 },
          { title: '姓名/名称', band: '', kind: 'text', width: 14 },
          { title: '部门', band: '', kind: 'text', width: 16 },
          { title: '岗位', band: '', kind: 'text', width: 16 },
        ] as const)),
    { title: '总分', band: '', kind: 'figure', width: 10 + wide },
    { title: '等次', band: '', kind: 'outcome', width: 11 + wide },
    ...(masked ? [] : [{ title: '说明', band: '', kind: 'text', width: 30 } as const]),
  ];
  const total = columns.findIndex(({ title }) => title === '总分') + 1;
  // Those who take a place in one comparison group stand together: the rank is counted among their cells.
  const edges = new Map<string, readonly [number, number]>();
  for (const [at, { within: name, rank }] of placed.entries())
    if (rank !== null) edges.set(name, [edges.get(name)?.[0] ?? FIRST + at, FIRST + at]);
  const cellsOf = ({ row, within: name, total: reached, rank }: Placed, at: number): SheetCell[] => {
    const { subject } = row;
    const [from, to] = edges.get(name) ?? [FIRST, FIRST];
    return [
      rank === null
        ? null
        : { formula: `RANK(${ref(total, FIRST + at)},${columnCells(total, from, to)},0)`, result: rank },
      ...(grouped ? [name] : []),
      ...(masked
        ? [ofStaff ? maskName(subject.name) : subject.name]
        : [subject.number, subject.name, subject.department, subject.post]),
      reached === null ? null : cellNumber(reached),
      gradeWord(row),
      ...(masked ? [] : [whyOf(row)]),
    ];
  };
  return {
    name: RANKING,
    title: `${schoolName}${cycle.name}排名表`,
    note: `${standing}同分同名次；名次随总分实时重算。${masked ? (ofStaff ? '姓名只显示姓氏。' : '') : '仅供内部使用，张贴请用隐去姓名的一种。'}`,
    columns,
    headRows: [],
    frozenColumns: 1,
    portrait: true,
    rowCount: placed.length,
    rows: placed.map(cellsOf),
  };
};

const gradesSheet = (facts: ExportFacts, placed: readonly Placed[], grade: number): ScoreSheet => {
  const { cycle, content, schoolName, standing } = facts;
  const grades = onSheet(RANKING, columnCells(grade, FIRST, FIRST + Math.max(placed.length, 1) - 1));
  const counts = content.bands.map(
    ({ label }) => placed.filter(({ row }) => gradeWord(row) === label).length,
  );
  const all = counts.reduce((sum, count) => sum + count, 0);
  const last = FIRST + counts.length - 1;
  const columns = [1, 2, 3].map((column) => columnCells(column, FIRST, last));
  return {
    name: GRADES,
    title: `${schoolName}${cycle.name}等次分布`,
    note: `${standing}人数由“${RANKING}”表实时算出；没有等次的不计。`,
    columns: [
      { title: '等次', band: '', kind: 'outcome', width: 20 },
      { title: '人数（个数）', band: '', kind: 'count', width: 20 },
      { title: '占比', band: '', kind: 'share', width: 20 },
      { title: '分数线', band: '', kind: 'figure', width: 20 },
    ],
    headRows: [],
    frozenColumns: 1,
    portrait: true,
    rowCount: counts.length,
    rows: content.bands.map(({ label, from }, at): SheetCell[] => [
      label,
      { formula: countTextFormula(grades, label), result: counts[at] ?? 0 },
      all === 0
        ? null
        : {
            formula: shareFormula(ref(2, FIRST + at), columns[1] ?? ''),
            result: quotient((counts[at] ?? 0) * 10_000, all) / 10_000,
          },
      cellNumber(from),
    ]),
    charts: {
      rows: CHART_ROWS + 2,
      all: [
        {
          kind: 'bar',
          title: '各等次人数',
          numFmt: '0',
          categories: {
            cells: onSheet(GRADES, columns[0] ?? ''),
            values: content.bands.map(({ label }) => label),
          },
          series: [
            {
              name: { cells: onSheet(GRADES, '$B$3'), values: ['人数（个数）'] },
              values: { cells: onSheet(GRADES, columns[1] ?? ''), values: counts },
            },
          ],
          place: { from: { column: 1, row: last + 2 }, to: { column: 5, row: last + 2 + CHART_ROWS } },
        },
      ],
    },
  };
};

/** 排名表, with the live rank of everybody among those he is compared with; `masked` for the notice board. */
export const rankingBook = (facts: ExportFacts, masked: boolean): ScoreWorkbook => {
  const all = placedRows(facts.rows);
  // Who has no place is nobody's business on a notice board.
  const placed = masked ? all.filter(({ rank }) => rank !== null) : all;
  const ranking = rankingSheet(facts, placed, masked);
  const grade = ranking.columns.findIndex(({ title }) => title === '等次') + 1;
  return { createdAt: facts.createdAt, sheets: [ranking, gradesSheet(facts, placed, grade)] };
};
