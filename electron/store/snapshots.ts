import { Low } from 'lowdb';
import { join } from 'node:path';
import { errnoOf } from './disk.ts';
import type { Health } from './health.ts';
import type { Position } from './position.ts';
import { emptySnapshot, SnapshotFile, snapshotNames, type SnapshotHost } from './snapshot-file.ts';
import { formatManifest, parseManifest, type Manifest, type Snapshot } from './snapshot-format.ts';
import type { StoredSnapshot } from './snapshot-format.ts';
import type { AnyTable } from './table.ts';
import { readWhole, replaceFile } from './whole-file.ts';

const MANIFEST = 'manifest.json';
const SNAPSHOT_FILE = /^([A-Za-z][A-Za-z0-9_-]*)(?:\.prev)?\.json$/;

const asideName = (name: string): string => name.replace(/\.json$/, '.damaged.txt');

/** What one collection's snapshot gives: its records, good up to a position of the journal. */
export interface LoadedSnapshot {
  readonly stored: StoredSnapshot | undefined;
  /** The collection did not change between its snapshot and this place. */
  readonly through: Position;
}

export interface LoadedSnapshots {
  readonly manifest: Manifest | undefined;
  readonly collections: ReadonlyMap<string, LoadedSnapshot>;
}

/** The snapshots of a data folder: a lowdb database for each collection, and a manifest of what belongs together. */
export class Snapshots {
  readonly #host: SnapshotHost;
  readonly #databases = new Map<string, { readonly low: Low<Snapshot>; readonly file: SnapshotFile }>();
  #manifest: Manifest | undefined;

  constructor(host: SnapshotHost) {
    this.#host = host;
  }

  /** The line that all snapshots stand for together; 0 without any. */
  get seq(): number {
    return this.#manifest?.at.seq ?? 0;
  }

  /** Reads every snapshot there is, and every one of `wanted`. Damage is noted, and the damaged file kept aside. */
  async load(wanted: readonly string[], health: Health): Promise<LoadedSnapshots> {
    const { disk, layout } = this.#host;
    this.#manifest = await this.#readManifest(health);
    const names = new Set([...wanted, ...Object.keys(this.#manifest?.collections ?? {})]);
    for (const name of await disk.list(layout.data)) {
      const collection = SNAPSHOT_FILE.exec(name)?.[1];
      if (collection !== undefined && name !== MANIFEST) names.add(collection);
    }
    const collections = new Map<string, LoadedSnapshot>();
    for (const name of names) collections.set(name, await this.#loadOne(name, health));
    return { manifest: this.#manifest, collections };
  }

  /** Writes the snapshots of the tables that changed since theirs, as they stand now at `at`. */
  async write(tables: readonly AnyTable[], at: Position, schema: number): Promise<void> {
    const known = this.#manifest?.schema === schema ? this.#manifest.collections : {};
    const behind = tables.filter((table) => table.changedAt > (known[table.spec.name] ?? 0));
    if (behind.length === 0 && this.#manifest?.at.seq === at.seq) return;
    // Records never change in place, so lists taken now show this moment however long the writing takes.
    const due = behind.map((table) => ({ name: table.spec.name, records: table.contents() }));
    const collections: Record<string, number> = { ...known };
    for (const table of tables) collections[table.spec.name] ??= 0;
    for (const { name, records } of due) {
      const { low } = this.#database(name);
      low.data = { collection: name, schema, at, records };
      try {
        await low.write();
      } finally {
        low.data = emptySnapshot(name);
      }
      collections[name] = at.seq;
    }
    await this.#writeManifest({ schema, at, collections });
  }

  /** Keeps a collection's files aside that do not tell what the journal tells: the next opening reads the journal. */
  async distrust(collection: string): Promise<void> {
    const { disk, layout } = this.#host;
    for (const name of snapshotNames(collection)) {
      try {
        await disk.rename(join(layout.data, name), join(layout.data, asideName(name)));
      } catch (cause) {
        if (errnoOf(cause) !== 'ENOENT') throw cause;
      }
    }
    await disk.syncFolder(layout.data);
  }

  async #loadOne(name: string, health: Health): Promise<LoadedSnapshot> {
    const { low, file } = this.#database(name);
    await low.read();
    const stored = file.stored;
    // The records belong to the table from here on.
    file.stored = undefined;
    low.data = emptySnapshot(name);
    const damaged = file.damaged.splice(0);
    for (const damagedName of damaged) await this.#setAside(damagedName, health);

    const manifest = this.#manifest;
    const own = stored?.at ?? emptySnapshot(name).at;
    const expected = manifest?.collections[name] ?? 0;
    if (manifest === undefined || own.seq < expected) {
      if (own.seq < expected && damaged.length === 0) {
        health.note(`数据快照 data/${name}.json 缺失或已旧,已由日志补全,数据没有丢失。`);
      }
      return { stored, through: own };
    }
    return { stored, through: own.seq > manifest.at.seq ? own : manifest.at };
  }

  #database(name: string): { readonly low: Low<Snapshot>; readonly file: SnapshotFile } {
    const existing = this.#databases.get(name);
    if (existing) return existing;
    const file = new SnapshotFile(this.#host, name);
    const database = { low: new Low<Snapshot>(file, emptySnapshot(name)), file };
    this.#databases.set(name, database);
    return database;
  }

  async #readManifest(health: Health): Promise<Manifest | undefined> {
    const { disk, codec, layout } = this.#host;
    let bytes: Uint8Array;
    try {
      bytes = await readWhole(disk, join(layout.data, MANIFEST));
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return undefined;
      throw cause;
    }
    try {
      const manifest = parseManifest(codec.decodeFile(bytes));
      if (manifest) return manifest;
    } catch {
      // Undecodable is damaged, like a wrong check sum.
    }
    await this.#setAside(MANIFEST, health);
    return undefined;
  }

  async #writeManifest(manifest: Manifest): Promise<void> {
    const { disk, codec, layout, tempName } = this.#host;
    const path = join(layout.data, MANIFEST);
    await replaceFile(disk, path, tempName(), codec.encodeFile(formatManifest(manifest)));
    this.#manifest = manifest;
  }

  /** A damaged file must not become the "previous" one at the next writing, and somebody may want to look at it. */
  async #setAside(name: string, health: Health): Promise<void> {
    const { disk, layout } = this.#host;
    const aside = asideName(name);
    health.note(
      `数据快照 data/${name} 已损坏,已改由较早的快照和日志恢复,数据没有丢失。损坏的文件另存为 data/${aside}。` +
        '文件损坏常是磁盘故障的先兆,请尽快备份并检查磁盘。',
    );
    await disk.rename(join(layout.data, name), join(layout.data, aside)).catch(() => undefined);
  }
}
