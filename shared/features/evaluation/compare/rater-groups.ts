import type { IndicatorContent } from '../indicators.ts';
import { dimensionsOf } from '../rating.ts';
import { weightedMean } from '../results/arithmetic.ts';
import type { GroupFigure, RaterGroup } from '../schema.ts';
import type { ResultRow } from '../views.ts';
import { concordance, rankCorrelation } from './correlation.ts';
import { gradedIn } from './figures.ts';
import { meanFrom, signedMean, summaryOf } from './statistics.ts';
import type { ComparedGroup, ComparedPair } from './views.ts';

/** The total that people gave, before it was standardised. */
const rawTotal = ({ total, standardised }: GroupFigure): number => standardised?.raw ?? total;

/** What a group gave in some dimensions alone; undefined where one of them is not among its figures. */
const worthIn = (
  content: IndicatorContent,
  figure: GroupFigure | undefined,
  dimensionIds: readonly string[],
): number | undefined => {
  const parts = dimensionIds.flatMap((id) => {
    const weight = content.dimensions.find((dimension) => dimension.id === id)?.weight ?? 0;
    const score = figure?.dimensions.find(({ dimensionId }) => dimensionId === id)?.score;
    return score === undefined || weight === 0 ? [] : [{ value: score, weight }];
  });
  return parts.length > 0 && parts.length === dimensionIds.length ? weightedMean(parts) : undefined;
};

const sharedDimensions = (content: IndicatorContent, groups: readonly RaterGroup[]) =>
  content.dimensions.filter(
    ({ id, weight }) =>
      weight > 0 && groups.every((group) => dimensionsOf(content, group).some((one) => one.id === id)),
  );

const pairOf = (
  content: IndicatorContent,
  [a, b]: readonly [RaterGroup, RaterGroup],
  figures: readonly (readonly GroupFigure[])[],
  atLeast: number,
): ComparedPair => {
  const shared = sharedDimensions(content, [a, b]);
  const ids = shared.map(({ id }) => id);
  const values = figures.flatMap((own): (readonly [number, number])[] => {
    const [left, right] = [a, b].map(({ id }) =>
      worthIn(
        content,
        own.find(({ groupId }) => groupId === id),
        ids,
      ),
    );
    return left === undefined || right === undefined ? [] : [[left, right]];
  });
  return {
    a: a.id,
    b: b.id,
    dimensions: shared.map(({ name }) => name),
    subjects: values.length,
    correlation: rankCorrelation(values),
    difference:
      values.length < Math.max(atLeast, 1) ? null : signedMean(values.map(([left, right]) => left - right)),
  };
};

/** Rater groups beside each other: each with each in what both rate, and all of them together. */
export interface GroupComparison {
  readonly groups: ComparedGroup[];
  readonly pairs: ComparedPair[];
  readonly concordance: number | null;
}

/**
 * How the rater groups differ: how mild each is, and whether they bring the subjects into the same order.
 *
 * @param rows as the reader may see them: averages from too few raters are not among the figures
 */
export const compareGroups = (
  content: IndicatorContent,
  groups: readonly RaterGroup[],
  rows: readonly ResultRow[],
  atLeast: number,
): GroupComparison => {
  const figures = gradedIn(rows).map((row) => row.figures.groups);
  const pairs = groups.flatMap((a, at) =>
    groups.slice(at + 1).map((b) => pairOf(content, [a, b], figures, atLeast)),
  );
  const judging = groups.filter(({ kind }) => kind !== 'data');
  const common = sharedDimensions(content, judging).map(({ id }) => id);
  const complete = figures.flatMap((own) => {
    const worths = judging.flatMap(
      ({ id }) =>
        worthIn(
          content,
          own.find(({ groupId }) => groupId === id),
          common,
        ) ?? [],
    );
    return worths.length === judging.length ? [worths] : [];
  });
  return {
    groups: groups.map(({ id, name, kind, anonymous }) => {
      const totals = figures.flatMap((own) => {
        const found = own.find(({ groupId }) => groupId === id);
        return found ? [rawTotal(found)] : [];
      });
      const differences = pairs.flatMap(({ a, b, difference }) =>
        difference === null ? [] : a === id ? [difference] : b === id ? [-difference] : [],
      );
      return {
        groupId: id,
        name,
        kind,
        anonymous,
        summary: summaryOf(totals, atLeast),
        severity: differences.length === 0 ? null : signedMean(differences),
      };
    }),
    pairs,
    concordance: concordance(judging.map((_group, at) => complete.map((worths) => worths[at] ?? 0))),
  };
};

/** The mean of a year's totals in one department; null from fewer than `atLeast`. */
export const departmentMeans = (
  totals: readonly { readonly department: string; readonly total: number }[],
  names: readonly string[],
  atLeast: number,
): (number | null)[] =>
  names.map((name) =>
    meanFrom(
      totals.flatMap(({ department, total }) => (department === name ? [total] : [])),
      atLeast,
    ),
  );
