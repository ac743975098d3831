export { publicityCollections } from './collections.ts';
export { publicityDeadlineSource } from './deadlines.ts';
export { publicityHandlers } from './handlers.ts';
export { publicitySearchSource } from './search.ts';
export { assessmentPublicities, publicitiesShowing } from './shown.ts';
