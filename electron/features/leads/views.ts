import type { LeadClockView, LeadRow, LeadView } from '../../../shared/features/leads/channels.ts';
import { clockLabel, runningClocks } from '../../../shared/features/leads/deadlines.ts';
import type { Lead } from '../../../shared/features/leads/schema.ts';
import { summaryOf } from '../../../shared/features/leads/texts.ts';
import { leadActs, type LeadAct } from '../../../shared/features/leads/acts.ts';
import { isOpenTo, nextAct, permissionOf } from '../../../shared/features/leads/workflow.ts';
import { dueState } from '../../../shared/kernel/due-state.ts';
import type { WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader } from '../../store/types.ts';
import { calendarOf } from '../calendar/index.ts';
import type { CallContext } from '../context.ts';
import type { CaseDesk } from './case-desk.ts';
import { leadNoteCollection } from './collections.ts';
import { duplicatesOf, relatedTo } from './links.ts';
import { leadMask, type LeadMask } from './masks.ts';
import { sourceState } from './source.ts';

/** By what day and calendar terms are told. */
export interface Now {
  readonly today: string;
  readonly calendar: WorkCalendar;
}

/** Now, for a call. */
export const nowOf = ({ store, today }: Pick<CallContext, 'store' | 'today'>): Now => ({
  today,
  calendar: calendarOf(store),
});

/** The running terms of a lead as they are shown, soonest first. */
export const leadClockViews = (lead: Lead, { today, calendar }: Now): LeadClockView[] =>
  runningClocks(lead).map(({ kind, ground, dueOn, estimated }) => {
    const { state, words } = dueState(calendar, today, dueOn, { othersTerm: false });
    return { kind, label: clockLabel(kind, lead.replyTo), ground, dueOn, state, words, estimated };
  });

export const leadRow = (lead: Lead, now: Now, mask: LeadMask): LeadRow => ({
  id: lead.id,
  number: lead.number,
  state: lead.state,
  channel: lead.channel,
  way: lead.way,
  receivedOn: lead.receivedOn,
  summary: mask.text(lead, summaryOf(lead.content)),
  people: mask.people(lead),
  matter: lead.matter?.name ?? null,
  replyTo: lead.replyTo,
  triage: lead.triage?.way ?? null,
  nextAct: nextAct(lead),
  nextClock: leadClockViews(lead, now)[0] ?? null,
});

const byNumber = new Intl.Collator('zh-CN', { numeric: true });

/** Newest first: by the day of receipt, then by number. */
export const newestLeads = (leads: readonly Lead[]): Lead[] =>
  [...leads].sort((a, b) => {
    if (a.receivedOn !== b.receivedOn) return a.receivedOn < b.receivedOn ? 1 : -1;
    return byNumber.compare(b.number, a.number);
  });

const FAR = '9999-12-31';

/** What waits for somebody, the most pressing first. */
export const waitingLeads = (leads: readonly Lead[], now: Now, mask: LeadMask): LeadRow[] =>
  newestLeads(leads)
    .filter((lead) => nextAct(lead) !== null)
    .map((lead) => leadRow(lead, now, mask))
    .sort((a, b) => (a.nextClock?.dueOn ?? FAR).localeCompare(b.nextClock?.dueOn ?? FAR));

/** Acts that would change nothing: nobody is there to be told or answered, or it was done before. */
const isPointless = (lead: Lead, act: LeadAct, held: boolean): boolean =>
  (act === 'acknowledge' && (lead.replyTo === 'nobody' || lead.acknowledgement !== null)) ||
  (act === 'reply' && lead.replyTo === 'nobody') ||
  (act === 'addSource' && held);

/** What the record page shows. */
export const leadView = (reader: Reader, lead: Lead, context: CallContext, cases: CaseDesk): LeadView => {
  const mask = leadMask(reader);
  const source = sourceState(reader, lead.id, context);
  const started = lead.triage?.case;
  const standing = started && cases.look(reader, started.id);
  const pupils = mask.pupilsIn(lead, lead.content);
  return {
    lead,
    nextAct: nextAct(lead),
    acts: leadActs.filter(
      (act) =>
        isOpenTo(lead.state, act) && context.can(permissionOf(act)) && !isPointless(lead, act, source.held),
    ),
    clocks: leadClockViews(lead, nowOf(context)),
    source,
    notes: [...reader.by(leadNoteCollection, 'lead', lead.id)],
    duplicates: duplicatesOf(reader, lead, mask, context),
    related: relatedTo(reader, lead, mask, context),
    case: started
      ? {
          id: started.id,
          number: started.number,
          state: standing?.state ?? '已登记',
          withdrawn: standing?.withdrawn ?? false,
        }
      : null,
    proposedPhrases: [
      ...pupils.map((text) => ({ text, pupil: true })),
      ...lead.people
        .filter(({ name }) => !pupils.includes(name))
        .map(({ name }) => ({ text: name, pupil: false })),
    ],
  };
};
