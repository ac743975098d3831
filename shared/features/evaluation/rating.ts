import type { Dimension, IndicatorContent } from './indicators.ts';
import type { Cycle, Rater, RaterGroup } from './schema.ts';
import type { Score } from './scores.ts';

/** A sheet as the rules need it. In an anonymous group `raterId` is a token that names nobody. */
export interface SheetScores {
  readonly groupId: string;
  readonly raterId: string;
  readonly subjectId: string;
  readonly scores: Readonly<Record<string, Score>>;
}

/** What of a cycle decides the figures. */
export type CycleRules = Pick<Cycle, 'groups' | 'whenAbsent' | 'standardise' | 'rankWithin' | 'sealed'>;

/** Points of formula indicators in hundredths: by subject, then by indicator. No entry: the data are missing. */
export type DataPoints = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What still stands between a subject and his result. */
export type Missing =
  /** A rater owes scores. `all`: he has not begun. */
  | {
      readonly kind: 'scores';
      readonly groupId: string;
      readonly raterId: string;
      readonly all: boolean;
      readonly indicatorIds: readonly string[];
    }
  /** So many sheets of an anonymous group are open or unfinished: whose, nobody may know. */
  | { readonly kind: 'ballots'; readonly groupId: string; readonly owed: number }
  /** No data for these formula indicators. */
  | { readonly kind: 'data'; readonly groupId: string; readonly indicatorIds: readonly string[] }
  /** Fewer finished sheets than the group has to have. */
  | {
      readonly kind: 'raters';
      readonly groupId: string;
      readonly finished: number;
      readonly needed: number;
    };

/** The dimensions that a group rates, in the order of the system. */
export const dimensionsOf = (content: IndicatorContent, group: RaterGroup): Dimension[] => {
  const { dimensionIds } = group;
  return dimensionIds === null
    ? content.dimensions
    : content.dimensions.filter(({ id }) => dimensionIds.includes(id));
};

/** True when the rater was given this subject; without a list he rates everybody but himself. */
export const rates = (rater: Rater, subjectId: string): boolean =>
  rater.subjectIds === null ? rater.staffId !== subjectId : rater.subjectIds.includes(subjectId);

/** Who has to fill in a sheet about this subject in this group. */
export const raterIdsFor = (group: RaterGroup, subjectId: string): string[] => {
  if (group.kind === 'self') return [subjectId];
  if (group.kind === 'data') return [];
  return group.raters.filter((rater) => rates(rater, subjectId)).map(({ id }) => id);
};
