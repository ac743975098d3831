/**
 * One line of a person's archive. Features make them from their own records; the archive only orders and shows them,
 * so that praise, neutral observations and failures stand side by side (E3).
 */
export interface TimelineEntry {
  /** `YYYY-MM-DD`, the day by which it is ordered. */
  readonly day: string;
  /** The kind in Chinese, e.g. 任职, 考核, 问责决定: also the filter's label. */
  readonly kind: string;
  readonly title: string;
  /** One or two sentences: what stands in the record. */
  readonly about: string;
  /** Where the screen opens it, as a route of the app, e.g. `/cases/…`. */
  readonly link?: string;
  readonly tone: 'neutral' | 'good' | 'bad';
}

/** Newest first; entries of the same day keep the order in which they were given. */
export const newestFirst = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries
    .map((entry, order) => ({ entry, order }))
    .sort((a, b) => (a.entry.day < b.entry.day ? 1 : a.entry.day > b.entry.day ? -1 : a.order - b.order))
    .map(({ entry }) => entry);
