import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import type { IssuedPaper } from '../../../shared/features/papers/schema.ts';
import type { Draft, Reader, Store, Tx } from '../../store/types.ts';
import { storedFile } from '../file-content.ts';
import { issuedPaperCollection } from './collections.ts';

/** Freezes a paper whose bytes the store already keeps. */
export const keepIssuedPaper = (
  tx: Tx,
  paper: Omit<Draft<IssuedPaper>, 'issued' | 'superseded'>,
): IssuedPaper =>
  tx.insert(issuedPaperCollection, {
    ...paper,
    issued: { at: instantOfMs(tx.now), by: tx.actor },
    superseded: null,
  });

/** Marks that a paper no longer counts. It stays in the register, and its file stays readable. */
export const supersedePaper = (tx: Tx, paperId: string, reason: string): void => {
  const paper = requireIssuedPaper(tx, paperId);
  if (paper.superseded) return;
  tx.replace(issuedPaperCollection, {
    ...paper,
    superseded: { at: instantOfMs(tx.now), by: tx.actor, reason },
  });
};

/** @throws AppError `not-found` for an unknown paper. */
export const requireIssuedPaper = (reader: Reader, id: string): IssuedPaper =>
  reader.require(issuedPaperCollection, id, '文书');

/** Every paper that was issued in a case, those that no longer count included, in the order of issue. */
export const issuedPapersOfCase = (reader: Reader, caseId: string): IssuedPaper[] =>
  reader.by(issuedPaperCollection, 'case', caseId).toSorted((a, b) => (a.issued.at < b.issued.at ? -1 : 1));

/** The bytes of an issued paper as a file that travels. @throws AppError `storage` when they are damaged. */
export const issuedPaperFile = (store: Store, paper: IssuedPaper): Promise<FileContent> =>
  storedFile(store, paper.file);
