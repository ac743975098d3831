import type { DueDay, WorkCalendar } from '../../kernel/workdays.ts';
import { clockKindLabels, type Lead, type LeadClock, type ReplyTo } from './schema.ts';

/**
 * Terms of a lead, in working days from the day it was received (that day is not counted). They are the school's own:
 * where a superior sets a day, that day counts instead.
 */
export const leadTerms = {
  acknowledge: {
    workdays: 5,
    ground: '校内办理要求：收到线索之日起 5 个工作日内告知受理情况',
  },
  reply: {
    workdays: 15,
    ground: '校内办理要求：收到线索之日起 15 个工作日内答复',
    /** Where nobody waits for an answer. */
    unaskedGround: '校内办理要求：收到线索之日起 15 个工作日内办结',
  },
} as const;

/** The ground of a reply term that came with the lead. */
export const orderedGround = '上级转办时要求的期限';

const running = (
  kind: LeadClock['kind'],
  ground: string,
  startedOn: string,
  due: DueDay,
): Omit<LeadClock, 'id'> => ({
  kind,
  ground,
  startedOn,
  dueOn: due.day,
  rolledFrom: due.rolledFrom,
  estimated: due.estimated,
  endedOn: null,
});

/** When a term of working days ends. */
export const leadDue = (calendar: WorkCalendar, kind: LeadClock['kind'], receivedOn: string): DueDay =>
  calendar.afterWorkdays(receivedOn, leadTerms[kind].workdays);

/**
 * The terms that begin when a lead is received. Only a known source is told of the receipt: the code itself tells
 * whoever holds one. A lead that nobody waits for has to be dealt with all the same.
 */
export const leadClocks = (
  calendar: WorkCalendar,
  receivedOn: string,
  replyTo: ReplyTo,
  orderedBy: string | null,
): Omit<LeadClock, 'id'>[] => [
  ...(replyTo === 'source'
    ? [
        running(
          'acknowledge',
          leadTerms.acknowledge.ground,
          receivedOn,
          leadDue(calendar, 'acknowledge', receivedOn),
        ),
      ]
    : []),
  orderedBy === null
    ? running(
        'reply',
        replyTo === 'nobody' ? leadTerms.reply.unaskedGround : leadTerms.reply.ground,
        receivedOn,
        leadDue(calendar, 'reply', receivedOn),
      )
    : running('reply', orderedGround, receivedOn, { day: orderedBy, rolledFrom: null, estimated: false }),
];

/** The clocks with those of some kinds stopped on a day; one that was stopped before keeps its day. */
export const stopClocks = (
  clocks: readonly LeadClock[],
  day: string,
  kinds: readonly LeadClock['kind'][] = ['acknowledge', 'reply'],
): LeadClock[] =>
  clocks.map((clock) =>
    clock.endedOn === null && kinds.includes(clock.kind) ? { ...clock, endedOn: day } : clock,
  );

/** The clocks with those of some kinds running again: a stop that was taken back never happened. */
export const restartClocks = (
  clocks: readonly LeadClock[],
  kinds: readonly LeadClock['kind'][],
): LeadClock[] => clocks.map((clock) => (kinds.includes(clock.kind) ? { ...clock, endedOn: null } : clock));

/** The running terms of a lead, soonest first. A lead that is done has none. */
export const runningClocks = (lead: Pick<Lead, 'state' | 'clocks'>): LeadClock[] =>
  lead.state === 'closed' || lead.state === 'merged'
    ? []
    : lead.clocks
        .filter(({ endedOn }) => endedOn === null)
        .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/** What a term is called: where nobody is owed an answer, it is a term for dealing with the lead. */
export const clockLabel = (kind: LeadClock['kind'], replyTo: ReplyTo): string =>
  kind === 'reply' && replyTo === 'nobody' ? '办理期限' : clockKindLabels[kind];

/** What has to be done before a term ends, in a few words. */
export const clockTask = (kind: LeadClock['kind'], replyTo: ReplyTo): string => {
  if (kind === 'acknowledge') return '告知来源受理情况';
  return replyTo === 'nobody' ? '办结线索' : '答复来源';
};
