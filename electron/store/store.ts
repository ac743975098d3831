import { AppError } from '../../shared/kernel/result.ts';
import type { Attachments } from './attachments.ts';
import { CommitQueue } from './commit-queue.ts';
import type { FolderLock } from './folder-lock.ts';
import type { Health } from './health.ts';
import type { Journal } from './journal.ts';
import type { SnapshotHost } from './snapshot-file.ts';
import { SnapshotKeeper, type SnapshotPolicy } from './snapshot-keeper.ts';
import type { Snapshots } from './snapshots.ts';
import { storageError } from './storage-error.ts';
import type { Tables } from './table.ts';
import { keyRing, type SideKeys } from './side-keys.ts';
import { LayeredReader } from './transaction.ts';
import type { Store, StoreChange, StoreHealth } from './types.ts';
import { verifyStore } from './verify.ts';

export interface StoreParts {
  readonly host: SnapshotHost;
  readonly lock: FolderLock;
  readonly health: Health;
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  readonly tables: Tables;
  readonly attachments: Attachments;
  readonly keys: SideKeys;
  readonly schema: number;
  readonly clock: { now(): number };
  readonly policy: SnapshotPolicy;
  /** Told what a commit listener threw; without it the error surfaces as an uncaught one. */
  readonly onDefect: ((cause: unknown) => void) | undefined;
}

type Listener = (changes: readonly StoreChange[]) => void;

const closedError = (): AppError => new AppError('storage', '数据文件夹已经关闭，请重新打开程序。');

const rethrowLater = (cause: unknown): void =>
  queueMicrotask(() => {
    throw cause;
  });

/** The store over parts that are already open. */
export const createStore = (parts: StoreParts): Store => {
  const { host, lock, health, journal, snapshots, tables, attachments, schema } = parts;
  const listeners = new Set<Listener>();
  const reader = new LayeredReader(tables);
  const keeper = new SnapshotKeeper(parts);
  let closing: Promise<void> | undefined;

  const tell = (changes: readonly StoreChange[]): void => {
    for (const listener of listeners) {
      try {
        listener(changes);
      } catch (cause) {
        // The commit stands, whatever a listener makes of it.
        (parts.onDefect ?? rethrowLater)(cause);
      }
    }
  };

  const commits = new CommitQueue({
    health,
    journal,
    tables,
    clock: parts.clock,
    onCommit: tell,
    onIdle: () => {
      if (!closing) keeper.schedule();
    },
  });

  const report = (): StoreHealth => ({
    writable: health.writable,
    problems: health.problems,
    seq: journal.head.seq,
    headHash: journal.head.hash,
    schemaVersion: schema,
  });

  const close = async (): Promise<void> => {
    await commits.settled();
    await attachments.settled();
    await keeper.close();
    await journal.close().catch(() => undefined);
    await lock.release();
  };

  const refuse = (): void => {
    if (closing) throw closedError();
    if (health.stop !== undefined) throw new AppError('storage', `没有保存。${health.stop}`);
  };

  return {
    ...keyRing(parts.keys, refuse),
    get: (collection, id) => reader.get(collection, id),
    require: (collection, id, what) => reader.require(collection, id, what),
    all: (collection) => reader.all(collection),
    by: (collection, index, key) => reader.by(collection, index, key),
    count: (collection) => reader.count(collection),
    async transact(options, work) {
      if (closing) throw closedError();
      return commits.submit(options, work);
    },
    async putFile(bytes) {
      if (closing) throw closedError();
      if (health.stop !== undefined) throw new AppError('storage', `附件没有保存。${health.stop}`);
      return attachments.put(bytes);
    },
    async readFile(hash) {
      if (closing) throw closedError();
      return attachments.read(hash);
    },
    async receiveFile(size) {
      if (closing) throw closedError();
      if (health.stop !== undefined) throw new AppError('storage', `文件没有保存。${health.stop}`);
      return attachments.receive(size);
    },
    async checkFile(hash) {
      if (closing) throw closedError();
      return attachments.check(hash);
    },
    filePieces(hash) {
      if (closing) throw closedError();
      return attachments.pieces(hash);
    },
    fileRange(hash, from, to) {
      if (closing) throw closedError();
      return attachments.range(hash, from, to);
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    health: report,
    async verify() {
      if (closing) throw closedError();
      try {
        const altered = await verifyStore({
          host,
          tables: [...tables.each()],
          head: journal.head,
          health,
          isCancelled: () => closing !== undefined,
        });
        for (const collection of altered) await snapshots.distrust(collection);
        await keeper.inspect();
      } catch (cause) {
        throw storageError('数据没有检查完', cause);
      }
      return report();
    },
    async snapshot() {
      if (closing) throw closedError();
      return keeper.write();
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
};
