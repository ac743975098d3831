import { raterKindLabels, type Rater, type RaterGroup, type RaterKind } from './schema.ts';

/** A rater to begin with: rates everybody but himself, to the last day of the cycle. */
export const freshRater = (
  given: Pick<Rater, 'id' | 'name' | 'userId'> & Partial<Pick<Rater, 'staffId' | 'classId'>>,
): Rater => ({
  staffId: null,
  classId: null,
  subjectIds: null,
  extendedTo: null,
  withdrawn: null,
  ...given,
});

/** Those who rate each other or from below speak freely only when nobody learns who said what. */
const anonymousByNature: ReadonlySet<RaterKind> = new Set(['peer', 'pupil', 'parent']);

/** A rater group to begin with, named after its kind and still without raters. */
export const freshGroup = (id: string, kind: RaterKind, weight: number): RaterGroup => ({
  id,
  kind,
  name: raterKindLabels[kind],
  weight,
  dimensionIds: null,
  raters: [],
  anonymous: anonymousByNature.has(kind),
  minRaters: 1,
  trim: null,
  assignment: { kind: 'all' },
});
