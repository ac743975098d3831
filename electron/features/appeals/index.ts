export { appealCaseFile } from './case-file.ts';
export { appealCollection, appealsCollections } from './collections.ts';
export { appealDeadlineSource } from './deadlines.ts';
export { appealsHandlers } from './handlers.ts';
export { appealSearchSource } from './search.ts';
export { appealTimeline } from './timeline.ts';
