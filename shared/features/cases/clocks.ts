import { addMonths, daysBetween } from '../../kernel/dates.ts';
import type { DueDay, WorkCalendar } from '../../kernel/workdays.ts';
import type { ClockView } from './list.ts';
import { clockKindLabels, type Clock, type ClockKind } from './clock.ts';
import type { CaseRecord } from './schema.ts';
import { isEnded } from './workflow.ts';

/** Terms of cases. Where no law sets one, the ground says that it is the school's own. */
export const TERMS = {
  handling: { days: 30, ground: '校内办理要求：一般事项自登记之日起 30 日内作出决定' },
  investigation: {
    months: 6,
    longest: 12,
    ground:
      '《事业单位工作人员处分规定》：自批准立案之日起六个月内作出决定，案情复杂的可以延长，最长不超过十二个月',
  },
  statement: { workdays: 3, ground: '校内办理要求：告知后给本人不少于 3 个工作日陈述' },
  service: { days: 7, ground: '校内办理要求：决定后 7 日内送达' },
  review: {
    days: 30,
    ground: '《事业单位工作人员处分规定》：自知道或者应当知道之日起三十日内申请复核（校内处理参照）',
  },
  'pupil-appeal': {
    workdays: 15,
    ground:
      '《中小学教育惩戒规则（试行）》：学生及其家长可以在十五个工作日内向学校提起申诉（自送达之日起算）',
  },
  rectification: { ground: '决定中写明的整改期限' },
  reply: { days: 30, ground: '校内办理要求：报请、移送后 30 日没有答复的，联系催办' },
  task: { ground: '校内办理要求：决定生效后按时落实执行事项' },
} as const;

type NewClock = Omit<Clock, 'id'>;

const running = (
  kind: ClockKind,
  startedOn: string,
  due: DueDay,
  basis: string,
  about: { personId?: string | null; itemId?: string } = {},
): NewClock => ({
  kind,
  ground: TERMS[kind].ground,
  startedOn,
  dueOn: due.day,
  rolledFrom: due.rolledFrom,
  estimated: due.estimated,
  basis,
  personId: about.personId ?? null,
  itemId: about.itemId ?? null,
  endedOn: null,
  extensions: [],
});

const fixed = (day: string): DueDay => ({ day, rolledFrom: null, estimated: false });

/** 办理期限, from the day of registration. */
export const handlingClock = (calendar: WorkCalendar, registeredOn: string): NewClock =>
  running('handling', registeredOn, calendar.afterDays(registeredOn, TERMS.handling.days), '30 日');

/** 办案期限, from the day on which filing was approved. */
export const investigationClock = (calendar: WorkCalendar, approvedOn: string): NewClock =>
  running(
    'investigation',
    approvedOn,
    calendar.afterMonths(approvedOn, TERMS.investigation.months),
    '6 个月',
  );

/** The last day to which the term of an investigation may be moved. */
export const investigationLimit = (approvedOn: string): string =>
  addMonths(approvedOn, TERMS.investigation.longest);

/** The last day for a statement when none is given: the third working day after the person was told. */
export const statementDeadline = (calendar: WorkCalendar, notifiedOn: string): DueDay =>
  calendar.afterWorkdays(notifiedOn, TERMS.statement.workdays);

export const statementClock = (notifiedOn: string, due: DueDay, personId: string): NewClock =>
  running('statement', notifiedOn, due, '3 个工作日或告知的期限', { personId });

/** 送达期限, from the day of the decision. */
export const serviceClock = (calendar: WorkCalendar, decidedOn: string): NewClock =>
  running('service', decidedOn, calendar.afterDays(decidedOn, TERMS.service.days), '7 日');

/** 复核申请期限 of staff: runs from the day that counts as service, never before. */
export const reviewClock = (calendar: WorkCalendar, completedOn: string, personId: string): NewClock =>
  running('review', completedOn, calendar.afterDays(completedOn, TERMS.review.days), '30 日', { personId });

/** 学生申诉期限: fifteen working days, counted from service, which is the safer of the two readings. */
export const pupilAppealClock = (calendar: WorkCalendar, completedOn: string, personId: string): NewClock =>
  running(
    'pupil-appeal',
    completedOn,
    calendar.afterWorkdays(completedOn, TERMS['pupil-appeal'].workdays),
    '15 个工作日',
    { personId },
  );

export const rectificationClock = (decidedOn: string, dueOn: string, itemId: string): NewClock =>
  running('rectification', decidedOn, fixed(dueOn), '决定中写明', { itemId });

export const replyClock = (calendar: WorkCalendar, sentOn: string): NewClock =>
  running('reply', sentOn, calendar.afterDays(sentOn, TERMS.reply.days), '30 日');

export const taskClock = (
  startedOn: string,
  dueOn: string,
  about: { itemId: string; personId: string | null },
): NewClock => running('task', startedOn, fixed(dueOn), '执行事项的期限', about);

/** The clocks with those that `ends` picks stopped on a day; a clock that was stopped before keeps its day. */
export const stopClocks = (clocks: readonly Clock[], day: string, ends: (clock: Clock) => boolean): Clock[] =>
  clocks.map((clock) => (clock.endedOn === null && ends(clock) ? { ...clock, endedOn: day } : clock));

/** Terms that others may use: when one has passed nobody in the house is late. */
export const isOthersTerm = (kind: ClockKind): boolean =>
  kind === 'review' || kind === 'statement' || kind === 'pupil-appeal';

type FullClockView = ClockView & { id: string; ground: string; basis: string };

const viewOf = (record: CaseRecord, clock: Clock, today: string): FullClockView => {
  const name = record.subjects.find(({ personId }) => personId === clock.personId)?.name;
  const item = record.rectification.findIndex(({ id }) => id === clock.itemId);
  const task = record.tasks.find(({ id }) => id === clock.itemId);
  const about = task?.text ?? name ?? (item < 0 ? undefined : `第 ${String(item + 1)} 项`);
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
};

/** The running terms of a case, soonest first. */
export const clockViews = (record: CaseRecord, today: string): FullClockView[] =>
  record.clocks
    .filter(({ endedOn }) => endedOn === null)
    .map((clock) => viewOf(record, clock, today))
    .sort((a, b) => a.daysLeft - b.daysLeft);

/** The term that presses most: the soonest one, without those of others that have passed. */
export const nextClock = (record: CaseRecord, today: string): ClockView | null => {
  if (isEnded(record.state)) return null;
  let next: Clock | undefined;
  for (const clock of record.clocks)
    if (
      clock.endedOn === null &&
      (clock.dueOn >= today || !isOthersTerm(clock.kind)) &&
      (next === undefined || clock.dueOn < next.dueOn)
    )
      next = clock;
  if (!next) return null;
  const { kind, label, dueOn, daysLeft, estimated } = viewOf(record, next, today);
  return { kind, label, dueOn, daysLeft, estimated };
};
