export { dutiesCollections, dutyListCollection } from './collections.ts';
export { dutiesHandlers } from './handlers.ts';
