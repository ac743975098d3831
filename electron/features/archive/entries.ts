import { newestFirst, type TimelineEntry } from '../../../shared/kernel/timeline.ts';
import type { Reader } from '../../store/types.ts';
import { appealTimeline } from '../appeals/index.ts';
import { caseTimeline } from '../cases/index.ts';
import { evaluationTimeline } from '../evaluation/index.ts';
import { bodyTimeline, staffTimeline } from '../organisation/index.ts';

/**
 * Everything the archive holds about a person, newest first: posts, results, decisions. Each feature gives only what is
 * founded; leads and cases that came to nothing are not among it.
 */
export const entriesOf = (reader: Reader, staffId: string): TimelineEntry[] =>
  newestFirst([
    ...caseTimeline(reader, staffId),
    ...appealTimeline(reader, staffId),
    ...evaluationTimeline(reader, staffId),
    ...staffTimeline(reader, staffId),
    ...bodyTimeline(reader, staffId),
  ]);

/** Entries by kind, kinds in the order of their first appearance. */
export const byKind = (entries: readonly TimelineEntry[]): Map<string, TimelineEntry[]> => {
  const kinds = new Map<string, TimelineEntry[]>();
  for (const entry of entries) kinds.set(entry.kind, [...(kinds.get(entry.kind) ?? []), entry]);
  return kinds;
};
