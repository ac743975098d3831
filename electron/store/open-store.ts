import { dirname, join } from 'node:path';
import type { Actor } from '../../shared/kernel/entity.ts';
import { AppError } from '../../shared/kernel/result.ts';
import { instantOfMs } from '../../shared/kernel/dates.ts';
import { admitStored } from './admit.ts';
import { Attachments } from './attachments.ts';
import { plainCodec, type Codec } from './codec.ts';
import { isUnwritable, nodeDisk, type Disk } from './disk.ts';
import { lockFolder } from './folder-lock.ts';
import { Health } from './health.ts';
import { Journal } from './journal.ts';
import { createTempNames, layoutOf, type Layout } from './layout.ts';
import { changeText, sealLine } from './line.ts';
import { runMigration, schemaVersionOf, type Migration, type RawCollections } from './migration.ts';
import { migrations as allMigrations } from './migrations/list.ts';
import { monthFileAt } from './position.ts';
import { recover, type Recovered } from './recover.ts';
import { SideKeys } from './side-keys.ts';
import type { SnapshotHost } from './snapshot-file.ts';
import { Snapshots } from './snapshots.ts';
import { DEFAULT_POLICY, type SnapshotPolicy } from './snapshot-keeper.ts';
import { createStore } from './store.ts';
import { storageError } from './storage-error.ts';
import { Table, Tables, type AnyTable } from './table.ts';
import type { AnyCollection, Store } from './types.ts';

export interface StoreOptions {
  /** The data folder; made when it does not exist. */
  readonly dir: string;
  /** Every collection that the folder may hold. */
  readonly collections: readonly AnyCollection[];
  readonly clock: { now(): number };
  readonly codec?: Codec;
  readonly disk?: Disk;
  readonly migrations?: readonly Migration[];
  readonly snapshots?: SnapshotPolicy;
  /** Told what a commit listener threw; without it the error surfaces as an uncaught one. */
  readonly onDefect?: (cause: unknown) => void;
}

/** Signs what the store itself writes. */
const STORE: Actor = { userId: 'store', name: '系统' };

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

const checkNames = (collections: readonly AnyCollection[]): void => {
  const seen = new Set<string>(['manifest']);
  for (const { name } of collections) {
    // Windows does not tell upper from lower case in file names.
    if (!NAME.test(name) || seen.has(name.toLowerCase()))
      throw new Error(`collection name ${name} is taken or unfit`);
    seen.add(name.toLowerCase());
  }
};

/** Makes what is missing of a data folder. False when nothing can be made there, and what is needed is there. */
const prepareFolders = async (disk: Disk, layout: Layout): Promise<boolean> => {
  try {
    for (const folder of [layout.root, layout.journal, layout.data, layout.files, layout.keys, layout.temp]) {
      await disk.makeFolder(folder);
    }
    await disk.syncFolder(layout.root);
    await disk.syncFolder(dirname(layout.root));
    return true;
  } catch (cause) {
    if (!isUnwritable(cause)) throw cause;
    const present = await Promise.allSettled([disk.list(layout.journal), disk.list(layout.data)]);
    if (present.every(({ status }) => status === 'fulfilled')) return false;
    throw cause;
  }
};

/** Leftovers of writes that were cut short. One that cannot be removed does no harm. */
const emptyTemp = async (disk: Disk, layout: Layout): Promise<void> => {
  for (const name of await disk.list(layout.temp)) {
    await disk.remove(join(layout.temp, name)).catch(() => undefined);
  }
};

const READ_ONLY =
  '数据文件夹是只读的，可以查看，不能修改。需要修改时，请检查文件夹的权限，或复制到可写的磁盘后再打开。';

const tablesOf = (collections: readonly AnyCollection[], recovered: Recovered): AnyTable[] =>
  collections.map((collection) =>
    collection.accept<AnyTable>({
      visit: (spec) =>
        new Table(
          spec,
          recovered.collections.get(spec.name)?.values() ?? [],
          recovered.changedAt.get(spec.name) ?? 0,
        ),
    }),
  );

/** Records of a migrated store have to fit the schemas before anything is written. */
const checkAll = (collections: readonly AnyCollection[], raw: RawCollections): void => {
  for (const collection of collections) {
    collection.accept({
      visit(spec) {
        for (const record of raw.get(spec.name)?.values() ?? []) admitStored(spec, structuredClone(record));
      },
    });
  }
};

