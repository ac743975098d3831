import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from './dates.ts';
import { createCalendar, isStatutoryHoliday, standardCalendar as calendar } from './workdays.ts';

const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('the State Council notice', () => {
  it.each([
    ['2026-10-01', 'holiday'],
    ['2026-10-07', 'holiday'],
    ['2026-10-10', 'make-up'],
    ['2026-09-20', 'make-up'],
    ['2026-02-14', 'make-up'],
    ['2026-10-11', 'weekend'],
    ['2026-10-09', 'workday'],
    ['2026-02-23', 'holiday'],
  ] as const)('%s is a %s', (text, nature) => {
    const { estimated, ...facts } = calendar.facts(text);
    expect(facts).toEqual({ nature, working: nature === 'workday' || nature === 'make-up' });
    expect(estimated).toBe(false);
  });

  it('is estimated beyond the last year it is known for', () => {
    expect(calendar.lastKnownYear).toBeGreaterThanOrEqual(2026);
    const year = calendar.lastKnownYear + 1;
    expect(calendar.facts(`${String(year)}-01-01`)).toEqual({
      working: false,
      nature: 'holiday',
      estimated: true,
    });
    expect(calendar.afterDays(`${String(year - 1)}-12-20`, 30).estimated).toBe(true);
    expect(calendar.afterDays(`${String(year - 1)}-11-02`, 15).estimated).toBe(false);
  });

  it('is typed in by the office when the year is missing', () => {
    const own = createCalendar([{ year: 2031, rest: ['2031-01-01', '2031-01-02'], work: ['2031-01-04'] }]);
    expect(own.facts('2031-01-02')).toEqual({ working: false, nature: 'holiday', estimated: false });
    expect(own.facts('2031-01-04')).toEqual({ working: true, nature: 'make-up', estimated: false });
    expect(own.facts('2031-01-06').estimated).toBe(false);
  });
});

describe('statutory holidays by rule', () => {
  it('are thirteen days in every year', () => {
    for (let year = 2025; year <= 2060; year += 1) {
      let days = 0;
      for (let at = `${String(year)}-01-01`; at <= `${String(year)}-12-31`; at = addDays(at, 1))
        if (isStatutoryHoliday(at)) days += 1;
      // 中秋 may fall on one of the three days of 国庆: then two holidays share a day.
      expect(days, String(year)).toBeGreaterThanOrEqual(12);
      expect(days, String(year)).toBeLessThanOrEqual(13);
    }
  });

  it('agree with the published notices: none of them is ever worked', () => {
    for (let at = '2025-01-01'; at <= '2026-12-31'; at = addDays(at, 1))
      if (isStatutoryHoliday(at)) expect(calendar.isWorkday(at), at).toBe(false);
  });

  it.each(['2027-02-05', '2027-02-06', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-05-02'])(
    'knows %s',
    (text) => expect(isStatutoryHoliday(text)).toBe(true),
  );

  it.each(['2027-02-04', '2027-02-09', '2027-04-04', '2027-05-03', '2027-10-04'])(
    'does not know %s',
    (text) => expect(isStatutoryHoliday(text)).toBe(false),
  );
});

describe('terms', () => {
  it('counts 15 working days across the National Day of 2026, with its make-up days', () => {
    // 25 September is 中秋; then 28–30 September, 8–10 October (the 10th is made up), 12–16, 19–22 October.
    expect(calendar.afterWorkdays('2026-09-25', 15)).toEqual({
      day: '2026-10-22',
      rolledFrom: null,
      estimated: false,
    });
  });

  it('moves a last day off to the next working day and says from where', () => {
    expect(calendar.afterDays('2026-09-01', 30)).toEqual({
      day: '2026-10-08',
      rolledFrom: '2026-10-01',
      estimated: false,
    });
    expect(calendar.afterDays('2026-11-24', 30)).toEqual({
      day: '2026-12-24',
      rolledFrom: null,
      estimated: false,
    });
  });

  it('ends a month that has no such date on its last day', () => {
    expect(calendar.afterMonths('2025-12-31', 2)).toEqual({
      day: '2026-02-28',
      rolledFrom: null,
      estimated: false,
    });
    expect(calendar.afterMonths('2026-03-31', 6).day).toBe('2026-09-30');
  });

  it('ends on a working day, never before the plain last day, and never moves past another one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, days) => {
        const due = calendar.afterDays(from, days);
        const plain = addDays(from, days);
        expect(calendar.isWorkday(due.day)).toBe(true);
        expect(due.day >= plain).toBe(true);
        expect(due.rolledFrom).toBe(due.day === plain ? null : plain);
        expect(calendar.workdaysBetween(addDays(plain, -1), due.day)).toBe(1);
      }),
    );
  });

  it('counts back the working days it has added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (from, days) => {
        const due = calendar.afterWorkdays(from, days);
        expect(calendar.workdaysBetween(from, due.day)).toBe(days);
        expect(calendar.workdaysBetween(due.day, from)).toBe(-days);
        expect(daysBetween(from, due.day)).toBeGreaterThanOrEqual(days);
      }),
    );
  });

  it('never grows shorter when it starts later or lasts longer', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        expect(calendar.afterDays(addDays(from, 1), count).day >= calendar.afterDays(from, count).day).toBe(
          true,
        );
        expect(calendar.afterWorkdays(from, count + 1).day > calendar.afterWorkdays(from, count).day).toBe(
          true,
        );
        expect(calendar.afterMonths(from, count).day >= addMonths(from, count)).toBe(true);
      }),
    );
  });
});
