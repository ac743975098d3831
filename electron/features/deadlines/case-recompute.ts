import { clockKindLabels, type Clock } from '../../../shared/features/cases/clock.ts';
import {
  handlingClock,
  investigationClock,
  pupilAppealClock,
  replyClock,
  reviewClock,
  serviceClock,
} from '../../../shared/features/cases/clocks.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { isEnded } from '../../../shared/features/cases/workflow.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { DueDay, WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader, Tx } from '../../store/types.ts';
import { caseCollection } from '../cases/index.ts';
import type { Recounted } from '../deadline-source.ts';

const ACT = '按节假日安排重新计算期限';

/** The term anew from its first day, by the rule of its kind; null where a decision or a person laid the day down. */
const anew = (calendar: WorkCalendar, { kind, startedOn, personId }: Clock): Omit<Clock, 'id'> | null => {
  switch (kind) {
    case 'handling':
      return handlingClock(calendar, startedOn);
    case 'investigation':
      return investigationClock(calendar, startedOn);
    case 'service':
      return serviceClock(calendar, startedOn);
    case 'review':
      return reviewClock(calendar, startedOn, personId ?? '');
    case 'pupil-appeal':
      return pupilAppealClock(calendar, startedOn, personId ?? '');
    case 'reply':
      return replyClock(calendar, startedOn);
    case 'statement':
    case 'rectification':
    case 'task':
      return null;
  }
};

/** Null for a term that is not estimated, has ended, was moved by somebody, or whose day was laid down. */
const recounted = (calendar: WorkCalendar, clock: Clock): DueDay | null => {
  if (clock.endedOn !== null || !clock.estimated || clock.extensions.length > 0) return null;
  const again = anew(calendar, clock);
  return again && { day: again.dueOn, rolledFrom: again.rolledFrom, estimated: again.estimated };
};

const running = (reader: Reader): CaseRecord[] =>
  reader.all(caseCollection).filter(({ state }) => !isEnded(state));

/** What the present calendar makes of the estimated terms of cases. */
export const previewRecount = (reader: Reader, calendar: WorkCalendar): Recounted[] =>
  running(reader).flatMap(({ clocks }) =>
    clocks.flatMap((clock) => {
      const after = recounted(calendar, clock);
      return after ? [{ key: clock.id, before: clock.dueOn, after }] : [];
    }),
  );

/** Writes the new days of the terms named, with a line in the history of each case. Returns how many. */
export const applyRecount = (tx: Tx, calendar: WorkCalendar, keys: ReadonlySet<string>): number => {
  let written = 0;
  for (const record of running(tx)) {
    const notes: string[] = [];
    const clocks = record.clocks.map((clock) => {
      const due = keys.has(clock.id) ? recounted(calendar, clock) : null;
      if (!due) return clock;
      notes.push(`${clockKindLabels[clock.kind]}：${formatDay(clock.dueOn)}改为${formatDay(due.day)}`);
      return { ...clock, dueOn: due.day, rolledFrom: due.rolledFrom, estimated: due.estimated };
    });
    if (notes.length === 0) continue;
    written += notes.length;
    const made = { at: instantOfMs(tx.now), by: tx.actor };
    tx.replace(caseCollection, {
      ...record,
      clocks,
      history: [...record.history, { made, act: ACT, state: record.state, note: notes.join('；') }],
    });
  }
  return written;
};
