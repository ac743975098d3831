export { bodyCollection } from './bodies/collection.ts';
export { bodyHandlers } from './bodies/handlers.ts';
export { bodySearchSource } from './bodies/search.ts';
export { rollOf, type Roll } from './bodies/roll.ts';
export { bodyTimeline } from './bodies/timeline.ts';
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
export { courseCollection } from './teaching/collections.ts';
export { teachingHandlers } from './teaching/handlers.ts';
export { classTeachingsOn, coursesOn, teachingsOn, teachingsWithin } from './teaching/readers.ts';
export { staffTimeline } from './timeline.ts';
