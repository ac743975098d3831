import type {
  Dimension,
  Indicator,
  IndicatorContent,
  Method,
} from '../../../../shared/features/evaluation/indicators.ts';

/** What a person does to an indicator system, each as the content that it leads to. Nothing is changed in place. */

const replaceAt = <T>(items: readonly T[], place: number, change: (item: T) => T): T[] =>
  items.map((item, at) => (at === place ? change(item) : item));

/** The same items with the one at `place` moved by `by` places; unchanged where there is no such place. */
export const moved = <T>(items: readonly T[], place: number, by: number): T[] => {
  const to = place + by;
  const item = items[place];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, at) => at !== place);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
};

export const changeDimension = (
  content: IndicatorContent,
  place: number,
  change: (dimension: Dimension) => Dimension,
): IndicatorContent => ({ ...content, dimensions: replaceAt(content.dimensions, place, change) });

export const changeIndicator = (
  content: IndicatorContent,
  dimension: number,
  place: number,
  change: (indicator: Indicator) => Indicator,
): IndicatorContent =>
  changeDimension(content, dimension, (held) => ({
    ...held,
    indicators: replaceAt(held.indicators, place, change),
  }));

/** `items` with `item` put in at `place`, at the end if left out. */
const inserted = <T>(items: readonly T[], item: T, place = items.length): T[] => [
  ...items.slice(0, place),
  item,
  ...items.slice(place),
];

export const addDimension = (content: IndicatorContent, id: string, place?: number): IndicatorContent => ({
  ...content,
  dimensions: inserted(content.dimensions, { id, name: '', weight: 0, indicators: [] }, place),
});

export const addIndicator = (
  content: IndicatorContent,
  dimension: number,
  id: string,
  place?: number,
): IndicatorContent =>
  changeDimension(content, dimension, (held) => {
    // What a neighbour is marked out of is the best guess for the next one.
    const neighbour = held.indicators[(place ?? held.indicators.length) - 1];
    const fresh: Indicator = {
      id,
      name: '',
      standard: '',
      evidence: '',
      weight: 0,
      fullMarks: neighbour?.fullMarks ?? 1000,
      method: { kind: 'points' },
      vetoBelow: null,
    };
    return { ...held, indicators: inserted(held.indicators, fresh, place) };
  });

/** `item` before the one with the id, at the end for null. */
const placedBefore = <T extends { readonly id: string }>(
  items: readonly T[],
  item: T,
  beforeId: string | null,
): T[] => {
  const at = items.findIndex(({ id }) => id === beforeId);
  return inserted(items, item, at < 0 ? items.length : at);
};

/** A dimension taken to another place: before the one named, to the end for null. */
export const putDimension = (
  content: IndicatorContent,
  id: string,
  beforeId: string | null,
): IndicatorContent => {
  const dimension = content.dimensions.find((one) => one.id === id);
  if (!dimension || id === beforeId) return content;
  const rest = content.dimensions.filter((one) => one !== dimension);
  return { ...content, dimensions: placedBefore(rest, dimension, beforeId) };
};

/** An indicator taken to a place in any dimension: before the one named there, to its end for null. */
export const putIndicator = (
  content: IndicatorContent,
  id: string,
  dimensionId: string,
  beforeId: string | null,
): IndicatorContent => {
  const indicator = content.dimensions.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  const target = content.dimensions.some((one) => one.id === dimensionId);
  if (!indicator || !target || id === beforeId) return content;
  return {
    ...content,
    dimensions: content.dimensions.map((dimension) => {
      const rest = dimension.indicators.filter((one) => one !== indicator);
      if (dimension.id === dimensionId)
        return { ...dimension, indicators: placedBefore(rest, indicator, beforeId) };
      return rest.length === dimension.indicators.length ? dimension : { ...dimension, indicators: rest };
    }),
  };
};

export const removeDimension = (content: IndicatorContent, place: number): IndicatorContent => ({
  ...content,
  dimensions: content.dimensions.filter((_, at) => at !== place),
});

export const removeIndicator = (
  content: IndicatorContent,
  dimension: number,
  place: number,
): IndicatorContent =>
  changeDimension(content, dimension, (held) => ({
    ...held,
    indicators: held.indicators.filter((_, at) => at !== place),
  }));

export const moveDimension = (content: IndicatorContent, place: number, by: number): IndicatorContent => ({
  ...content,
  dimensions: moved(content.dimensions, place, by),
});

export const moveIndicator = (
  content: IndicatorContent,
  dimension: number,
  place: number,
  by: number,
): IndicatorContent =>
  changeDimension(content, dimension, (held) => ({ ...held, indicators: moved(held.indicators, place, by) }));

/** Share of the full marks in whole hundredths, so that a new level scale fits the marks it is for. */
const part = (fullMarks: number, percent: number): number => Math.round((fullMarks * percent) / 100);

/** A way of scoring to begin with: 优良中差 by the usual shares, or deductions from the full marks. */
export const freshMethod = (kind: Method['kind'], fullMarks: number, newId: () => string): Method => {
  switch (kind) {
    case 'points':
      return { kind };
    case 'levels':
      return {
        kind,
        levels: [
          { id: newId(), label: '优', points: fullMarks },
          { id: newId(), label: '良', points: part(fullMarks, 85) },
          { id: newId(), label: '中', points: part(fullMarks, 70) },
          { id: newId(), label: '差', points: part(fullMarks, 50) },
        ],
      };
    case 'deduct':
      return { kind, start: fullMarks, maxDeduct: fullMarks, maxAdd: 0 };
    case 'formula':
      return { kind, expression: '' };
  }
};
