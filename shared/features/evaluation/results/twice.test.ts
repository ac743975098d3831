import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, IndicatorContent } from '../indicators.ts';
import type { Figures } from '../schema.ts';
import { takenOffIn, takenTwice } from './twice.ts';

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
const content: IndicatorContent = {
  name: '教师考核',
  about: '',
  dimensions: [
    {
      id: 'd',
      name: '纪律',
      weight: 10_000,
      indicators: [
        indicator('a', { kind: 'deduct', start: 1000, maxDeduct: 500, maxAdd: 0 }),
        indicator('b', { kind: 'points' }),
      ],
    },
  ],
  bands: [
    { label: '合格', from: 6000 },
    { label: '不合格', from: 0 },
  ],
};

const figures = (a: number, b: number, struck = false): Figures => ({
  total: 8000,
  reckonedTotal: null,
  groups: [
    {
      groupId: 'g',
      total: 8000,
      raters: 3,
      standardised: null,
      dimensions: [
        {
          dimensionId: 'd',
          score: 8000,
          indicators: [
            { indicatorId: 'a', points: a, raters: 3, trimmed: [] },
            { indicatorId: 'b', points: b, raters: 3, trimmed: [] },
          ],
        },
      ],
    },
  ],
  leftOut: [],
  tooFew: [],
  vetoes: [{ indicatorId: 'b', points: b, below: 600, struck }],
  grade: '合格',
  gradeSteps: [],
  outsideQuota: '',
  rank: 1,
  within: '',
});
const theCase = { caseNumber: '2026-3', matterName: '值班与巡查', measureName: '警告' };

describe('one matter', () => {
  it('is asked about where a case stands and marks were taken off, or a veto struck', () => {
    expect(takenOffIn(content, figures(900, 700))).toEqual(['指标a']);
    expect(takenOffIn(content, figures(1000, 500, true))).toEqual(['指标b']);
    expect(takenTwice([theCase], ['指标a'])).toBe(
      '已因值班与巡查（2026-3，警告）受到处理，“指标a”又扣了分或被否决：请核对是否为同一事项，同一事项不重复扣分',
    );
  });

  it('is nothing to ask about without a case, and a low mark that nobody took off is none', () => {
    expect(takenTwice([], ['指标a'])).toBe('');
    expect(takenTwice([theCase], [])).toBe('');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (a, b) => {
        expect(takenOffIn(content, figures(a, b))).toEqual(a < 1000 ? ['指标a'] : []);
      }),
    );
  });
});
