export { changeCaseIn, requireCase } from './change.ts';
export { caseCollection, casesCollections, sanctionCollection } from './collections.ts';
export { decidedMeasure } from './decision-items.ts';
export { takenUpAgain, voidPapers, withoutDecision } from './end.ts';
export { createCasesHandlers } from './handlers.ts';
export { formCodeOf, templateFields } from './paper-fields.ts';
export { paperMakers } from './paper-makers.ts';
export type { PaperSource } from './paper-source.ts';
export { loadPaperTexts, type PaperTexts } from './paper-texts.ts';
export { liftingTitle } from './notice-words.ts';
export { maskedRecord, maskingOf, withTexts } from './papers/masking.ts';
export { serviceBody, serviceLacking, serviceValues } from './papers/service-form.ts';
export { demandOutsider, hidesPaper, isAboutUser, visibleTo } from './recusal.ts';
export { registerCaseIn } from './register.ts';
export {
  annulSanctions,
  insertSanctions,
  runningSanctions,
  sanctionsOfCase,
  standingSanctions,
} from './sanctions.ts';
export { caseSearchSource } from './search.ts';
export { executionTasks } from './tasks.ts';
export { caseTimeline } from './timeline.ts';
