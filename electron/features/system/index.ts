export { createSystemHandlers } from './handlers.ts';
