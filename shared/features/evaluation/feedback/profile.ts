import { percentOf } from './percent.ts';
import type { IndicatorContent } from '../indicators.ts';
import { indicatorOverall } from '../rules.ts';
import type { Cycle, GroupFigure } from '../schema.ts';

/** One indicator of a person, held against all who were evaluated. */
export interface IndicatorStanding {
  readonly indicatorId: string;
  readonly name: string;
  readonly dimension: string;
  /** Hundredths of a mark. */
  readonly points: number;
  readonly fullMarks: number;
  /** Own marks as a share of the full marks, in hundredths of a percent. */
  readonly share: number;
  /** The mean share of all; null where too few were evaluated to tell. */
  readonly mean: number | null;
}

export interface Profile {
  readonly standings: readonly IndicatorStanding[];
  /** At most three each, the clearest first. No indicator is in both. */
  readonly strengths: readonly IndicatorStanding[];
  readonly weak: readonly IndicatorStanding[];
}

const MOST = 3;

interface Person {
  readonly groups: readonly GroupFigure[];
}

const shareIn = (
  cycle: Pick<Cycle, 'groups'>,
  { groups }: Person,
  indicatorId: string,
  fullMarks: number,
): { points: number; share: number } | undefined => {
  const points = indicatorOverall(cycle.groups, groups, indicatorId);
  return points === undefined ? undefined : { points, share: percentOf(points, fullMarks) };
};

/**
 * Where a person stands out, and where there is something to improve: by how far an indicator lies from the mean of all
 * who were evaluated; with fewer of them than the minimum sample, from his own mean over all indicators, so that nothing
 * is told of others. Ties go by the order of the indicators.
 */
export const profileOf = (
  content: IndicatorContent,
  cycle: Pick<Cycle, 'groups' | 'minSample'>,
  own: Person,
  all: readonly Person[],
): Profile => {
  const standings = content.dimensions.flatMap((dimension) =>
    dimension.indicators.flatMap(({ id, name, fullMarks }): IndicatorStanding[] => {
      const mine = shareIn(cycle, own, id, fullMarks);
      if (!mine) return [];
      const shares = all.flatMap((person) => shareIn(cycle, person, id, fullMarks)?.share ?? []);
      const mean =
        shares.length >= cycle.minSample && shares.length > 1
          ? Math.round(shares.reduce((sum, share) => sum + share, 0) / shares.length)
          : null;
      return [{ indicatorId: id, name, dimension: dimension.name, ...mine, fullMarks, mean }];
    }),
  );
  const ownMean =
    standings.length === 0
      ? 0
      : Math.round(standings.reduce((sum, { share }) => sum + share, 0) / standings.length);
  const apart = ({ share, mean }: IndicatorStanding): number => share - (mean ?? ownMean);
  return {
    standings,
    strengths: standings
      .filter((one) => apart(one) > 0)
      .toSorted((a, b) => apart(b) - apart(a))
      .slice(0, MOST),
    weak: standings
      .filter((one) => apart(one) < 0)
      .toSorted((a, b) => apart(a) - apart(b))
      .slice(0, MOST),
  };
};
