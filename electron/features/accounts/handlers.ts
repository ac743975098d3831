import type { accountsChannels } from '../../../shared/features/accounts/channels.ts';
import {
  accountViewSchema,
  type Account,
  type AccountView,
} from '../../../shared/features/accounts/schema.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { CallContext } from '../context.ts';
import { accountCollection } from './collections.ts';
import { LoginGuard } from './guard.ts';
import { changePassword, login, unlock } from './login.ts';
import { createAccount, resetPassword, setAutoLock, updateAccount } from './manage.ts';
import { endSession, sessionView } from './session.ts';

/** The handlers of one opened data folder: they share what is remembered of failed logins. */
export const createAccountsHandlers = () => {
  const guard = new LoginGuard();

  const view = (account: Account, { store, clock }: CallContext): AccountView => {
    const until = guard.blockedUntil(store, clock, account.accountName);
    // The schema leaves the secret out.
    return accountViewSchema.parse({
      ...account,
      blockedUntil: until === undefined ? null : instantOfMs(until),
    });
  };

  return {
    'accounts.session': (_input, { session, store }) => sessionView(session, store),
    'accounts.login': async (input, context) => {
      await login(context, guard, input);
      return sessionView(context.session, context.store);
    },
    'accounts.logout': (_input, { session, store }) => {
      endSession(session);
      return sessionView(session, store);
    },
    'accounts.lock': (_input, { session, store }) => {
      session.locked = session.user !== undefined;
      return sessionView(session, store);
    },
    'accounts.unlock': async ({ password }, context) => {
      await unlock(context, guard, password);
      return sessionView(context.session, context.store);
    },
    'accounts.changePassword': async (input, context) => {
      await changePassword(context, guard, input);
      return sessionView(context.session, context.store);
    },
    'accounts.list': (_input, context) => ({
      accounts: context.store.all(accountCollection).map((account) => view(account, context)),
    }),
    'accounts.create': async (draft, context) => {
      const { account, temporaryPassword } = await createAccount(context, draft);
      return { account: view(account, context), temporaryPassword };
    },
    'accounts.update': async (input, context) => view(await updateAccount(context, input), context),
    'accounts.resetPassword': async (target, context) => {
      const { account, temporaryPassword } = await resetPassword(context, guard, target);
      return { account: view(account, context), temporaryPassword };
    },
    'accounts.setAutoLock': async ({ minutes }, context) => {
      await setAutoLock(context, minutes);
      return sessionView(context.session, context.store);
    },
  } satisfies Handlers<typeof accountsChannels, CallContext>;
};
