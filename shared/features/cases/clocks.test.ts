import { describe, expect, it } from 'vitest';
import { decidedCase, sampleCase } from '../../../test/support/sample-case.ts';
import { standardCalendar } from '../../kernel/workdays.ts';
import {
  clockViews,
  handlingClock,
  nextClock,
  reviewClock,
  statementDeadline,
  stopClocks,
} from './clocks.ts';

const clock = (id: string, dueOn: string, kind: 'handling' | 'review' | 'service' = 'service') => ({
  ...handlingClock(standardCalendar, '2026-11-10'),
  id,
  kind,
  dueOn,
});

describe('terms of a case', () => {
  it('count the review from the day after service and roll a last day off to the next working day', () => {
    expect(reviewClock(standardCalendar, '2026-11-24', 's1')).toMatchObject({
      dueOn: '2026-12-24',
      rolledFrom: null,
    });
    // 30 days after 26 November is Saturday, 26 December.
    expect(reviewClock(standardCalendar, '2026-11-26', 's1')).toMatchObject({
      dueOn: '2026-12-28',
      rolledFrom: '2026-12-26',
      estimated: false,
    });
    expect(reviewClock(standardCalendar, '2026-12-05', 's1').estimated).toBe(true);
  });

  it('give three working days for a statement: over National Day those are many', () => {
    expect(statementDeadline(standardCalendar, '2026-11-13').day).toBe('2026-11-18');
    expect(statementDeadline(standardCalendar, '2026-09-30').day > '2026-10-07').toBe(true);
  });

  it('name the soonest first, and call nobody late whose term was for others to use', () => {
    const record = decidedCase({
      clocks: [clock('a', '2026-12-01'), clock('b', '2026-11-20', 'review'), clock('c', '2026-11-28')],
    });
    expect(clockViews(record, '2026-11-24').map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(nextClock(record, '2026-11-24')).toMatchObject({ dueOn: '2026-11-28', daysLeft: 4 });
    expect(nextClock(record, '2026-11-30')).toMatchObject({ dueOn: '2026-11-28', daysLeft: -2 });
    expect(nextClock({ ...record, state: 'closed' }, '2026-11-30')).toBeNull();
    expect(nextClock(sampleCase(), '2026-11-30')).toBeNull();
  });

  it('stop once: a clock that has ended keeps its day', () => {
    const first = stopClocks([clock('a', '2026-12-01')], '2026-11-24', () => true);
    expect(stopClocks(first, '2026-11-30', () => true)).toEqual(first);
  });
});
