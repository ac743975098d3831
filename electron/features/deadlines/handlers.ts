import type { deadlinesChannels, DeadlineView } from '../../../shared/features/deadlines/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import type { DeadlineSource } from '../deadline-source.ts';
import { collectDeadlines, fitsFilter } from './collect.ts';
import { exportCalendar, exportDeadlines } from './export.ts';
import { estimatedTerms, recomputeTerms } from './recompute.ts';

const kindsOf = (views: readonly DeadlineView[]): { kind: string; label: string }[] =>
  [...new Map(views.map(({ kind, label, sourceLabel }) => [kind, `${sourceLabel}·${label}`]))].map(
    ([kind, label]) => ({ kind, label }),
  );

/** The handlers of an app whose features have these terms. */
export const createDeadlinesHandlers = (sources: readonly DeadlineSource[]) =>
  ({
    'deadlines.list': (filter, context) => {
      const all = collectDeadlines(sources, context.store, context);
      return {
        today: context.today,
        deadlines: all.filter((view) => fitsFilter(view, filter)),
        kinds: kindsOf(all),
      };
    },
    'deadlines.export': ({ ids }, context) => exportDeadlines(sources, ids, context),
    'deadlines.exportCalendar': ({ ids }, context) => exportCalendar(sources, ids, context),
    'deadlines.estimated': (_input, context) => estimatedTerms(sources, context.store, context),
    'deadlines.recompute': ({ ids }, context) => recomputeTerms(sources, ids, context),
  }) satisfies Handlers<typeof deadlinesChannels, CallContext>;
