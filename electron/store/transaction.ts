import type { Actor, Entity } from '../../shared/kernel/entity.ts';
import { AppError } from '../../shared/kernel/result.ts';
import { admitNew } from './admit.ts';
import { keysOf } from './indexes.ts';
import type { Layer } from './layer.ts';
import { recordsBy } from './layer.ts';
import type { Layers } from './overlay.ts';
import type { CollectionSpec, Draft, Reader, Tx } from './types.ts';

/** Reads from whatever layers: the committed tables, or a transaction's own view. */
export const createReader = (layers: Layers): Reader => ({
  get: (collection, id) => layers.of(collection).get(id),
  require(collection, id, what) {
    const record = layers.of(collection).get(id);
    if (record === undefined)
      throw new AppError('not-found', `找不到这条${what},它可能已被删除,请刷新后重试。`);
    return record;
  },
  all: (collection) => layers.of(collection).all(),
  by: (collection, index, key) => recordsBy(layers.of(collection), index, key),
  count: (collection) => layers.of(collection).count(),
});

const refuseDuplicates = <T extends Entity, K extends string>(
  spec: CollectionSpec<T, K>,
  layer: Layer<T, K>,
  record: T,
): void => {
  for (const index of spec.unique) {
    for (const key of keysOf(spec.indexes[index], record)) {
      if (layer.ids(index, key).some((id) => id !== record.id)) {
        throw new AppError('conflict', spec.duplicateMessage(index, key));
      }
    }
  }
};

const seen = <T extends Entity, K extends string>(layer: Layer<T, K>, id: string, rev: number): void => {
  const current = layer.get(id);
  if (current === undefined) throw new AppError('not-found', '这条记录已被删除,请刷新后重试。');
  if (current.rev !== rev) throw new AppError('conflict', '这条记录刚被修改过,请刷新后核对,再重新保存。');
};

/** One transaction over `layers`; `expire` makes any later use of it an error. */
export const createTx = (layers: Layers, actor: Actor, now: number): { tx: Tx; expire: () => void } => {
  let expired = false;
  const open: Layers = {
    of(spec) {
      if (expired) throw new Error('a transaction was used after its work had returned');
      return layers.of(spec);
    },
  };
  const tx: Tx = {
    ...createReader(open),
    actor,
    now,
    insert<T extends Entity, K extends string>(spec: CollectionSpec<T, K>, draft: Draft<T>): T {
      const layer = open.of(spec);
      const record = admitNew(spec, { ...draft, rev: 1 });
      if (layer.get(record.id) !== undefined)
        throw new AppError('conflict', '这条记录已经存在,请刷新后核对。');
      refuseDuplicates(spec, layer, record);
      layer.write(record.id, record);
      return record;
    },
    replace(spec, record) {
      const layer = open.of(spec);
      seen(layer, record.id, record.rev);
      const next = admitNew(spec, { ...record, rev: record.rev + 1 });
      refuseDuplicates(spec, layer, next);
      layer.write(next.id, next);
      return next;
    },
    remove(spec, id, rev) {
      const layer = open.of(spec);
      seen(layer, id, rev);
      layer.write(id, undefined);
    },
  };
  return { tx, expire: () => void (expired = true) };
};
