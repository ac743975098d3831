import { createHmac } from 'node:crypto';
import type { Cycle, RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Store } from '../../../store/types.ts';
import { cycleCollection } from '../collections.ts';

const PREFIX = 'ballots-';

const keyName = (cycleId: string): string => `${PREFIX}${cycleId}`;

/** True when some group of the plan rates without names. */
export const hasBallots = ({ groups }: Pick<Cycle, 'groups'>): boolean =>
  groups.some(({ anonymous }) => anonymous);

/** Nobody can be led back to a sheet of this group any more. */
export const isSealed = (
  { sealed }: Pick<Cycle, 'sealed'>,
  { anonymous }: Pick<RaterGroup, 'anonymous'>,
): boolean => anonymous && sealed !== null;

/**
 * The id under which a rater's scores are kept; in an anonymous group a token that names nobody: HMAC-SHA256 of group
 * and rater under the cycle's key, which lies outside the journal and is destroyed when the sheets are in.
 *
 * @throws AppError `illegal-step` once the group is sealed, `storage` when the key was lost.
 */
export const sheetRaterId = (
  { store }: { readonly store: Pick<Store, 'key'> },
  cycle: Pick<Cycle, 'id' | 'sealed'>,
  group: Pick<RaterGroup, 'id' | 'name' | 'anonymous'>,
  raterId: string,
): string => {
  if (!group.anonymous) return raterId;
  if (cycle.sealed !== null)
    throw new AppError(
      'illegal-step',
      `“${group.name}”已经封存：匿名评分收卷以后，谁评的都不能再查到，也不能再改。`,
    );
  const key = store.key(keyName(cycle.id));
  if (!key)
    throw new AppError(
      'storage',
      `“${group.name}”的匿名密钥不见了，评分人找不回自己的评分表。已保存的分数不受影响，请直接收卷，或用备份恢复。`,
    );
  return createHmac('sha256', key).update(`${group.id}/${raterId}`).digest('hex');
};

/** True while the sheets of anonymous raters can be found: from the start of the scoring to its end. */
export const mayFindBallots = (
  { store }: { readonly store: Pick<Store, 'key'> },
  cycle: Pick<Cycle, 'id' | 'sealed'>,
): boolean => cycle.sealed === null && store.key(keyName(cycle.id)) !== undefined;

/** Makes the key under which a cycle's anonymous sheets are kept; where there is one it stays. */
export const openBallots = async ({ store }: { readonly store: Store }, cycle: Cycle): Promise<void> => {
  if (hasBallots(cycle) && cycle.sealed === null) await store.makeKey(keyName(cycle.id));
};

/** Destroys the key of a cycle whose anonymous sheets are sealed. */
export const sealBallots = async ({ store }: { readonly store: Store }, cycle: Cycle): Promise<void> => {
  if (cycle.sealed !== null) await store.destroyKey(keyName(cycle.id));
};

/** Destroys what a crash between the sealing and the destruction left behind. */
export const finishSealing = async (store: Store): Promise<void> => {
  for (const name of store.keyNames().filter((one) => one.startsWith(PREFIX))) {
    const cycle = store.get(cycleCollection, name.slice(PREFIX.length));
    if (cycle?.sealed !== null) await store.destroyKey(name);
  }
};
