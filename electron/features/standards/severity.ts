import type { SeverityMatrix } from '../../../shared/features/standards/schema.ts';
import type { SeverityMatrixContent } from '../../../shared/features/standards/severity-matrix.ts';
import type { CallContext } from '../context.ts';
import { MATRIX_ID, severityCollection } from './collections.ts';
import { demandGrounds, withVersion, type StandardsEdit } from './versions.ts';
import { commit } from '../record-acts.ts';

/** @throws AppError `invalid` for a circumstance that rests on an unknown ground. */
export const editSeverity = (
  { rev, content, why }: StandardsEdit & { content: SeverityMatrixContent },
  context: CallContext,
): Promise<SeverityMatrix> =>
  commit(context, (tx) => {
    content.circumstances.forEach(({ grounds }, at) => {
      demandGrounds(tx, grounds, `content.circumstances.${String(at)}.grounds`);
    });
    const before = tx.require(severityCollection, MATRIX_ID, '裁量档次');
    const versions = withVersion(tx, before.versions, content, why);
    return tx.replace(severityCollection, { ...before, rev, versions });
  });
