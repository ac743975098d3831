import type { Cycle } from '../schema.ts';

/** Somebody who had a hand in a result, and in what. */
export interface Involved {
  readonly staffId: string | null;
  readonly name: string;
  readonly how: string;
}

/** Who rated a subject, as the cycle has it: raters withdrawn without counting are left out. */
export const ratersOf = (
  { groups }: Pick<Cycle, 'groups'>,
  subjectId: string,
  staffOf: (userId: string) => string | null,
): Involved[] =>
  groups.flatMap(({ name: group, raters }) =>
    raters
      .filter(
        ({ subjectIds, withdrawn }) =>
          (subjectIds === null || subjectIds.includes(subjectId)) &&
          (withdrawn === null || withdrawn.counted),
      )
      .map(({ staffId, userId, name }) => ({
        staffId: staffId ?? (userId === null ? null : staffOf(userId)),
        name,
        how: `在“${group}”里评过分`,
      })),
  );

/**
 * Why somebody cannot review; blank when nothing speaks against it. Where only a name is known of whoever had a hand in
 * it, the same name is enough: one reviewer fewer is a small loss, a judge in his own cause a great one.
 */
export const whyNotReviewer = (
  person: { readonly id: string; readonly name: string },
  subjectId: string,
  involved: readonly Involved[],
): string => {
  if (person.id === subjectId) return '是考核对象本人';
  return (
    involved.find(({ staffId, name }) => (staffId === null ? name === person.name : staffId === person.id))
      ?.how ?? ''
  );
};
