import type { PublicityView } from '../../../shared/features/publicity/channels.ts';
import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import { publicityStateLabels } from '../../../shared/features/publicity/schema.ts';
import {
  isOpenTo,
  publicityActLabels,
  type PublicityAct,
} from '../../../shared/features/publicity/workflow.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Stamp, Target } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { publicityCollection } from './collections.ts';
import { publicityView } from './views.ts';

export const stampOf = (tx: Tx): Stamp => ({ at: instantOfMs(tx.now), by: tx.actor });

/** @throws AppError `not-found`. */
export const requirePublicity = (reader: Reader, id: string): Publicity =>
  reader.require(publicityCollection, id, '公示');

/** @throws AppError `conflict`, `illegal-step`: what stands in the way before anything is done. */
export const demandOpen = (record: Publicity, act: PublicityAct, rev: number): void => {
  if (record.rev !== rev) throw new AppError('conflict', '这项公示刚刚已有别的修改，请刷新后再办理。');
  if (!isOpenTo(record.state, act))
    throw new AppError(
      'illegal-step',
      `${record.number}目前“${publicityStateLabels[record.state]}”，不能${publicityActLabels[act]}。`,
    );
};

/**
 * One act on one publicity in one transaction, with a line for its history.
 *
 * @throws AppError `conflict`, `illegal-step`, and whatever `edit` refuses.
 */
export const changePublicity = async (
  context: CallContext,
  act: PublicityAct,
  target: Target,
  edit: (record: Publicity, tx: Tx) => { record: Publicity; note: string },
): Promise<PublicityView> => {
  const changed = await context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requirePublicity(tx, target.id);
    demandOpen(before, act, target.rev);
    const { record, note } = edit(before, tx);
    return tx.replace(publicityCollection, {
      ...record,
      history: [...record.history, { made: stampOf(tx), what: publicityActLabels[act], note }],
    });
  });
  return publicityView(changed, context);
};
