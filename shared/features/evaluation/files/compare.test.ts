import { describe, expect, it } from 'vitest';
import type { Indicator } from '../indicators.ts';
import { showScore } from '../scores.ts';
import { compareSheet, type BookEntry, type OnRecord } from './compare.ts';
import { displacedOn, FIRST_INDICATOR, FIRST_ROW, NAME_ROW, remarkColumn, type FileCell } from './layout.ts';

const indicator = (id: string, method: Indicator['method']): Indicator => ({
  id,
  name: `指标${id}`,
  standard: '',
  evidence: '',
  weight: 5000,
  fullMarks: 1000,
  method,
  vetoBelow: null,
});
const indicators = [
  indicator('a', { kind: 'points' }),
  indicator('b', {
    kind: 'levels',
    levels: [
      { id: 'l1', label: '优', points: 1000 },
      { id: 'l2', label: '良', points: 800 },
    ],
  }),
];
const subjects = ['王建国', '李梅'].map((name, at) => ({
  id: `s${String(at)}`,
  number: `T${String(at)}`,
  name,
  department: '语文组',
  post: '教师',
  departmentIds: [],
  classIds: [],
}));

/** A score as it is typed on screen. */
const shown = ({ indicatorId, score }: BookEntry): string => {
  const of = indicators.find(({ id }) => id === indicatorId);
  return of ? showScore(of, score) : '';
};

type Typed = string | Partial<FileCell>;

/** A sheet in memory: what was typed, by row of a subject and column of an indicator. */
const sheetOf = (typed: readonly (readonly Typed[])[], remarks: readonly string[] = []) => {
  const cells = new Map<string, FileCell>();
  const put = (row: number, column: number, value: Typed): void => {
    const plain = typeof value === 'string' ? { text: value } : value;
    cells.set(`${String(row)}/${String(column)}`, {
      address: `${String.fromCharCode(64 + column)}${String(row)}`,
      text: '',
      number: false,
      formula: false,
      broken: false,
      ...plain,
    });
  };
  typed.forEach((row, at) =>
    row.forEach((value, column) => put(FIRST_ROW + at, FIRST_INDICATOR + column, value)),
  );
  remarks.forEach((text, at) => put(FIRST_ROW + at, remarkColumn(indicators.length), text));
  indicators.forEach(({ name }, column) => put(NAME_ROW, FIRST_INDICATOR + column, name));
  subjects.forEach(({ number, name }, at) => {
    put(FIRST_ROW + at, 2, number);
    put(FIRST_ROW + at, 3, name);
  });
  return {
    at: (row: number, column: number) => cells.get(`${String(row)}/${String(column)}`),
    put,
  };
};

const compared = (
  typed: readonly (readonly Typed[])[],
  held: Readonly<Record<string, OnRecord>> = {},
  remarks: readonly string[] = [],
  barred: (subjectId: string) => string = () => '',
) =>
  compareSheet({
    sheet: { name: '评分表', raterId: 'r', subjectIds: subjects.map(({ id }) => id) },
    at: sheetOf(typed, remarks).at,
    subjects: new Map(subjects.map((subject) => [subject.id, subject])),
    indicators,
    onRecord: (_rater, subjectId) => held[subjectId],
    barred: (_rater, subjectId) => barred(subjectId),
  });

const record = (points: number, later: boolean): OnRecord => ({
  scores: { a: { kind: 'points', points } },
  remark: '',
  later,
  entered: '李主任 2026年11月25日 09:00',
});

