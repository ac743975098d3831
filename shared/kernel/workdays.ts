import chineseDays from 'chinese-days';
import holidayTable from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { z } from 'zod';
import { addDays, addMonths, daySchema, weekdayOf, yearOf } from './dates.ts';

/**
 * Working days and terms.
 *
 * 工作日 are all days but Saturdays, Sundays (《国务院关于职工工作时间的规定》第七条), statutory holidays and the rest days
 * that the State Council's yearly notice makes of working days; make-up days (补班日) count. The notice of a year is
 * known in the November before it, so for later years only weekends and the statutory holidays themselves are left
 * out, and every result that rests on such a year says so (`estimated`, 预估).
 */

/** One year's notice as an office types it in. It goes before the table that is shipped. */
export const calendarYearSchema = z.object({
  year: z.number().int().min(2000).max(2099),
  /** Days off: holidays and days given in exchange, weekends included or not. */
  rest: z.array(daySchema),
  /** Saturdays and Sundays worked instead. */
  work: z.array(daySchema),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export type DayNature = 'workday' | 'make-up' | 'weekend' | 'holiday';

export interface DayFacts {
  readonly working: boolean;
  readonly nature: DayNature;
  /** True when the notice of this year was not at hand. */
  readonly estimated: boolean;
}

/** A term's last day, with what a reader needs to check it. */
export interface DueDay {
  readonly day: string;
  /** The last day before 民法典第二百零三条 moved it to the next working day; null when it was not moved. */
  readonly rolledFrom: string | null;
  readonly estimated: boolean;
}

export interface WorkCalendar {
  /** The last year whose notice is known. */
  readonly lastKnownYear: number;
  facts(day: string): DayFacts;
  isWorkday(day: string): boolean;
  /** The day itself when it is a working day, otherwise the next one. */
  workdayOnOrAfter(day: string): string;
  /** End of a term of natural days: the first day is not counted, a last day off moves on (民法典第二百零一、二百零三条). */
  afterDays(from: string, days: number): DueDay;
  /** End of a term of working days: the first day is not counted. `days` of 0 gives `from` or the next working day. */
  afterWorkdays(from: string, days: number): DueDay;
  /** End of a term of months (民法典第二百零二条), moved on like a term of days. */
  afterMonths(from: string, months: number): DueDay;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workdaysBetween(from: string, to: string): number;
}

interface Notice {
  readonly rest: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

const byYear = (days: readonly string[]): Map<number, Set<string>> => {
  const years = new Map<number, Set<string>>();
  for (const day of days) {
    const year = yearOf(day);
    const held = years.get(year) ?? new Set<string>();
    held.add(day);
    years.set(year, held);
  }
  return years;
};

/**
 * The shipped notices. The package's own functions read days in the PC's time zone and are a day off west of
 * Greenwich, so only its table is used.
 */
const shipped = ((): ReadonlyMap<number, Notice> => {
  const rest = byYear(Object.keys(holidayTable.holidays));
  const work = byYear(Object.keys(holidayTable.workdays));
  return new Map(
    [...rest].map(([year, days]) => [year, { rest: days, work: work.get(year) ?? new Set<string>() }]),
  );
})();

/** 清明 of this century: the 4th or 5th of April. */
const qingming = (year: number): string => {
  const inCentury = year % 100;
  const date = Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
  return `${String(year)}-04-${String(date).padStart(2, '0')}`;
};

const FIXED: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};
/** By month.day of the lunar calendar. */
const LUNAR: Readonly<Record<string, string>> = {
  '1.1': '春节',
  '1.2': '春节',
  '1.3': '春节',
  '5.5': '端午节',
  '8.15': '中秋节',
};

const lunarOf = (day: string): string => {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  return isLeap ? '' : `${String(lunarMon)}.${String(lunarDay)}`;
};

/**
 * The name of the statutory holiday that a day is, or undefined: the thirteen days of 《全国年节及纪念日放假办法》(2024)
 * alone, without any exchange of days.
 */
export const statutoryHolidayName = (day: string): string | undefined =>
  FIXED[day.slice(5)] ??
  (day === qingming(yearOf(day)) ? '清明节' : undefined) ??
  LUNAR[lunarOf(day)] ??
  (lunarOf(addDays(day, 1)) === '1.1' ? '除夕' : undefined);

/** True for a day that is a holiday by law, whatever the year's notice exchanges. */
export const isStatutoryHoliday = (day: string): boolean => statutoryHolidayName(day) !== undefined;

/** The table that is shipped for a year, or undefined when its notice was not known. */
export const shippedYear = (year: number): CalendarYear | undefined => {
  const notice = shipped.get(year);
  return notice && { year, rest: [...notice.rest].sort(), work: [...notice.work].sort() };
};

/** The years with a shipped table, in order. */
export const shippedYears = (): number[] => [...shipped.keys()].sort((a, b) => a - b);

/** How far a run of days off can reach; beyond it the table is broken. */
const LONGEST_REST = 40;

/** For every day of a year how many of its days were worked by then. */
const workedIn = (year: number, isWorkday: (day: string) => boolean): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  let count = 0;
  for (let day = `${String(year)}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    if (isWorkday(day)) count += 1;
    counts.set(day, count);
  }
  return counts;
};

/** A calendar on the shipped notices and those of the school; the school's year replaces the shipped one whole. */
export const createCalendar = (own: readonly CalendarYear[] = []): WorkCalendar => {
  const notices = new Map(shipped);
  for (const year of own) notices.set(year.year, { rest: new Set(year.rest), work: new Set(year.work) });
  const lastKnownYear = Math.max(...notices.keys());

  const reckon = (day: string): DayFacts => {
    const notice = notices.get(yearOf(day));
    const estimated = notice === undefined;
    const weekday = weekdayOf(day);
    if (notice?.work.has(day)) return { working: true, nature: 'make-up', estimated };
    if (notice ? notice.rest.has(day) : isStatutoryHoliday(day))
      return { working: false, nature: 'holiday', estimated };
    if (weekday === 0 || weekday === 6) return { working: false, nature: 'weekend', estimated };
    return { working: true, nature: 'workday', estimated };
  };

  // Lists of terms ask for the same days again and again, and the lunar calendar is slow.
  const known = new Map<string, DayFacts>();
  const facts = (day: string): DayFacts => {
    const held = known.get(day);
    if (held) return held;
    const found = Object.freeze(reckon(day));
    known.set(day, found);
    return found;
  };

  const isWorkday = (day: string): boolean => facts(day).working;

  const years = new Map<number, ReadonlyMap<string, number>>();
  /** Working days of a day's year up to and including the day. */
  const workedUpTo = (day: string): number => {
    const year = yearOf(day);
    const counts = years.get(year) ?? workedIn(year, isWorkday);
    years.set(year, counts);
    const count = counts.get(day);
    if (count === undefined) throw new RangeError(`not a day: ${day}`);
    return count;
  };

  const workdayOnOrAfter = (day: string): string => {
    for (let ahead = 0; ahead <= LONGEST_REST; ahead += 1) {
      const candidate = addDays(day, ahead);
      if (isWorkday(candidate)) return candidate;
    }
    throw new RangeError(`no working day within ${String(LONGEST_REST)} days after ${day}`);
  };

  const rollOn = (last: string): DueDay => {
    const day = workdayOnOrAfter(last);
    return {
      day,
      rolledFrom: day === last ? null : last,
      estimated: facts(last).estimated || facts(day).estimated,
    };
  };

  return {
    lastKnownYear,
    facts,
    isWorkday,
    workdayOnOrAfter,
    afterDays: (from, days) => rollOn(addDays(from, days)),
    afterMonths: (from, months) => rollOn(addMonths(from, months)),
    afterWorkdays(from, days) {
      let day = from;
      let estimated = false;
      for (let counted = 0; counted < days; counted += 1) {
        day = workdayOnOrAfter(addDays(day, 1));
        estimated ||= facts(day).estimated;
      }
      return days > 0 ? { day, rolledFrom: null, estimated } : rollOn(from);
    },
    workdaysBetween(from, to) {
      const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
      let count = workedUpTo(last) - workedUpTo(first);
      for (let year = yearOf(first); year < yearOf(last); year += 1)
        count += workedUpTo(`${String(year)}-12-31`);
      return count === 0 ? 0 : sign * count;
    },
  };
};

/** The calendar on the shipped notices alone. */
export const standardCalendar: WorkCalendar = createCalendar();
