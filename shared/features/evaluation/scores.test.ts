import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, Method } from './indicators.ts';
import { allowedFor, pointsOf, readScore, showScore } from './scores.ts';

const indicator = (method: Method, fullMarks = 1000): Indicator => ({
  id: 'i',
  name: '指标',
  standard: '',
  evidence: '',
  weight: 10_000,
  fullMarks,
  method,
  vetoBelow: null,
});
const points = indicator({ kind: 'points' });
const levels = indicator({
  kind: 'levels',
  levels: [
    { id: 'a', label: '优', points: 1000 },
    { id: 'b', label: '良', points: 850 },
  ],
});
const deduct = indicator({ kind: 'deduct', start: 1000, maxDeduct: 1000, maxAdd: 0 });
const both = indicator({ kind: 'deduct', start: 600, maxDeduct: 300, maxAdd: 400 });

const given = (one: Indicator, text: string): number | string => {
  const read = readScore(one, text);
  return read.kind === 'score' ? pointsOf(one, read.score) : read.kind === 'problem' ? read.problem : 'empty';
};

describe('a score as typed', () => {
  it('is read by the method of its indicator', () => {
    expect(given(points, '8.5')).toBe(850);
    expect(given(points, ' ')).toBe('empty');
    expect(given(points, '10.01')).toContain('0—10 分');
    expect(given(points, '-1')).toContain('须在');
    expect(given(points, '8.555')).toContain('最多两位小数');
    expect(given(levels, '良')).toBe(850);
    expect(given(levels, 'b')).toBe(850);
    expect(given(levels, 'C')).toBe('只能填写 优、良，填写的是“C”');
    expect(given(deduct, '2')).toBe(800);
    expect(given(deduct, '-2')).toBe(800);
    expect(given(deduct, '+2')).toContain('不加分');
    expect(given(deduct, '0')).toBe(1000);
    expect(given(both, '2')).toBe('扣分请写 -2，加分请写 +2');
    expect(given(both, '+2')).toBe(800);
    expect(given(both, '-3.01')).toContain('最多扣 3 分，最多加 4 分');
    expect(allowedFor(both)).toBe('最多扣 3 分，最多加 4 分');
  });

  it('comes back the same from its cell', () => {
    const anything = fc.oneof(
      fc
        .integer({ min: 0, max: 1000 })
        .map((n) => ({ one: points, score: { kind: 'points' as const, points: n } })),
      fc
        .constantFrom('a', 'b')
        .map((levelId) => ({ one: levels, score: { kind: 'level' as const, levelId } })),
      fc
        .integer({ min: -1000, max: 0 })
        .map((n) => ({ one: deduct, score: { kind: 'change' as const, change: n === 0 ? 0 : n } })),
      fc
        .integer({ min: -300, max: 400 })
        .map((change) => ({ one: both, score: { kind: 'change' as const, change } })),
    );
    fc.assert(
      fc.property(anything, ({ one, score }) => {
        expect(readScore(one, showScore(one, score))).toEqual({ kind: 'score', score });
        expect(pointsOf(one, score)).toBeGreaterThanOrEqual(0);
        expect(pointsOf(one, score)).toBeLessThanOrEqual(one.fullMarks);
      }),
    );
  });

  it('of another method is a damaged record', () => {
    expect(() => pointsOf(points, { kind: 'change', change: -1 })).toThrow(RangeError);
    expect(() => pointsOf(levels, { kind: 'level', levelId: 'gone' })).toThrow(RangeError);
  });
});
