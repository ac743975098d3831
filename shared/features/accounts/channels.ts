import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { targetSchema } from '../../kernel/entity.ts';
import {
  accountDraftSchema,
  accountNameSchema,
  accountViewSchema,
  autoLockMinutesSchema,
  passwordSchema,
  personNameSchema,
  sessionViewSchema,
} from './schema.ts';
import { roleIdSchema } from './permissions.ts';

const nothing = z.object({});
/** A password as typed at a login: not checked for strength, or old ones could not be entered. */
const typedPassword = z.string().min(1, '请输入密码').max(128);
/** Made for one use, shown once to the administrator; it must be changed at the first login. */
const temporaryPassword = z.object({ account: accountViewSchema, temporaryPassword: z.string() });

export const accountsChannels = {
  'accounts.session': query({ access: 'public', input: nothing, output: sessionViewSchema }),
  'accounts.login': command({
    access: 'public',
    input: z.object({ accountName: accountNameSchema, password: typedPassword }),
    output: sessionViewSchema,
  }),
  'accounts.logout': command({ access: 'public', input: nothing, output: sessionViewSchema }),
  'accounts.lock': command({ access: 'public', input: nothing, output: sessionViewSchema }),
  'accounts.unlock': command({
    access: 'public',
    input: z.object({ password: typedPassword }),
    output: sessionViewSchema,
  }),
  'accounts.changePassword': command({
    access: 'signed-in',
    input: z.object({ current: typedPassword, next: passwordSchema }),
    output: sessionViewSchema,
  }),
  'accounts.list': query({
    access: 'accounts.manage',
    input: nothing,
    output: z.object({ accounts: z.array(accountViewSchema) }),
  }),
  'accounts.create': command({
    access: 'accounts.manage',
    input: accountDraftSchema,
    output: temporaryPassword,
  }),
  'accounts.update': command({
    access: 'accounts.manage',
    input: targetSchema.extend({
      name: personNameSchema,
      roles: z.array(roleIdSchema).min(1, '请至少选择一个角色'),
      staffId: z.string().nullable(),
      active: z.boolean(),
    }),
    output: accountViewSchema,
  }),
  'accounts.resetPassword': command({
    access: 'accounts.manage',
    input: targetSchema,
    output: temporaryPassword,
  }),
  'accounts.setAutoLock': command({
    access: 'accounts.manage',
    input: z.object({ minutes: autoLockMinutesSchema }),
    output: sessionViewSchema,
  }),
};
