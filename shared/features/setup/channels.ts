import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { failureSchema } from '../../kernel/result.ts';
import {
  accountNameSchema,
  passwordSchema,
  personNameSchema,
  sessionViewSchema,
} from '../accounts/schema.ts';
import { schoolProfileSchema } from '../organisation/school.ts';

const nothing = z.object({});

/**
 * Where a PC stands before anybody can log in:
 * - `choose-folder` no data folder yet: the wizard begins
 * - `unavailable`   the folder cannot be opened now; `problem` says why and what to do
 * - `new-school`    the folder is open and empty: school and first administrator are missing
 * - `ready`         people can log in
 */
export const setupStatusSchema = z.object({
  stage: z.enum(['choose-folder', 'unavailable', 'new-school', 'ready']),
  folder: z.string().nullable(),
  suggestedFolder: z.string(),
  /** True where the host can show the system's folder dialog. */
  canPickFolder: z.boolean(),
  problem: failureSchema.nullable(),
  schoolName: z.string().nullable(),
  /** True while the demo school is open: the screens say so. */
  demo: z.boolean(),
});
export type SetupStatus = z.infer<typeof setupStatusSchema>;

export const demoProgressSchema = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  note: z.string(),
  problem: failureSchema.nullable(),
  /** Accounts of the demo school that a visitor may log in with, told once it is ready. */
  logins: z.array(
    z.object({ accountName: z.string(), name: z.string(), role: z.string(), password: z.string() }),
  ),
});
export type DemoProgress = z.infer<typeof demoProgressSchema>;

/** Answered by the desk that holds the data folder, not by the school in it. */
export const setupChannels = {
  'setup.status': query({ access: 'public', input: nothing, output: setupStatusSchema }),
  'setup.pickFolder': command({
    access: 'public',
    input: nothing,
    output: z.object({ folder: z.string().nullable() }),
  }),
  'setup.useFolder': command({
    access: 'public',
    input: z.object({ folder: z.string().trim().min(1, '请选择数据文件夹').max(400) }),
    output: setupStatusSchema,
  }),
  'setup.openDemo': command({ access: 'public', input: nothing, output: demoProgressSchema }),
  'setup.demoProgress': query({ access: 'public', input: nothing, output: demoProgressSchema }),
  'setup.cancelDemo': command({ access: 'public', input: nothing, output: demoProgressSchema }),
  /** Back from the demo school to the own data folder (or to the wizard). */
  'setup.leaveDemo': command({ access: 'public', input: nothing, output: setupStatusSchema }),
};

/** Answered inside a data folder as long as nobody can log in there; refused for ever after. */
export const foundingChannels = {
  'setup.createSchool': command({
    access: 'public',
    input: z.object({
      school: schoolProfileSchema,
      administrator: z.object({
        accountName: accountNameSchema,
        name: personNameSchema,
        password: passwordSchema,
      }),
    }),
    output: sessionViewSchema,
  }),
};
