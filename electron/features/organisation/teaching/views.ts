import { classLabel, gradeOn, schoolYearOf } from '../../../../shared/features/organisation/grades.ts';

import type { Course, Teaching } from '../../../../shared/features/organisation/teaching/schema.ts';
import type {
  CourseView,
  TeachingTable,
  TeachingView,
} from '../../../../shared/features/organisation/teaching/views.ts';
import type { SchoolClass, Staff } from '../../../../shared/features/organisation/schema.ts';
import type { Reader } from '../../../store/types.ts';
import { classCollection, staffCollection } from '../collections.ts';
import { placeOf } from '../readers.ts';
import { courseCollection, teachingCollection } from './collections.ts';
import { allCourses } from './readers.ts';
import { coversDay } from '../../../../shared/kernel/span.ts';

export const courseView = (reader: Reader, course: Course, today: string): CourseView => ({
  ...course,
  classCount: new Set(
    reader
      .by(teachingCollection, 'course', course.id)
      .filter((teaching) => coversDay(teaching, today))
      .map(({ classId }) => classId),
  ).size,
});

export const courseList = (reader: Reader, today: string): { courses: CourseView[] } => ({
  courses: allCourses(reader).map((course) => courseView(reader, course, today)),
});

/** Classes are named as of `today`, so that a list of many years says what they are called now. */
export const teachingView = (reader: Reader, teaching: Teaching, today: string): TeachingView => {
  const staff = reader.get(staffCollection, teaching.staffId);
  const held = reader.get(classCollection, teaching.classId);
  return {
    ...teaching,
    teacher: staff?.name ?? '',
    number: staff?.number ?? '',
    class: held ? classLabel(held, today) : '',
    course: reader.get(courseCollection, teaching.courseId)?.name ?? '',
    current: coversDay(teaching, today),
  };
};

/** The classes that are at the school on a day, in the order of grades. */
export const classesOn = (reader: Reader, day: string): SchoolClass[] =>
  reader
    .all(classCollection)
    .filter(
      ({ entryYear, graduatedOn }) =>
        entryYear <= schoolYearOf(day) && (graduatedOn === null || day <= graduatedOn),
    )
    .sort((a, b) => gradeOn(a, day) - gradeOn(b, day) || a.ordinal - b.ordinal || a.entryYear - b.entryYear);

/** Who is at the school on a day, by number. */
export const staffOn = (reader: Reader, day: string): Staff[] =>
  reader
    .all(staffCollection)
    .filter(({ leftOn }) => leftOn === null || day <= leftOn)
    .sort((a, b) => (a.number < b.number ? -1 : 1));

export const teachingTable = (reader: Reader, day: string): TeachingTable => {
  const classes = classesOn(reader, day);
  const present = new Set(classes.map(({ id }) => id));
  const cells = new Map<string, TeachingTable['cells'][number]>();
  const teaching = reader
    .all(teachingCollection)
    .filter((one) => coversDay(one, day) && present.has(one.classId))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  for (const { classId, courseId, staffId } of teaching) {
    const key = `${classId} ${courseId}`;
    const cell = cells.get(key) ?? { classId, courseId, staffIds: [] };
    cells.set(key, { ...cell, staffIds: [...cell.staffIds, staffId] });
  }
  const taught = new Set(teaching.map(({ courseId }) => courseId));
  return {
    day,
    classes: classes.map((held) => ({
      id: held.id,
      label: classLabel(held, day),
      grade: gradeOn(held, day),
      headTeacher:
        held.headTeacherId === null ? '' : (reader.get(staffCollection, held.headTeacherId)?.name ?? ''),
    })),
    courses: allCourses(reader)
      .filter(({ id, closedOn }) => closedOn === null || day <= closedOn || taught.has(id))
      .map(({ id, name }) => ({ id, name })),
    staff: staffOn(reader, day).map((staff) => ({
      id: staff.id,
      number: staff.number,
      name: staff.name,
      about: [staff.number, placeOf(reader, staff, day).post].filter((part) => part !== '').join(' · '),
    })),
    cells: [...cells.values()],
  };
};
