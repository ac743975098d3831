import type { Entity } from '../../shared/kernel/entity.ts';
import { Indexes } from './indexes.ts';
import type { Layer } from './layer.ts';
import type { AnyCollection, CollectionSpec, StoreChange } from './types.ts';

/** An overlay on whatever collection. */
export interface AnyOverlay {
  readonly spec: AnyCollection;
  /** What differs from the layer below, in the order in which it was first touched. */
  changes(): StoreChange[];
  /** Writes the changes into the same collection of `target`. */
  settle(target: Layers): void;
}

/** Changes to one collection, laid over a layer which stays as it is. */
export class Overlay<T extends Entity, K extends string> implements Layer<T, K>, AnyOverlay {
  readonly spec: CollectionSpec<T, K>;
  readonly #below: Layer<T, K>;
  /** What stands here instead of what is below; undefined where it was removed. */
  readonly #entries = new Map<string, T | undefined>();
  /** Made when a lookup first needs them: most transactions touch a record or two. */
  #indexes: Indexes<T, K> | undefined;
  #added = 0;
  #all: readonly T[] | undefined;

  constructor(spec: CollectionSpec<T, K>, below: Layer<T, K>) {
    this.spec = spec;
    this.#below = below;
  }

  get(id: string): T | undefined {
    return this.#entries.has(id) ? this.#entries.get(id) : this.#below.get(id);
  }

  all(): readonly T[] {
    if (this.#entries.size === 0) return this.#below.all();
    if (this.#all) return this.#all;
    const records: T[] = [];
    const replaced = new Set<string>();
    for (const record of this.#below.all()) {
      if (!this.#entries.has(record.id)) records.push(record);
      else {
        replaced.add(record.id);
        const own = this.#entries.get(record.id);
        if (own !== undefined) records.push(own);
      }
    }
    for (const record of this.#present()) if (!replaced.has(record.id)) records.push(record);
    this.#all = Object.freeze(records);
    return records;
  }

  count(): number {
    return this.#below.count() + this.#added;
  }

  ids(index: K, key: string): readonly string[] {
    const below = this.#below.ids(index, key);
    if (this.#entries.size === 0) return below;
    this.#indexes ??= new Indexes(this.spec, () => this.#present());
    return [...below.filter((id) => !this.#entries.has(id)), ...this.#indexes.ids(index, key)];
  }

  write(id: string, after: T | undefined): void {
    const seen = this.get(id);
    this.#indexes?.move(this.#entries.get(id), after);
    this.#added += Number(after !== undefined) - Number(seen !== undefined);
    // What came and went again within this layer never was.
    if (after === undefined && this.#below.get(id) === undefined) this.#entries.delete(id);
    else this.#entries.set(id, after);
    this.#all = undefined;
  }

  changes(): StoreChange[] {
    return [...this.#entries].map(([id, after]) => ({ collection: this.spec.name, id, after }));
  }

  settle(target: Layers): void {
    const layer = target.of(this.spec);
    for (const [id, after] of this.#entries) layer.write(id, after);
  }

  *#present(): Iterable<T> {
    for (const record of this.#entries.values()) if (record !== undefined) yield record;
  }
}

/** The same declaration object means the same record type, as with tables. */
const isOverlayOf = <T extends Entity, K extends string>(
  overlay: AnyOverlay | undefined,
  spec: CollectionSpec<T, K>,
): overlay is Overlay<T, K> => overlay?.spec === spec;

/** Something that has a layer for every collection: the tables, or overlays on them. */
export interface Layers {
  of<T extends Entity, K extends string>(spec: CollectionSpec<T, K>): Layer<T, K>;
}

/** Overlays on all collections, each made when it is first touched. */
export class Overlays implements Layers {
  readonly #below: Layers;
  readonly #byName = new Map<string, AnyOverlay>();

  constructor(below: Layers) {
    this.#below = below;
  }

  of<T extends Entity, K extends string>(spec: CollectionSpec<T, K>): Overlay<T, K> {
    const existing = this.#byName.get(spec.name);
    if (isOverlayOf(existing, spec)) return existing;
    const overlay = new Overlay(spec, this.#below.of(spec));
    this.#byName.set(spec.name, overlay);
    return overlay;
  }

  changes(): StoreChange[] {
    return [...this.#byName.values()].flatMap((overlay) => overlay.changes());
  }

  settle(target: Layers): void {
    for (const overlay of this.#byName.values()) overlay.settle(target);
  }
}
