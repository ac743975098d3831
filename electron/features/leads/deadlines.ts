import {
  clockLabel,
  clockTask,
  leadDue,
  orderedGround,
  runningClocks,
} from '../../../shared/features/leads/deadlines.ts';
import type { Lead, LeadClock } from '../../../shared/features/leads/schema.ts';
import { summaryOf } from '../../../shared/features/leads/texts.ts';
import type { DueDay, WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader } from '../../store/types.ts';
import type { Deadline, DeadlineSource, Recounted } from '../deadline-source.ts';
import { leadCollection } from './collections.ts';
import { leadMask } from './masks.ts';
import { isAbout } from './recusal.ts';

const estimatedClocks = (lead: Lead): LeadClock[] =>
  runningClocks(lead).filter(({ estimated, ground }) => estimated && ground !== orderedGround);

const recounted = (lead: Lead, clock: LeadClock, calendar: WorkCalendar): DueDay =>
  leadDue(calendar, clock.kind, lead.receivedOn);

/** Every running term of every lead, pupils masked. `userId`: leads about this person are left out. */
export const leadDeadlines = (reader: Reader, userId: string): Deadline[] => {
  const mask = leadMask(reader);
  return reader
    .all(leadCollection)
    .filter((lead) => !isAbout(reader, lead, userId))
    .flatMap((lead) =>
      runningClocks(lead).map((clock): Deadline => ({
        key: clock.id,
        kind: clock.kind,
        label: clockLabel(clock.kind, lead.replyTo),
        title: clockTask(clock.kind, lead.replyTo),
        ground: clock.ground,
        startedOn: clock.startedOn,
        dueOn: clock.dueOn,
        rolledFrom: clock.rolledFrom,
        estimated: clock.estimated,
        recordPath: `/leads/${lead.id}`,
        recordNumber: lead.number,
        recordTitle: mask.text(lead, summaryOf(lead.content)),
        people: mask.people(lead),
        permission: 'leads.read',
        responsible: { permission: 'leads.handle' },
        othersTerm: false,
      })),
    );
};

/** What leads give to the calendar of deadlines. */
export const leadDeadlineSource: DeadlineSource = {
  name: 'leads',
  label: '线索',
  access: 'leads.read',
  exportAccess: 'leads.export',
  deadlines: (reader, _today, { userId }) => leadDeadlines(reader, userId),
  recompute: {
    preview: (reader, calendar) =>
      reader.all(leadCollection).flatMap((lead) =>
        estimatedClocks(lead).map((clock): Recounted => ({
          key: clock.id,
          before: clock.dueOn,
          after: recounted(lead, clock, calendar),
        })),
      ),
    apply(tx, calendar, keys) {
      let written = 0;
      for (const lead of tx.all(leadCollection)) {
        const due = new Map(
          estimatedClocks(lead)
            .filter(({ id }) => keys.has(id))
            .map((clock) => [clock.id, recounted(lead, clock, calendar)]),
        );
        if (due.size === 0) continue;
        written += due.size;
        tx.replace(leadCollection, {
          ...lead,
          clocks: lead.clocks.map((clock) => {
            const after = due.get(clock.id);
            return after
              ? { ...clock, dueOn: after.day, rolledFrom: after.rolledFrom, estimated: after.estimated }
              : clock;
          }),
        });
      }
      return written;
    },
  },
};
