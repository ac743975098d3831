import type { z } from 'zod';
import type { Actor, Entity } from '../../shared/kernel/entity.ts';
import type { KeyRing } from './side-keys.ts';

/** What an index looks at: one key, several keys, or none for a record. */
export type IndexKey<T> = (record: T) => string | readonly string[] | undefined;

/** Handed to `AnyCollection.accept`: gets the collection back with its record type. */
export interface CollectionVisitor<R> {
  visit<T extends Entity, K extends string>(collection: CollectionSpec<T, K>): R;
}

/** A collection of whatever records: what a list of all collections of an app is made of. */
export interface AnyCollection {
  /** Also the name of its snapshot file: letters, digits, `-` and `_`. */
  readonly name: string;
  accept<R>(visitor: CollectionVisitor<R>): R;
}

/**
 * A collection as a feature declares it. `indexes` are looked up with `by`; those named in `unique` refuse a second
 * record with the same key inside the transaction that would make it, with `duplicateMessage` in the error.
 */
export interface CollectionDeclaration<T extends Entity, K extends string> {
  readonly name: string;
  /** Has to accept its own output again: a record is parsed when written and when first read after opening. */
  readonly schema: z.ZodType<T>;
  readonly indexes: Readonly<Record<K, IndexKey<T>>>;
  readonly unique: readonly NoInfer<K>[];
  /** What a person is told when a unique index refuses: e.g. (index, key) => `工号 T001 已有人使用`. */
  readonly duplicateMessage: (index: NoInfer<K>, key: string) => string;
}

/** A declared collection, made by `defineCollection`: how services name it in every read and change. */
export interface CollectionSpec<T extends Entity = Entity, K extends string = string>
  extends CollectionDeclaration<T, K>, AnyCollection {
  readonly name: string;
}

/** Reads. All are synchronous and come from memory; returned records are frozen and shared, never copies. */
export interface Reader {
  get<T extends Entity, K extends string>(collection: CollectionSpec<T, K>, id: string): T | undefined;
  /** Like `get`, but throws AppError('not-found') naming `what` (Chinese, e.g. 教职工) when there is none. */
  require<T extends Entity, K extends string>(collection: CollectionSpec<T, K>, id: string, what: string): T;
  all<T extends Entity, K extends string>(collection: CollectionSpec<T, K>): readonly T[];
  by<T extends Entity, K extends string>(
    collection: CollectionSpec<T, K>,
    index: K,
    key: string,
  ): readonly T[];
  count<T extends Entity, K extends string>(collection: CollectionSpec<T, K>): number;
}

/** A new record as a service gives it: the store sets `rev` to 1. */
export type Draft<T extends Entity> = Omit<T, 'rev'>;

/**
 * One transaction. Its reads see its own changes. Nothing is visible outside, in memory or on disk, before the
 * journal line with all of its changes is fsynced; a thrown error discards all of them.
 */
export interface Tx extends Reader {
  readonly actor: Actor;
  /** Epoch milliseconds of the commit: the same for every record of the transaction. */
  readonly now: number;
  /** Adds a record. Throws conflict when the id or a unique key is taken, invalid when the schema refuses. */
  insert<T extends Entity, K extends string>(collection: CollectionSpec<T, K>, record: Draft<NoInfer<T>>): T;
  /**
   * Replaces a record, given as a whole with the `rev` that was seen; the stored one gets `rev + 1`.
   * Throws not-found, or conflict when `rev` is not the current one.
   */
  replace<T extends Entity, K extends string>(collection: CollectionSpec<T, K>, record: NoInfer<T>): T;
  remove<T extends Entity, K extends string>(collection: CollectionSpec<T, K>, id: string, rev: number): void;
}

export interface CommitOptions {
  readonly actor: Actor;
  /** Which act this is: the channel's name, e.g. `cases.decide`. Kept on the journal line. */
  readonly act: string;
  /** The line tells the day alone: for acts whose hour, beside the lines of others, would say whose they are. */
  readonly dayOnly?: boolean;
}

