import type { Course, Teaching } from '../../../../shared/features/organisation/teaching/schema.ts';
import type { Reader } from '../../../store/types.ts';
import { courseCollection, teachingCollection } from './collections.ts';
import { coversDay, spansMeet } from '../../../../shared/kernel/span.ts';

/** The courses in the school's own order, closed ones among them. */
export const allCourses = (reader: Reader): Course[] =>
  [...reader.all(courseCollection)].sort(
    (a, b) => a.order - b.order || a.name.localeCompare(b.name, 'zh-CN'),
  );

/** Those that are taught on a day. */
export const coursesOn = (reader: Reader, day: string): Course[] =>
  allCourses(reader).filter(({ closedOn }) => closedOn === null || day <= closedOn);

/** What a member of staff teaches on a day. */
export const teachingsOn = (reader: Reader, staffId: string, day: string): Teaching[] =>
  reader.by(teachingCollection, 'staff', staffId).filter((teaching) => coversDay(teaching, day));

/** What a member of staff taught on some day of a period; both ends belong to it. */
export const teachingsWithin = (
  reader: Reader,
  staffId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Teaching[] =>
  reader
    .by(teachingCollection, 'staff', staffId)
    .filter((teaching) => spansMeet(teaching, { startsOn: from, endsOn: to }));

/** What is taught in a class on a day, and by whom. */
export const classTeachingsOn = (reader: Reader, classId: string, day: string): Teaching[] =>
  reader.by(teachingCollection, 'class', classId).filter((teaching) => coversDay(teaching, day));
