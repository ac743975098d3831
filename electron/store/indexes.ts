import type { Entity } from '../../shared/kernel/entity.ts';
import type { CollectionSpec, IndexKey } from './types.ts';

const NONE: readonly string[] = [];

/** The keys of a record in one index. */
export const keysOf = <T>(keyOf: IndexKey<T>, record: T): readonly string[] => {
  const keys = keyOf(record);
  if (keys === undefined) return NONE;
  return typeof keys === 'string' ? [keys] : keys;
};

/** One id is the usual case, and a set for each would cost a large collection dearly. */
type Group = string | Set<string>;

/** The indexes of one collection's records, each built when it is first asked for. */
export class Indexes<T extends Entity, K extends string> {
  readonly #spec: CollectionSpec<T, K>;
  readonly #records: () => Iterable<T>;
  readonly #built = new Map<K, Map<string, Group>>();

  constructor(spec: CollectionSpec<T, K>, records: () => Iterable<T>) {
    this.#spec = spec;
    this.#records = records;
  }

  ids(index: K, key: string): readonly string[] {
    const group = this.#index(index).get(key);
    if (group === undefined) return NONE;
    return typeof group === 'string' ? [group] : [...group];
  }

  /** Call for every change: what stood there before, what stands there now. */
  move(before: T | undefined, after: T | undefined): void {
    for (const [index, groups] of this.#built) {
      const keyOf = this.#spec.indexes[index];
      const old = before === undefined ? NONE : keysOf(keyOf, before);
      const now = after === undefined ? NONE : keysOf(keyOf, after);
      if (before !== undefined)
        for (const key of old) if (!now.includes(key)) Indexes.#drop(groups, key, before.id);
      if (after !== undefined)
        for (const key of now) if (!old.includes(key)) Indexes.#add(groups, key, after.id);
    }
  }

  #index(index: K): Map<string, Group> {
    const built = this.#built.get(index);
    if (built) return built;
    const keyOf = this.#spec.indexes[index];
    const groups = new Map<string, Group>();
    for (const record of this.#records()) {
      for (const key of keysOf(keyOf, record)) Indexes.#add(groups, key, record.id);
    }
    this.#built.set(index, groups);
    return groups;
  }

  static #add(groups: Map<string, Group>, key: string, id: string): void {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, id);
    else if (typeof group !== 'string') group.add(id);
    else if (group !== id) groups.set(key, new Set([group, id]));
  }

  static #drop(groups: Map<string, Group>, key: string, id: string): void {
    const group = groups.get(key);
    if (group === id) groups.delete(key);
    else if (group instanceof Set && group.delete(id) && group.size === 0) groups.delete(key);
  }
}
