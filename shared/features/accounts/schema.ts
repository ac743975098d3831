import { z } from 'zod';
import { entityShape, textSchema } from '../../kernel/entity.ts';
import { instantSchema } from '../../kernel/dates.ts';
import { permissionSchema, roleIdSchema } from './permissions.ts';

export const accountNameSchema = z
  .string()
  .trim()
  .min(2, '登录名至少 2 个字')
  .max(30, '登录名不能超过 30 个字')
  .regex(/^[\p{L}\p{N}._-]+$/u, '登录名只能用汉字、字母、数字、点、横线和下划线');

/** Long rather than contrived: length is what resists guessing (NIST SP 800-63B 5.1.1). */
export const passwordSchema = z.string().min(8, '密码至少 8 位').max(128, '密码不能超过 128 位');

export const personNameSchema = textSchema('姓名', 30);

const rolesSchema = z.array(roleIdSchema).min(1, '请至少选择一个角色');

/** A stored account. The password is kept only as a salted scrypt hash. */
export const accountSchema = z.object({
  ...entityShape,
  accountName: accountNameSchema,
  name: personNameSchema,
  roles: rolesSchema,
  /** The member of staff this account belongs to, when there is one. */
  staffId: z.string().nullable(),
  active: z.boolean(),
  mustChangePassword: z.boolean(),
  secret: z.object({
    algorithm: z.literal('scrypt'),
    n: z.number().int(),
    r: z.number().int(),
    p: z.number().int(),
    salt: z.string(),
    hash: z.string(),
  }),
  createdAt: instantSchema,
  lastLoginAt: instantSchema.nullable(),
});
export type Account = z.infer<typeof accountSchema>;

/** An account as others may see it: never its secret. */
export const accountViewSchema = accountSchema.omit({ secret: true }).extend({
  /** Until when logging in is refused after too many failures. */
  blockedUntil: instantSchema.nullable(),
});
export type AccountView = z.infer<typeof accountViewSchema>;

export const accountDraftSchema = z.object({
  accountName: accountNameSchema,
  name: personNameSchema,
  roles: rolesSchema,
  staffId: z.string().nullable().default(null),
});

/** Who is at the screen now, and what this person may do. */
export const sessionViewSchema = z.object({
  user: z
    .object({
      userId: z.string(),
      accountName: z.string(),
      name: z.string(),
      roles: z.array(roleIdSchema),
      permissions: z.array(permissionSchema),
      mustChangePassword: z.boolean(),
    })
    .nullable(),
  locked: z.boolean(),
  /** Minutes without a call by a person after which the screen locks. */
  autoLockMinutes: z.number().int(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const autoLockMinutesSchema = z
  .number()
  .int('请填写整数分钟')
  .min(1, '自动锁定时间至少 1 分钟')
  .max(120, '自动锁定时间不能超过 120 分钟');
