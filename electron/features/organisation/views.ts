import {
  classLabel,
  gradeOn,
  schoolYearLabel,
  schoolYearOf,
} from '../../../shared/features/organisation/grades.ts';

import type {
  Department,
  Post,
  Pupil,
  SchoolClass,
  SchoolYear,
  Staff,
} from '../../../shared/features/organisation/schema.ts';
import type {
  ClassView,
  DepartmentView,
  PostView,
  PupilRow,
  PupilView,
  SchoolYearView,
  StaffRow,
  StaffView,
} from '../../../shared/features/organisation/views.ts';
import type { Reader } from '../../store/types.ts';
import {
  classCollection,
  departmentCollection,
  postCollection,
  pupilCollection,
  staffCollection,
} from './collections.ts';
import { placeOf } from './readers.ts';
import { coversDay, spansOn } from '../../../shared/kernel/span.ts';

/** True on the last day at the school and before. */
const isPresent = (leftOn: string | null, today: string): boolean => leftOn === null || today <= leftOn;

export const schoolYearView = (year: SchoolYear, today: string): SchoolYearView => ({
  ...year,
  label: schoolYearLabel(year.startYear),
  current: schoolYearOf(today) === year.startYear,
});

const holdersOf = (reader: Reader, index: 'department' | 'post', id: string, today: string): number =>
  reader
    .by(staffCollection, index, id)
    .filter(({ holdings }) =>
      holdings.some(
        (holding) =>
          (index === 'post' ? holding.postId : holding.departmentId) === id && coversDay(holding, today),
      ),
    ).length;

export const departmentView = (reader: Reader, department: Department, today: string): DepartmentView => ({
  ...department,
  staffCount: holdersOf(reader, 'department', department.id, today),
});

export const postView = (reader: Reader, post: Post, today: string): PostView => ({
  ...post,
  holders: holdersOf(reader, 'post', post.id, today),
});

export const staffRow = (reader: Reader, staff: Staff, today: string): StaffRow => {
  const { department, post } = placeOf(reader, staff, today);
  return {
    id: staff.id,
    rev: staff.rev,
    number: staff.number,
    name: staff.name,
    gender: staff.gender,
    employment: staff.employment,
    department,
    post,
    departmentIds: [...new Set(spansOn(staff.holdings, today).map(({ departmentId }) => departmentId))],
    title: staff.title,
    phone: staff.phone,
    joinedOn: staff.joinedOn,
    leftOn: staff.leftOn,
    present: isPresent(staff.leftOn, today),
  };
};

export const staffView = (reader: Reader, staff: Staff, today: string): StaffView => ({
  record: staff,
  ...placeOf(reader, staff, today),
  holdings: staff.holdings.map((holding) => ({
    ...holding,
    post: reader.get(postCollection, holding.postId)?.name ?? '',
    department: reader.get(departmentCollection, holding.departmentId)?.name ?? '',
    current: coversDay(holding, today),
  })),
  classes: reader
    .by(classCollection, 'headTeacher', staff.id)
    .filter(({ graduatedOn }) => isPresent(graduatedOn, today))
    .map((led) => ({ id: led.id, label: classLabel(led, today) })),
});

export const classView = (reader: Reader, held: SchoolClass, today: string): ClassView => ({
  ...held,
  label: classLabel(held, today),
  grade: gradeOn(held, today),
  headTeacher:
    held.headTeacherId === null ? '' : (reader.get(staffCollection, held.headTeacherId)?.name ?? ''),
  pupilCount: reader.by(pupilCollection, 'class', held.id).filter(({ leftOn }) => isPresent(leftOn, today))
    .length,
});

const classOf = (reader: Reader, pupil: Pupil, today: string): string => {
  const held = reader.get(classCollection, pupil.classId);
  return held ? classLabel(held, today) : '';
};

export const pupilRow = (reader: Reader, pupil: Pupil, today: string): PupilRow => ({
  id: pupil.id,
  rev: pupil.rev,
  number: pupil.number,
  name: pupil.name,
  gender: pupil.gender,
  classId: pupil.classId,
  class: classOf(reader, pupil, today),
  guardians: pupil.guardians.map(({ name, relation }) => `${name}（${relation}）`).join('、'),
  leftOn: pupil.leftOn,
  present: isPresent(pupil.leftOn, today),
});

export const pupilView = (reader: Reader, pupil: Pupil, today: string): PupilView => ({
  record: pupil,
  class: classOf(reader, pupil, today),
});
