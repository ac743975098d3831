import { explainResult } from '../../../../shared/features/evaluation/explain.ts';
import { showsGroup } from '../../../../shared/features/evaluation/results/min-sample.ts';
import type { RaterGroup, Subject } from '../../../../shared/features/evaluation/schema.ts';
import { raterNameIn } from '../../../../shared/features/evaluation/sheet-state.ts';
import type { ExplainedResult } from '../../../../shared/features/evaluation/views.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
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
  const shown = { subject, cycleName: cycle.name, confirmed, missing: [], undetermined: '', assigned: null };
  switch (outcome.kind) {
    case 'incomplete':
      return { ...shown, explanation: null, missing: outcome.missing };
    case 'undetermined':
      return { ...shown, explanation: null, undetermined: outcome.reason };
    case 'assigned':
      return { ...shown, explanation: null, assigned: { grade: outcome.grade, reason: outcome.reason } };
    case 'graded': {
      const seesNames = context.can('evaluation.manage');
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
        ranked: ranked.get(outcome.figures.within) ?? 0,
        sheets,
        raterName: nameOf(subject, seesNames),
        mayShow: (figure) => showsGroup(cycle, figure, seesNames),
        minSample: cycle.minSample,
        standardise: cycle.standardise,
        traces: formulaTraces(store, cycle, content, subjectId),
      });
      return { ...shown, explanation };
    }
  }
};
