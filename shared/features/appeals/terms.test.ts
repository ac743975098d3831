import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAppeal } from '../../../test/support/sample-appeal.ts';
import { addDays } from '../../kernel/dates.ts';
import { createCalendar, standardCalendar } from '../../kernel/workdays.ts';
import { appealKinds } from './kinds.ts';
import {
  admissionClock,
  applyLimit,
  completionClock,
  completionDue,
  handlingClock,
  isExtensionAllowed,
  isLate,
  longestExtension,
  recounted,
  remedyClock,
  runningClocks,
  serviceClock,
  stopClocks,
} from './terms.ts';

describe('terms to apply', () => {
  it('are thirty days for staff and fifteen working days for pupils, from the day it was known', () => {
    expect(applyLimit(standardCalendar, 'review', '2026-11-24')).toMatchObject({ dueOn: '2026-12-24' });
    expect(applyLimit(standardCalendar, 'appeal', '2026-12-11')).toMatchObject({
      // The thirtieth day is a Sunday: the next working day counts.
      dueOn: '2027-01-11',
      rolledFrom: '2027-01-10',
    });
    // From 26 September over 国庆, make-up days counted: domain example.
    expect(applyLimit(standardCalendar, 'pupil-appeal', '2026-09-25')?.dueOn).toBe(
      standardCalendar.afterWorkdays('2026-09-25', 15).day,
    );
    expect(applyLimit(standardCalendar, 'teacher-appeal', '2026-11-24')).toBeNull();
  });

  it('are kept up to and on the last day', () => {
    const limit = applyLimit(standardCalendar, 'review', '2026-11-24');
    expect(isLate({ limit, receivedOn: '2026-12-24' })).toBe(false);
    expect(isLate({ limit, receivedOn: '2026-12-25' })).toBe(true);
    expect(isLate({ limit: null, receivedOn: '2030-01-01' })).toBe(false);
  });

  it('never end before the days they count, nor on a day off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.constantFrom(...appealKinds), (ahead, kind) => {
        const known = addDays('2025-01-01', ahead);
        const limit = applyLimit(standardCalendar, kind, known);
        if (limit === null) return;
        expect(limit.dueOn > known).toBe(true);
        expect(standardCalendar.isWorkday(limit.dueOn)).toBe(true);
        if (kind !== 'pupil-appeal') expect(limit.dueOn >= addDays(known, 30)).toBe(true);
        else expect(standardCalendar.workdaysBetween(known, limit.dueOn)).toBe(15);
      }),
    );
  });
});

describe('terms to decide', () => {
  it('run from receipt: 30, 60, 15, 30 days', () => {
    const due = (kind: (typeof appealKinds)[number]) =>
      handlingClock(standardCalendar, kind, kind === 'review', '2026-12-01').dueOn;
    expect(appealKinds.map(due)).toEqual(['2026-12-31', '2027-02-01', '2026-12-16', '2026-12-31']);
    expect(handlingClock(standardCalendar, 'review', false, '2026-12-01').kind).toBe('authority');
  });

  it('may be moved on by no more than the law allows', () => {
    const clock = { dueOn: '2026-12-31' };
    expect(isExtensionAllowed('review', clock, '2027-01-30')).toBe(true);
    expect(isExtensionAllowed('review', clock, '2027-01-31')).toBe(false);
    expect(isExtensionAllowed('review', clock, '2026-12-31')).toBe(false);
    expect(longestExtension('teacher-appeal')).toBe(0);
    expect(isExtensionAllowed('teacher-appeal', clock, '2027-01-01')).toBe(false);
  });
});

describe('clocks', () => {
  const clock = { id: 'k1', ...admissionClock(standardCalendar, '2026-12-01') };

  it('stop once and keep their day', () => {
    const stopped = stopClocks([clock], '2026-12-03', ['admission']);
    expect(stopped[0]?.endedOn).toBe('2026-12-03');
    expect(stopClocks(stopped, '2026-12-09', ['admission'])).toEqual(stopped);
    expect(stopClocks([clock], '2026-12-03', ['service'])).toEqual([clock]);
  });

  it('of one that has ended leave only what others may still use', () => {
    const remedy = { id: 'k2', ...remedyClock(standardCalendar, '2026-12-11') };
    expect(runningClocks({ state: 'closed', clocks: [clock, remedy] })).toEqual([remedy]);
    expect(runningClocks({ state: 'received', clocks: [remedy, clock] })).toEqual([clock, remedy]);
  });

  it('are counted anew by the notice of the year, but where a person laid the day down', () => {
    const appeal = sampleAppeal();
    // 2031 has no shipped notice; the school's own says that the last day is off.
    const estimated = { id: 'k3', ...serviceClock(standardCalendar, '2031-03-03') };
    expect(estimated).toMatchObject({ estimated: true, dueOn: '2031-03-10' });
    const known = createCalendar([{ year: 2031, rest: ['2031-03-10'], work: [] }]);
    expect(recounted(appeal, estimated, known)).toEqual({
      day: '2031-03-11',
      rolledFrom: '2031-03-10',
      estimated: false,
    });
    const asked = completionClock('2031-03-03', completionDue(standardCalendar, '2031-03-03'));
    expect(recounted(appeal, { id: 'k4', ...asked }, known)).toBeNull();
    expect(recounted(appeal, { ...estimated, endedOn: '2031-03-04' }, known)).toBeNull();
    expect(recounted(appeal, clock, known)).toBeNull();
  });
});
