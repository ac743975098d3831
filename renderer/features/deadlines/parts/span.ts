import { addDays, addMonths, formatDay, formatShortDay, weekdayOf } from '../../../../shared/kernel/dates.ts';

/** The three ways to look at the calendar. */
export const viewLabels = { month: '月', week: '周', agenda: '清单' } as const;
export type CalendarView = keyof typeof viewLabels;
export const isCalendarView = (text: string | null): text is CalendarView =>
  text !== null && Object.hasOwn(viewLabels, text);

/** How many days the list shows from its first day on. */
const AGENDA_DAYS = 28;

/** Weeks begin on Monday. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;
const lastOfMonth = (day: string): string => addDays(addMonths(firstOfMonth(day), 1), -1);

/** The days in view, from the first to the last; a month is shown in whole weeks. */
export const spanOf = (view: CalendarView, on: string): { readonly from: string; readonly to: string } => {
  if (view === 'agenda') return { from: on, to: addDays(on, AGENDA_DAYS - 1) };
  const from = mondayOf(view === 'month' ? firstOfMonth(on) : on);
  const to = view === 'month' ? addDays(mondayOf(lastOfMonth(on)), 6) : addDays(from, 6);
  return { from, to };
};

/** The same place one month, week or list further on (or back). */
export const turned = (view: CalendarView, on: string, by: 1 | -1): string =>
  view === 'month' ? addMonths(on, by) : addDays(on, by * (view === 'week' ? 7 : AGENDA_DAYS));

/** What is in view, in words: 2026年11月, 11月23日—11月29日. */
export const spanTitle = (view: CalendarView, on: string): string => {
  if (view === 'month') return formatDay(on).replace(/\d+日$/, '');
  const { from, to } = spanOf(view, on);
  return `${formatDay(from)}—${formatDay(to).slice(from.slice(0, 4) === to.slice(0, 4) ? 5 : 0)}`;
};

/** 11月24日 周二, with the year where it is another one. */
export const dayTitle = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4)
    ? formatShortDay(day)
    : `${formatDay(day)} ${formatShortDay(day).split(' ')[1] ?? ''}`;

/** Days in rows of seven. */
export const inWeeks = <T>(days: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));

/** Where an arrow, Home, End, PageUp or PageDown leads from a day; undefined for other keys. */
export const dayAfterKey = (key: string, day: string): string | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return addDays(mondayOf(day), 6);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return undefined;
  }
};
