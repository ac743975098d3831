import { accountCollection } from '../features/accounts/index.ts';
import { appealCollection } from '../features/appeals/index.ts';
import { caseCollection, hidesPaper } from '../features/cases/index.ts';
import type { HiddenPapers } from '../features/papers/index.ts';

/** 回避: papers of a case, or of an appeal in a case, about the user, but for those that were served on him or her. */
export const hiddenPapers: HiddenPapers = {
  hides(reader, paper, userId) {
    const staffId = reader.get(accountCollection, userId)?.staffId ?? null;
    if (staffId === null) return false;
    const record =
      reader.get(caseCollection, paper.caseId) ??
      reader.get(caseCollection, reader.get(appealCollection, paper.caseId)?.case.id ?? '');
    return record !== undefined && hidesPaper(record, paper.id, staffId);
  },
};
