import { explainResult } from '../../../shared/features/evaluation/explain.ts';
import type { IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import {
  computeResults,
  isVetoed,
  rankedCount,
  rankResults,
} from '../../../shared/features/evaluation/rules.ts';
import type {
  ConfirmedResult,
  Cycle,
  Figures,
  RaterGroup,
  Subject,
} from '../../../shared/features/evaluation/schema.ts';
import { describeMissing, raterNameIn } from '../../../shared/features/evaluation/sheet-state.ts';
import type { ExplainedResult, ResultRow, ResultsView } from '../../../shared/features/evaluation/views.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { sheetRights } from './access.ts';
import { confirmedResultCollection, scoreSheetCollection } from './collections.ts';
import { requireCycle } from './cycles.ts';
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

/** The results as they stand: frozen ones where confirmed, else reckoned from the sheets. */
export interface CurrentResults {
  readonly content: IndicatorContent;
  readonly rows: readonly ResultRow[];
  readonly ranked: number;
  readonly confirmed: ResultsView['confirmed'];
}

const frozenRows = (cycle: Cycle, confirmed: readonly ConfirmedResult[]): ResultRow[] => {
  const bySubject = new Map(confirmed.map((result) => [result.subjectId, result.outcome]));
  return cycle.subjects.flatMap((subject) => {
    const outcome = bySubject.get(subject.id);
    if (!outcome) return [];
    return [{ subject, outcome: outcome.kind === 'graded' ? graded(outcome.figures) : outcome }];
  });
};

/**
 * @param without subjects that are to be left without a grade: they take no place in the ranking
 */
export const currentResults = (
  reader: Reader,
  cycle: Cycle,
  without: ReadonlySet<string> = new Set(),
): CurrentResults => {
  const { content } = requireVersion(reader, cycle.versionId);
  const confirmed = confirmedResults(reader, cycle);
  const [first] = confirmed;
  if (first) {
    const rows = frozenRows(cycle, confirmed);
    const ranked = confirmed.flatMap(({ outcome }) => (outcome.kind === 'graded' ? [outcome.ranked] : []));
    return { content, rows, ranked: ranked[0] ?? 0, confirmed: first.confirmed };
  }
  const { subjects } = cycle;
  const sheets = reader.by(scoreSheetCollection, 'cycle', cycle.id);
  const results = rankResults(cycle, subjects, computeResults(content, cycle, subjects, sheets), without);
  const rows = subjects.flatMap((subject, place): ResultRow[] => {
    const result = results[place];
    if (!result || without.has(subject.id)) return [];
    return [
      {
        subject,
        outcome:
          result.kind === 'complete'
            ? graded(result.figures)
            : { kind: 'incomplete', missing: describeMissing(content, cycle.groups, result.missing) },
      },
    ];
  });
  return { content, rows, ranked: rankedCount(results), confirmed: null };
};

const countOf = (rows: readonly ResultRow[], kind: ResultRow['outcome']['kind']): number =>
  rows.filter(({ outcome }) => outcome.kind === kind).length;

/** All results of a cycle with the distribution of grades. */
export const viewResults = (reader: Reader, cycleId: string): ResultsView => {
  const cycle = requireCycle(reader, cycleId);
  const { content, rows, ranked, confirmed } = currentResults(reader, cycle);
  return {
    cycleId,
    cycleName: cycle.name,
    state: cycle.state,
    confirmed,
    groups: cycle.groups.map(({ id, name, weight }) => ({ id, name, weight })),
    bands: content.bands,
    rows: [...rows],
    ranked,
    grades: content.bands.map(({ label }) => ({
      label,
      count: rows.filter(({ outcome }) => outcome.kind === 'graded' && outcome.figures.grade === label)
        .length,
    })),
    incomplete: countOf(rows, 'incomplete'),
    undetermined: countOf(rows, 'undetermined'),
  };
};

const nameOf =
  (reader: Reader, cycle: Cycle, context: CallContext, subject: Subject) =>
  (group: RaterGroup, raterId: string, place: number): string => {
    const rights = sheetRights(reader, cycle, context);
    if (group.kind === 'self') return `${subject.name}（本人）`;
    // Who gave which mark is for those who run the evaluation: colleagues rate each other freely.
    return rights.seesNames ? raterNameIn(group, raterId) : `评分人${String(place + 1)}`;
  };

/** One subject's result taken apart. @throws AppError `not-found` when the cycle has no such subject. */
export const explain = (
  { cycleId, subjectId }: { cycleId: string; subjectId: string },
  context: CallContext,
): ExplainedResult => {
  const { store } = context;
  const cycle = requireCycle(store, cycleId);
  const { content, rows, ranked, confirmed } = currentResults(store, cycle);
  const row = rows.find(({ subject }) => subject.id === subjectId);
  if (!row) throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
  const { subject, outcome } = row;
  const shown = { subject, cycleName: cycle.name, confirmed };
  switch (outcome.kind) {
    case 'incomplete':
      return { ...shown, explanation: null, missing: outcome.missing, undetermined: '' };
    case 'undetermined':
      return { ...shown, explanation: null, missing: [], undetermined: outcome.reason };
    case 'graded': {
      const order = new Map(
        cycle.groups.flatMap(({ raters }) => raters.map(({ id }, place) => [id, place] as const)),
      );
      const sheets = store
        .by(scoreSheetCollection, 'cycle', cycleId)
        .filter((sheet) => sheet.subjectId === subjectId)
        .sort((a, b) => (order.get(a.raterId) ?? 0) - (order.get(b.raterId) ?? 0));
      const explanation = explainResult({
        content,
        groups: cycle.groups,
        figures: outcome.figures,
        ranked,
        sheets,
        raterName: nameOf(store, cycle, context, subject),
      });
      return { ...shown, explanation, missing: [], undetermined: '' };
    }
  }
};
