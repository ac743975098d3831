import { daysBetween } from './dates.ts';
import type { WorkCalendar } from './workdays.ts';

/**
 * How a term stands on a day. Reminders go by working days: what is left before 国庆 is little, however many days the
 * calendar shows.
 */
export const dueStates = ['overdue', 'today', 'within3', 'within10', 'later', 'lapsed'] as const;
export type DueState = (typeof dueStates)[number];

export const dueStateLabels: Readonly<Record<DueState, string>> = {
  overdue: '已逾期',
  today: '今天到期',
  within3: '3 个工作日内',
  within10: '10 个工作日内',
  later: '10 个工作日以后',
  lapsed: '已届满',
};

export interface Due {
  readonly state: DueState;
  /** Calendar days to the last day; 0 on it, negative after it. */
  readonly days: number;
  /** Working days after today up to and including the last day; negative after it. */
  readonly workdays: number;
  /** As a person reads it: 还剩 3 个工作日, 今天到期, 已逾期 2 天. */
  readonly words: string;
}

const wordsOf = (state: DueState, days: number, workdays: number): string => {
  if (state === 'lapsed') return `已届满 ${String(-days)} 天`;
  if (state === 'overdue') return `已逾期 ${String(-days)} 天`;
  if (state === 'today') return '今天到期';
  if (workdays === 0) return `还剩 ${String(days)} 天，都是休息日`;
  return `还剩 ${String(workdays)} 个工作日`;
};

const stateOf = (days: number, workdays: number, othersTerm: boolean): DueState => {
  if (days < 0) return othersTerm ? 'lapsed' : 'overdue';
  if (days === 0) return 'today';
  if (workdays <= 3) return 'within3';
  return workdays <= 10 ? 'within10' : 'later';
};

/**
 * How a term that ends on `dueOn` stands `today` (both `YYYY-MM-DD`). A term that others may use (`othersTerm`) is
 * never overdue: when it has passed it has lapsed.
 */
export const dueState = (
  calendar: WorkCalendar,
  today: string,
  dueOn: string,
  { othersTerm }: { readonly othersTerm: boolean },
): Due => {
  const days = daysBetween(today, dueOn);
  const workdays = calendar.workdaysBetween(today, dueOn);
  const state = stateOf(days, workdays, othersTerm);
  return { state, days, workdays, words: wordsOf(state, days, workdays) };
};
