import type { Target } from '../../../shared/kernel/entity.ts';
import { actLabels, type CaseAct } from '../../../shared/features/cases/acts.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { stateLabels } from '../../../shared/features/cases/states.ts';
import { isOpenTo, outcomeOf } from '../../../shared/features/cases/workflow.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { demandSeen, stampOf, stateAfter, wrongState, type ActWords } from '../record-acts.ts';
import { caseCollection } from './collections.ts';
import { demandImpartialUser, demandOutsider } from './recusal.ts';
import { caseView } from './views.ts';

export const requireCase = (reader: Reader, id: string): CaseRecord =>
  reader.require(caseCollection, id, '问责事项');

/** A case as a caller may see it. @throws AppError `not-found` for an unknown one, `forbidden` when it is about the caller. */
export const requireCaseFor = (
  { store, session }: Pick<CallContext, 'store' | 'session'>,
  id: string,
): CaseRecord => {
  const record = requireCase(store, id);
  demandOutsider(store, record, { session });
  return record;
};

/** @throws AppError `conflict` when somebody changed the case since the caller saw it. */
export const demandSeenCase = (record: CaseRecord, rev: number): void => demandSeen(record, rev, '这件事项');

const wordsOf = ({ number, state }: CaseRecord, act: CaseAct): ActWords => ({
  number,
  state: stateLabels[state],
  act: actLabels[act],
});

/** @throws AppError `illegal-step` when the state of the case does not know the act. */
export const demandOpenTo = (record: CaseRecord, act: CaseAct): void => {
  if (!isOpenTo(record, act)) throw wrongState(wordsOf(record, act));
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
 * @throws AppError `conflict`, `forbidden` for whoever it is about, `illegal-step` with what is missing, and whatever `edit` refuses.
 */
export const changeCaseIn = (
  tx: Tx,
  act: CaseAct,
  target: Target,
  edit: (record: CaseRecord) => Edit,
): CaseRecord => {
  const before = requireCase(tx, target.id);
  demandSeenCase(before, target.rev);
  demandImpartialUser(tx, before, act, tx.actor.userId);
  // A changed route is judged by its own table, on the result.
  if (act !== 'changeRoute') demandOpenTo(before, act);
  const { record, note } = edit(before);
  const state = stateAfter(outcomeOf(act, before.state, record), wordsOf(before, act));
  return tx.replace(caseCollection, {
    ...record,
    state,
    history: [...record.history, { made: stampOf(tx), act: actLabels[act], state, note }],
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
