import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { PaperFacts, PaperMaker } from '../paper-source.ts';
import { maskedRecord } from './minors.ts';

/** The same paper of a case in which only those named keep their names. */
const seenBy = <T extends PaperFacts>(source: T, ownIds: readonly string[]): T => {
  const record: CaseRecord = maskedRecord(source.record, ownIds);
  const subject = record.subjects.find(({ personId }) => personId === source.subject?.personId) ?? null;
  return { ...source, record, subject };
};

const limited = (maker: PaperMaker, ownIdsOf: (source: PaperFacts) => readonly string[]): PaperMaker => ({
  ...maker,
  lacking: (source) => maker.lacking(source),
  make: (source) => maker.make(seenBy(source, ownIdsOf(source))),
  fields: (source) => maker.fields(seenBy(source, ownIdsOf(source))),
});

/** A paper that people other than the child and its guardian read: no child is named in it. */
export const forOthers = (maker: PaperMaker): PaperMaker => limited(maker, () => []);

/** A paper for one person: a child is named in its own, all other children are not. */
export const forThemselves = (maker: PaperMaker): PaperMaker =>
  limited(maker, ({ subject, paper, aboutId }) => [
    ...(subject ? [subject.personId] : (paper?.personIds ?? [])),
    ...(aboutId === null ? [] : [aboutId]),
  ]);
