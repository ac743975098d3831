import type { Cycle, RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import { dayInstantOfMs, formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { Actor, Stamp } from '../../../../shared/kernel/entity.ts';
import type { CommitOptions, Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';

/** Who stands on the record for scores of an anonymous group: nobody. */
export const anonymousRater: Actor = { userId: '', name: '匿名评分人' };

/** How scores are journalled: those of an anonymous group by nobody, and without the hour. */
export const sheetCommit = (
  group: Pick<RaterGroup, 'anonymous'>,
  { actor, channel }: Pick<CallContext, 'actor' | 'channel'>,
): CommitOptions =>
  group.anonymous ? { actor: anonymousRater, act: channel, dayOnly: true } : { actor, act: channel };

/** When and by whom a sheet was saved; of an anonymous group only the day, since the minute would tell who sat there. */
export const sheetStamp = (tx: Tx, group: Pick<RaterGroup, 'anonymous'>): Stamp =>
  group.anonymous
    ? { at: dayInstantOfMs(tx.now), by: anonymousRater }
    : { at: instantOfMs(tx.now), by: tx.actor };

/** Why a rater's sheets are shut today though scoring runs; blank: they are open. */
export const entryClosed = (
  cycle: Pick<Cycle, 'endsOn' | 'sealed'>,
  group: RaterGroup,
  raterId: string,
  today: string,
): string => {
  if (group.anonymous && cycle.sealed !== null) return `“${group.name}”已经封存：匿名评分收卷以后不能再改。`;
  const rater = group.raters.find(({ id }) => id === raterId);
  if (rater?.withdrawn) return '这名评分人已经退出。';
  const last = rater?.extendedTo ?? cycle.endsOn;
  return today > last ? `评分已于${formatDay(last)}截止。需要补评的，请由组织考核的人办理延期。` : '';
};
