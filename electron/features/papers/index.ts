export { papersCollections } from './collections.ts';
export { contentHash, paperContent, renderContent, type PaperContent } from './content.ts';
export { createPapersHandlers } from './handlers.ts';
export type { HiddenPapers } from './hidden.ts';
export {
  issuedPaperFile,
  issuedPapersOfCase,
  keepIssuedPaper,
  requireIssuedPaper,
  supersedePaper,
} from './issued.ts';
export { readLetterhead } from './letterhead.ts';
export { allocateNumber, peekNumber, voidNumber } from './numbering.ts';
export { ownFormOf, renderWithTemplate, type RenderedPaper } from './own-forms.ts';
export { createPaperSearchSource } from './search.ts';
