import { addMonths } from '../../../shared/kernel/dates.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CaseSubject, PersonRef, SubjectKind } from '../../../shared/features/cases/people.ts';
import { classLabel, gradeOn } from '../../../shared/features/organisation/grades.ts';
import type { PostKind, Pupil } from '../../../shared/features/organisation/schema.ts';
import { pupilBandOf } from '../../../shared/law/vocabulary.ts';
import type { Reader } from '../../store/types.ts';
import {
  classCollection,
  departmentCollection,
  placeOf,
  postCollection,
  pupilCollection,
  requireStaff,
} from '../organisation/index.ts';

/** A person of the staff by name. @throws AppError `not-found`. */
export const personRef = (reader: Reader, id: string): PersonRef => ({
  id,
  name: requireStaff(reader, id).name,
});

/** Kinds of the posts that a person holds on a day; none after the last day at the school. @throws AppError `not-found`. */
export const postKindsOf = (reader: Reader, id: string, day: string): PostKind[] => {
  const { holdings, leftOn } = requireStaff(reader, id);
  if (leftOn !== null && leftOn < day) return [];
  return holdings
    .filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn))
    .flatMap(({ postId }) => reader.get(postCollection, postId)?.kind ?? []);
};

/** Each person once, in the order given. */
export const personRefs = (reader: Reader, ids: readonly string[]): PersonRef[] =>
  [...new Set(ids)].map((id) => personRef(reader, id));

const YEARS_OF_AGE = 18;

const isMinor = ({ bornOn }: Pick<Pupil, 'bornOn'>, day: string): boolean =>
  bornOn === null || addMonths(bornOn, YEARS_OF_AGE * 12) > day;

const staffSubject = (reader: Reader, id: string, day: string): CaseSubject => {
  const staff = requireStaff(reader, id);
  return {
    personId: id,
    kind: 'staff',
    number: staff.number,
    name: staff.name,
    ...placeOf(reader, staff, day),
    postGrade: staff.postGrade,
    employment: staff.employment,
    band: null,
    minor: false,
    guardian: null,
  };
};

const pupilSubject = (reader: Reader, id: string, day: string): CaseSubject => {
  const pupil = reader.require(pupilCollection, id, '学生');
  const entry = reader.require(classCollection, pupil.classId, '班级');
  const grade = gradeOn(entry, day);
  if (grade > 12) throw new AppError('invalid', `${pupil.name}在发生之日已经毕业，不能作为当事人。`);
  const [guardian] = pupil.guardians;
  return {
    personId: id,
    kind: 'pupil',
    number: pupil.number,
    name: pupil.name,
    department: classLabel(entry, day),
    post: '',
    postGrade: '',
    employment: null,
    managerial: false,
    band: pupilBandOf(grade),
    minor: isMinor(pupil, day),
    guardian: guardian ? { ...guardian } : null,
  };
};

const departmentSubject = (reader: Reader, id: string): CaseSubject => {
  const department = reader.require(departmentCollection, id, '部门');
  return {
    personId: id,
    kind: 'department',
    number: '',
    name: department.name,
    department: department.name,
    post: '',
    postGrade: '',
    employment: null,
    managerial: false,
    band: null,
    minor: false,
    guardian: null,
  };
};

/** Somebody with what the papers say of him or her: as it was on the day of the matter. @throws AppError `not-found`. */
export const subjectOf = (
  reader: Reader,
  { kind, id }: { readonly kind: SubjectKind; readonly id: string },
  day: string,
): CaseSubject => {
  switch (kind) {
    case 'staff':
      return staffSubject(reader, id, day);
    case 'pupil':
      return pupilSubject(reader, id, day);
    case 'department':
      return departmentSubject(reader, id);
  }
};
