import type { Adapter } from 'lowdb';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Codec } from './codec.ts';
import { errnoOf, type Disk } from './disk.ts';
import type { Layout } from './layout.ts';
import { START } from './position.ts';
import {
  formatSnapshot,
  isSealed,
  parseSnapshot,
  type Snapshot,
  type StoredSnapshot,
} from './snapshot-format.ts';
import { readWhole, replaceFile } from './whole-file.ts';

/** What the snapshot files stand on. */
export interface SnapshotHost {
  readonly disk: Disk;
  readonly codec: Codec;
  readonly layout: Layout;
  readonly tempName: () => string;
}

/** Standing for "no snapshot": the whole collection is in the journal. */
export const emptySnapshot = (collection: string): Snapshot => ({
  collection,
  schema: 0,
  at: START,
  records: [],
});

/** The file of a collection's snapshot, then that of the one before it. */
export const snapshotNames = (collection: string): readonly [string, string] => [
  `${collection}.json`,
  `${collection}.prev.json`,
];

/**
 * lowdb's view of one collection: reading falls back to the previous file when the current one is damaged, writing
 * is durable and keeps the previous file. (lowdb's own file adapter does neither: it never syncs and keeps one file.)
 */
export class SnapshotFile implements Adapter<Snapshot> {
  readonly #host: SnapshotHost;
  readonly #collection: string;
  /** Names of files that turned out damaged when last read. */
  damaged: readonly string[] = [];
  /** What was read, if anything. */
  stored: StoredSnapshot | undefined;

  constructor(host: SnapshotHost, collection: string) {
    this.#host = host;
    this.#collection = collection;
  }

  async read(): Promise<Snapshot | null> {
    this.damaged = [];
    for (const name of snapshotNames(this.#collection)) {
      const found = await this.#readOne(name);
      if (found === undefined) continue;
      this.stored = found;
      return found;
    }
    return null;
  }

  async write(snapshot: Snapshot): Promise<void> {
    const { disk, codec, layout, tempName } = this.#host;
    const names = snapshotNames(this.#collection);
    const current = join(layout.data, names[0]);
    const bytes = codec.encodeFile(await formatSnapshot(snapshot, () => nextTurn()));
    await replaceFile(disk, current, tempName(), bytes, async () => {
      try {
        await disk.rename(current, join(layout.data, names[1]));
      } catch (cause) {
        if (errnoOf(cause) !== 'ENOENT') throw cause;
      }
    });
  }

  /** Names of the files whose content is no longer what was written. */
  async inspect(): Promise<string[]> {
    const damaged: string[] = [];
    for (const name of snapshotNames(this.#collection)) {
      const bytes = await this.#bytesOf(name);
      if (bytes === 'unreadable' || (bytes !== undefined && !this.#isIntact(bytes))) damaged.push(name);
    }
    return damaged;
  }

  async #readOne(name: string): Promise<StoredSnapshot | undefined> {
    const bytes = await this.#bytesOf(name);
    if (bytes === undefined) return undefined;
    const snapshot = bytes === 'unreadable' ? undefined : this.#parse(bytes);
    if (snapshot?.collection === this.#collection) return snapshot;
    this.damaged = [...this.damaged, name];
    return undefined;
  }

  /** Undefined when there is no such file; a bad sector is damage like any other, with the same way out. */
  async #bytesOf(name: string): Promise<Uint8Array | 'unreadable' | undefined> {
    try {
      return await readWhole(this.#host.disk, join(this.#host.layout.data, name));
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return undefined;
      if (errnoOf(cause) === 'EIO') return 'unreadable';
      throw cause;
    }
  }

  #isIntact(bytes: Uint8Array): boolean {
    try {
      return isSealed(this.#host.codec.decodeFile(bytes));
    } catch {
      return false;
    }
  }

  #parse(bytes: Uint8Array): StoredSnapshot | undefined {
    try {
      return parseSnapshot(this.#host.codec.decodeFile(bytes));
    } catch {
      return undefined;
    }
  }
}
