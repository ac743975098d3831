import { systemChannels } from '../../shared/features/system/channels.ts';
import type { Services } from '../features/context.ts';
import { systemHandlers } from '../features/system/index.ts';
import { register, type Bound, type Registry } from './registry.ts';

/** Every collection of every feature: what a data folder holds. */
export const collections = [] as const;

/** Joins every feature's channels to its handlers. A channel without a handler does not compile. */
export const registerFeatures = (_services: Services): Registry => {
  const registry = new Map<string, Bound>();
  register(registry, systemChannels, systemHandlers);
  return registry;
};
