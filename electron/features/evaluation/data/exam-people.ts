import {
  shareOfDepartment,
  type DepartmentShare,
} from '../../../../shared/features/evaluation/data/exam-courses.ts';
import type { ExamPeople } from '../../../../shared/features/evaluation/data/exam-people.ts';
import { registerOf, type Candidate } from '../../../../shared/features/evaluation/data/import-match.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { subjectSourceOf } from '../../../../shared/features/evaluation/schema.ts';
import { chineseNumber, classLabel, gradeOn } from '../../../../shared/features/organisation/grades.ts';
import type { Reader } from '../../../store/types.ts';
import { classCollection, placeOf, pupilCollection, staffCollection } from '../../organisation/index.ts';
import { classNames } from './candidates.ts';

/** The departments of a cycle that answer for marks, each with which. */
export interface SharedDepartment {
  readonly subjectId: string;
  readonly name: string;
  readonly share: DepartmentShare;
}

/** Which marks the departments among the subjects answer for, by their names. */
export const departmentShares = ({ kind, subjects }: Cycle): SharedDepartment[] =>
  subjectSourceOf(kind) === 'departments'
    ? subjects.flatMap(({ id, name }) => {
        const share = shareOfDepartment(name);
        return share ? [{ subjectId: id, name, share }] : [];
      })
    : [];

const gradeName = (grade: number): string =>
  grade >= 10 ? `高${chineseNumber(grade - 9)}` : `${chineseNumber(grade)}年级`;

/** Which marks they are, in words: 七年级各学科. */
export const shareWords = ({ grades, courses }: DepartmentShare): string =>
  `${grades === null ? '各年级' : grades.map(gradeName).join('、')}${courses === null ? '各学科' : courses.join('、')}的成绩`;

const here = (leftOn: string | null, day: string): boolean => leftOn === null || leftOn >= day;

/** Everybody whom a table of marks may name: all of the school, not the subjects alone. */
export const examPeople = (reader: Reader, cycle: Cycle, today: string): ExamPeople => {
  const subjects = new Set(cycle.subjects.map(({ id }) => id));
  const classes = reader.all(classCollection);
  const classById = new Map(classes.map((held) => [held.id, held]));
  const pupils = reader
    .all(pupilCollection)
    .filter(({ id, leftOn }) => here(leftOn, today) || subjects.has(id));
  const classOfPupil = new Map(pupils.map(({ id, classId }) => [id, classId]));
  const shares = departmentShares(cycle);
  return {
    kind: cycle.kind,
    subjects,
    staff: registerOf(
      reader
        .all(staffCollection)
        .filter(({ id, leftOn }) => here(leftOn, today) || subjects.has(id))
        .map((staff): Candidate => {
          const { department, post } = placeOf(reader, staff, today);
          const place = [department, post].filter((part) => part !== '').join(' ');
          return { id: staff.id, number: staff.number, name: staff.name, place, aliases: [] };
        }),
    ),
    classes: registerOf(
      classes
        .filter(({ id, graduatedOn }) => here(graduatedOn, today) || subjects.has(id))
        .map((held) => ({
          id: held.id,
          number: '',
          name: classLabel(held, today),
          place: '',
          aliases: classNames(held, today),
        })),
    ),
    pupils: registerOf(
      pupils.map(({ id, number, name, classId }) => {
        const held = classById.get(classId);
        return { id, number, name, place: held ? classLabel(held, today) : '', aliases: [] };
      }),
    ),
    classOfPupil: (id) => classOfPupil.get(id),
    gradeOfClass: (id) => {
      const held = classById.get(id);
      return held && gradeOn(held, today);
    },
    byGrade: shares.some(({ share }) => share.grades !== null),
    departmentsOf: (grade, course) =>
      shares
        .filter(
          ({ share: { grades, courses } }) =>
            (grades === null || (grade !== undefined && grades.includes(grade))) &&
            (courses === null || courses.includes(course)),
        )
        .map(({ subjectId }) => subjectId),
    schoolId: cycle.subjects[0]?.id ?? '',
  };
};
