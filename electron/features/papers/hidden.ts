import type { IssuedPaper } from '../../../shared/features/papers/schema.ts';
import type { Reader } from '../../store/types.ts';

/** What the records that papers belong to have to say on who may not see them: papers know no record. */
export interface HiddenPapers {
  /** True for a paper of a matter about this user that he or she was not served. */
  hides(reader: Reader, paper: Pick<IssuedPaper, 'id' | 'caseId'>, userId: string): boolean;
}
