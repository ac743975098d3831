import type { Account } from '../../../shared/features/accounts/schema.ts';
import type { ParsedInputOf } from '../../../shared/kernel/channel.ts';
import type { accountsChannels } from '../../../shared/features/accounts/channels.ts';
import { leavesNoAdministrator } from '../../../shared/features/accounts/rules.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Actor, Target } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { requireStaff } from '../organisation/index.ts';
import { accountCollection, accountSettingsCollection, SETTINGS_ID } from './collections.ts';
import type { LoginGuard } from './guard.ts';
import { hashPassword, temporaryPassword } from './password.ts';

type InputTo<C extends keyof typeof accountsChannels> = ParsedInputOf<(typeof accountsChannels)[C]>;

interface Handed {
  readonly account: Account;
  /** Shown once. */
  readonly temporaryPassword: string;
}

/** The first account of a school, as founding prepares it outside the transaction. */
export interface FirstAdministrator {
  readonly id: string;
  readonly accountName: string;
  readonly name: string;
  readonly secret: Account['secret'];
}

/** Hashes the first password: too slow for the inside of a transaction. */
export const prepareFirstAdministrator = async (
  id: string,
  draft: { readonly accountName: string; readonly name: string; readonly password: string },
): Promise<FirstAdministrator> => ({
  id,
  accountName: draft.accountName,
  name: draft.name,
  secret: await hashPassword(draft.password),
});

/** The administrator whom the founder of the school named; logged in at once, so no temporary password. */
export const createFirstAdministrator = (tx: Tx, first: FirstAdministrator): Account =>
  tx.insert(accountCollection, {
    ...first,
    roles: ['administrator'],
    staffId: null,
    active: true,
    mustChangePassword: false,
    createdAt: instantOfMs(tx.now),
    lastLoginAt: instantOfMs(tx.now),
  });

/** Who signs what the founding writes: the person who is being made administrator by it. */
export const founder = (first: FirstAdministrator): Actor => ({ userId: first.id, name: first.name });

/** Adds a user with a temporary password. @throws AppError `conflict` when the login name is taken. */
export const createAccount = async (
  { store, newId, actor, channel }: CallContext,
  draft: InputTo<'accounts.create'>,
): Promise<Handed> => {
  const password = temporaryPassword();
  const secret = await hashPassword(password);
  const account = await store.transact({ actor, act: channel }, (tx) => {
    if (draft.staffId !== null) requireStaff(tx, draft.staffId);
    return tx.insert(accountCollection, {
      id: newId(),
      ...draft,
      secret,
      active: true,
      mustChangePassword: true,
      createdAt: instantOfMs(tx.now),
      lastLoginAt: null,
    });
  });
  return { account, temporaryPassword: password };
};

/**
 * Changes name, roles, link to a member of staff, or whether the account may be used. Open sessions follow at their
 * next call.
 *
 * @throws AppError `illegal-step` for whoever stops the own account, or leaves the school without an administrator.
 */
export const updateAccount = (
  { store, actor, channel }: CallContext,
  { id, rev, name, roles, staffId, active }: InputTo<'accounts.update'>,
): Promise<Account> =>
  store.transact({ actor, act: channel }, (tx) => {
    const account = tx.require(accountCollection, id, '用户');
    if (staffId !== null) requireStaff(tx, staffId);
    const changed: Account = { ...account, rev, name, roles: [...new Set(roles)], staffId, active };
    if (leavesNoAdministrator(tx.all(accountCollection), changed)) {
      throw new AppError(
        'illegal-step',
        '这是最后一位能登录的系统管理员，不能停用，也不能取消系统管理员角色。请先给另一个用户系统管理员角色。',
      );
    }
    if (account.active && !active && id === actor.userId) {
      throw new AppError('illegal-step', '不能停用自己的用户，请由另一位系统管理员操作。');
    }
    return tx.replace(accountCollection, changed);
  });

/** Replaces a forgotten password by a temporary one; the person's sessions end, and waiting after failures with them. */
export const resetPassword = async (
  { store, actor, channel }: CallContext,
  guard: LoginGuard,
  { id, rev }: Target,
): Promise<Handed> => {
  if (id === actor.userId) {
    throw new AppError('illegal-step', '自己的密码请在右上角“修改密码”里改。');
  }
  const password = temporaryPassword();
  const secret = await hashPassword(password);
  const account = await store.transact({ actor, act: channel }, (tx) => {
    const before = tx.require(accountCollection, id, '用户');
    guard.forget(tx, id);
    return tx.replace(accountCollection, { ...before, rev, secret, mustChangePassword: true });
  });
  guard.forgetName(account.accountName);
  return { account, temporaryPassword: password };
};

/** Sets after how many idle minutes (1 to 120) every screen of the school locks itself. */
export const setAutoLock = (
  { store, actor, channel }: CallContext,
  autoLockMinutes: number,
): Promise<unknown> =>
  store.transact({ actor, act: channel }, (tx) => {
    const before = tx.get(accountSettingsCollection, SETTINGS_ID);
    return before
      ? tx.replace(accountSettingsCollection, { ...before, autoLockMinutes })
      : tx.insert(accountSettingsCollection, { id: SETTINGS_ID, autoLockMinutes });
  });
