export { casesCollections } from './collections.ts';
export { casesHandlers } from './handlers.ts';
export { caseSearchSource } from './search.ts';
export { caseTimeline } from './timeline.ts';
