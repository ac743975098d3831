import {
  teachingKey,
  type TeachingTable,
} from '../../../../shared/features/evaluation/data/exam-teaching.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { Reader } from '../../../store/types.ts';
import {
  classCollection,
  classTeachingsOn,
  courseCollection,
  staffCollection,
} from '../../organisation/index.ts';

/**
 * Who teaches what by the school's own teaching assignments, on the last day of the cycle or today, whichever is earlier.
 * Undefined: the school keeps none.
 */
export const schoolTeaching = (
  reader: Reader,
  { endsOn }: Cycle,
  today: string,
): TeachingTable | undefined => {
  const day = endsOn < today ? endsOn : today;
  const found = new Map<string, { number: string; name: string }[]>();
  for (const { id } of reader.all(classCollection))
    for (const { staffId, courseId } of classTeachingsOn(reader, id, day)) {
      const [course, staff] = [reader.get(courseCollection, courseId), reader.get(staffCollection, staffId)];
      if (!course || !staff) continue;
      const key = teachingKey(id, course.name);
      found.set(key, [...(found.get(key) ?? []), { number: staff.number, name: '' }]);
    }
  if (found.size === 0) return undefined;
  return {
    // Whose the marks are that two earned together, nobody can tell from here.
    teachers: new Map([...found].flatMap(([key, [only, second]]) => (only && !second ? [[key, only]] : []))),
    problems: [],
    lacking: (className, course) =>
      `任课安排里没有${className}${course}的任课教师，或者不止一人；请登记任课，或者附上任课表`,
    from: `“机构与人员”里${formatDay(day)}的任课安排`,
  };
};
