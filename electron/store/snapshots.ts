import { Low } from 'lowdb';
import { join } from 'node:path';
import { errnoOf } from './disk.ts';
import type { Health } from './health.ts';
import { START, type Position } from './position.ts';
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
  /** By collection, the line its present file stands behind; what is missing here is written next time. */
  readonly #covered = new Map<string, number>();

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
    if (this.#manifest?.schema !== schema) this.#covered.clear();
    const behind = tables.filter((table) => table.changedAt > (this.#covered.get(table.spec.name) ?? 0));
    if (behind.length === 0 && this.#manifest?.at.seq === at.seq) return;
    // Records never change in place, so lists taken now show this moment however long the writing takes.
    const due = behind.map((table) => ({ name: table.spec.name, records: table.contents() }));
    for (const { name, records } of due) {
      const { low } = this.#database(name);
      low.data = { collection: name, schema, at, records };
      try {
        await low.write();
      } finally {
        low.data = emptySnapshot(name);
      }
      this.#covered.set(name, at.seq);
    }
    const collections = tables.map(({ spec }) => [spec.name, this.#covered.get(spec.name) ?? 0] as const);
    await this.#writeManifest({ schema, at, collections: Object.fromEntries(collections) });
  }

  /** Looks at every file on the disk; what is damaged is noted, kept aside and written anew next time. */
  async inspect(health: Health): Promise<void> {
    for (const [name, { file }] of this.#databases) {
      for (const damaged of await file.inspect()) await this.#setAside(name, damaged, health);
    }
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
    for (const damaged of file.damaged) await this.#setAside(name, damaged, health);

    const manifest = this.#manifest;
    const own = stored?.at ?? START;
    const expected = manifest?.collections[name] ?? 0;
    if (manifest !== undefined && expected === 0 && own.seq <= manifest.at.seq) {
      // The manifest knows of no records: the file is that of a collection which has been given up since.
      return { stored: undefined, through: manifest.at };
    }
    if (own.seq < expected) {
      if (file.damaged.length === 0) {
        health.note(`数据快照 data/${name}.json 缺失或已旧，已由日志补全，数据没有丢失。`);
      }
      return { stored, through: own };
    }
    if (file.damaged.length === 0) this.#covered.set(name, own.seq);
    return { stored, through: manifest !== undefined && manifest.at.seq > own.seq ? manifest.at : own };
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
    await this.#setAside(undefined, MANIFEST, health);
    return undefined;
  }

  async #writeManifest(manifest: Manifest): Promise<void> {
    const { disk, codec, layout, tempName } = this.#host;
    const path = join(layout.data, MANIFEST);
    await replaceFile(disk, path, tempName(), codec.encodeFile(formatManifest(manifest)));
    this.#manifest = manifest;
  }

  /** A damaged file must not become the "previous" one at the next writing, and somebody may want to look at it. */
  async #setAside(collection: string | undefined, name: string, health: Health): Promise<void> {
    if (collection !== undefined) this.#covered.delete(collection);
    const { disk, layout } = this.#host;
    const aside = asideName(name);
    const kept = await disk.rename(join(layout.data, name), join(layout.data, aside)).then(
      () => `损坏的文件另存为 data/${aside}。`,
      () => '',
    );
    health.note(
      `数据快照 data/${name} 已损坏，由较早的快照和日志代替，数据没有丢失。${kept}` +
        '文件损坏常是磁盘故障的先兆，请尽快备份并检查磁盘。',
    );
  }
}
