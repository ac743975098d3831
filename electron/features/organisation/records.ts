import type { Entity } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CollectionSpec, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';

/** A form's record: new without `id`, otherwise the one that was seen. */
interface Saved {
  readonly id?: string | undefined;
  readonly rev?: number | undefined;
}

/** Inserts or replaces, as the form says. */
export const save = <T extends Entity, K extends string>(
  tx: Tx,
  context: CallContext,
  collection: CollectionSpec<T, K>,
  { id, rev }: Saved,
  make: (identity: { id: string; rev: number }) => NoInfer<T>,
): T => {
  if (id === undefined) return tx.insert(collection, make({ id: context.newId(), rev: 1 }));
  if (rev === undefined) throw new AppError('invalid', '缺少这条记录的版本，请刷新后重试。');
  return tx.replace(collection, make({ id, rev }));
};
