import type { searchChannels } from '../../../shared/features/search/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import type { SearchIndex } from './search-index.ts';

/** The handlers over the index of one opened data folder. */
export const createSearchHandlers = (index: SearchIndex) =>
  ({
    'search.find': ({ text, kinds, limit }, context) => ({
      hits: index.find({
        text,
        limit,
        userId: context.actor.userId,
        wants: ({ kind, permission }) => context.can(permission) && (kinds?.includes(kind) ?? true),
      }),
    }),
  }) satisfies Handlers<typeof searchChannels, CallContext>;
