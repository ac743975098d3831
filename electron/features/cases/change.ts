import type { Target } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { actLabels, type CaseAct } from '../../../shared/features/cases/acts.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { stateLabels } from '../../../shared/features/cases/states.ts';
import { isOpenTo, outcomeOf } from '../../../shared/features/cases/workflow.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { caseCollection } from './collections.ts';
import { stampOf } from './stamp.ts';
import { caseView } from './views.ts';

export const requireCase = (reader: Reader, id: string): CaseRecord =>
  reader.require(caseCollection, id, '问责事项');

/** @throws AppError `conflict` when somebody changed the case since the caller saw it. */
export const demandSeen = (record: CaseRecord, rev: number): void => {
  if (record.rev !== rev) throw new AppError('conflict', '这件事项刚刚已有别的修改，请刷新后再办理。');
};

/** @throws AppError `illegal-step` when the state of the case does not know the act. */
export const demandOpenTo = (record: CaseRecord, act: CaseAct): void => {
  if (!isOpenTo(record, act))
    throw new AppError(
      'illegal-step',
      `${record.number}目前“${stateLabels[record.state]}”，不能${actLabels[act]}。`,
    );
};

/** A case after an act, before the workflow has said where it leads, and a line for its history. */
export interface Edit {
  readonly record: CaseRecord;
  readonly note: string;
}

/**
 * One act on one case inside a transaction: the state must know the act, and the workflow decides on the result
 * whether it may stand and where it leads. With it several cases can be changed at once or not at all.
 *
 * @throws AppError `conflict`, `illegal-step` with what is missing, and whatever `edit` refuses.
 */
export const changeCaseIn = (
  tx: Tx,
  act: CaseAct,
  target: Target,
  edit: (record: CaseRecord) => Edit,
): CaseRecord => {
  const before = requireCase(tx, target.id);
  demandSeen(before, target.rev);
  // A changed route is judged by its own table, on the result.
  if (act !== 'changeRoute') demandOpenTo(before, act);
  const { record, note } = edit(before);
  const outcome = outcomeOf(act, before.state, record);
  if (!outcome.ok)
    throw new AppError(
      'illegal-step',
      outcome.reason === 'incomplete'
        ? `还不能${actLabels[act]}，还需要：${outcome.missing.join('、')}。`
        : `${before.number}目前“${stateLabels[before.state]}”，不能${actLabels[act]}。`,
    );
  return tx.replace(caseCollection, {
    ...record,
    state: outcome.to,
    history: [...record.history, { made: stampOf(tx), act: actLabels[act], state: outcome.to, note }],
  });
};

/** One act on one case in a transaction of its own. @throws AppError as `changeCaseIn`. */
export const changeCase = async (
  context: CallContext,
  act: CaseAct,
  target: Target,
  edit: (record: CaseRecord, tx: Tx) => Edit,
): Promise<CaseView> => {
  const changed = await context.store.transact({ actor: context.actor, act: context.channel }, (tx) =>
    changeCaseIn(tx, act, target, (record) => edit(record, tx)),
  );
  return caseView(changed, context);
};
