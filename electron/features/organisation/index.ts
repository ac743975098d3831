export { organisationHandlers } from './handlers.ts';
export {
  classCollection,
  departmentCollection,
  organisationCollections,
  postCollection,
  pupilCollection,
  schoolCollection,
  schoolYearCollection,
  staffCollection,
} from './collections.ts';
export { insertSchool, placeOf, readSchool, requireStaff, type Place } from './readers.ts';
export { pupilSearchSource, staffSearchSource } from './search.ts';
export { staffTimeline } from './timeline.ts';
