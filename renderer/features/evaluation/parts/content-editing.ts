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

export const addDimension = (content: IndicatorContent, id: string): IndicatorContent => ({
  ...content,
  dimensions: [...content.dimensions, { id, name: '', weight: 0, indicators: [] }],
});

export const addIndicator = (content: IndicatorContent, dimension: number, id: string): IndicatorContent =>
  changeDimension(content, dimension, (held) => ({
    ...held,
    indicators: [
      ...held.indicators,
      {
        id,
        name: '',
        standard: '',
        evidence: '',
        weight: 0,
        // What a neighbour is marked out of is the best guess for the next one.
        fullMarks: held.indicators.at(-1)?.fullMarks ?? 1000,
        method: { kind: 'points' },
        vetoBelow: null,
      },
    ],
  }));

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
