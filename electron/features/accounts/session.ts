import { permissionsOf } from '../../../shared/features/accounts/permissions.ts';
import { isIdleTooLong } from '../../../shared/features/accounts/rules.ts';
import type { Account, SessionView } from '../../../shared/features/accounts/schema.ts';
import type { Reader } from '../../store/types.ts';
import type { Services, Session, SessionUser } from '../context.ts';
import { accountCollection, autoLockMinutes } from './collections.ts';

/** Screens ask these by themselves: nobody needs to sit there. */
const POLLING: ReadonlySet<string> = new Set([
  'accounts.session',
  'jobs.view',
  // A recording that plays on tells nothing of who sits before it.
  'files.read',
  'setup.status',
  'setup.demoProgress',
]);

const userOf = (account: Account): SessionUser => ({
  userId: account.id,
  accountName: account.accountName,
  name: account.name,
  roles: account.roles,
  mustChangePassword: account.mustChangePassword,
  credential: account.secret.salt,
});

/** Lets the person of an account work in this session. */
export const openSession = (session: Session, account: Account, now: number): void => {
  session.user = userOf(account);
  session.locked = false;
  session.lastActiveAt = now;
};

/** Nobody is logged in any more. */
export const endSession = (session: Session): void => {
  session.user = undefined;
  session.locked = false;
};

/**
 * Brings a session up to date before a call: changed roles count at once; a stopped account or a password that was
 * changed elsewhere ends it; and a screen that was left for too long is locked.
 */
export const refreshSession = (session: Session, { store, clock }: Services, channel: string): void => {
  if (!session.user) return;
  const account = store.get(accountCollection, session.user.userId);
  if (!account?.active || account.secret.salt !== session.user.credential) {
    endSession(session);
    return;
  }
  session.user = userOf(account);
  if (session.locked) return;
  const now = clock.now();
  if (isIdleTooLong(session.lastActiveAt, now, autoLockMinutes(store))) session.locked = true;
  else if (!POLLING.has(channel)) session.lastActiveAt = now;
};

/** The session as its screen may see it. */
export const sessionView = (session: Session, reader: Reader): SessionView => ({
  user: session.user
    ? {
        userId: session.user.userId,
        accountName: session.user.accountName,
        name: session.user.name,
        roles: [...session.user.roles],
        permissions: [...permissionsOf(session.user.roles)],
        mustChangePassword: session.user.mustChangePassword,
      }
    : null,
  locked: session.locked,
  autoLockMinutes: autoLockMinutes(reader),
});