/** What happened when the store was opened and since; shown to the administrator, never swallowed. */
export interface StoreHealth {
  readonly writable: boolean;
  /** Chinese sentences, most serious first; empty when all is well. */
  readonly problems: readonly string[];
  readonly seq: number;
  readonly headHash: string;
  readonly schemaVersion: number;
}

export interface StoreChange {
  readonly collection: string;
  readonly id: string;
  /** Undefined when the record was removed. */
  readonly after: Entity | undefined;
}

/**
 * A file on its way into the store. Until it is kept it is nobody's: it may be taken away at any time, and a restart
 * does. Every method rejects with AppError('storage') when the disk refuses.
 */
export interface IncomingFile {
  /** Bytes that have come. */
  readonly received: number;
  /** The next bytes, one call after the other. What fails here leaves nothing behind. */
  append(bytes: Uint8Array): Promise<void>;
  /** All has come: durable, and known by its SHA-256. */
  seal(): Promise<{ readonly hash: string; readonly size: number }>;
  /** Puts the sealed file among the attachments, where `readFile` finds it; the same bytes cost nothing twice. */
  keep(): Promise<void>;
  /** Undoes `keep` where nothing else has come to need the file; it may be kept again. */
  takeBack(): Promise<void>;
  /** Takes away a file that is not kept. */
  discard(): Promise<void>;
}

export interface Store extends Reader, KeyRing {
  /**
   * Runs `work` against the latest state and makes its changes durable before the promise resolves.
   * `work` is synchronous and may be run only once. Transactions are serialised; those waiting at the same time
   * share one fsync. Rejects with AppError: what `work` threw, or `storage` when the disk refused (nothing
   * has changed then; also when the store is read-only or closed).
   */
  transact<R>(options: CommitOptions, work: (tx: Tx) => R): Promise<R>;
  /** Writes bytes once under their SHA-256 (hex), durable when resolved; the same bytes cost nothing twice. */
  putFile(bytes: Uint8Array): Promise<string>;
  /** Reads bytes back and checks them against their hash: AppError('storage') when damaged, 'not-found' when absent. */
  readFile(hash: string): Promise<Uint8Array>;
  /**
   * A place for a file of `size` bytes that comes piece by piece, however large it is.
   * Rejects with AppError('storage') when the disk has no room for it, or the store takes nothing.
   */
  receiveFile(size: number): Promise<IncomingFile>;
  /** Reads a whole file against its hash and returns its size in bytes; fails as `readFile`. */
  checkFile(hash: string): Promise<number>;
  /** A whole file piece by piece; where it is damaged, the end throws as `readFile` does. */
  filePieces(hash: string): AsyncIterable<Uint8Array>;
  /** The bytes from `from` up to but without `to`; checked as a whole by `checkFile` alone. */
  fileRange(hash: string, from: number, to: number): AsyncIterable<Uint8Array>;
  /** Called after each commit, with what changed, once memory has it. Returns the unsubscriber. */
  onCommit(listener: (changes: readonly StoreChange[]) => void): () => void;
  health(): StoreHealth;
  /**
   * Verifies the whole journal chain, every snapshot file, and that the records are what the journal tells. Damage is
   * added to `health`; it stops writing unless the journal is whole and makes it good.
   */
  verify(): Promise<StoreHealth>;
  /** Writes the snapshots that are behind the journal. */
  snapshot(): Promise<void>;
  /** Waits for running commits, writes snapshots, releases the lock. Further calls are refused. */
  close(): Promise<void>;
}

/** Declares a collection and infers its index names. */
export const defineCollection = <T extends Entity, K extends string>(
  declaration: CollectionDeclaration<T, K>,
): CollectionSpec<T, K> => {
  const collection: CollectionSpec<T, K> = {
    ...declaration,
    accept: (visitor) => visitor.visit(collection),
  };
  return collection;
};
