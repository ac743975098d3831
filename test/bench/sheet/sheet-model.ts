import { columnStyles } from '../../../electron/documents/excel/score-sheet-styles.ts';
import type { ScoreWorkbook, SheetCell, SheetColumn } from '../../../electron/documents/excel/score-sheet.ts';

export const ROWS = 3000;
export const MARKS = 24;
/** Two of person, 24 marks, three dimensions and a total: 30. */
const DIMENSIONS = 3;

export const columns: readonly SheetColumn[] = [
  { title: '工号', band: '', kind: 'text', width: 12 },
  { title: '姓名', band: '', kind: 'text', width: 12 },
  ...Array.from({ length: MARKS }, (_, n): SheetColumn => ({
    title: `指标${String(n + 1)}`,
    band: `维度${String(Math.floor(n / 8) + 1)}`,
    kind: 'mark',
    width: 11,
  })),
  ...Array.from({ length: DIMENSIONS }, (_, n): SheetColumn => ({
    title: `维度${String(n + 1)}`,
    band: '维度得分',
    kind: 'figure',
    width: 11,
  })),
  { title: '总分', band: '', kind: 'figure', width: 11 },
];

export const styles = columns.map(({ kind }) => columnStyles[kind]);

const blocks = [
  ['C', 'J', 'AA'],
  ['K', 'R', 'AB'],
  ['S', 'Z', 'AC'],
] as const;

/** One row as both sides write it: the same texts, numbers, formulas and results. */
export const cellsOf = (index: number, row: number): SheetCell[] => {
  const marks = Array.from({ length: MARKS }, (_, n) => ((index * 31 + n * 17) % 1001) / 100);
  const scores = blocks.map(([from, to], n): SheetCell => {
    const own = marks.slice(n * 8, n * 8 + 8);
    const result = Math.round((own.reduce((sum, mark) => sum + mark, 0) / 8) * 100) / 100;
    return { formula: `ROUND(SUM(${from}${String(row)}:${to}${String(row)})/8,2)`, result };
  });
  const total = { formula: `ROUND(SUM(AA${String(row)}:AC${String(row)})/3,2)`, result: 5 };
  return [`T${String(index).padStart(5, '0')}`, `教师${String(index)}`, ...marks, ...scores, total];
};

const rows = function* (): Generator<SheetCell[]> {
  for (let index = 0; index < ROWS; index += 1) yield cellsOf(index, index + 5);
};

export const model: ScoreWorkbook = {
  createdAt: '2026-11-24T01:00:00.000Z',
  sheets: [
    {
      name: '评分',
      title: '教师考核评分表',
      note: '',
      columns,
      headRows: [],
      frozenColumns: 2,
      rowCount: ROWS,
      rows: rows(),
    },
  ],
};
