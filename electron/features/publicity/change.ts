import type { PublicityView } from '../../../shared/features/publicity/channels.ts';
import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import { publicityStateLabels } from '../../../shared/features/publicity/schema.ts';
import {
  isOpenTo,
  publicityActLabels,
  type PublicityAct,
} from '../../../shared/features/publicity/workflow.ts';
import type { Target } from '../../../shared/kernel/entity.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { demandSeen, stampOf, wrongState } from '../record-acts.ts';
import { publicityCollection } from './collections.ts';
import { publicityView } from './views.ts';

/** @throws AppError `not-found`. */
export const requirePublicity = (reader: Reader, id: string): Publicity =>
  reader.require(publicityCollection, id, '公示');

/** @throws AppError `conflict`, `illegal-step`: what stands in the way before anything is done. */
export const demandOpen = (record: Publicity, act: PublicityAct, rev: number): void => {
  demandSeen(record, rev, '这项公示');
  if (!isOpenTo(record.state, act))
    throw wrongState({
      number: record.number,
      state: publicityStateLabels[record.state],
      act: publicityActLabels[act],
    });
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
