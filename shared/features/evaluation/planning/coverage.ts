import { raterIdsFor, rates } from '../rating.ts';
import type { RaterGroup, Subject } from '../schema.ts';

/** How a group's raters cover the subjects: who has too few, and who has nobody to rate. */
export interface Coverage {
  /** Raters of each subject, withdrawn ones left out, in the order of the subjects. */
  readonly perSubject: readonly { readonly subject: Subject; readonly raters: number }[];
  readonly idle: readonly { readonly id: string; readonly name: string }[];
}

export const coverageOf = (group: RaterGroup, subjects: readonly Subject[]): Coverage => {
  const gone = new Set(group.raters.filter(({ withdrawn }) => withdrawn !== null).map(({ id }) => id));
  return {
    perSubject: subjects.map((subject) => ({
      subject,
      raters: raterIdsFor(group, subject.id).filter((id) => !gone.has(id)).length,
    })),
    idle: group.raters.filter(
      (rater) => rater.withdrawn === null && !subjects.some(({ id }) => rates(rater, id)),
    ),
  };
};
