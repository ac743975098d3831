import { join } from 'node:path';
import { AppError } from '../../shared/kernel/result.ts';
import type { Health } from './health.ts';
import { scanJournal, type Damage, type ScanEnd } from './journal-scan.ts';
import type { JournalLine, RawRecord } from './line.ts';
import type { RawCollections } from './migration.ts';
import { monthFiles, START, type Position } from './position.ts';
import type { SnapshotHost } from './snapshot-file.ts';
import type { LoadedSnapshot, LoadedSnapshots, Snapshots } from './snapshots.ts';
import { readWhole, replaceFile } from './whole-file.ts';

/** What a data folder holds, read and checked. */
export interface Recovered {
  readonly collections: RawCollections;
  /** By collection, the number of the last line that changed it after its snapshot, or of the snapshot. */
  readonly changedAt: Map<string, number>;
  readonly head: Position;
  /** 0 for a folder that never held anything. */
  readonly schema: number;
}

const REMEDY =
  '程序已转为只读，可以查看和导出，不能修改。请先复制整个数据文件夹留存，再用最近的备份恢复，或联系维护人员。';

/** What the administrator is told about a damaged journal. */
export const damageReport = (damage: Damage): string => {
  const place = `日志文件 journal/${damage.file}`;
  switch (damage.kind) {
    case 'chain':
      return `${place} 第 ${damage.line} 行与前文对不上，可能被改动或已损坏。${REMEDY}`;
    case 'cut':
      return `${place} 第 ${damage.line} 行不完整，而后面的月份还有日志。${REMEDY}`;
    case 'missing':
      return `${place} 缺失，或第 ${damage.line} 行起的内容丢失。${REMEDY}`;
  }
};

const isBlank = async (host: SnapshotHost, loaded: LoadedSnapshots): Promise<boolean> => {
  const { disk, layout } = host;
  if (loaded.manifest !== undefined || [...loaded.collections.values()].some(({ stored }) => stored))
    return false;
  for (const name of monthFiles(await disk.list(layout.journal))) {
    const file = await disk.open(join(layout.journal, name), 'read');
    try {
      if ((await file.size()) > 0) return false;
    } finally {
      await file.close();
    }
  }
  if ((await disk.list(layout.files)).length === 0) return true;
  throw new AppError(
    'storage',
    '数据文件夹里只有附件（files），没有日志（journal）和数据（data），不像是完整的数据。请检查是否选错了文件夹，或用备份恢复。',
  );
};

/** Keeps an unfinished last line under a name of its own and cuts it off the journal. */
const setTornAside = async (
  host: SnapshotHost,
  torn: NonNullable<ScanEnd['torn']>,
  seq: number,
  health: Health,
): Promise<void> => {
  const { disk, layout, tempName } = host;
  const path = join(layout.journal, torn.file);
  const aside = `torn-${torn.file.replace('.jsonl', '')}-${seq + 1}-${torn.offset}.txt`;
  const tail = (await readWhole(disk, path)).subarray(torn.offset);
  await replaceFile(disk, join(layout.journal, aside), tempName(), tail);
  const file = await disk.open(path, 'write');
  try {
    await file.truncate(torn.offset);
    await file.sync();
  } finally {
    await file.close();
  }
  health.note(
    `上次运行时最后一次保存没有写完（可能是断电或程序被强行结束），这次保存没有生效。未写完的内容另存为 journal/${aside}。` +
      '请核对最后一次操作，必要时重做。',
  );
};

const earliest = (snapshots: Iterable<LoadedSnapshot>): Position => {
  let first: Position | undefined;
  for (const { through } of snapshots) if (first === undefined || through.seq < first.seq) first = through;
  return first ?? START;
};

/** The state that the snapshots and the journal behind them add up to. */
class Replay {
  readonly collections: RawCollections = new Map();
  readonly changedAt = new Map<string, number>();
  readonly #through = new Map<string, number>();
  schema = 0;

  constructor(loaded: LoadedSnapshots) {
    this.schema = loaded.manifest?.schema ?? 0;
    for (const [name, { stored, through }] of loaded.collections) {
      const records = new Map<string, RawRecord>();
      for (const record of stored?.records ?? []) records.set(record.id, record);
      this.collections.set(name, records);
      this.changedAt.set(name, stored?.at.seq ?? 0);
      this.#through.set(name, through.seq);
      this.schema = Math.max(this.schema, stored?.schema ?? 0);
    }
  }

  apply(line: JournalLine): void {
    this.schema = Math.max(this.schema, line.schema ?? 0);
    for (const change of line.changes) {
      const name = change.collection;
      if (line.seq <= (this.#through.get(name) ?? 0)) continue;
      let records = this.collections.get(name);
      if (!records) {
        records = new Map<string, RawRecord>();
        this.collections.set(name, records);
      }
      if ('removed' in change) records.delete(change.removed);
      else records.set(change.after.id, change.after);
      this.changedAt.set(name, line.seq);
    }
  }
}

/**
 * Reads a data folder: snapshots, then the journal behind them. Damage does not stop it: what is good is there, and
 * `health` says what is not and forbids writing where that would bury it.
 */
export const recover = async (
  host: SnapshotHost,
  snapshots: Snapshots,
  wanted: readonly string[],
  health: Health,
): Promise<Recovered> => {
  const loaded = await snapshots.load(wanted, health);
  const replay = new Replay(loaded);
  if (await isBlank(host, loaded)) {
    return { collections: replay.collections, changedAt: replay.changedAt, head: START, schema: 0 };
  }
  const scan = await scanJournal({
    disk: host.disk,
    codec: host.codec,
    folder: host.layout.journal,
    from: earliest(loaded.collections.values()),
    onLine: (line) => replay.apply(line),
  });
  if (scan.damage) health.stopWriting(damageReport(scan.damage));
  const newest = Math.max(
    loaded.manifest?.at.seq ?? 0,
    ...[...loaded.collections.values()].map((c) => c.through.seq),
  );
  if (!scan.damage && scan.end.seq < newest) {
    health.stopWriting(
      `日志比数据快照少了 ${newest - scan.end.seq} 次保存，日志文件可能被删改或换成了旧的。${REMEDY}`,
    );
  }
  if (scan.torn && health.writable) {
    try {
      await setTornAside(host, scan.torn, scan.end.seq, health);
    } catch {
      health.stopWriting(
        `日志文件 journal/${scan.torn.file} 最后一行没有写完，又无法整理（磁盘已满或没有写入权限）。程序已转为只读。` +
          '请清理磁盘空间、检查权限后重新打开。',
      );
    }
  }
  return {
    collections: replay.collections,
    changedAt: replay.changedAt,
    head: scan.end,
    schema: replay.schema,
  };
};
