export { caseDeadlineSource } from './case-source.ts';
export { createDeadlinesHandlers } from './handlers.ts';
