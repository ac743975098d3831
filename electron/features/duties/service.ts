import type { z } from 'zod';
import type { dutiesChannels } from '../../../shared/features/duties/channels.ts';
import { holderKey, type DutyHolder, type DutyList } from '../../../shared/features/duties/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { bodyCollection, postCollection } from '../organisation/index.ts';
import { commit, stampOf } from '../record-acts.ts';
import { dutyListCollection } from './collections.ts';
import { holderName } from './holders.ts';
import { loadDutyLibrary } from './library.ts';

type Input<C extends keyof typeof dutiesChannels> = z.output<(typeof dutiesChannels)[C]['input']>;

/** @throws AppError `not-found` */
export const requireDutyList = (reader: Reader, id: string): DutyList =>
  reader.require(dutyListCollection, id, '岗位职责');

/** @throws AppError `not-found` for a post or a body that is not there. */
const demandHolder = (tx: Tx, holder: DutyHolder): void => {
  if (holder.kind === 'post') tx.require(postCollection, holder.id, '岗位');
  if (holder.kind === 'body') tx.require(bodyCollection, holder.id, '机构');
};

const insertList = (
  tx: Tx,
  { newId }: Pick<CallContext, 'newId'>,
  { holder, title, appliesFrom, items }: Input<'duties.create'>,
  why: string,
): DutyList => {
  demandHolder(tx, holder);
  return tx.insert(dutyListCollection, {
    id: newId(),
    holder,
    title,
    endedOn: null,
    versions: [{ version: 1, appliesFrom, made: stampOf(tx), why, items }],
  });
};

export const createList = (input: Input<'duties.create'>, context: CallContext): Promise<DutyList> =>
  commit(context, (tx) => insertList(tx, context, input, '本校新增'));

/** Takes lists over from the library, all or none. */
export const adoptLists = async (
  { appliesFrom, choices }: Input<'duties.adopt'>,
  context: CallContext,
): Promise<{ adopted: number }> => {
  const library = await loadDutyLibrary(context.resourcesDir);
  return commit(context, (tx) => {
    for (const { holder, key } of choices) {
      const entry = library.find((one) => one.key === key && one.kind === holder.kind);
      if (!entry) throw new AppError('not-found', '职责库里没有所选的这一份，请刷新后重试。');
      const called = holderName(tx, holder);
      if (tx.by(dutyListCollection, 'holder', holderKey(holder)).length > 0)
        throw new AppError('conflict', `“${called}”已经有岗位职责，请刷新后重新选择。没有采用任何一份。`);
      const title =
        holder.kind === 'head' ? entry.title : `${called}${holder.kind === 'body' ? '职责' : '岗位职责'}`;
      insertList(tx, context, { holder, title, appliesFrom, items: entry.items }, '采用职责库');
    }
    return { adopted: choices.length };
  });
};

/** @throws AppError `invalid` for a version that would apply before the one in force, or like it. */
export const changeList = (
  { id, rev, appliesFrom, why, items }: Input<'duties.change'>,
  context: CallContext,
): Promise<DutyList> =>
  commit(context, (tx) => {
    const list = requireDutyList(tx, id);
    if (list.endedOn !== null)
      throw new AppError(
        'illegal-step',
        `《${list.title}》已于${formatDay(list.endedOn)}停用，请先恢复使用。`,
      );
    const last = list.versions.at(-1);
    if (last && appliesFrom <= last.appliesFrom)
      throw invalidField(
        'appliesFrom',
        `新的一版须晚于上一版开始执行的日期（${formatDay(last.appliesFrom)}），否则过去的职责就被改写了。`,
      );
    if (last && JSON.stringify(last.items) === JSON.stringify(items))
      throw invalidField('items', '内容与上一版相同，不需要新的一版。');
    return tx.replace(dutyListCollection, {
      ...list,
      rev,
      versions: [
        ...list.versions,
        { version: (last?.version ?? 0) + 1, appliesFrom, made: stampOf(tx), why, items },
      ],
    });
  });

/** Ends a list on its last day; null takes the ending back. */
export const endList = ({ id, rev, endedOn }: Input<'duties.end'>, context: CallContext): Promise<DutyList> =>
  commit(context, (tx) => {
    const list = requireDutyList(tx, id);
    const first = list.versions[0];
    if (endedOn !== null && first && endedOn < first.appliesFrom)
      throw invalidField('endedOn', `停用日期不能早于开始执行的日期（${formatDay(first.appliesFrom)}）`);
    return tx.replace(dutyListCollection, { ...list, rev, endedOn });
  });
