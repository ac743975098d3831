import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import {
  actLabels,
  isForUninvolved,
  isOpenTo,
  outcomeOf,
  stateLabels,
  type AppealAct,
} from '../../../shared/features/appeals/workflow.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Stamp, Target } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { appealCollection } from './collections.ts';
import { demandUninvolved } from './recusal.ts';

export const stampOf = (tx: Tx): Stamp => ({ at: instantOfMs(tx.now), by: tx.actor });

/** @throws AppError `not-found`. */
export const requireAppeal = (reader: Reader, id: string): Appeal =>
  reader.require(appealCollection, id, '申诉复核');

/** What has happened cannot lie ahead. @throws AppError `invalid` at the field. */
export const demandPast = (path: string, label: string, day: string, today: string): void => {
  if (day > today) throw invalidField(path, `${label}不能晚于今天。`);
};

/** @throws AppError `invalid` at the field when `day` is before `earliest`, which is called `what`. */
export const demandNotBefore = (
  path: string,
  label: string,
  day: string,
  earliest: string,
  what: string,
): void => {
  if (day < earliest) throw invalidField(path, `${label}不能早于${what}。`);
};

/** @throws AppError `conflict`, `illegal-step`: what stands in the way before anything is done. */
export const demandOpen = (appeal: Appeal, act: AppealAct, rev: number): void => {
  if (appeal.rev !== rev) throw new AppError('conflict', '这件申请刚刚已有别的修改，请刷新后再办理。');
  if (!isOpenTo(appeal, act))
    throw new AppError(
      'illegal-step',
      `${appeal.number}目前“${stateLabels[appeal.state]}”，不能${actLabels[act]}。`,
    );
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
    demandOpen(before, act, target.rev);
    if (isForUninvolved(act)) demandUninvolved(tx, before, context);
    const { appeal, note } = edit(before, tx);
    const outcome = outcomeOf(act, before.state, appeal);
    if (!outcome.ok)
      throw new AppError(
        'illegal-step',
        outcome.reason === 'incomplete'
          ? `还不能${actLabels[act]}，还需要：${outcome.missing.join('、')}。`
          : `${before.number}目前不能${actLabels[act]}。`,
      );
    return tx.replace(appealCollection, {
      ...appeal,
      state: outcome.to,
      history: [...appeal.history, { made: stampOf(tx), act: actLabels[act], state: outcome.to, note }],
    });
  });