describe('a score sheet that comes back', () => {
  it('fills what is empty on screen, and does nothing where it is empty itself', () => {
    const { entries, counts, problems } = compared([
      ['8.5', '优'],
      ['', ''],
    ]);
    expect(entries.map((entry) => [shown(entry), entry.kind])).toEqual([
      ['8.5', 'fresh'],
      ['优', 'fresh'],
    ]);
    expect(counts).toEqual({ fresh: 2, changed: 0, same: 0, blank: 2, conflicts: 0, problems: 0 });
    expect(problems).toEqual([]);
  });

  it('takes nothing back that is on screen', () =>
    expect(
      compared(
        [
          ['', ''],
          ['', ''],
        ],
        { s0: record(700, true) },
      ).entries,
    ).toEqual([]));

  it('changes what was there when it was made, and asks where the screen is newer', () => {
    const before = compared([['9']], { s0: record(700, false) });
    expect(before.entries[0]?.kind).toBe('changed');
    const after = compared([['9']], { s0: record(700, true) });
    expect(after.conflicts).toEqual([
      expect.objectContaining({ cell: 'E6', subject: '王建国', inFile: '9', onScreen: '7' }),
    ]);
    expect(compared([['7.0']], { s0: record(700, true) }).counts.same).toBe(1);
  });

  it('trusts no formula, no error value and nothing out of range, and says what is allowed', () => {
    const { problems, entries } = compared([
      [{ text: '9', formula: true }, '甲'],
      ['10.5', { text: '#REF!', broken: true }],
    ]);
    expect(entries).toEqual([]);
    expect(problems.map(({ cell, message }) => [cell, message])).toEqual([
      ['E6', '这一格是公式，请改为直接填写的分数（可以复制后“选择性粘贴—数值”）'],
      ['F6', '只能填写 优、良，填写的是“甲”'],
      ['E7', '须在 0—10 分之间，填写的是 10.5'],
      ['F7', '这一格是错误值，请重新填写'],
    ]);
  });

  it('takes a number for an addition where Excel took its sign away', () => {
    const both = indicator('c', { kind: 'deduct', start: 500, maxDeduct: 300, maxAdd: 200 });
    const read = (cell: Typed) =>
      compareSheet({
        sheet: { name: '评分表', raterId: 'r', subjectIds: ['s0'] },
        at: sheetOf([[cell]]).at,
        subjects: new Map(),
        indicators: [both],
        onRecord: () => undefined,
        barred: () => '',
      });
    const [plus] = read({ text: '2', number: true }).entries;
    expect(plus && showScore(both, plus.score)).toBe('+2');
    const [minus] = read({ text: '-2', number: true }).entries;
    expect(minus && showScore(both, minus.score)).toBe('-2');
    expect(read('2').problems[0]?.message).toBe('扣分请写 -2，加分请写 +2');
  });

  it('takes no score about somebody whom the rater does not rate', () => {
    const barred = (subjectId: string): string => (subjectId === 's1' ? '不评自己' : '');
    const { entries, problems } = compared([['9'], ['9']], {}, ['好', '好'], barred);
    expect(entries.map(({ subjectId }) => subjectId)).toEqual(['s0']);
    expect(problems.map(({ message }) => message)).toEqual(['不评自己']);
  });

  it('takes remarks, but none that is a page long', () => {
    const { remarks, problems } = compared([[], []], {}, ['认真负责', '长'.repeat(501)]);
    expect(remarks.map(({ text }) => text)).toEqual(['认真负责']);
    expect(problems.map(({ message }) => message)).toEqual(['评语不能超过 500 个字，现在是 501 个字']);
  });
});

describe('what was moved on a sheet', () => {
  const names = indicators.map(({ name }) => name);

  it('is nothing where everything stands as it was put', () =>
    expect(displacedOn(sheetOf([]).at, subjects, names)).toBe(''));

  it('is told by the first row or column that holds something else', () => {
    const rows = sheetOf([]);
    rows.put(FIRST_ROW, 3, '李梅');
    expect(displacedOn(rows.at, subjects, names)).toContain('第 6 行应为“T0 王建国”，现在是“T0 李梅”');
    const columns = sheetOf([]);
    columns.put(NAME_ROW, FIRST_INDICATOR + 1, '别的');
    expect(displacedOn(columns.at, subjects, names)).toContain('应为“指标b”，现在是“别的”');
  });
});
