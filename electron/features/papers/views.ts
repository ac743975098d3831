import type { NumberView, PaperView } from '../../../shared/features/papers/channels.ts';
import type { DocumentNumber, IssuedPaper } from '../../../shared/features/papers/schema.ts';
import type { Reader } from '../../store/types.ts';
import { staffCollection } from '../organisation/index.ts';

const voidOf = (ended: DocumentNumber['voided']): { at: string; by: string; reason: string } | null =>
  ended && { at: ended.at, by: ended.by.name, reason: ended.reason };

export const numberView = (number: DocumentNumber): NumberView => ({
  id: number.id,
  kind: number.kind,
  number: number.number,
  prefix: number.prefix,
  year: number.year,
  sequence: number.sequence,
  title: number.title,
  caseId: number.caseId,
  allocatedAt: number.allocated.at,
  allocatedBy: number.allocated.by.name,
  voided: voidOf(number.voided),
});

export const paperView = (reader: Reader, paper: IssuedPaper): PaperView => ({
  id: paper.id,
  kind: paper.kind,
  title: paper.title,
  number: paper.number,
  datedOn: paper.datedOn,
  caseId: paper.caseId,
  people: paper.staffIds.flatMap((id) => reader.get(staffCollection, id)?.name ?? []),
  fileName: paper.file.name,
  issuedAt: paper.issued.at,
  issuedBy: paper.issued.by.name,
  superseded: voidOf(paper.superseded),
});

/** By year, kind and prefix, then as they were given. */
export const inRegisterOrder = (numbers: readonly DocumentNumber[]): DocumentNumber[] =>
  [...numbers].sort(
    (a, b) =>
      b.year - a.year ||
      (a.kind === b.kind ? 0 : a.kind === 'document' ? -1 : 1) ||
      (a.prefix === b.prefix ? a.sequence - b.sequence : a.prefix < b.prefix ? -1 : 1),
  );

/** Newest first. */
export const newestPapers = (papers: readonly IssuedPaper[]): IssuedPaper[] =>
  [...papers].sort((a, b) => (a.issued.at < b.issued.at ? 1 : a.issued.at > b.issued.at ? -1 : 0));
