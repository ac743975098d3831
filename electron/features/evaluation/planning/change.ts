import type { Cycle, RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { cycleCollection } from '../collections.ts';
import { requireCycle, runningProblems, viewCycle } from '../cycles.ts';
import { cycleEvent, refuseWithAll } from '../plan.ts';

export interface CycleTarget {
  readonly id: string;
  readonly rev: number;
}

/** @throws AppError `not-found`. */
export const requireGroup = (cycle: Cycle, groupId: string): RaterGroup => {
  const group = cycle.groups.find(({ id }) => id === groupId);
  if (!group) throw new AppError('not-found', '没有这个评分组，请刷新后重试。');
  return group;
};

/**
 * Changes a cycle in one transaction. Once scoring runs the change goes into its history, and what could not have been
 * started must not come about.
 */
export const changeCycle = (
  { id, rev }: CycleTarget,
  context: CallContext,
  change: (
    tx: Tx,
    cycle: Cycle,
  ) => {
    readonly after: Cycle;
    readonly note: string;
    readonly what?: 'changed' | 'extended';
  },
): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requireCycle(tx, id);
    const { after, note, what = 'changed' } = change(tx, before);
    const running = before.state !== 'draft';
    const problems = running ? runningProblems(tx, after) : [];
    if (problems.length > 0) throw refuseWithAll('不能这样修改：', problems);
    const history = running ? [...before.history, cycleEvent(tx, what, note)] : before.history;
    return viewCycle(tx, tx.replace(cycleCollection, { ...after, rev, history }), context);
  });
