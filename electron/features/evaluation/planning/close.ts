import { owedSummary } from '../../../../shared/features/evaluation/data/owed.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { CallContext } from '../../context.ts';
import { cycleCollection } from '../collections.ts';
import { requireCycle, viewCycle } from '../cycles.ts';
import { cycleEvent } from '../plan.ts';
import { hasBallots, sealBallots } from './ballots.ts';

const demandScoring = ({ state }: Cycle): void => {
  if (state === 'scoring') return;
  throw new AppError('illegal-step', state === 'draft' ? '评分还没有开始，不能收卷。' : '已经收卷。');
};

/**
 * 收卷: nobody enters scores any more, and what anonymous raters gave is sealed for ever.
 *
 * @throws AppError `illegal-step` unless scoring runs.
 */
export const closeCycle = async (
  { id, rev }: { id: string; rev: number },
  context: CallContext,
): Promise<CycleView> => {
  const closed = await context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requireCycle(tx, id);
    demandScoring(before);
    const { progress, owedData } = viewCycle(tx, before, context);
    const sealing = hasBallots(before) && before.sealed === null;
    const owed = owedSummary(owedData);
    const note = [
      `评完 ${String(progress.done)} / ${String(progress.total)} 份${sealing ? '，匿名评分已封存' : ''}`,
      ...(owed === '' ? [] : [`公式指标还缺数据：${owed}`]),
    ].join('；');
    return tx.replace(cycleCollection, {
      ...before,
      rev,
      state: 'closed',
      sealed: sealing ? { at: instantOfMs(tx.now), by: tx.actor } : before.sealed,
      history: [...before.history, cycleEvent(tx, 'closed', note)],
    });
  });
  // First the record, then the key: the other way round a crash would leave open sheets that nobody finds again.
  await sealBallots(context, closed);
  return viewCycle(context.store, closed, context);
};
