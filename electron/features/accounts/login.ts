import { accountKey } from '../../../shared/features/accounts/rules.ts';
import type { Account } from '../../../shared/features/accounts/schema.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CallContext, SessionUser } from '../context.ts';
import { accountCollection } from './collections.ts';
import type { LoginGuard } from './guard.ts';
import { hashPassword, isOutdated, isPassword } from './password.ts';
import { openSession } from './session.ts';

const changedMeanwhile = (): AppError => new AppError('conflict', '这个用户刚刚被修改过，请重新登录。');

/** The account of a session's user. The session was brought up to date just before, so it is there. */
const accountOf = ({ store }: CallContext, user: SessionUser): Account =>
  store.require(accountCollection, user.userId, '用户');

/**
 * Logs a person in. Unknown names, wrong passwords and waiting are answered alike, after the same work.
 *
 * @throws AppError `forbidden`
 */
export const login = (
  context: CallContext,
  guard: LoginGuard,
  input: { readonly accountName: string; readonly password: string },
): Promise<void> =>
  guard.inTurn(input.accountName, async () => {
    const { store, clock, session } = context;
    guard.demandOpen(store, clock, input.accountName);
    const [account] = store.by(accountCollection, 'name', accountKey(input.accountName));
    if (!(await isPassword(input.password, account?.secret)) || !account) {
      throw await guard.fail(context, input.accountName, '登录名或密码不正确。');
    }
    if (!account.active) throw new AppError('forbidden', '这个用户已停用，请联系系统管理员。');
    openSession(session, await welcome(context, guard, account, input.password), clock.now());
  });

/** Notes the login, and hashes the password anew where it was hashed the old way. */
const welcome = async (
  { store, clock, channel }: CallContext,
  guard: LoginGuard,
  seen: Account,
  password: string,
): Promise<Account> => {
  guard.forgetName(seen.accountName);
  // A folder that cannot be written can still be read by those who may.
  if (!store.health().writable) return seen;
  const renewed = isOutdated(seen.secret) ? await hashPassword(password) : undefined;
  return store.transact({ actor: { userId: seen.id, name: seen.name }, act: channel }, (tx) => {
    const account = tx.get(accountCollection, seen.id);
    if (!account?.active || account.secret.salt !== seen.secret.salt) throw changedMeanwhile();
    guard.forget(tx, account.id);
    return tx.replace(accountCollection, {
      ...account,
      secret: renewed ?? account.secret,
      lastLoginAt: instantOfMs(clock.now()),
    });
  });
};

/**
 * Unlocks a screen by the password of the person who locked it.
 *
 * @throws AppError `forbidden`
 */
export const unlock = async (context: CallContext, guard: LoginGuard, password: string): Promise<void> => {
  const { store, clock, session } = context;
  const { user } = session;
  if (!user) throw new AppError('forbidden', '请先登录。');
  await guard.inTurn(user.accountName, async () => {
    guard.demandOpen(store, clock, user.accountName);
    const { secret } = accountOf(context, user);
    if (!(await isPassword(password, secret))) {
      throw await guard.fail(context, user.accountName, '密码不正确。');
    }
    const account = store.get(accountCollection, user.userId);
    // Somebody else may have logged in here, or this person been stopped, while the password was checked.
    if (session.user?.userId !== user.userId || !account?.active) throw changedMeanwhile();
    if (account.secret.salt !== secret.salt) throw changedMeanwhile();
    openSession(session, account, clock.now());
    guard.forgetName(user.accountName);
    if (store.health().writable) {
      await store.transact({ actor: context.actor, act: context.channel }, (tx) =>
        guard.forget(tx, account.id),
      );
    }
  });
};

/**
 * Gives the logged-in person a new password; this person's other sessions end.
 *
 * @throws AppError `forbidden` when there were too many failures, `invalid` at the field at fault.
 */
export const changePassword = async (
  context: CallContext,
  guard: LoginGuard,
  input: { readonly current: string; readonly next: string },
): Promise<void> => {
  const { store, clock, session, actor, channel } = context;
  const { user } = session;
  if (!user) throw new AppError('forbidden', '请先登录。');
  await guard.inTurn(user.accountName, async () => {
    guard.demandOpen(store, clock, user.accountName);
    const { secret: before } = accountOf(context, user);
    if (!(await isPassword(input.current, before))) {
      const { message } = await guard.fail(context, user.accountName, '现在的密码不正确。');
      throw invalidField('current', message);
    }
    if (await isPassword(input.next, before)) {
      throw invalidField('next', '新密码不能与现在的密码相同。');
    }
    const secret = await hashPassword(input.next);
    const changed = await store.transact({ actor, act: channel }, (tx) => {
      const account = tx.require(accountCollection, user.userId, '用户');
      if (!account.active || account.secret.salt !== before.salt) throw changedMeanwhile();
      guard.forget(tx, account.id);
      return tx.replace(accountCollection, { ...account, secret, mustChangePassword: false });
    });
    guard.forgetName(user.accountName);
    if (session.user?.userId === user.userId) openSession(session, changed, clock.now());
  });
};
