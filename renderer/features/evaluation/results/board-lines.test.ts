import { describe, expect, it } from 'vitest';
import type { QuotaPool } from '../../../../shared/features/evaluation/results/quota.ts';
import type { CalibrationRow } from '../../../../shared/features/evaluation/results/views.ts';
import { boardItems, type BoardItem } from './board-lines.ts';

const bands = [
  { label: '优秀', from: 9000 },
  { label: '合格', from: 6000 },
  { label: '不合格', from: 0 },
];

const row = (id: string, total: number | null): CalibrationRow => ({
  subject: { id, number: '', name: id, department: '', post: '', departmentIds: [], classIds: [] },
  outcome:
    total === null
      ? { kind: 'undetermined', reason: '病休' }
      : {
          kind: 'graded',
          vetoed: false,
          figures: {
            total,
            reckonedTotal: null,
            groups: [],
            leftOut: [],
            tooFew: [],
            vetoes: [],
            grade: '',
            gradeSteps: [],
            outsideQuota: '',
            rank: 1,
            within: '',
          },
        },
  groups: [],
  apart: null,
  boundaries: [],
  proposed: null,
  effect: '',
  open: [],
  facts: { leaveDays: 0, newlyEmployed: false, refused: false, barredBy: '', note: '', rev: 0 },
  adjusted: [],
});

const pool = (lastIn: readonly string[], tied: readonly string[]): QuotaPool => ({
  name: '全体',
  pooled: [],
  size: 5,
  byShare: 2,
  cap: 2,
  given: lastIn.length,
  taken: lastIn,
  outside: 0,
  over: [],
  tied,
  lastIn,
  firstOut: tied,
});

const words = (items: readonly BoardItem[]): string[] =>
  items.map((item) => {
    switch (item.kind) {
      case 'row':
        return item.row.subject.id;
      case 'band':
        return `${item.label} ${String(item.above)}`;
      case 'quota':
        return `places ${String(item.cap)} ${String(item.tied)}`;
      case 'without':
        return `without ${String(item.count)}`;
    }
  });

describe('the board of the meeting', () => {
  it('stands by totals, with the lines between them', () => {
    const rows = [row('c', 5900), row('a', 9000), row('b', 8999), row('d', null)];
    expect(words(boardItems(rows, bands, null))).toEqual([
      'a',
      '优秀 1',
      'b',
      '合格 2',
      'c',
      'without 1',
      'd',
    ]);
  });

  it('draws a line also where nobody stands on one side of it', () => {
    expect(words(boardItems([row('a', 9500)], bands, null))).toEqual(['a', '优秀 1', '合格 1']);
    expect(words(boardItems([row('a', 100)], bands, null))).toEqual(['优秀 0', '合格 0', 'a']);
  });

  it('ends the places after the last who has one, whoever of the same total stands beside him', () => {
    const rows = [row('a', 9500), row('b', 9400), row('c', 9400), row('d', 9100)];
    expect(words(boardItems(rows, bands, pool(['b', 'c'], ['d'])))).toEqual([
      'a',
      'b',
      'c',
      'places 2 1',
      'd',
      '优秀 4',
      '合格 4',
    ]);
  });
});
