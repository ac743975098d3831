import { dayInstantOfMs, instantOfMs } from '../../shared/kernel/dates.ts';
import { AppError } from '../../shared/kernel/result.ts';
import type { Health } from './health.ts';
import { JournalStopped, type Journal } from './journal.ts';
import { changeText, sealLine } from './line.ts';
import { Overlays } from './overlay.ts';
import { monthFileAt } from './position.ts';
import type { Tables } from './table.ts';
import { Transaction } from './transaction.ts';
import type { CommitOptions, StoreChange, Tx } from './types.ts';

export interface CommitHost {
  readonly health: Health;
  readonly journal: Journal;
  readonly tables: Tables;
  readonly clock: { now(): number };
  /** A transaction's changes are on the disk and in memory. */
  readonly onCommit: (changes: readonly StoreChange[]) => void;
  /** Nothing is waiting any more. */
  readonly onIdle: () => void;
}

/** Transactions that share one write and one sync: each sees what the earlier ones did. */
interface Batch {
  readonly layers: Overlays;
  /** The changes of the latest transaction, not yet in `layers`. */
  unseen: Overlays | undefined;
  readonly lines: Uint8Array[];
  readonly commits: {
    readonly overlays: Overlays;
    readonly seq: number;
    readonly changes: readonly StoreChange[];
  }[];
  seq: number;
  hash: string;
  now: number;
}

/** An evaluated transaction: how it answers once the disk has spoken. */
interface Outcome {
  readonly accept: () => void;
  readonly refuse: (cause: unknown) => void;
}

type Waiting = (batch: Batch) => Outcome;

const isThenable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

const UNEXPECTED = '保存时出现意外错误，程序已转为只读。请退出并重新打开程序，核对最后一次操作。';

const stopped = (reason: string, cause?: unknown): AppError =>
  new AppError('storage', `没有保存。${reason}`, { cause });

/**
 * Runs transactions one after the other. While the disk is busy with some, others gather, and go to it together.
 */
export class CommitQueue {
  readonly #host: CommitHost;
  #waiting: Waiting[] = [];
  #draining: Promise<void> | undefined;

  constructor(host: CommitHost) {
    this.#host = host;
  }

  submit<R>(options: CommitOptions, work: (tx: Tx) => R): Promise<R> {
    const { stop } = this.#host.health;
    if (stop !== undefined) return Promise.reject(stopped(stop));
    return new Promise<R>((resolve, reject) => {
      this.#waiting.push((batch) => this.#evaluate(batch, options, work, resolve, reject));
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when everything submitted so far has been answered. */
  async settled(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    // Calls of the same turn join the first batch.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const waiting = this.#waiting;
      this.#waiting = [];
      await this.#commit(waiting);
    }
    this.#draining = undefined;
    this.#host.onIdle();
  }

  async #commit(waiting: readonly Waiting[]): Promise<void> {
    const { seq, hash } = this.#host.journal.head;
    const batch: Batch = {
      layers: new Overlays(this.#host.tables),
      unseen: undefined,
      lines: [],
      commits: [],
      seq,
      hash,
      now: 0,
    };
    const outcomes: Outcome[] = [];
    for (const evaluate of waiting) {
      // What the one before did is laid under the next; one that is alone needs no such layer.
      batch.unseen?.settle(batch.layers);
      batch.unseen = undefined;
      outcomes.push(evaluate(batch));
    }
    const refusal = batch.lines.length > 0 ? await this.#write(batch) : undefined;
    if (refusal) for (const { refuse } of outcomes) refuse(refusal);
    else {
      this.#publish(batch);
      for (const { accept } of outcomes) accept();
    }
  }

  async #write(batch: Batch): Promise<AppError | undefined> {
    const { health, journal } = this.#host;
    if (health.stop !== undefined) return stopped(health.stop);
    try {
      await journal.append(monthFileAt(batch.now, journal.head.file), batch.lines, batch.seq, batch.hash);
      return undefined;
    } catch (cause) {
      if (cause instanceof AppError) return cause;
      const report = cause instanceof JournalStopped ? cause.report : UNEXPECTED;
      health.stopWriting(report);
      return stopped(report, cause);
    }
  }

  #evaluate<R>(
    batch: Batch,
    { actor, act, dayOnly = false }: CommitOptions,
    work: (tx: Tx) => R,
    resolve: (value: R) => void,
    reject: (cause: unknown) => void,
  ): Outcome {
    const now = this.#host.clock.now();
    const overlays = new Overlays(batch.layers);
    const tx = new Transaction(overlays, actor, now);
    try {
      const value = work(tx);
      if (isThenable(value))
        throw new Error(`the work of ${act} is asynchronous, so its changes cannot be one`);
      const changes = overlays.changes();
      if (changes.length > 0) {
        const texts = changes.map(({ collection, id, after }) => changeText(collection, id, after));
        const sealed = sealLine(
          batch.hash,
          { seq: batch.seq + 1, at: dayOnly ? dayInstantOfMs(now) : instantOfMs(now), who: actor, act },
          texts,
        );
        batch.seq += 1;
        batch.hash = sealed.hash;
        batch.now = now;
        batch.lines.push(sealed.bytes);
        batch.unseen = overlays;
        batch.commits.push({ overlays, seq: batch.seq, changes });
      }
      return { accept: () => resolve(value), refuse: reject };
    } catch (cause) {
      // Whatever the disk says, the person learns why this one failed.
      return { accept: () => reject(cause), refuse: () => reject(cause) };
    } finally {
      tx.expire();
    }
  }

  /** The disk has it: now memory, then whoever listens. */
  #publish(batch: Batch): void {
    for (const { overlays, seq, changes } of batch.commits) {
      overlays.settle(this.#host.tables);
      for (const { collection } of changes) this.#host.tables.changed(collection, seq);
      this.#host.onCommit(changes);
    }
  }
}
