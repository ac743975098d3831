import { z } from 'zod';
import { accountKey } from '../../../shared/features/accounts/rules.ts';
import { accountSchema, autoLockMinutesSchema } from '../../../shared/features/accounts/schema.ts';
import { entityShape } from '../../../shared/kernel/entity.ts';
import { defineCollection, type Reader } from '../../store/types.ts';

export const accountCollection = defineCollection({
  name: 'accounts',
  schema: accountSchema,
  indexes: {
    name: (account) => accountKey(account.accountName),
    staff: (account) => account.staffId ?? undefined,
  },
  unique: ['name', 'staff'],
  duplicateMessage: (index) =>
    index === 'name' ? '这个登录名已有人使用，请换一个。' : '这位教职工已经有一个用户，不能再关联。',
});

/** Failed passwords of an account, under the account's id: closing the program does not wipe them out. */
export const failedLoginCollection = defineCollection({
  name: 'failedLogins',
  schema: z.object({
    ...entityShape,
    failures: z.number().int().positive(),
    /** Epoch milliseconds. */
    lastFailedAt: z.number().int(),
  }),
  indexes: {},
  unique: [],
  duplicateMessage: () => '登录失败记录已经存在。',
});

/** One record for the whole school. */
export const accountSettingsCollection = defineCollection({
  name: 'accountSettings',
  schema: z.object({ ...entityShape, autoLockMinutes: autoLockMinutesSchema }),
  indexes: {},
  unique: [],
  duplicateMessage: () => '用户设置已经存在。',
});

export const accountsCollections = [
  accountCollection,
  failedLoginCollection,
  accountSettingsCollection,
] as const;

export const SETTINGS_ID = 'settings';
const DEFAULT_AUTO_LOCK_MINUTES = 10;

/** After how many idle minutes every screen of this school locks itself. */
export const autoLockMinutes = (reader: Reader): number =>
  reader.get(accountSettingsCollection, SETTINGS_ID)?.autoLockMinutes ?? DEFAULT_AUTO_LOCK_MINUTES;

/** True once there is somebody who can log in: founding is over for ever. */
export const someoneCanLogIn = (reader: Reader): boolean => reader.count(accountCollection) > 0;

/** The name of the person behind an account, for records that keep only its id. */
export const accountName = (reader: Reader, id: string): string =>
  reader.get(accountCollection, id)?.name ?? '已删除的用户';
