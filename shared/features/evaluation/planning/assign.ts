import type { Assignment, Rater, RaterGroup, Subject } from '../schema.ts';
import { drawFrom, shuffled } from './draw.ts';

/** In which departments the members of staff are, by id: what the rules go by for raters. */
export type DepartmentsOf = (staffId: string) => readonly string[];

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
  departmentsOf: DepartmentsOf,
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

/** Whom each rater rates by the group's rule: `null` for everybody but himself. Lists keep the order of the subjects. */
export const assign = (
  group: Pick<RaterGroup, 'raters' | 'assignment'>,
  subjects: readonly Rated[],
  departmentsOf: DepartmentsOf,
): Rater[] => {
  const { raters, assignment } = group;
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
    case 'class':
      return raters.map((rater) =>
        given(
          rater,
          ({ id, classIds }) => rater.classId !== null && [id, ...classIds].includes(rater.classId),
        ),
      );
    case 'random': {
      const lists = drawn(raters, subjects, departmentsOf, assignment);
      return raters.map((rater) => given(rater, ({ id }) => lists.get(rater.id)?.includes(id) === true));
    }
  }
};
