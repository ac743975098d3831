import { formatDay, weekdayOf, yearOf } from '../../kernel/dates.ts';
import type { FieldIssue } from '../../kernel/result.ts';
import type { CalendarContent } from './schema.ts';

/** A statutory holiday of a year, by name. */
export interface NamedDay {
  readonly day: string;
  readonly name: string;
}

type Days = Pick<CalendarContent, 'year' | 'rest' | 'work'>;

export const isWeekend = (day: string): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** A day as it is named where the year is clear: 1月31日. */
const shortly = (day: string): string => formatDay(day).replace(/^\d+年/, '');

const listed = (days: readonly string[]): string =>
  days.length <= 6
    ? days.map(shortly).join('、')
    : `${days.slice(0, 6).map(shortly).join('、')}等 ${String(days.length)} 天`;

/**
 * What makes a year's table unusable: a day of another year, one entered twice, one that is both off and worked, a
 * make-up day that would be worked anyway.
 */
export const calendarIssues = ({ year, rest, work }: Days): FieldIssue[] => {
  const off = new Set(rest);
  const issues = (['rest', 'work'] as const).flatMap((part) => {
    const days = { rest, work }[part];
    return days.flatMap((day, at): FieldIssue[] => {
      const path = `${part}.${String(at)}`;
      if (yearOf(day) !== year)
        return [{ path, message: `${formatDay(day)}不在 ${String(year)} 年，请登记到它自己的年份。` }];
      if (days.indexOf(day) !== at) return [{ path, message: `${shortly(day)}登记了两次。` }];
      if (part === 'work' && off.has(day))
        return [{ path, message: `${shortly(day)}既是放假又是补班，只能选一样。` }];
      if (part === 'work' && !isWeekend(day))
        return [{ path, message: `${shortly(day)}不是周六或周日，本来就上班，不用登记补班。` }];
      return [];
    });
  });
  return rest.length === 0
    ? [...issues, { path: 'rest', message: '一天假也没有，请先点选放假的日子。' }]
    : issues;
};

/** Statutory holidays that all citizens have, by the rules in force: 11 days, since 2025 13 (《全国年节及纪念日放假办法》). */
const holidaysIn = (year: number): number | undefined => (year >= 2025 ? 13 : year >= 2008 ? 11 : undefined);

/**
 * What looks wrong and may yet be so, in words: a statutory holiday that is not off, and a sum that does not come out.
 * Days off are only exchanged, never given away: days off from Monday to Friday less the make-up days are the
 * statutory holidays, since one that falls on a weekend is made good on a working day.
 */
export const calendarDoubts = (days: Days, statutory: readonly NamedDay[]): string[] => {
  const off = new Set(days.rest);
  const missing = statutory.filter(({ day }) => !off.has(day)).map(({ day }) => day);
  const expected = holidaysIn(days.year);
  const weekdaysOff = days.rest.filter((day) => !isWeekend(day)).length;
  const given = weekdaysOff - days.work.length;
  return [
    ...(missing.length > 0 ? [`法定节假日没有登记为放假：${listed(missing)}。`] : []),
    ...(expected !== undefined && given !== expected
      ? [
          `工作日放假 ${String(weekdaysOff)} 天，补班 ${String(days.work.length)} 天，相差 ${String(given)} 天；` +
            `全年法定节假日 ${String(expected)} 天，通常应当相等，请对照通知看有没有漏点或多点。`,
        ]
      : []),
  ];
};

/**
 * What a click on a day makes of it: a weekday is off or not; a weekend day is plain, worked, or off, but one that is
 * a holiday by law is never offered as worked.
 */
export const toggleDay = <T extends Days>(days: T, day: string, statutory: readonly NamedDay[]): T => {
  const rest = days.rest.filter((one) => one !== day);
  const work = days.work.filter((one) => one !== day);
  const wasOff = rest.length !== days.rest.length;
  const wasWorked = work.length !== days.work.length;
  if (wasOff) return { ...days, rest, work };
  if (!wasWorked && isWeekend(day) && statutory.every((holiday) => holiday.day !== day))
    return { ...days, rest, work: [...work, day].sort() };
  return { ...days, rest: [...rest, day].sort(), work };
};
