import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshLead } from '../../../test/support/sample-lead.ts';
import { addDays } from '../../kernel/dates.ts';
import { standardCalendar as calendar } from '../../kernel/workdays.ts';
import {
  leadClocks,
  leadTerms,
  orderedGround,
  restartClocks,
  runningClocks,
  stopClocks,
} from './deadlines.ts';
import type { Lead, LeadClock, ReplyTo } from './schema.ts';

const clocksOf = (receivedOn: string, replyTo: ReplyTo, orderedBy: string | null = null): LeadClock[] =>
  leadClocks(calendar, receivedOn, replyTo, orderedBy).map((clock) => ({ id: clock.kind, ...clock }));

describe('the terms of a lead', () => {
  it('are counted in working days over a holiday', () => {
    const [acknowledge, reply] = clocksOf('2026-09-28', 'source');
    expect(acknowledge?.dueOn).toBe('2026-10-10');
    expect(reply?.dueOn).toBe('2026-10-23');
    expect(reply?.estimated).toBe(false);
  });

  it('tell of the receipt only a source that can be told', () => {
    expect(clocksOf('2026-11-20', 'code').map(({ kind }) => kind)).toEqual(['reply']);
    expect(clocksOf('2026-11-20', 'nobody').map(({ kind }) => kind)).toEqual(['reply']);
  });

  it('follow the day that a superior set', () => {
    const [, reply] = clocksOf('2026-11-20', 'source', '2026-11-27');
    expect(reply).toMatchObject({ dueOn: '2026-11-27', ground: orderedGround, estimated: false });
  });

  it('end, run again, and are over once the lead is done', () => {
    const clocks = clocksOf('2026-11-20', 'source');
    const told = stopClocks(clocks, '2026-11-23', ['acknowledge']);
    expect(told.map(({ endedOn }) => endedOn)).toEqual(['2026-11-23', null]);
    const over = stopClocks(told, '2026-11-24');
    expect(over.map(({ endedOn }) => endedOn)).toEqual(['2026-11-23', '2026-11-24']);
    expect(restartClocks(over, ['reply']).map(({ endedOn }) => endedOn)).toEqual(['2026-11-23', null]);
    const lead = (state: Lead['state']): Lead => freshLead({ state, clocks });
    expect(runningClocks(lead('received')).map(({ kind }) => kind)).toEqual(['acknowledge', 'reply']);
    expect(runningClocks(lead('closed'))).toEqual([]);
    expect(runningClocks(lead('merged'))).toEqual([]);
  });

  it('never end on a day off and have just so many working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (days) => {
        const receivedOn = addDays('2025-01-01', days);
        for (const { kind, dueOn } of clocksOf(receivedOn, 'source')) {
          expect(calendar.isWorkday(dueOn)).toBe(true);
          expect(calendar.workdaysBetween(receivedOn, dueOn)).toBe(leadTerms[kind].workdays);
        }
      }),
    );
  });
});
