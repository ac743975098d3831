export { calendarOf } from './calendar-of.ts';
export { calendarCollections } from './collections.ts';
export { calendarHandlers } from './handlers.ts';
