import type { Actor, Entity } from '../../shared/kernel/entity.ts';
import { AppError } from '../../shared/kernel/result.ts';
import { admitNew } from './admit.ts';
import { keysOf } from './indexes.ts';
import type { Layer } from './layer.ts';
import { recordsBy } from './layer.ts';
import type { Layers } from './overlay.ts';
import type { CollectionSpec, Draft, Reader, Tx } from './types.ts';

/** Reads from whatever layers: the committed tables, or a transaction's own view. */
export class LayeredReader implements Reader {
  readonly #layers: Layers;

  constructor(layers: Layers) {
    this.#layers = layers;
  }

  get<T extends Entity, K extends string>(collection: CollectionSpec<T, K>, id: string): T | undefined {
    return this.#layers.of(collection).get(id);
  }

  require<T extends Entity, K extends string>(collection: CollectionSpec<T, K>, id: string, what: string): T {
    const record = this.#layers.of(collection).get(id);
    if (record === undefined)
      throw new AppError('not-found', `找不到这条${what}，它可能已被删除，请刷新后重试。`);
    return record;
  }

  all<T extends Entity, K extends string>(collection: CollectionSpec<T, K>): readonly T[] {
    return this.#layers.of(collection).all();
  }

  by<T extends Entity, K extends string>(
    collection: CollectionSpec<T, K>,
    index: K,
    key: string,
  ): readonly T[] {
    return recordsBy(this.#layers.of(collection), index, key);
  }

  count<T extends Entity, K extends string>(collection: CollectionSpec<T, K>): number {
    return this.#layers.of(collection).count();
  }
}

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

const demandSeen = <T extends Entity, K extends string>(
  layer: Layer<T, K>,
  id: string,
  rev: number,
): void => {
  const current = layer.get(id);
  if (current === undefined) throw new AppError('not-found', '这条记录已被删除，请刷新后重试。');
  if (current.rev !== rev) throw new AppError('conflict', '这条记录刚被修改过，请刷新后核对，再重新保存。');
};

/** Layers that can be taken away from whoever still holds on to them. */
class Lease implements Layers {
  readonly #layers: Layers;
  #expired = false;

  constructor(layers: Layers) {
    this.#layers = layers;
  }

  of<T extends Entity, K extends string>(spec: CollectionSpec<T, K>): Layer<T, K> {
    if (this.#expired) throw new Error('a transaction was used after its work had returned');
    return this.#layers.of(spec);
  }

  expire(): void {
    this.#expired = true;
  }
}

/** One transaction: reads and changes `layers`. */
export class Transaction extends LayeredReader implements Tx {
  readonly actor: Actor;
  readonly now: number;
  readonly #lease: Lease;

  constructor(layers: Layers, actor: Actor, now: number) {
    const lease = new Lease(layers);
    super(lease);
    this.#lease = lease;
    this.actor = actor;
    this.now = now;
  }

  insert<T extends Entity, K extends string>(spec: CollectionSpec<T, K>, draft: Draft<T>): T {
    const layer = this.#lease.of(spec);
    const record = admitNew(spec, { ...draft, rev: 1 });
    if (layer.get(record.id) !== undefined) {
      throw new AppError('conflict', '这条记录已经存在，请刷新后核对。');
    }
    refuseDuplicates(spec, layer, record);
    layer.write(record.id, record);
    return record;
  }

  replace<T extends Entity, K extends string>(spec: CollectionSpec<T, K>, record: T): T {
    const layer = this.#lease.of(spec);
    demandSeen(layer, record.id, record.rev);
    const next = admitNew(spec, { ...record, rev: record.rev + 1 });
    refuseDuplicates(spec, layer, next);
    layer.write(next.id, next);
    return next;
  }

  remove<T extends Entity, K extends string>(spec: CollectionSpec<T, K>, id: string, rev: number): void {
    const layer = this.#lease.of(spec);
    demandSeen(layer, id, rev);
    layer.write(id, undefined);
  }

  /** Makes any later use of it an error: its changes are on their way. */
  expire(): void {
    this.#lease.expire();
  }
}
