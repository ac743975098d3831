import { calendarDoubts, calendarIssues, type NamedDay } from '../../../shared/features/calendar/rules.ts';
import type {
  CalendarContent,
  CalendarOrigin,
  SchoolYearTable,
} from '../../../shared/features/calendar/schema.ts';
import type {
  CalendarDay,
  CalendarYearView,
  saveCalendarInput,
} from '../../../shared/features/calendar/channels.ts';
import { addDays, daysBetween, instantOfMs, yearOf } from '../../../shared/kernel/dates.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { shippedYear, shippedYears, statutoryHolidayName } from '../../../shared/kernel/workdays.ts';
import type { z } from 'zod';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { calendarOf } from './calendar-of.ts';
import { calendarYearCollection } from './collections.ts';
import { commit } from '../record-acts.ts';

/** How many years ahead can be looked at: the notice comes in the November before. */
const AHEAD = 2;

const daysOf = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, ahead) => addDays(from, ahead));

const statutoryIn = (year: number): NamedDay[] =>
  daysOf(`${String(year)}-01-01`, `${String(year)}-12-31`).flatMap((day) => {
    const name = statutoryHolidayName(day);
    return name === undefined ? [] : [{ day, name }];
  });

const tableOf = (reader: Reader, year: number): SchoolYearTable | undefined =>
  reader.get(calendarYearCollection, String(year));

const ownContent = (table: SchoolYearTable | undefined): CalendarContent | null =>
  table?.versions.at(-1)?.content ?? null;

const originOf = (reader: Reader, year: number): CalendarOrigin =>
  ownContent(tableOf(reader, year)) ? 'school' : shippedYear(year) ? 'shipped' : 'unknown';

/** The years that can be looked at: those with a table, this one and the next ones, latest first. */
export const listYears = (
  reader: Reader,
  today: string,
): { thisYear: number; years: { year: number; origin: CalendarOrigin }[] } => {
  const thisYear = yearOf(today);
  const ahead = Array.from({ length: AHEAD + 1 }, (_, more) => thisYear + more);
  const own = reader.all(calendarYearCollection).map(({ year }) => year);
  const years = [...new Set([...shippedYears(), ...own, ...ahead])].sort((a, b) => b - a);
  return { thisYear, years: years.map((year) => ({ year, origin: originOf(reader, year) })) };
};

/** One year as it is reckoned with, and how it came to be so. */
export const viewYear = (reader: Reader, year: number): CalendarYearView => {
  const table = tableOf(reader, year);
  const statutory = statutoryIn(year);
  const shipped = shippedYear(year);
  const own = ownContent(table);
  const known = own ?? (shipped && { ...shipped, notice: '' });
  return {
    origin: originOf(reader, year),
    content: known ?? { year, rest: statutory.map(({ day }) => day), work: [], notice: '' },
    rev: table?.rev ?? null,
    hasShipped: shipped !== undefined,
    statutory,
    doubts: own ? calendarDoubts(own, statutory) : [],
    versions: (table?.versions ?? []).map(({ version, made, why, content }) => ({
      version,
      made,
      why,
      counts: content && { rest: content.rest.length, work: content.work.length },
    })),
  };
};

/** Every day of a stretch with what it is. */
export const viewDays = (reader: Reader, from: string, to: string): CalendarDay[] => {
  const calendar = calendarOf(reader);
  return daysOf(from, to).map((day) => ({
    day,
    ...calendar.facts(day),
    name: statutoryHolidayName(day) ?? null,
  }));
};

const changed = (year: number): AppError =>
  new AppError('conflict', `${String(year)} 年的节假日刚刚由别人改过，请刷新后再改。`);

const addVersion = (
  tx: Tx,
  year: number,
  rev: number | null,
  content: CalendarContent | null,
  why: string,
): void => {
  const table = tableOf(tx, year);
  if ((table?.rev ?? null) !== rev) throw changed(year);
  const versions = table?.versions ?? [];
  const version = {
    version: (versions.at(-1)?.version ?? 0) + 1,
    made: { at: instantOfMs(tx.now), by: tx.actor },
    why,
    content,
  };
  if (table) tx.replace(calendarYearCollection, { ...table, versions: [...versions, version] });
  else tx.insert(calendarYearCollection, { id: String(year), year, versions: [version] });
};

/**
 * Keeps a year's table as the school's own. Terms that run keep their days until somebody has them counted again.
 *
 * @throws AppError `invalid` for days that cannot be so, `conflict` when somebody else changed the year meanwhile.
 */
export const saveYear = async (
  { rev, why, ...given }: z.output<typeof saveCalendarInput>,
  context: CallContext,
): Promise<CalendarYearView> => {
  const [first, ...more] = calendarIssues(given);
  if (first) throw new AppError('invalid', first.message, { fields: [first, ...more] });
  const content = { ...given, rest: given.rest.toSorted(), work: given.work.toSorted() };
  await commit(context, (tx) => addVersion(tx, given.year, rev, content, why));
  return viewYear(context.store, given.year);
};

/** Takes the shipped table again. @throws AppError `illegal-step` when the school has none of its own. */
export const resetYear = async (
  { year, rev, why }: { year: number; rev: number; why: string },
  context: CallContext,
): Promise<CalendarYearView> => {
  await commit(context, (tx) => {
    if (!ownContent(tableOf(tx, year)))
      throw new AppError('illegal-step', `${String(year)} 年用的已经是随程序提供的安排。`);
    addVersion(tx, year, rev, null, why);
  });
  return viewYear(context.store, year);
};
