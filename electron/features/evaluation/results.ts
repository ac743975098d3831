import type { IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import { quotaRuleOf } from '../../../shared/features/evaluation/results/annual.ts';
import { gradeIn } from '../../../shared/features/evaluation/results/published.ts';
import { shownRows } from '../../../shared/features/evaluation/results/kept-back.ts';
import type { QuotaOutcome } from '../../../shared/features/evaluation/results/quota.ts';
import {
  settle,
  type Settled,
  type SettledResult,
} from '../../../shared/features/evaluation/results/settle.ts';
import { computeResults, isVetoed } from '../../../shared/features/evaluation/rules.ts';
import type { ConfirmedResult, Cycle, Figures } from '../../../shared/features/evaluation/schema.ts';
import { describeMissing } from '../../../shared/features/evaluation/sheet-state.ts';
import type { ResultRow, ResultsView } from '../../../shared/features/evaluation/views.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { confirmedResultCollection, scoreSheetCollection } from './collections.ts';
import { requireCycle } from './cycles.ts';
import { dataPointsOf } from './data/points.ts';
import { gradeEffects } from './results/grade-law.ts';
import { standingAdjustments } from './results/standing.ts';
import { requireVersion } from './systems.ts';

/** The results of the cycle's latest confirmation; empty unless it stands. */
export const confirmedResults = (reader: Reader, cycle: Cycle): ConfirmedResult[] =>
  cycle.state === 'confirmed'
    ? reader
        .by(confirmedResultCollection, 'cycle', cycle.id)
        .filter(({ withdrawn, confirmation }) => withdrawn === null && confirmation === cycle.confirmations)
    : [];

const graded = (figures: Figures): ResultRow['outcome'] => ({
  kind: 'graded',
  figures,
  vetoed: isVetoed(figures),
});

/** The results as they stand: frozen ones where confirmed, else reckoned from the sheets and settled. */
export interface CurrentResults {
  readonly content: IndicatorContent;
  readonly rows: readonly ResultRow[];
  /** How many take part in the ranking, by the name of the comparison group. */
  readonly ranked: ReadonlyMap<string, number>;
  readonly confirmed: ResultsView['confirmed'];
  /** How the places for the highest grade were given out; null without a quota, and once confirmed. */
  readonly quota: QuotaOutcome | null;
  readonly settled: readonly SettledResult[];
}

const frozenRows = (cycle: Cycle, confirmed: readonly ConfirmedResult[]): ResultRow[] => {
  const bySubject = new Map(confirmed.map((result) => [result.subjectId, result.outcome]));
  return cycle.subjects.flatMap((subject) => {
    const outcome = bySubject.get(subject.id);
    if (!outcome) return [];
    return [{ subject, outcome: outcome.kind === 'graded' ? graded(outcome.figures) : outcome }];
  });
};

const rankedIn = (rows: readonly ResultRow[]): ReadonlyMap<string, number> => {
  const ranked = new Map<string, number>();
  for (const { outcome } of rows)
    if (outcome.kind === 'graded' && outcome.figures.rank !== null)
      ranked.set(outcome.figures.within, (ranked.get(outcome.figures.within) ?? 0) + 1);
  return ranked;
};

const outcomeOf = (content: IndicatorContent, cycle: Cycle, result: SettledResult): ResultRow['outcome'] => {
  switch (result.kind) {
    case 'complete':
      return graded(result.figures);
    case 'incomplete':
      return { kind: 'incomplete', missing: describeMissing(content, cycle.groups, result.missing) };
    case 'undetermined':
      return { kind: 'undetermined', reason: result.reason };
    case 'assigned':
      return { kind: 'assigned', grade: result.grade, reason: result.reason };
  }
};

/**
 * @param without reasons for leaving subjects without a grade, beside those that the law gives
 * @param adjustments what the meeting settled; those that stand, if left out
 */
export const currentResults = (
  reader: Reader,
  cycle: Cycle,
  without: ReadonlyMap<string, string> = new Map(),
  adjustments: ReadonlyMap<string, Settled> = standingAdjustments(reader, cycle.id),
): CurrentResults => {
  const { content } = requireVersion(reader, cycle.versionId);
  const confirmed = confirmedResults(reader, cycle);
  const [first] = confirmed;
  if (first) {
    const rows = frozenRows(cycle, confirmed);
    const ranked = rankedIn(rows);
    return { content, rows, ranked, confirmed: first.confirmed, quota: null, settled: [] };
  }
  const { subjects } = cycle;
  const sheets = reader.by(scoreSheetCollection, 'cycle', cycle.id);
  const effects = new Map(gradeEffects(reader, cycle, content));
  for (const [subjectId, note] of without)
    if (effects.get(subjectId)?.kind !== 'ungraded') effects.set(subjectId, { kind: 'ungraded', note });
  const { results: settled, quota } = settle({
    content,
    rules: cycle,
    subjects,
    results: computeResults(content, cycle, subjects, sheets, dataPointsOf(reader, cycle, content)),
    effects,
    quota: quotaRuleOf(cycle),
    adjustments,
  });
  const rows = subjects.flatMap((subject, place): ResultRow[] => {
    const result = settled[place];
    return result ? [{ subject, outcome: outcomeOf(content, cycle, result) }] : [];
  });
  return { content, rows, ranked: rankedIn(rows), confirmed: null, quota, settled };
};

const countOf = (rows: readonly ResultRow[], kind: ResultRow['outcome']['kind']): number =>
  rows.filter(({ outcome }) => outcome.kind === kind).length;

/** All results of a cycle with the distribution of grades. */
export const viewResults = (
  reader: Reader,
  cycleId: string,
  { can }: Pick<CallContext, 'can'>,
): ResultsView => {
  const cycle = requireCycle(reader, cycleId);
  const { content, rows, ranked, confirmed, quota } = currentResults(reader, cycle);
  return {
    cycleId,
    cycleName: cycle.name,
    state: cycle.state,
    confirmed,
    groups: cycle.groups.map(({ id, name, weight }) => ({ id, name, weight })),
    bands: content.bands,
    rows: shownRows(cycle, rows, can('evaluation.manage')),
    ranked: [...ranked.values()].reduce((sum, count) => sum + count, 0),
    grades: content.bands.map(({ label }) => ({
      label,
      count: rows.filter((row) => gradeIn(row) === label).length,
    })),
    incomplete: countOf(rows, 'incomplete'),
    undetermined: countOf(rows, 'undetermined'),
    quota,
    minSample: cycle.minSample,
  };
};
