export { standardsCollections } from './collections.ts';
export { standardsHandlers } from './handlers.ts';
export { loadStandards, type StandardsLibrary } from './library.ts';
export { readLawPack, requireGround, requireMatter, requireMeasure, requireSchoolRule } from './readers.ts';
export { seedStandards } from './seed.ts';
