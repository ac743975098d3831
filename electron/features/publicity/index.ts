export { publicityCollections } from './collections.ts';
export { publicityDeadlineSource } from './deadlines.ts';
export { publicityHandlers } from './handlers.ts';
export { publicitySearchSource } from './search.ts';
export { publicitiesShowing } from './shown.ts';
