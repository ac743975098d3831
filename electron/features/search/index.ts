export { createSearchHandlers } from './handlers.ts';
export { createSearchIndex, type SearchIndex } from './search-index.ts';
