import { isRated, type Dimension, type Indicator, type IndicatorContent } from '../indicators.ts';
import { dimensionsOf } from '../rating.ts';
import type { RaterGroup } from '../schema.ts';
import { shareSum, type ShareSum } from './arithmetic.ts';

/** A dimension as the reckoning walks over it: where its indicators begin among those of the group. */
interface DimensionPlan {
  readonly dimension: Dimension;
  readonly first: number;
  /** The dimension out of 100, from the points of the group's indicators and its own first place among them. */
  readonly score: ShareSum;
}

/** What of an indicator system a rater group has to do with, laid out once for all subjects. */
export interface GroupPlan {
  readonly group: RaterGroup;
  readonly dimensions: readonly DimensionPlan[];
  readonly indicators: readonly Indicator[];
  /** Places among `indicators` of those that people rate, and of those that come of data. */
  readonly rated: readonly number[];
  readonly formulas: readonly number[];
  /** By place among `indicators`: among `rated`; -1 for a formula. */
  readonly columnAt: Int32Array;
}

/** Lays out what a group has to reckon. */
export const groupPlan = (content: IndicatorContent, group: RaterGroup): GroupPlan => {
  const dimensions: DimensionPlan[] = [];
  const indicators: Indicator[] = [];
  for (const dimension of dimensionsOf(content, group)) {
    dimensions.push({ dimension, first: indicators.length, score: shareSum(dimension.indicators) });
    indicators.push(...dimension.indicators);
  }
  const places = [...indicators.keys()];
  const rated = (place: number): boolean => {
    const indicator = indicators[place];
    return indicator !== undefined && isRated(indicator);
  };
  const columns = places.filter(rated);
  const columnAt = new Int32Array(indicators.length).fill(-1);
  for (const [column, place] of columns.entries()) columnAt[place] = column;
  return {
    group,
    dimensions,
    indicators,
    columnAt,
    rated: columns,
    formulas: places.filter((place) => !rated(place)),
  };
};
