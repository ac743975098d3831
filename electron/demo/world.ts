import type { RoleId } from '../../shared/features/accounts/permissions.ts';
import type { App } from '../app/create-app.ts';
import { callerOf, type Caller } from './caller.ts';
import type { DemoContent } from './content.ts';
import type { DemoClock } from './demo-clock.ts';
import type { Draw } from './people.ts';

/** What every step of the demo school works with. */
export interface World {
  readonly app: App;
  readonly content: DemoContent;
  readonly clock: DemoClock;
  readonly draw: Draw;
  /** The present, `YYYY-MM-DD`. */
  readonly today: string;
  /** The calendar year in which the current school year began. */
  readonly year: number;
  /** Tells the name of the next person. */
  readonly nextName: () => string;
}

/** The password of all demo accounts; told on the screen. */
export const DEMO_PASSWORD = 'yanshi-2026';

export interface DemoAccount {
  readonly accountName: string;
  readonly role: RoleId;
  /** Whose holder this account belongs to. */
  readonly post: string;
}

export const administratorAccount: DemoAccount = {
  accountName: 'admin',
  role: 'administrator',
  post: '办公室干事',
};

/** Has a part in no decision, and so may handle the reviews of all of them. */
export const reviewerAccount: DemoAccount = {
  accountName: 'fuhe',
  role: 'investigator',
  post: '历史教师',
};

/** One of those who are evaluated, with no part in running it. */
export const teacherAccount: DemoAccount = { accountName: 'jiaoshi', role: 'reader', post: '语文教师' };

export const otherAccounts: readonly DemoAccount[] = [
  { accountName: 'xiaozhang', role: 'principal', post: '校长' },
  { accountName: 'bangongshi', role: 'office', post: '办公室主任' },
  { accountName: 'diaocha', role: 'investigator', post: '政教主任' },
  reviewerAccount,
  { accountName: 'kaohe', role: 'evaluator', post: '教务主任' },
  { accountName: 'caiwu', role: 'finance', post: '报账员' },
  teacherAccount,
];

/** A new session, as if that person had just come to the screen. */
export const logIn = async ({ app }: World, accountName: string): Promise<Caller> => {
  const caller = callerOf(app);
  await caller.call('accounts.login', { accountName, password: DEMO_PASSWORD });
  return caller;
};
