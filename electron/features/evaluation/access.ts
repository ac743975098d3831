import type { Cycle, RaterGroup } from '../../../shared/features/evaluation/schema.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { isSealed } from './planning/ballots.ts';
import { scoringAccountOf } from './rater-accounts.ts';

/** What a caller may do with score sheets of one cycle. */
export interface SheetRights {
  mayOpen(group: RaterGroup, raterId: string): boolean;
  mayEnter(group: RaterGroup, raterId: string): boolean;
  /** The account that alone may enter this sheet; undefined: an 考核员 does. */
  accountOf(group: RaterGroup, raterId: string): string | undefined;
  /** Sees the names behind the scores. */
  readonly seesNames: boolean;
  /** Rates here himself and does not run the evaluation: nobody else's sheets are for him. */
  readonly onlyOwn: boolean;
}

/**
 * Whoever rates with an account of his own enters his own sheets and sees no others; the sheets of raters without an
 * account are entered by an 考核员 who takes no part himself, or by whoever runs the evaluation. Nobody enters
 * the sheet of somebody who has an account.
 */
export const sheetRights = (
  reader: Reader,
  cycle: Pick<Cycle, 'groups' | 'subjects' | 'state' | 'sealed'>,
  context: Pick<CallContext, 'session' | 'can'>,
): SheetRights => {
  const me = context.session.user?.userId;
  const [scores, manages] = [context.can('evaluation.score'), context.can('evaluation.manage')];
  const accountOf = (group: RaterGroup, raterId: string): string | undefined =>
    group.kind === 'self'
      ? scoringAccountOf(reader, raterId)
      : (group.raters.find(({ id }) => id === raterId)?.userId ?? undefined);
  const takesPart =
    me !== undefined &&
    cycle.groups.some((group) =>
      group.kind === 'self'
        ? cycle.subjects.some(({ id }) => scoringAccountOf(reader, id) === me)
        : group.raters.some(({ userId }) => userId === me),
    );
  const onlyOwn = takesPart && !manages;
  const mayOpen = (group: RaterGroup, raterId: string): boolean => {
    const account = accountOf(group, raterId);
    if (!group.anonymous) return !onlyOwn || account === me;
    // Nobody reads an anonymous sheet but its rater; one from paper only while it is being copied.
    if (isSealed(cycle, group) || cycle.state !== 'scoring') return false;
    return account === undefined ? scores && !onlyOwn : account === me;
  };
  return {
    accountOf,
    mayOpen,
    seesNames: manages,
    onlyOwn,
    mayEnter: (group, raterId) => {
      if (!scores || cycle.state !== 'scoring' || !mayOpen(group, raterId)) return false;
      const account = accountOf(group, raterId);
      return account === undefined || account === me;
    },
  };
};
