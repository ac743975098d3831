import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOfInstant,
  daysBetween,
  formatDay,
  formatInstant,
  formatShortDay,
  isDay,
  parseTypedDay,
  weekdayOf,
} from './dates.ts';

const day = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('days', () => {
  it('knows which days exist', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-13-01')).toBe(false);
    expect(isDay('2026-1-1')).toBe(false);
  });

  it('is in China eight hours before it is in UTC', () => {
    expect(dayOfInstant('2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
    expect(dayOfInstant('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
  });

  it('ends a period of months on the last day where the date does not exist', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(addMonths('2026-08-15', 12)).toBe('2027-08-15');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('counts back what it has added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect((((weekdayOf(to) - weekdayOf(from) - days) % 7) + 7) % 7).toBe(0);
      }),
    );
  });

  it('never skips or repeats a month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 600 }), (from, months) => {
        const to = addMonths(from, months);
        const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthsOf(to) - monthsOf(from)).toBe(months);
        expect(isDay(to)).toBe(true);
      }),
    );
  });
});

describe('days as people write them', () => {
  it.each([
    ['20261124', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['2026/1/5', '2026-01-05'],
    ['2026.01.05', '2026-01-05'],
    [' 2026年 11月24日 ', '2026-11-24'],
    ['11-24', '2026-11-24'],
    ['3月5日', '2026-03-05'],
    ['今天', '2026-11-24'],
    ['昨天', '2026-11-23'],
    ['明天', '2026-11-25'],
    ['2026-02-30', undefined],
    ['下周', undefined],
    ['', undefined],
  ])('reads %s as %s', (typed, expected) => {
    expect(parseTypedDay(typed, '2026-11-24')).toBe(expected);
  });

  it('reads back what it has written', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(parseTypedDay(formatDay(text), '2026-11-24')).toBe(text);
      }),
    );
  });

  it('writes days without leading zeros', () => {
    expect(formatDay('2026-03-05')).toBe('2026年3月5日');
    expect(formatShortDay('2026-11-24')).toBe('11月24日 周二');
    expect(formatInstant('2026-11-24T06:05:00.000Z')).toBe('2026年11月24日 14:05');
  });
});
