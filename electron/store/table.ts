import type { Entity } from '../../shared/kernel/entity.ts';
import { admitStored, isSameText } from './admit.ts';
import { Indexes } from './indexes.ts';
import type { Layer } from './layer.ts';
import type { RawRecord } from './line.ts';
import type { AnyCollection, CollectionSpec } from './types.ts';

/** A record's place. */
interface Slot<T> {
  /** What the disk has, where that is not the text of `record`: not asked for yet, or a schema that has grown since. */
  raw: RawRecord | undefined;
  /** The checked record, from the time when somebody first asks for it. */
  record: T | undefined;
}

/** A table of whatever records. */
export interface AnyTable {
  readonly spec: AnyCollection;
  /** The sequence number of the last commit that changed it. */
  changedAt: number;
  count(): number;
  /** Every record in order of insertion, as the disk has it. */
  contents(): object[];
  /** Checks up to `limit` records that nobody has asked for yet; true when none is left. Throws like a read would. */
  admitSome(limit: number): boolean;
}

/** The committed records of one collection. */
export class Table<T extends Entity, K extends string> implements Layer<T, K>, AnyTable {
  readonly spec: CollectionSpec<T, K>;
  changedAt: number;
  readonly #slots = new Map<string, Slot<T>>();
  readonly #indexes: Indexes<T, K>;
  /** Slots from which `admitSome` goes on; undefined when every record has been checked. */
  #unchecked: Iterator<Slot<T>, undefined> | undefined;
  #all: readonly T[] | undefined;

  constructor(spec: CollectionSpec<T, K>, stored: Iterable<RawRecord>, changedAt: number) {
    this.spec = spec;
    this.changedAt = changedAt;
    for (const raw of stored) this.#slots.set(raw.id, { raw, record: undefined });
    this.#unchecked = this.#slots.values();
    this.#indexes = new Indexes(spec, () => this.all());
  }

  get(id: string): T | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#admit(slot);
  }

  all(): readonly T[] {
    if (this.#all) return this.#all;
    const records: T[] = [];
    for (const slot of this.#slots.values()) records.push(this.#admit(slot));
    this.#unchecked = undefined;
    this.#all = Object.freeze(records);
    return records;
  }

  count(): number {
    return this.#slots.size;
  }

  ids(index: K, key: string): readonly string[] {
    return this.#indexes.ids(index, key);
  }

  write(id: string, after: T | undefined): void {
    this.#indexes.move(this.get(id), after);
    const slot = this.#slots.get(id);
    if (after === undefined) this.#slots.delete(id);
    else if (slot) {
      slot.record = after;
      slot.raw = undefined;
    } else this.#slots.set(id, { raw: undefined, record: after });
    this.#all = undefined;
  }

  contents(): object[] {
    const contents: object[] = [];
    for (const slot of this.#slots.values()) {
      const content = slot.raw ?? slot.record;
      if (content !== undefined) contents.push(content);
    }
    return contents;
  }

  admitSome(limit: number): boolean {
    if (!this.#unchecked) return true;
    for (let count = 0; count < limit; count += 1) {
      const next = this.#unchecked.next();
      if (next.done === true) {
        this.#unchecked = undefined;
        return true;
      }
      this.#admit(next.value);
    }
    return false;
  }

  #admit(slot: Slot<T>): T {
    if (slot.record !== undefined) return slot.record;
    const record = admitStored(this.spec, slot.raw);
    slot.record = record;
    if (isSameText(record, slot.raw)) slot.raw = undefined;
    return record;
  }
}

/** The same declaration object means the same record type: the one place where a table gets its type back. */
const isTableOf = <T extends Entity, K extends string>(
  table: AnyTable | undefined,
  spec: CollectionSpec<T, K>,
): table is Table<T, K> => table?.spec === spec;

/** The tables of a store, by collection. */
export class Tables {
  readonly #byName = new Map<string, AnyTable>();

  constructor(tables: Iterable<AnyTable>) {
    for (const table of tables) this.#byName.set(table.spec.name, table);
  }

  /** @throws Error when the collection was not given to `openStore`: a defect. */
  of<T extends Entity, K extends string>(spec: CollectionSpec<T, K>): Table<T, K> {
    const table = this.#byName.get(spec.name);
    if (isTableOf(table, spec)) return table;
    throw new Error(`collection ${spec.name} does not belong to this store`);
  }

  /** Remembers the line that changed a collection. */
  changed(collection: string, seq: number): void {
    const table = this.#byName.get(collection);
    if (table) table.changedAt = seq;
  }

  each(): Iterable<AnyTable> {
    return this.#byName.values();
  }
}
