import { percentOf } from '../feedback/percent.ts';
import type { IndicatorContent } from '../indicators.ts';
import { weightedMean } from '../results/arithmetic.ts';
import { indicatorOverall } from '../rules.ts';
import type { Figures, RaterGroup } from '../schema.ts';

/** The result of one subject in one year, with what it was reckoned by. */
export interface YearResult {
  readonly content: IndicatorContent;
  readonly groups: readonly RaterGroup[];
  readonly figures: Pick<Figures, 'groups' | 'total'>;
}

/** A dimension or an indicator now and the year before, both out of 100 in hundredths; null where it was not there. */
export interface YearRow {
  readonly key: string;
  /** Blank for a dimension, otherwise the dimension that the indicator belongs to. */
  readonly within: string;
  readonly name: string;
  readonly now: number | null;
  readonly before: number | null;
}

/** Names as they are compared: an indicator is the same one whatever blanks and brackets its name gained. */
const same = (name: string): string => name.replace(/[\s（）()“”"、，,]/gu, '');

/** The mean of a dimension over the groups that rated it, by their weights; null when none did. */
export const dimensionOverall = (
  groups: readonly RaterGroup[],
  figures: Pick<Figures, 'groups'>,
  dimensionId: string,
): number | null => {
  const parts = figures.groups.flatMap(({ groupId, dimensions }) => {
    const group = groups.find(({ id }) => id === groupId);
    const found = dimensions.find((one) => one.dimensionId === dimensionId);
    return group && found ? [{ value: found.score, weight: group.weight }] : [];
  });
  return parts.length === 0 ? null : weightedMean(parts);
};

const indicatorShare = ({ groups, figures }: YearResult, id: string, fullMarks: number): number | null => {
  const points = indicatorOverall(groups, figures.groups, id);
  return points === undefined ? null : percentOf(points, fullMarks);
};

interface Flat {
  readonly within: string;
  readonly name: string;
  readonly value: number | null;
}

const flat = (year: YearResult): Flat[] =>
  year.content.dimensions.flatMap((dimension) => [
    { within: '', name: dimension.name, value: dimensionOverall(year.groups, year.figures, dimension.id) },
    ...dimension.indicators.map(({ id, name, fullMarks }) => ({
      within: dimension.name,
      name,
      value: indicatorShare(year, id, fullMarks),
    })),
  ]);

/**
 * Two years side by side, row by row of the later one. Versions of a system give new ids, so rows are the same where
 * dimension and name are; what there is no more is left out.
 */
export const compareYears = (now: YearResult | null, before: YearResult | null): YearRow[] => {
  const earlier = new Map(
    (before ? flat(before) : []).map(({ within, name, value }) => [`${same(within)}/${same(name)}`, value]),
  );
  return (now ? flat(now) : []).map(({ within, name, value }) => ({
    key: `${within}/${name}`,
    within,
    name,
    now: value,
    before: earlier.get(`${same(within)}/${same(name)}`) ?? null,
  }));
};
