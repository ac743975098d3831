import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates.ts';
import { dueState, dueStates } from './due-state.ts';
import { createCalendar, standardCalendar as calendar } from './workdays.ts';

const own = { othersTerm: false };
const day = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('how a term stands', () => {
  it.each([
    // 国庆: nine days on the calendar, two to work in.
    ['2026-09-30', '2026-10-09', 'within3', 9, 2, '还剩 2 个工作日'],
    // 春节: the make-up day of the 14th counts, the holidays do not.
    ['2026-02-13', '2026-02-24', 'within3', 11, 2, '还剩 2 个工作日'],
    ['2026-02-15', '2026-02-16', 'within3', 1, 0, '还剩 1 天，都是休息日'],
    ['2026-11-24', '2026-11-24', 'today', 0, 0, '今天到期'],
    ['2026-11-24', '2026-11-27', 'within3', 3, 3, '还剩 3 个工作日'],
    ['2026-11-24', '2026-11-30', 'within10', 6, 4, '还剩 4 个工作日'],
    ['2026-11-24', '2026-12-08', 'within10', 14, 10, '还剩 10 个工作日'],
    ['2026-11-24', '2026-12-09', 'later', 15, 11, '还剩 11 个工作日'],
    ['2026-11-24', '2026-11-22', 'overdue', -2, -2, '已逾期 2 天'],
    // No table of 2027 yet: 元旦 is a holiday by law all the same.
    ['2026-12-31', '2027-01-04', 'within3', 4, 1, '还剩 1 个工作日'],
  ] as const)('%s, due %s: %s', (today, dueOn, state, days, workdays, words) => {
    expect(dueState(calendar, today, dueOn, own)).toEqual({ state, days, workdays, words });
  });

  it("is never overdue when the term is somebody else's", () => {
    expect(dueState(calendar, '2026-11-24', '2026-11-22', { othersTerm: true })).toMatchObject({
      state: 'lapsed',
      words: '已届满 2 天',
    });
    expect(dueState(calendar, '2026-11-24', '2026-11-24', { othersTerm: true }).state).toBe('today');
  });

  it("follows the school's own table", () => {
    const school = createCalendar([
      { year: 2027, rest: ['2027-01-01', '2027-01-04', '2027-01-05'], work: ['2027-01-09'] },
    ]);
    expect(dueState(school, '2026-12-31', '2027-01-09', own).workdays).toBe(4);
    expect(dueState(calendar, '2026-12-31', '2027-01-09', own).workdays).toBe(5);
  });

  it('only grows more pressing as days go by, and is overdue exactly after its last day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 60 }), (today, ahead) => {
        const dueOn = addDays(today, ahead);
        const now = dueState(calendar, today, dueOn, own);
        const next = dueState(calendar, addDays(today, 1), dueOn, own);
        expect(dueStates.indexOf(next.state)).toBeLessThanOrEqual(dueStates.indexOf(now.state));
        expect(now.state === 'overdue').toBe(ahead < 0);
        expect(now.workdays).toBeLessThanOrEqual(Math.max(0, now.days));
        expect(now.workdays - next.workdays).toBe(Number(calendar.isWorkday(addDays(today, 1))));
      }),
    );
  });
});
