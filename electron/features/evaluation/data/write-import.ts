import type { DataImport } from '../../../../shared/features/evaluation/data/schema.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { Tx } from '../../../store/types.ts';
import type { NewId } from '../../context.ts';
import { dataImportCollection } from './collections.ts';
import { writeEach } from './typing.ts';

/** Writes the figures that a file brought, and keeps what each replaced, so that the import can be taken back. */
export const writeImport = (
  tx: Tx,
  { cycleId, file, changes }: Pick<DataImport, 'cycleId' | 'file' | 'changes'>,
  newId: NewId,
): void => {
  writeEach(
    tx,
    cycleId,
    changes.map(({ subjectId, field, after }) => ({ subjectId, field, datum: after })),
    newId,
  );
  tx.insert(dataImportCollection, {
    id: newId(),
    cycleId,
    file,
    saved: { at: instantOfMs(tx.now), by: tx.actor },
    changes,
    undone: null,
  });
};
