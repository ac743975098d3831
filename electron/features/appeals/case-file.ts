import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { dayOfInstant } from '../../../shared/kernel/dates.ts';
import type { Reader } from '../../store/types.ts';
import type { CaseFileSource } from '../case-file-source.ts';
import { requireCase } from '../cases/index.ts';
import { contentHash } from '../papers/index.ts';
import { appealChapter } from './case-file-chapter.ts';
import { appealCollection } from './collections.ts';
import { contentOf, maskedSourceOf, sourceOf } from './issue.ts';
import { maskedAppeal } from './masked.ts';
import { makePaper } from './papers/makers.ts';

const appealsIn = (reader: Reader, caseId: string): Appeal[] =>
  reader
    .by(appealCollection, 'case', caseId)
    .toSorted((a, b) => (a.registered.at < b.registered.at ? -1 : 1));

const maskedIn = (reader: Reader, caseId: string): Appeal[] => {
  const record = requireCase(reader, caseId);
  return appealsIn(reader, caseId).map((appeal) => maskedAppeal(appeal, record));
};

/** What appeals add to the complete file of their case: their record, the text of their papers, what came in with them. */
export const appealCaseFile: CaseFileSource = {
  chapters(reader, caseId) {
    const appeals = maskedIn(reader, caseId);
    return appeals.length === 0
      ? []
      : [{ title: '复核和申诉', blocks: appeals.flatMap((appeal) => appealChapter(appeal)) }];
  },
  async paperAgain(issued, context) {
    const { store } = context;
    for (const appeal of appealsIn(store, issued.caseId)) {
      const paper = appeal.papers.find(({ issuedPaperId }) => issuedPaperId === issued.id);
      if (!paper) continue;
      const printedOn = dayOfInstant(issued.issued.at);
      const source = await sourceOf(appeal, paper, context, printedOn);
      if (contentHash(contentOf(store, source)) !== issued.contentHash) return undefined;
      return makePaper(await maskedSourceOf(appeal, paper, context, printedOn));
    }
    return undefined;
  },
  files: (reader, caseId) =>
    maskedIn(reader, caseId).flatMap(({ number, files, decision, organ }) => [
      ...files.map(({ title, file }) => ({ title: `${number} ${title}`, file })),
      ...(decision?.file ? [{ title: `${number} ${organ}的决定`, file: decision.file }] : []),
    ]),
};
