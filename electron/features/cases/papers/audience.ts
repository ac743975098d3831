import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import type { PaperFacts, PaperMaker, PaperSource } from '../paper-source.ts';
import { maskedRecord } from './masking.ts';

/** The same paper of a case in which only those named keep their names. */
const seenBy = (source: PaperSource, ownIds: readonly string[]): PaperSource => {
  const record: CaseRecord = maskedRecord(source.record, ownIds);
  const subject = record.subjects.find(({ personId }) => personId === source.subject?.personId) ?? null;
  return { ...source, record, subject };
};

type Unlimited = Omit<PaperMaker, 'seen'>;

const limited = (maker: Unlimited, ownIdsOf: (source: PaperFacts) => readonly string[]): PaperMaker => {
  const seen = (source: PaperSource): PaperSource => seenBy(source, ownIdsOf(source));
  return {
    ...maker,
    seen,
    make: (source) => maker.make(seen(source)),
    fields: (source) => maker.fields(seen(source)),
  };
};

/** A paper that people other than the child and its guardian read: no child is named in it. */
export const forOthers = (maker: Unlimited): PaperMaker => limited(maker, () => []);

/** A paper for one person: a child is named in its own, all other children are not. */
export const forThemselves = (maker: Unlimited): PaperMaker =>
  limited(maker, ({ subject, paper, aboutId }) => [
    ...(subject ? [subject.personId] : (paper?.personIds ?? [])),
    ...(aboutId === null ? [] : [aboutId]),
  ]);
