import { describe, expect, it } from 'vitest';
import { freshGroup } from '../fresh.ts';
import type { IndicatorContent } from '../indicators.ts';
import { actionState } from './schema.ts';
import { compareYears, dimensionOverall, type YearResult } from './years.ts';

const content = (suffix: string, names: readonly string[]): IndicatorContent => ({
  name: '学校质量评价',
  about: '',
  bands: [
    { label: '优秀', from: 9000 },
    { label: '合格', from: 0 },
  ],
  dimensions: [
    {
      id: `d${suffix}`,
      name: '教学水平',
      weight: 10_000,
      indicators: names.map((name, at) => ({
        id: `i${suffix}${String(at)}`,
        name,
        standard: '',
        evidence: '',
        weight: 5000,
        fullMarks: 2000,
        method: { kind: 'points' as const },
        vetoBelow: null,
      })),
    },
  ],
});

/** Two groups of weights 3 : 1 that gave a dimension and its indicators these marks. */
const year = (
  suffix: string,
  names: readonly string[],
  scores: readonly [number, number],
  points: number,
): YearResult => {
  const groups = [freshGroup('g1', 'leader', 7500), freshGroup('g2', 'parent', 2500)];
  return {
    content: content(suffix, names),
    groups,
    figures: {
      total: 0,
      groups: groups.map(({ id }, at) => ({
        groupId: id,
        total: 0,
        raters: 3,
        standardised: null,
        dimensions: [
          {
            dimensionId: `d${suffix}`,
            score: scores[at] ?? 0,
            indicators: names.map((_name, place) => ({
              indicatorId: `i${suffix}${String(place)}`,
              points,
              raters: 3,
              trimmed: [],
            })),
          },
        ],
      })),
    },
  };
};

describe('two years side by side', () => {
  it('weigh the groups that rated, and find rows again by their names', () => {
    const rows = compareYears(
      year('a', ['课堂教学（听课）', '新指标'], [9000, 7000], 1500),
      year('b', ['课堂教学 听课', '旧指标'], [8000, 8000], 1000),
    );
    expect(rows).toEqual([
      { key: '/教学水平', within: '', name: '教学水平', now: 8500, before: 8000 },
      {
        key: '教学水平/课堂教学（听课）',
        within: '教学水平',
        name: '课堂教学（听课）',
        now: 7500,
        before: 5000,
      },
      { key: '教学水平/新指标', within: '教学水平', name: '新指标', now: 7500, before: null },
    ]);
  });

  it('are the present one alone without a year before, and nothing without a result', () => {
    expect(
      compareYears(year('a', ['一'], [9000, 9000], 2000), null).every(({ before }) => before === null),
    ).toBe(true);
    expect(compareYears(null, year('a', ['一'], [9000, 9000], 2000))).toEqual([]);
  });

  it('leave a dimension that nobody rated without a figure', () => {
    const { groups, figures } = year('a', ['一'], [9000, 9000], 2000);
    expect(dimensionOverall(groups, figures, 'other')).toBeNull();
  });
});

describe('an action', () => {
  const stamp = { at: '2026-11-24T01:00:00.000Z', by: { userId: 'u', name: '周敏' } };
  it('is late the day after its term, and never once it is closed', () => {
    expect(actionState({ dueOn: '2026-11-24', closed: null }, '2026-11-24')).toBe('open');
    expect(actionState({ dueOn: '2026-11-24', closed: null }, '2026-11-25')).toBe('late');
    const closed = { on: '2026-11-30', note: '', files: [], made: stamp };
    expect(actionState({ dueOn: '2026-11-24', closed }, '2026-12-01')).toBe('closed');
  });
});