const refuseNewer = (written: number, known: number): void => {
  if (written <= known) return;
  throw new AppError(
    'storage',
    `这个数据文件夹由更新版本的明责写入（数据格式第 ${written} 版，本程序支持到第 ${known} 版）。` +
      '请安装新版明责后再打开。',
  );
};

/** Brings an older store, or an empty folder, to the present form: one journal line for each step. */
const upgrade = async (
  journal: Journal,
  recovered: Recovered,
  collections: readonly AnyCollection[],
  steps: readonly Migration[],
  now: number,
): Promise<Recovered> => {
  const lines: Uint8Array[] = [];
  let { seq, hash } = journal.head;
  const at = instantOfMs(now);
  const add = (act: string, schema: number, changes: readonly string[]): void => {
    seq += 1;
    const sealed = sealLine(hash, { seq, at, who: STORE, act, schema }, changes);
    lines.push(sealed.bytes);
    ({ hash } = sealed);
  };
  const changedAt = new Map(recovered.changedAt);
  if (recovered.schema === 0) add('store.create', schemaVersionOf(steps), []);
  else {
    for (const step of steps.slice(recovered.schema - 1)) {
      const changes = runMigration(step, recovered.collections);
      add(
        'store.migrate',
        step.version,
        changes.map((c) => changeText(c.collection, c.id, c.after)),
      );
      for (const change of changes) changedAt.set(change.collection, seq);
    }
    checkAll(collections, recovered.collections);
  }
  await journal.append(monthFileAt(now, journal.head.file), lines, seq, hash);
  return { ...recovered, changedAt, head: journal.head, schema: schemaVersionOf(steps) };
};

const openLocked = async (options: StoreOptions, host: SnapshotHost, health: Health): Promise<OpenParts> => {
  const steps = options.migrations ?? allMigrations;
  const known = schemaVersionOf(steps);
  const snapshots = new Snapshots(host);
  const names = options.collections.map(({ name }) => name);
  let recovered = await recover(host, snapshots, names, health);
  refuseNewer(recovered.schema, known);
  const journal = new Journal(host.disk, host.codec, host.layout.journal, recovered.head);
  if (recovered.schema < known) {
    if (health.stop !== undefined) {
      const why =
        recovered.schema === 0 ? '其中没有可以读出的数据' : '其中的数据需要更新格式，而现在不能写入';
      throw new AppError('storage', `数据文件夹没有打开，${why}。${health.stop}`);
    }
    recovered = await upgrade(journal, recovered, options.collections, steps, options.clock.now());
  }
  for (const [name, records] of recovered.collections) {
    if (records.size > 0 && !names.includes(name)) {
      health.stopWriting(
        `数据文件夹里有本程序不认识的数据（${name}），已转为只读。请改用写入它的程序版本打开。`,
      );
    }
  }
  return { journal, snapshots, schema: known, tables: new Tables(tablesOf(options.collections, recovered)) };
};

interface OpenParts {
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  readonly schema: number;
  readonly tables: Tables;
}

/**
 * Opens a data folder, or makes one.
 *
 * A damaged folder opens as far as it can, read-only where writing would bury the damage; `health` tells.
 *
 * @throws AppError `locked` when another process or computer holds the folder; `storage` when the disk refuses or the
 * folder was written by a newer version.
 */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  checkNames(options.collections);
  const disk = options.disk ?? nodeDisk;
  const layout = layoutOf(options.dir);
  const host: SnapshotHost = {
    disk,
    codec: options.codec ?? plainCodec,
    layout,
    tempName: createTempNames(layout),
  };
  try {
    const prepared = await prepareFolders(disk, layout);
    const lock = await lockFolder(disk, layout.root, layout.lock, options.clock.now());
    try {
      const health = new Health();
      if (prepared && lock.writable) await emptyTemp(disk, layout);
      else health.stopWriting(READ_ONLY);
      const parts = await openLocked(options, host, health);
      const { keys, lost } = await SideKeys.open(host);
      if (lost.length > 0)
        health.note(
          `有 ${String(lost.length)} 个匿名评分的密钥读不出来，其评分人不能再接着填写已保存的评分表；已保存的分数不受影响。`,
        );
      return createStore({
        ...parts,
        host,
        lock,
        health,
        attachments: new Attachments(host),
        keys,
        clock: options.clock,
        policy: options.snapshots ?? DEFAULT_POLICY,
        onDefect: options.onDefect,
      });
    } catch (cause) {
      await lock.release();
      throw cause;
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw storageError('数据文件夹没有打开', cause);
    throw cause;
  }
};
