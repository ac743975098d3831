export { evaluationCollections } from './collections.ts';
export { cycleDeadlineSource } from './deadlines.ts';
export { evaluationHandlers } from './handlers.ts';
export { cycleSearchSource } from './search-source.ts';
export { evaluationTimeline } from './timeline.ts';
