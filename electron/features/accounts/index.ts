export { accountCollection, accountName, accountsCollections, someoneCanLogIn } from './collections.ts';
export { createAccountsHandlers } from './handlers.ts';
export { createFirstAdministrator, founder, prepareFirstAdministrator } from './manage.ts';
export { openSession, refreshSession, sessionView } from './session.ts';
