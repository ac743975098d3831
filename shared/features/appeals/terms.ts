import { daysBetween } from '../../kernel/dates.ts';
import type { DueDay, WorkCalendar } from '../../kernel/workdays.ts';
import type { AppealKind } from './kinds.ts';
import type { Appeal, AppealClock, AppealClockKind } from './schema.ts';
import { isEnded } from './workflow.ts';

/**
 * Terms of appeals. Where no law sets one the ground says that it is the school's own, and the school may change it here
 * alone.
 */
export const appealTerms = {
  /** To apply; null where no law says. */
  apply: {
    review: {
      days: 30,
      basis: '30 日',
      ground: '《事业单位工作人员处分规定》：自知道或者应当知道之日起三十日内申请复核',
    },
    appeal: {
      days: 30,
      basis: '30 日',
      ground: '《事业单位工作人员处分规定》：自接到复核决定之日起三十日内申诉',
    },
    'pupil-appeal': {
      workdays: 15,
      basis: '15 个工作日',
      ground: '《中小学教育惩戒规则（试行）》：十五个工作日内向学校提起申诉（自送达之日起算）',
    },
    'teacher-appeal': null,
  },
  /** To decide, from the day on which it came in. */
  handle: {
    review: { days: 30, longest: 30, ground: '复核自接到申请之日起 30 日内决定，复杂的可以延长不超过 30 日' },
    appeal: { days: 60, longest: 30, ground: '申诉自受理之日起 60 日内决定，复杂的可以延长不超过 30 日' },
    'pupil-appeal': {
      days: 15,
      longest: 15,
      ground: '校内办理要求：学生申诉自收到之日起 15 日内处理（规则没有规定审理时限）',
    },
    'teacher-appeal': {
      days: 30,
      longest: 0,
      ground: '《教师法》第三十九条：教育行政部门在接到申诉的三十日内作出处理',
    },
  },
  admission: { workdays: 5, ground: '校内办理要求：收到申请后 5 个工作日内审查是否受理' },
  completion: { workdays: 10, ground: '校内办理要求：补正期限一般为 10 个工作日' },
  service: { days: 7, ground: '校内办理要求：决定后 7 日内送达' },
  remedy: {
    days: 30,
    ground: '《事业单位工作人员处分规定》：自接到复核决定之日起三十日内申诉',
  },
} as const;

type NewClock = Omit<AppealClock, 'id'>;

const running = (
  kind: AppealClockKind,
  ground: string,
  startedOn: string,
  due: DueDay,
  basis: string,
): NewClock => ({
  kind,
  ground,
  basis,
  startedOn,
  dueOn: due.day,
  rolledFrom: due.rolledFrom,
  estimated: due.estimated,
  endedOn: null,
  extensions: [],
});

/** The last day to apply, counted from the day on which the decision was known; null where no law sets one. */
export const applyLimit = (calendar: WorkCalendar, kind: AppealKind, knownOn: string): Appeal['limit'] => {
  const term = appealTerms.apply[kind];
  if (term === null) return null;
  const due =
    'days' in term ? calendar.afterDays(knownOn, term.days) : calendar.afterWorkdays(knownOn, term.workdays);
  return {
    dueOn: due.day,
    rolledFrom: due.rolledFrom,
    estimated: due.estimated,
    basis: term.basis,
    ground: term.ground,
  };
};

/** True when it came after the last day to apply. */
export const isLate = ({ limit, receivedOn }: Pick<Appeal, 'limit' | 'receivedOn'>): boolean =>
  limit !== null && receivedOn > limit.dueOn;

export const admissionClock = (calendar: WorkCalendar, receivedOn: string): NewClock =>
  running(
    'admission',
    appealTerms.admission.ground,
    receivedOn,
    calendar.afterWorkdays(receivedOn, appealTerms.admission.workdays),
    '5 个工作日',
  );

/** The last day to complete an application when none is given. */
export const completionDue = (calendar: WorkCalendar, askedOn: string): DueDay =>
  calendar.afterWorkdays(askedOn, appealTerms.completion.workdays);

export const completionClock = (askedOn: string, due: DueDay): NewClock =>
  running('completion', appealTerms.completion.ground, askedOn, due, '告知的补正期限');

/** From receipt, or from the day on which a completed application came in. */
export const handlingClock = (
  calendar: WorkCalendar,
  kind: AppealKind,
  inside: boolean,
  from: string,
): NewClock => {
  const { days, ground } = appealTerms.handle[kind];
  return running(
    inside ? 'handling' : 'authority',
    ground,
    from,
    calendar.afterDays(from, days),
    `${String(days)} 日`,
  );
};

export const serviceClock = (calendar: WorkCalendar, decidedOn: string): NewClock =>
  running(
    'service',
    appealTerms.service.ground,
    decidedOn,
    calendar.afterDays(decidedOn, appealTerms.service.days),
    '7 日',
  );

/** 申诉期限 against the review decision: runs from its service. */
export const remedyClock = (calendar: WorkCalendar, completedOn: string): NewClock =>
  running(
    'remedy',
    appealTerms.remedy.ground,
    completedOn,
    calendar.afterDays(completedOn, appealTerms.remedy.days),
    '30 日',
  );

/** Most days by which the term to decide may be moved on; 0 where it may not. */
export const longestExtension = (kind: AppealKind): number => appealTerms.handle[kind].longest;

/** True when a new last day lies within what the law allows beyond the first one. */
export const isExtensionAllowed = (
  kind: AppealKind,
  clock: Pick<AppealClock, 'dueOn'>,
  dueOn: string,
): boolean => {
  const more = daysBetween(clock.dueOn, dueOn);
  return more > 0 && more <= longestExtension(kind);
};

/** Terms that others may use or have to keep: when one has passed nobody in the house is late. */
export const isOthersTerm = (kind: AppealClockKind): boolean =>
  kind === 'completion' || kind === 'remedy' || kind === 'authority';

/** The clocks with those of some kinds stopped on a day; one that was stopped before keeps its day. */
export const stopClocks = (
  clocks: readonly AppealClock[],
  day: string,
  kinds: readonly AppealClockKind[],
): AppealClock[] =>
  clocks.map((clock) =>
    clock.endedOn === null && kinds.includes(clock.kind) ? { ...clock, endedOn: day } : clock,
  );

/** The running terms, soonest first. Of one that has ended only what others may still use is left. */
export const runningClocks = ({ state, clocks }: Pick<Appeal, 'state' | 'clocks'>): AppealClock[] =>
  clocks
    .filter(({ kind, endedOn }) => endedOn === null && (!isEnded(state) || kind === 'remedy'))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/** A term counted anew by another calendar; null where a person laid its day down or moved it. */
export const recounted = (
  appeal: Pick<Appeal, 'kind' | 'inside'>,
  clock: AppealClock,
  calendar: WorkCalendar,
): DueDay | null => {
  if (clock.endedOn !== null || !clock.estimated || clock.extensions.length > 0) return null;
  const again = ((): NewClock | null => {
    switch (clock.kind) {
      case 'admission':
        return admissionClock(calendar, clock.startedOn);
      case 'handling':
      case 'authority':
        return handlingClock(calendar, appeal.kind, appeal.inside, clock.startedOn);
      case 'service':
        return serviceClock(calendar, clock.startedOn);
      case 'remedy':
        return remedyClock(calendar, clock.startedOn);
      case 'completion':
        return null;
    }
  })();
  return again && { day: again.dueOn, rolledFrom: again.rolledFrom, estimated: again.estimated };
};
