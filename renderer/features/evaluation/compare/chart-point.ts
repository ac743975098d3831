const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What the chart library hands to a formatter, as far as it is of use here. */
export interface PointInChart {
  readonly series: number;
  readonly point: number;
  /** The values of the point; empty where it is a single number. */
  readonly values: readonly number[];
}

/** Reads what the chart library hands to a formatter, whose declared type says nothing. */
export const pointInChart = (given: unknown): PointInChart => {
  if (typeof given !== 'object' || given === null) return { series: 0, point: 0, values: [] };
  const value: unknown = 'value' in given ? given.value : undefined;
  return {
    series: numberOf('seriesIndex' in given ? given.seriesIndex : 0),
    point: numberOf('dataIndex' in given ? given.dataIndex : 0),
    values: Array.isArray(value) ? value.map(numberOf) : [],
  };
};
