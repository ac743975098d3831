export { foundingHandlers } from './handlers.ts';
