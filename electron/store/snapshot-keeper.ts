import { AppError } from '../../shared/kernel/result.ts';
import type { Health } from './health.ts';
import type { Journal } from './journal.ts';
import type { Snapshots } from './snapshots.ts';
import { storageError } from './storage-error.ts';
import type { Tables } from './table.ts';

/** When snapshots are written without being asked for. Lines are counted since the last ones. */
export interface SnapshotPolicy {
  /** Milliseconds without a commit that count as idle. */
  readonly idleMs: number;
  /** Lines from which an idle moment is used. */
  readonly idleLines: number;
  /** Lines from which no idle moment is waited for. */
  readonly busyLines: number;
}

export const DEFAULT_POLICY: SnapshotPolicy = { idleMs: 20_000, idleLines: 200, busyLines: 5000 };

export interface SnapshotKeeperHost {
  readonly snapshots: Snapshots;
  readonly journal: Journal;
  readonly tables: Tables;
  readonly health: Health;
  readonly schema: number;
  readonly policy: SnapshotPolicy;
}

/** Decides when snapshots are written, and lets one writing end before the next begins. */
export class SnapshotKeeper {
  readonly #host: SnapshotKeeperHost;
  #running: Promise<void> = Promise.resolve();
  /** The line up to which snapshots were last attempted: a failing disk is not tried again at every commit. */
  #attempted: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(host: SnapshotKeeperHost) {
    this.#host = host;
    this.#attempted = host.snapshots.seq;
  }

  /** @throws AppError `storage`; the data are safe in the journal even so. */
  write(): Promise<void> {
    const run = this.#running.then(() => this.#write());
    this.#running = run.catch(() => undefined);
    return run;
  }

  /** Looks for damage in the snapshot files; not while they are being written. */
  inspect(): Promise<void> {
    const run = this.#running.then(() => this.#host.snapshots.inspect(this.#host.health));
    this.#running = run.catch(() => undefined);
    return run;
  }

  /** Call when commits have come to rest. */
  schedule(): void {
    clearTimeout(this.#timer);
    const { journal, policy } = this.#host;
    const lines = journal.head.seq - this.#attempted;
    if (lines < policy.idleLines) return;
    if (lines >= policy.busyLines) this.#inBackground();
    else {
      this.#timer = setTimeout(() => this.#inBackground(), policy.idleMs);
      this.#timer.unref();
    }
  }

  /** Writes the last snapshots where it can: without them the next opening only takes longer. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#host.health.writable) await this.write().catch(() => undefined);
    await this.#running;
  }

  #inBackground(): void {
    // `health` tells of a failure.
    void this.write().catch(() => undefined);
  }

  async #write(): Promise<void> {
    const { snapshots, tables, journal, schema, health } = this.#host;
    if (health.stop !== undefined) throw new AppError('storage', `没有写数据快照。${health.stop}`);
    const at = journal.head;
    this.#attempted = at.seq;
    try {
      await snapshots.write([...tables.each()], at, schema);
      health.snapshots(undefined);
    } catch (cause) {
      const error = storageError('数据快照没有写成（数据都在日志中，没有丢失）', cause);
      health.snapshots(error.message);
      throw error;
    }
  }
}
