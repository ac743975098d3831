export { archiveCollections } from './collections.ts';
export { archiveHandlers } from './handlers.ts';
