import type { Recount } from '../../../shared/features/deadlines/channels.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { calendarOf } from '../calendar/index.ts';
import type { CallContext } from '../context.ts';
import type { DeadlineSource } from '../deadline-source.ts';
import { contextFor, idOf } from './collect.ts';

/** Every running estimated term with what the present calendar makes of it; those of others are only counted. */
export const estimatedTerms = (
  sources: readonly DeadlineSource[],
  reader: Reader,
  caller: Pick<CallContext, 'session' | 'can' | 'today' | 'store'>,
): { terms: Recount[]; hidden: number } => {
  const calendar = calendarOf(reader);
  const context = contextFor(reader, caller);
  let hidden = 0;
  const terms = sources.flatMap((source) => {
    const recounted = source.recompute?.preview(reader, calendar) ?? [];
    const seen = new Map(
      caller.can(source.access)
        ? source
            .deadlines(reader, caller.today, context)
            .filter(({ permission }) => caller.can(permission))
            .map((deadline) => [deadline.key, deadline])
        : [],
    );
    return recounted.flatMap(({ key, before, after }): Recount[] => {
      const deadline = seen.get(key);
      if (!deadline) {
        hidden += 1;
        return [];
      }
      const { label, recordNumber, recordTitle, recordPath, people, othersTerm } = deadline;
      return [
        {
          id: idOf(source, key),
          label,
          recordNumber,
          recordTitle,
          recordPath,
          people: [...people],
          before,
          after: after.day,
          stillEstimated: after.estimated,
          othersTerm,
        },
      ];
    });
  });
  return { terms: terms.sort((a, b) => (a.before < b.before ? -1 : 1)), hidden };
};

/**
 * Counts the terms named again, all of them in one transaction.
 *
 * @throws AppError `not-found` for one that the caller may not see, or that is no longer estimated.
 */
export const recomputeTerms = (
  sources: readonly DeadlineSource[],
  ids: readonly string[],
  context: CallContext,
): Promise<{ recomputed: number }> => {
  const { store, actor, channel } = context;
  return store.transact({ actor, act: channel }, (tx) => {
    const open = new Set(estimatedTerms(sources, tx, context).terms.map(({ id }) => id));
    if (ids.some((id) => !open.has(id)))
      throw new AppError('not-found', '所选的期限里有的已经办结或重新计算过，请刷新后再选。');
    const calendar = calendarOf(tx);
    const recomputed = sources.reduce((sum, source) => {
      const prefix = idOf(source, '');
      const keys = ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
      return sum + (keys.length === 0 ? 0 : (source.recompute?.apply(tx, calendar, new Set(keys)) ?? 0));
    }, 0);
    return { recomputed };
  });
};
