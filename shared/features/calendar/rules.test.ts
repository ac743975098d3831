import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import { shippedYear, statutoryHolidayName } from '../../kernel/workdays.ts';
import { calendarDoubts, calendarIssues, toggleDay } from './rules.ts';

const table = (rest: string[], work: string[] = []) => ({ year: 2027, rest, work });
const statutoryOf = (year: number) =>
  Array.from({ length: 365 }, (_, ahead) => addDays(`${String(year)}-01-01`, ahead)).flatMap((day) => {
    const name = statutoryHolidayName(day);
    return name === undefined ? [] : [{ day, name }];
  });

describe("a year's table", () => {
  it.each([
    ['rest.0', table(['2026-12-31'])],
    ['rest.1', table(['2027-01-01', '2027-01-01'])],
    ['work.0', table(['2027-01-01', '2027-01-02'], ['2027-01-02'])],
    ['work.0', table(['2027-01-01'], ['2027-01-04'])],
    ['rest', table([])],
  ])('is refused at %s', (path, days) => {
    expect(calendarIssues(days).map((issue) => issue.path)).toEqual([path]);
  });

  it.each([2025, 2026])('of %i, as published, is in order and leaves no doubt', (year) => {
    const days = shippedYear(year);
    if (!days) throw new Error('the table is missing');
    expect(calendarIssues(days)).toEqual([]);
    expect(calendarDoubts(days, statutoryOf(year))).toEqual([]);
  });

  it('raises a doubt for each day that was forgotten or is too many', () => {
    const days = shippedYear(2026);
    if (!days) throw new Error('the table is missing');
    const statutory = statutoryOf(2026);
    const without = { ...days, rest: days.rest.filter((day) => day !== '2026-05-01') };
    expect(calendarDoubts(without, statutory)).toEqual([
      '法定节假日没有登记为放假：5月1日。',
      expect.stringMatching(/工作日放假 18 天，补班 6 天，相差 12 天/),
    ]);
    const forgotten = { ...days, work: days.work.slice(1) };
    expect(calendarDoubts(forgotten, statutory)).toHaveLength(1);
  });
});

describe('clicking a day', () => {
  it('goes round: a weekday is worked or off, a weekend day plain, worked or off', () => {
    const monday = ['2027-01-04'];
    const once = toggleDay(table([]), '2027-01-04', []);
    expect(once).toEqual(table(monday));
    expect(toggleDay(once, '2027-01-04', [])).toEqual(table([]));
    const worked = toggleDay(table([]), '2027-01-03', []);
    expect(worked).toEqual(table([], ['2027-01-03']));
    const off = toggleDay(worked, '2027-01-03', []);
    expect(off).toEqual(table(['2027-01-03']));
    expect(toggleDay(off, '2027-01-03', [])).toEqual(table([]));
    const labourDay = [{ day: '2027-05-01', name: '劳动节' }];
    expect(toggleDay(table([]), '2027-05-01', labourDay)).toEqual(table(['2027-05-01']));
  });

  it('never makes a table that is refused, but for an empty one', () => {
    const days = fc.array(
      fc.nat({ max: 364 }).map((ahead) => addDays('2027-01-01', ahead)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(days, (clicks) => {
        const made = clicks.reduce((held, day) => toggleDay(held, day, []), table([]));
        expect(calendarIssues(made).filter(({ path }) => path !== 'rest')).toEqual([]);
      }),
    );
  });
});
