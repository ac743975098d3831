import type { SubjectKind } from '../../../shared/features/evaluation/indicators.ts';
import { subjectSourceOf, type Subject } from '../../../shared/features/evaluation/schema.ts';
import { entryLabel, schoolYearLabel } from '../../../shared/features/organisation/grades.ts';
import type { PostKind, Staff } from '../../../shared/features/organisation/schema.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import {
  classCollection,
  departmentCollection,
  placeOf,
  postCollection,
  pupilCollection,
  readSchool,
  schoolYearCollection,
  staffCollection,
} from '../organisation/index.ts';

const postKindsOf = (kind: SubjectKind): readonly PostKind[] => {
  switch (kind) {
    case 'leader':
      return ['leader'];
    case 'middle':
      return ['middle'];
    case 'teacher':
      return ['teacher'];
    case 'support':
      return ['support', 'logistics'];
    case 'pupil':
    case 'class':
    case 'department':
    case 'school':
    case 'family':
      return [];
  }
};

const plain = (id: string, number: string, name: string, department = ''): Subject => ({
  id,
  number,
  name,
  department,
  post: '',
  departmentIds: [],
  classIds: [],
});

const here = (leftOn: string | null, day: string): boolean => leftOn === null || leftOn >= day;

const staffSubject = (reader: Reader, staff: Staff, day: string): Subject => {
  const { department, post } = placeOf(reader, staff, day);
  const current = staff.holdings.filter(({ startsOn, endsOn }) => startsOn <= day && here(endsOn, day));
  return {
    id: staff.id,
    number: staff.number,
    name: staff.name,
    department,
    post,
    departmentIds: [...new Set(current.map(({ departmentId }) => departmentId))],
    classIds: reader
      .all(classCollection)
      .filter(({ headTeacherId, graduatedOn }) => headTeacherId === staff.id && here(graduatedOn, day))
      .map(({ id }) => id),
  };
};

const staffCandidates = (reader: Reader, kind: SubjectKind, day: string): Subject[] => {
  const kinds = postKindsOf(kind);
  return reader.all(staffCollection).flatMap((staff) => {
    if (!here(staff.leftOn, day)) return [];
    const ofKind = staff.holdings.some(({ postId, startsOn, endsOn }) => {
      const post = reader.get(postCollection, postId);
      return post && kinds.includes(post.kind) && startsOn <= day && here(endsOn, day);
    });
    return ofKind ? [staffSubject(reader, staff, day)] : [];
  });
};

/** Everybody of a kind on a day, ordered by number and name. */
export const candidatesOf = (reader: Reader, kind: SubjectKind, day: string): Subject[] => {
  const found = ((): Subject[] => {
    switch (subjectSourceOf(kind)) {
      case 'staff':
        return staffCandidates(reader, kind, day);
      case 'pupils':
        return reader.all(pupilCollection).flatMap(({ id, number, name, classId, leftOn }) => {
          const of = reader.get(classCollection, classId);
          return here(leftOn, day)
            ? [{ ...plain(id, number, name, of ? entryLabel(of) : ''), classIds: of ? [of.id] : [] }]
            : [];
        });
      case 'classes':
        return reader
          .all(classCollection)
          .filter(({ graduatedOn }) => here(graduatedOn, day))
          .map((one) => ({ ...plain(one.id, '', entryLabel(one)), classIds: [one.id] }));
      case 'departments':
        return reader
          .all(departmentCollection)
          .filter(({ closedOn }) => here(closedOn, day))
          .map(({ id, name }) => ({ ...plain(id, '', name), departmentIds: [id] }));
      case 'school': {
        const school = readSchool(reader);
        return [plain(school.id, '', school.name)];
      }
    }
  })();
  return found.sort(
    (a, b) => a.number.localeCompare(b.number, 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN'),
  );
};

export type SubjectChoice =
  | { readonly by: 'ids'; readonly ids: readonly string[] }
  | { readonly by: 'kind'; readonly departmentIds: readonly string[] | null };

/**
 * The subjects that a choice means, with name and place as of `day`.
 *
 * @throws AppError `invalid` when somebody named is not of this kind, or a department has nobody of it.
 */
export const chooseSubjects = (
  reader: Reader,
  kind: SubjectKind,
  choice: SubjectChoice,
  day: string,
): Subject[] => {
  const candidates = candidatesOf(reader, kind, day);
  if (choice.by === 'kind') {
    const { departmentIds } = choice;
    const chosen = candidates.filter(
      (candidate) =>
        departmentIds === null || candidate.departmentIds.some((id) => departmentIds.includes(id)),
    );
    if (chosen.length === 0) throw new AppError('invalid', '所选范围里没有这类考核对象，请另选部门。');
    return chosen;
  }
  const wanted = new Set(choice.ids);
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  // A member of staff may be chosen whatever his post: somebody acting for a head of department is assessed as one.
  const chosen = [...wanted].map((id): Subject => {
    const candidate = known.get(id);
    if (candidate) return candidate;
    const staff = subjectSourceOf(kind) === 'staff' ? reader.get(staffCollection, id) : undefined;
    if (!staff) throw new AppError('invalid', '所选对象里有不存在的或不属于这一类的，请刷新后重新选择。');
    return staffSubject(reader, staff, day);
  });
  return chosen;
};

/** 学年 and term in words; blank for a cycle that is bound to none. */
export const periodOf = (reader: Reader, schoolYearId: string | null, term: number | null): string => {
  const year = schoolYearId === null ? undefined : reader.get(schoolYearCollection, schoolYearId);
  if (!year) return '';
  const years = schoolYearLabel(year.startYear);
  const name = term === null ? undefined : year.terms[term]?.name;
  return name === undefined ? years : `${years}${name}`;
};
