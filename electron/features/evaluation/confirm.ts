import type { CycleView } from '../../../shared/features/evaluation/views.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { confirmedResultCollection, cycleCollection } from './collections.ts';
import { requireCycle, viewCycle } from './cycles.ts';
import { cycleEvent, refuseWithAll } from './plan.ts';
import { demandLawfulGrades } from './grade-law.ts';
import { confirmedResults, currentResults } from './results.ts';

export interface Confirmation {
  readonly id: string;
  readonly rev: number;
  readonly undetermined: readonly { readonly subjectId: string; readonly reason: string }[];
  readonly quotaApproval: string;
}

/**
 * Freezes every result of a cycle in one transaction.
 *
 * @throws AppError `illegal-step` unless scoring runs, `invalid` naming everybody whose result is incomplete and who was
 *   not left without a grade for a reason (不定等次, 人社部发〔2023〕6号第四十一、四十二条).
 */
export const confirmCycle = (
  { id, rev, undetermined, quotaApproval }: Confirmation,
  { store, actor, channel, newId, ...context }: CallContext,
): Promise<CycleView> =>
  store.transact({ actor, act: channel }, (tx) => {
    const cycle = requireCycle(tx, id);
    if (cycle.state !== 'scoring')
      throw new AppError(
        'illegal-step',
        cycle.state === 'draft' ? '评分还没有开始，不能确认结果。' : '考核结果已经确认过了。',
      );
    const reasons = new Map(undetermined.map(({ subjectId, reason }) => [subjectId, reason]));
    const known = new Set(cycle.subjects.map((subject) => subject.id));
    if (undetermined.some(({ subjectId }) => !known.has(subjectId)))
      throw new AppError('invalid', '不定等次的人员里有不属于这次考核的，请刷新后重新选择。');
    const { content, rows, ranked } = currentResults(tx, cycle, new Set(reasons.keys()));
    const open = rows.flatMap(({ subject, outcome }) =>
      outcome.kind === 'incomplete'
        ? [
            {
              path: `subjects.${subject.id}`,
              message: `${subject.name}（${outcome.missing.slice(0, 2).join('；')}${outcome.missing.length > 2 ? '等' : ''}）`,
            },
          ]
        : [],
    );
    if (open.length > 0)
      throw refuseWithAll(
        `还有 ${String(open.length)} 个对象没有评完，请补齐评分，或注明理由定为不定等次：`,
        open,
      );
    demandLawfulGrades(tx, cycle, content, rows, quotaApproval);
    const confirmation = cycle.confirmations + 1;
    const confirmed = { at: instantOfMs(tx.now), by: tx.actor };
    const outcomes = new Map(rows.map(({ subject, outcome }) => [subject.id, outcome]));
    for (const subject of cycle.subjects) {
      const outcome = outcomes.get(subject.id);
      const base = {
        id: newId(),
        cycleId: id,
        subjectId: subject.id,
        confirmation,
        withdrawn: null,
        confirmed,
        bands: content.bands,
      };
      if (outcome?.kind === 'graded')
        tx.insert(confirmedResultCollection, {
          ...base,
          outcome: { kind: 'graded', figures: outcome.figures, ranked },
        });
      else
        tx.insert(confirmedResultCollection, {
          ...base,
          outcome: { kind: 'undetermined', reason: reasons.get(subject.id) ?? '' },
        });
    }
    const after = tx.replace(cycleCollection, {
      ...cycle,
      rev,
      state: 'confirmed',
      confirmations: confirmation,
      history: [
        ...cycle.history,
        cycleEvent(tx, 'confirmed', quotaApproval === '' ? '' : `优秀比例审核文号：${quotaApproval}`),
      ],
    });
    return viewCycle(tx, after, context);
  });

/** @throws AppError `illegal-step` unless the results are confirmed. */
export const reopenCycle = (
  { id, rev, reason }: { id: string; rev: number; reason: string },
  context: CallContext,
): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const cycle = requireCycle(tx, id);
    if (cycle.state !== 'confirmed')
      throw new AppError('illegal-step', '考核结果还没有确认，不需要重新打开。');
    const withdrawn = { at: instantOfMs(tx.now), by: tx.actor };
    for (const result of confirmedResults(tx, cycle))
      tx.replace(confirmedResultCollection, { ...result, withdrawn });
    const after = tx.replace(cycleCollection, {
      ...cycle,
      rev,
      state: 'scoring',
      history: [...cycle.history, cycleEvent(tx, 'reopened', reason)],
    });
    return viewCycle(tx, after, context);
  });
