import type { Assignment, Rater, RaterGroup, Subject, subjectSourceOf } from '../schema.ts';
import { drawFrom, shuffled } from './draw.ts';

/** What binds a member of staff to a class: a course that he teaches there, or null for its head teacher. */
export interface ClassTie {
  readonly classId: string;
  readonly courseId: string | null;
}

/** The school as the rules go by it. */
export interface School {
  /** Which records of the organisation the subjects are. */
  readonly source: ReturnType<typeof subjectSourceOf>;
  readonly departmentsOf: (staffId: string) => readonly string[];
  readonly classesOf: (staffId: string) => readonly ClassTie[];
}

type Rated = Pick<Subject, 'id' | 'departmentIds' | 'classIds'>;

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const mayRate = (rater: Rater, subject: Rated): boolean =>
  rater.withdrawn === null && rater.staffId !== subject.id;

/**
 * Draws raters for every subject in turn, always those who have fewest so far, so that nobody gets many more than
 * another. The draw goes by ids: in which order people stand in the lists changes nothing.
 */
const drawn = (
  raters: readonly Rater[],
  subjects: readonly Rated[],
  departmentsOf: School['departmentsOf'],
  { perSubject, sameDepartment, seed }: Extract<Assignment, { kind: 'random' }>,
): ReadonlyMap<string, string[]> => {
  const draw = drawFrom(seed);
  const given = new Map<string, string[]>(raters.map(({ id }) => [id, []]));
  for (const subject of shuffled(byId(subjects), draw)) {
    const pool = shuffled(byId(raters), draw).filter(
      (rater) =>
        mayRate(rater, subject) &&
        (!sameDepartment ||
          (rater.staffId !== null && shares(departmentsOf(rater.staffId), subject.departmentIds))),
    );
    const load = ({ id }: Rater): number => given.get(id)?.length ?? 0;
    for (const { id } of pool.toSorted((a, b) => load(a) - load(b)).slice(0, perSubject))
      given.get(id)?.push(subject.id);
  }
  return given;
};

type ByClass = Extract<Assignment, { kind: 'class' }>;

const isMeant = ({ teachers, courseId }: ByClass, tie: ClassTie): boolean => {
  switch (teachers) {
    case 'all':
      return true;
    case 'head':
      return tie.courseId === null;
    case 'course':
      return tie.courseId !== null && tie.courseId === courseId;
  }
};

/**
 * Who rates whom by class. Which teachers are meant narrows those who are rated where teachers are, and otherwise the
 * teachers who rate.
 */
const byClass = (rule: ByClass, { source, classesOf }: School) => {
  const narrowed = (staffId: string): string[] =>
    classesOf(staffId)
      .filter((tie) => isMeant(rule, tie))
      .map(({ classId }) => classId);
  const speaksFor = ({ classId, staffId }: Rater): string[] => {
    if (classId !== null) return [classId];
    if (staffId === null) return [];
    return source === 'staff' ? classesOf(staffId).map((tie) => tie.classId) : narrowed(staffId);
  };
  const concerns = ({ id, classIds }: Rated): readonly string[] =>
    source === 'staff' ? narrowed(id) : [id, ...classIds];
  return { speaksFor, concerns };
};

/** Whom each rater rates by the group's rule: `null` for everybody but himself. Lists keep the order of the subjects. */
export const assign = (
  group: Pick<RaterGroup, 'raters' | 'assignment'>,
  subjects: readonly Rated[],
  school: School,
): Rater[] => {
  const { raters, assignment } = group;
  const { departmentsOf } = school;
  const given = (rater: Rater, fits: (subject: Rated) => boolean): Rater => ({
    ...rater,
    subjectIds: subjects.filter((subject) => mayRate(rater, subject) && fits(subject)).map(({ id }) => id),
  });
  switch (assignment.kind) {
    case 'all':
      return raters.map((rater) => ({ ...rater, subjectIds: null }));
    case 'manual':
      return raters.map((rater) =>
        given(rater, ({ id }) => rater.subjectIds === null || rater.subjectIds.includes(id)),
      );
    case 'department':
      return raters.map((rater) => {
        const own = rater.staffId === null ? [] : departmentsOf(rater.staffId);
        return given(rater, ({ departmentIds }) => shares(own, departmentIds));
      });
    case 'class': {
      const { speaksFor, concerns } = byClass(assignment, school);
      const classesOf = new Map(subjects.map((subject) => [subject.id, concerns(subject)]));
      return raters.map((rater) => {
        const own = speaksFor(rater);
        return given(rater, ({ id }) => shares(own, classesOf.get(id) ?? []));
      });
    }
    case 'random': {
      const lists = drawn(raters, subjects, departmentsOf, assignment);
      return raters.map((rater) => given(rater, ({ id }) => lists.get(rater.id)?.includes(id) === true));
    }
  }
};
