import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../../../shared/kernel/dates.ts';
import { dayAfterKey, inWeeks, spanOf, spanTitle, turned } from './span.ts';

describe('what the calendar shows', () => {
  it.each([
    ['month', '2026-11-24', '2026-10-26', '2026-12-06', '2026年11月'],
    ['month', '2027-02-01', '2027-02-01', '2027-02-28', '2027年2月'],
    ['week', '2026-11-24', '2026-11-23', '2026-11-29', '2026年11月23日—11月29日'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03', '2026年12月28日—2027年1月3日'],
    ['agenda', '2026-11-24', '2026-11-24', '2026-12-21', '2026年11月24日—12月21日'],
  ] as const)('in %s view on %s: %s to %s', (view, on, from, to, title) => {
    expect(spanOf(view, on)).toEqual({ from, to });
    expect(spanTitle(view, on)).toBe(title);
  });

  it('shows a month in whole weeks from Monday to Sunday', () => {
    for (let month = 1; month <= 12; month += 1) {
      const { from, to } = spanOf('month', `2028-${String(month).padStart(2, '0')}-15`);
      expect([weekdayOf(from), weekdayOf(to)]).toEqual([1, 0]);
    }
    expect(inWeeks([1, 2, 3, 4, 5, 6, 7, 8]).map((week) => week.length)).toEqual([7, 1]);
  });

  it('turns by a month, a week, a list', () => {
    expect(turned('month', '2026-12-31', 1)).toBe('2027-01-31');
    expect(turned('month', '2027-03-31', -1)).toBe('2027-02-28');
    expect(turned('week', '2026-12-28', 1)).toBe('2027-01-04');
    expect(turned('agenda', '2026-12-01', -1)).toBe('2026-11-03');
  });

  it('follows the keys', () => {
    const from = (key: string): string | undefined => dayAfterKey(key, '2026-12-31');
    expect(['ArrowRight', 'ArrowUp', 'Home', 'End', 'PageDown'].map(from)).toEqual([
      '2027-01-01',
      '2026-12-24',
      '2026-12-28',
      '2027-01-03',
      '2027-01-31',
    ]);
    expect(from('a')).toBeUndefined();
  });
});
