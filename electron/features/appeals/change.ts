import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import {
  actLabels,
  isForUninvolved,
  isOpenTo,
  outcomeOf,
  stateLabels,
  type AppealAct,
} from '../../../shared/features/appeals/workflow.ts';
import type { Target } from '../../../shared/kernel/entity.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { demandSeen, stampOf, stateAfter, wrongState } from '../record-acts.ts';
import { appealCollection } from './collections.ts';
import { demandNotOwn, demandUninvolved } from './recusal.ts';

/** @throws AppError `not-found`. */
export const requireAppeal = (reader: Reader, id: string): Appeal =>
  reader.require(appealCollection, id, '申诉复核');

/** An appeal as a caller may see it. @throws AppError `not-found`, `forbidden` when it is about the caller. */
export const requireAppealFor = (
  { store, session }: Pick<CallContext, 'store' | 'session'>,
  id: string,
): Appeal => {
  const appeal = requireAppeal(store, id);
  demandNotOwn(store, appeal, { session });
  return appeal;
};

/** @throws AppError `conflict`, `illegal-step`: what stands in the way before anything is done. */
export const demandOpen = (appeal: Appeal, act: AppealAct, rev: number): void => {
  demandSeen(appeal, rev, '这件申请');
  if (!isOpenTo(appeal, act))
    throw wrongState({ number: appeal.number, state: stateLabels[appeal.state], act: actLabels[act] });
};

/** An appeal after an act, before the workflow has said where it leads, and a line for its history. */
export interface Edit {
  readonly appeal: Appeal;
  readonly note: string;
}

/**
 * One act on one appeal in one transaction: the state must know the act, `edit` makes what the act writes, here and in
 * the case, and the workflow decides on the result whether it may stand and where it leads.
 *
 * @throws AppError `conflict`, `illegal-step` with what is missing, `forbidden` for a caller who had a part in the decision
 * where the act judges it, and whatever `edit` refuses.
 */
export const changeAppeal = (
  context: CallContext,
  act: AppealAct,
  target: Target,
  edit: (appeal: Appeal, tx: Tx) => Edit,
): Promise<Appeal> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requireAppeal(tx, target.id);
    demandNotOwn(tx, before, context);
    demandOpen(before, act, target.rev);
    if (isForUninvolved(act)) demandUninvolved(tx, before, context);
    const { appeal, note } = edit(before, tx);
    const state = stateAfter(outcomeOf(act, before.state, appeal), {
      number: before.number,
      state: stateLabels[before.state],
      act: actLabels[act],
    });
    return tx.replace(appealCollection, {
      ...appeal,
      state,
      history: [...appeal.history, { made: stampOf(tx), act: actLabels[act], state, note }],
    });
  });
