import { accountsChannels } from '../../shared/features/accounts/channels.ts';
import { searchChannels } from '../../shared/features/search/channels.ts';
import { foundingChannels } from '../../shared/features/setup/channels.ts';
import { standardsChannels } from '../../shared/features/standards/channels.ts';
import { systemChannels } from '../../shared/features/system/channels.ts';
import { accountsCollections, createAccountsHandlers } from '../features/accounts/index.ts';
import type { Services } from '../features/context.ts';
import type { SearchSource } from '../features/search-source.ts';
import { createSearchHandlers, createSearchIndex } from '../features/search/index.ts';
import { foundingHandlers } from '../features/setup/index.ts';
import { standardsCollections, standardsHandlers } from '../features/standards/index.ts';
import { createSystemHandlers } from '../features/system/index.ts';
import type { AnyCollection } from '../store/types.ts';
import { register, type Bound, type Registry } from './registry.ts';

/** Every collection of every feature: what a data folder holds. */
export const collections: readonly AnyCollection[] = [...accountsCollections, ...standardsCollections];

/** What the search looks through. */
const searchSources: readonly SearchSource[] = [];

/** Joins every feature's channels to its handlers. A channel without a handler does not compile. */
export const registerFeatures = (services: Services): Registry => {
  const registry = new Map<string, Bound>();
  register(registry, systemChannels, createSystemHandlers(collections));
  register(registry, accountsChannels, createAccountsHandlers());
  register(registry, foundingChannels, foundingHandlers);
  register(registry, standardsChannels, standardsHandlers);
  register(registry, searchChannels, createSearchHandlers(createSearchIndex(services.store, searchSources)));
  return registry;
};
