import { permissionsOf } from '../../../shared/features/accounts/permissions.ts';
import type { Account } from '../../../shared/features/accounts/schema.ts';
import type { Reader } from '../../store/types.ts';
import { accountCollection } from '../accounts/index.ts';

const scores = ({ active, roles }: Account): boolean =>
  active && permissionsOf(roles).has('evaluation.score');

/** The account with which a member of staff can enter scores; undefined when there is none. */
export const scoringAccountOf = (reader: Reader, staffId: string): string | undefined =>
  reader.by(accountCollection, 'staff', staffId).find(scores)?.id;

/** Everybody who can be made a rater with an account of his own. */
export const raterAccounts = (reader: Reader): { userId: string; staffId: string | null; name: string }[] =>
  reader
    .all(accountCollection)
    .filter(scores)
    .map(({ id, name, accountName, staffId }) => ({
      userId: id,
      staffId,
      name: `${name}（${accountName}）`,
    }));

/** The raters' accounts of a plan that could not enter anything: gone, switched off or without the permission. */
export const unusableAccounts = (reader: Reader, userIds: readonly string[]): Set<string> =>
  new Set(
    userIds.filter((id) => {
      const account = reader.get(accountCollection, id);
      return !account || !scores(account);
    }),
  );
