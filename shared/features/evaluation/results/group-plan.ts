import { isRated, type Dimension, type Indicator, type IndicatorContent } from '../indicators.ts';
import { dimensionsOf } from '../rating.ts';
import type { RaterGroup } from '../schema.ts';
import { shareSum } from './arithmetic.ts';

/** A dimension as the reckoning walks over it: where its indicators begin among those of the group. */
interface DimensionPlan {
  readonly dimension: Dimension;
  readonly first: number;
  /** The dimension out of 100, from the points of the group's indicators. */
  readonly score: (points: ArrayLike<number>) => number;
}

/** What of an indicator system a rater group has to do with, laid out once for all subjects. */
export interface GroupPlan {
  readonly group: RaterGroup;
  readonly dimensions: readonly DimensionPlan[];
  readonly indicators: readonly Indicator[];
  /** Places among `indicators` of those that people rate, and of those that come of data. */
  readonly rated: readonly number[];
  readonly formulas: readonly number[];
}

const dimensionPlan = (dimension: Dimension, first: number): DimensionPlan => {
  const sum = shareSum(dimension.indicators);
  return { dimension, first, score: (points) => sum((place) => points[first + place] ?? 0) };
};

/** Lays out what a group has to reckon. */
export const groupPlan = (content: IndicatorContent, group: RaterGroup): GroupPlan => {
  const dimensions: DimensionPlan[] = [];
  const indicators: Indicator[] = [];
  for (const dimension of dimensionsOf(content, group)) {
    dimensions.push(dimensionPlan(dimension, indicators.length));
    indicators.push(...dimension.indicators);
  }
  const places = [...indicators.keys()];
  const rated = (place: number): boolean => {
    const indicator = indicators[place];
    return indicator !== undefined && isRated(indicator);
  };
  return {
    group,
    dimensions,
    indicators,
    rated: places.filter(rated),
    formulas: places.filter((place) => !rated(place)),
  };
};
