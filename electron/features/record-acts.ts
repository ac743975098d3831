import { instantOfMs } from '../../shared/kernel/dates.ts';
import type { Stamp } from '../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../shared/kernel/result.ts';
import type { Tx } from '../store/types.ts';
import type { CallContext } from './context.ts';

/** What acts on records of every kind write and ask for. */

/** One transaction in the caller's name, under the channel's. */
export const commit = <R>(
  { store, actor, channel }: Pick<CallContext, 'store' | 'actor' | 'channel'>,
  work: (tx: Tx) => R,
): Promise<R> => store.transact({ actor, act: channel }, work);

/** Who and when: the same for everything that one transaction writes. */
export const stampOf = (tx: Tx): Stamp => ({ at: instantOfMs(tx.now), by: tx.actor });

/** What has happened cannot lie ahead; no day, no objection. @throws AppError `invalid` at the field. */
export const demandPast = (path: string, label: string, day: string | null, today: string): void => {
  if (day !== null && day > today) throw invalidField(path, `${label}不能晚于今天。`);
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

/** @throws AppError `conflict` when somebody changed the record since the caller saw it; `what` is 这条线索, 这件事项. */
export const demandSeen = (record: { readonly rev: number }, seen: number, what: string): void => {
  if (record.rev !== seen) throw new AppError('conflict', `${what}刚刚已有别的修改，请刷新后再办理。`);
};

/** A record's number, and its state and the act in words. */
export interface ActWords {
  readonly number: string;
  readonly state: string;
  readonly act: string;
}

/** That the state of a record does not know an act. */
export const wrongState = ({ number, state, act }: ActWords): AppError =>
  new AppError('illegal-step', `${number}目前“${state}”，不能${act}。`);

/** What a workflow says of the result of an act. */
type Outcome<S> =
  | { readonly ok: true; readonly to: S }
  | { readonly ok: false; readonly reason: 'wrong-state' }
  | { readonly ok: false; readonly reason: 'incomplete'; readonly missing: readonly string[] };

/** The state that an act leads to. @throws AppError `illegal-step` with what is missing, or with the state it has. */
export const stateAfter = <S>(outcome: Outcome<S>, words: ActWords): S => {
  if (outcome.ok) return outcome.to;
  throw outcome.reason === 'incomplete'
    ? new AppError('illegal-step', `还不能${words.act}，还需要：${outcome.missing.join('、')}。`)
    : wrongState(words);
};
