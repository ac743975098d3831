import { explainResult } from '../../../../shared/features/evaluation/explain.ts';
import {
  keptBackBySubject,
  totalKeptBackWords,
  type KeptBack,
} from '../../../../shared/features/evaluation/results/kept-back.ts';
import type { Cycle, RaterGroup, Subject } from '../../../../shared/features/evaluation/schema.ts';
import { raterNameIn } from '../../../../shared/features/evaluation/sheet-state.ts';
import type { ExplainedResult } from '../../../../shared/features/evaluation/views.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { scoreSheetCollection } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { formulaTraces } from '../data/points.ts';
import { currentResults } from '../results.ts';

/** By name for those who run the evaluation, by number for others: colleagues rate each other freely. */
const nameOf =
  (subject: Subject, seesNames: boolean) =>
  (group: RaterGroup, raterId: string, place: number): string => {
    if (group.kind === 'self') return `${subject.name}（本人）`;
    return seesNames ? raterNameIn(group, raterId) : `评分人${String(place + 1)}`;
  };

/** How much of the scores behind a result a reader may see. */
export interface ExplainedTo {
  readonly raterName: (group: RaterGroup, raterId: string, place: number) => string;
  /** Whether he may see the averages of open groups of few raters. */
  readonly seesNames: boolean;
}

const NOTHING: KeptBack = { groups: new Map(), total: '' };

/** One subject's result taken apart. @throws AppError `not-found` when the cycle has no such subject. */
export const explainTo = (
  store: Reader,
  cycle: Cycle,
  subjectId: string,
  reader: (subject: Subject) => ExplainedTo,
): ExplainedResult => {
  const { content, rows, ranked, confirmed } = currentResults(store, cycle);
  const row = rows.find(({ subject }) => subject.id === subjectId);
  if (!row) throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
  const { subject, outcome } = row;
  const shown = {
    subject,
    cycleName: cycle.name,
    confirmed,
    missing: [],
    undetermined: '',
    assigned: null,
    concealed: null,
  };
  switch (outcome.kind) {
    case 'incomplete':
      return { ...shown, explanation: null, missing: outcome.missing };
    case 'undetermined':
      return { ...shown, explanation: null, undetermined: outcome.reason };
    case 'assigned':
      return { ...shown, explanation: null, assigned: { grade: outcome.grade, reason: outcome.reason } };
    case 'concealed':
      return { ...shown, explanation: null, concealed: { grade: outcome.grade, reason: outcome.reason } };
    case 'graded': {
      const { raterName, seesNames } = reader(subject);
      const kept = keptBackBySubject(cycle, rows, seesNames).get(subjectId) ?? NOTHING;
      if (kept.total !== '') {
        const reason = totalKeptBackWords(cycle, kept.total);
        return { ...shown, explanation: null, concealed: { grade: outcome.figures.grade, reason } };
      }
      const order = new Map(
        cycle.groups.flatMap(({ raters }) => raters.map(({ id }, place) => [id, place] as const)),
      );
      const sheets = store
        .by(scoreSheetCollection, 'cycle', cycle.id)
        .filter((sheet) => sheet.subjectId === subjectId)
        .sort((a, b) => (order.get(a.raterId) ?? 0) - (order.get(b.raterId) ?? 0));
      const explanation = explainResult({
        content,
        groups: cycle.groups,
        figures: outcome.figures,
        ranked: ranked.get(outcome.figures.within) ?? 0,
        sheets,
        raterName,
        kept,
        minSample: cycle.minSample,
        standardise: cycle.standardise,
        traces: formulaTraces(store, cycle, content, subjectId),
      });
      return { ...shown, explanation };
    }
  }
};

/** The same for whoever reads results: by name for those who run the evaluation, by number for others. */
export const explain = (
  { cycleId, subjectId }: { cycleId: string; subjectId: string },
  context: CallContext,
): ExplainedResult => {
  const cycle = requireCycle(context.store, cycleId);
  const seesNames = context.can('evaluation.manage');
  return explainTo(context.store, cycle, subjectId, (subject) => ({
    raterName: nameOf(subject, seesNames),
    seesNames,
  }));
};
