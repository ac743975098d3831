import type { Account } from './schema.ts';

/** Two login names are the same when they differ only in letter case or in full and half width. */
export const accountKey = (accountName: string): string => accountName.trim().normalize('NFKC').toLowerCase();

type Standing = Pick<Account, 'id' | 'roles' | 'active'>;

const mayManage = (account: Standing): boolean => account.active && account.roles.includes('administrator');

/** True when nobody could manage users any more once `changed` replaces the account of the same id. */
export const leavesNoAdministrator = (accounts: readonly Standing[], changed: Standing): boolean =>
  !accounts.some((account) => mayManage(account.id === changed.id ? changed : account));

/** True when a screen that was last used at `lastActiveAt` has to be locked at `now` (epoch milliseconds). */
export const isIdleTooLong = (lastActiveAt: number, now: number, autoLockMinutes: number): boolean =>
  now - lastActiveAt >= autoLockMinutes * 60_000;
