import type { SchoolYearTable } from '../../../shared/features/calendar/schema.ts';
import { createCalendar, standardCalendar, type WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader } from '../../store/types.ts';
import { calendarYearCollection } from './collections.ts';

/** Records are frozen and shared, so that the same records mean the same calendar. */
let last: { readonly tables: readonly SchoolYearTable[]; readonly calendar: WorkCalendar } | undefined;

const isSame = (a: readonly SchoolYearTable[], b: readonly SchoolYearTable[]): boolean =>
  a.length === b.length && a.every((table, at) => table === b[at]);

/**
 * The school's calendar of working days: its own tables before those that are shipped. Cheap to ask for in every
 * call; inside a transaction it knows what the transaction has changed.
 */
export const calendarOf = (reader: Reader): WorkCalendar => {
  const tables = reader.all(calendarYearCollection);
  if (tables.length === 0) return standardCalendar;
  if (last && isSame(last.tables, tables)) return last.calendar;
  const own = tables.flatMap(({ versions }) => versions.at(-1)?.content ?? []);
  const calendar = own.length === 0 ? standardCalendar : createCalendar(own);
  last = { tables: [...tables], calendar };
  return calendar;
};
