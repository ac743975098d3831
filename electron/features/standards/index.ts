export { standardsCollections } from './collections.ts';
export { standardsHandlers } from './handlers.ts';
export { loadStandards, type StandardsLibrary } from './library.ts';
export {
  enabledMeasures,
  readLawPack,
  readPaperTexts,
  readSeverityMatrix,
  requireGround,
  requireMatter,
  requireMeasure,
  requireSchoolRule,
} from './readers.ts';
export { seedStandards, topUpStandards } from './seed.ts';
