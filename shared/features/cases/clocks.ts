import { daysBetween } from '../../kernel/dates.ts';
import type { DueDay, WorkCalendar } from '../../kernel/workdays.ts';
import type { ClockView } from './channels.ts';
import { clockKindLabels, type CaseRecord, type Clock } from './schema.ts';

/** Terms of the light route. Where no law sets one, the ground says that it is the school's own. */
export const TERMS = {
  handling: { days: 30, ground: '校内办理要求：一般事项自登记之日起 30 日内作出决定' },
  statement: { workdays: 3, ground: '校内办理要求：告知后给本人不少于 3 个工作日陈述' },
  service: { days: 7, ground: '校内办理要求：决定后 7 日内送达' },
  review: {
    days: 30,
    ground: '《事业单位工作人员处分规定》：自知道或者应当知道之日起三十日内申请复核（校内处理参照）',
  },
  rectification: { ground: '决定中写明的整改期限' },
} as const;

type NewClock = Omit<Clock, 'id'>;

const running = (
  kind: Clock['kind'],
  startedOn: string,
  due: DueDay,
  basis: string,
  about: { staffId?: string; itemId?: string } = {},
): NewClock => ({
  kind,
  ground: TERMS[kind].ground,
  startedOn,
  dueOn: due.day,
  rolledFrom: due.rolledFrom,
  estimated: due.estimated,
  basis,
  staffId: about.staffId ?? null,
  itemId: about.itemId ?? null,
  endedOn: null,
});

const fixed = (day: string): DueDay => ({ day, rolledFrom: null, estimated: false });

/** 办理期限, from the day of registration. */
export const handlingClock = (calendar: WorkCalendar, registeredOn: string): NewClock =>
  running('handling', registeredOn, calendar.afterDays(registeredOn, TERMS.handling.days), '30 日');

/** The last day for a statement when none is given: the third working day after the person was told. */
export const statementDeadline = (calendar: WorkCalendar, notifiedOn: string): DueDay =>
  calendar.afterWorkdays(notifiedOn, TERMS.statement.workdays);

export const statementClock = (notifiedOn: string, due: DueDay, staffId: string): NewClock =>
  running('statement', notifiedOn, due, '3 个工作日或告知的期限', { staffId });

/** 送达期限, from the day of the decision. */
export const serviceClock = (calendar: WorkCalendar, decidedOn: string): NewClock =>
  running('service', decidedOn, calendar.afterDays(decidedOn, TERMS.service.days), '7 日');

/** 复核申请期限: runs from the day that counts as service, never before. */
export const reviewClock = (calendar: WorkCalendar, completedOn: string, staffId: string): NewClock =>
  running('review', completedOn, calendar.afterDays(completedOn, TERMS.review.days), '30 日', { staffId });

export const rectificationClock = (decidedOn: string, dueOn: string, itemId: string): NewClock =>
  running('rectification', decidedOn, fixed(dueOn), '决定中写明', { itemId });

/** The clocks with those that `ends` picks stopped on a day; a clock that was stopped before keeps its day. */
export const stopClocks = (clocks: readonly Clock[], day: string, ends: (clock: Clock) => boolean): Clock[] =>
  clocks.map((clock) => (clock.endedOn === null && ends(clock) ? { ...clock, endedOn: day } : clock));

/** Terms that others may use: when one has passed nobody in the house is late. */
const isOthers = (kind: Clock['kind']): boolean => kind === 'review' || kind === 'statement';

type FullClockView = ClockView & { id: string; ground: string; basis: string };

/** The running terms of a case, soonest first. */
export const clockViews = (record: CaseRecord, today: string): FullClockView[] =>
  record.clocks
    .filter(({ endedOn }) => endedOn === null)
    .map((clock): FullClockView => {
      const name = record.subjects.find(({ staffId }) => staffId === clock.staffId)?.name;
      const item = record.rectification.findIndex(({ id }) => id === clock.itemId);
      const about = name ?? (item < 0 ? undefined : `第 ${String(item + 1)} 项`);
      return {
        id: clock.id,
        kind: clock.kind,
        label: clockKindLabels[clock.kind] + (about === undefined ? '' : `（${about}）`),
        dueOn: clock.dueOn,
        daysLeft: daysBetween(today, clock.dueOn),
        estimated: clock.estimated,
        ground: clock.ground,
        basis: clock.basis,
      };
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);

/** The term that presses most: the soonest one, without those of others that have passed. */
export const nextClock = (record: CaseRecord, today: string): ClockView | null => {
  if (record.state === 'closed' || record.state === 'withdrawn') return null;
  const next = clockViews(record, today).find(({ kind, daysLeft }) => daysLeft >= 0 || !isOthers(kind));
  if (!next) return null;
  const { kind, label, dueOn, daysLeft, estimated } = next;
  return { kind, label, dueOn, daysLeft, estimated };
};
