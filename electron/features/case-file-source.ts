import type { IssuedPaper } from '../../shared/features/papers/schema.ts';
import type { FileRef } from '../../shared/kernel/entity.ts';
import type { DossierSection, Paper } from '../documents/word/model.ts';
import type { Reader } from '../store/types.ts';
import type { CallContext } from './context.ts';

/**
 * What another feature adds to the complete file of a case. Names of children, of their guardians and of reporters are
 * hidden in all of it: a file travels further than papers.
 */
export interface CaseFileSource {
  /** Chapters of the record; none where there is nothing to tell. */
  chapters(reader: Reader, caseId: string): readonly DossierSection[];
  /**
   * The text of an issued paper that this feature made, as long as making it again would print the same; undefined for
   * every other paper.
   */
  paperAgain(
    issued: IssuedPaper,
    context: Pick<CallContext, 'store' | 'resourcesDir'>,
  ): Promise<Paper | undefined>;
  /** Files that came in, with titles that name no child. */
  files(reader: Reader, caseId: string): readonly { readonly title: string; readonly file: FileRef }[];
}
