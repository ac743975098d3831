import { hash as digest } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../shared/kernel/result.ts';
import type { Health } from './health.ts';
import { scanJournal } from './journal-scan.ts';
import { START, type Position } from './position.ts';
import { damageReport } from './recover.ts';
import type { SnapshotHost } from './snapshot-file.ts';
import type { AnyTable } from './table.ts';

export interface VerifyRequest {
  readonly host: SnapshotHost;
  readonly tables: readonly AnyTable[];
  readonly head: Position;
  readonly health: Health;
  /** Asked all along; once true, the check ends without a finding. */
  readonly isCancelled: () => boolean;
}

/** Ends a check whose answer nobody waits for any more. */
class Cancelled extends Error {}

/** Records handled before others get a turn: a few milliseconds' worth. */
const SLICE = 1000;

/** Enough to tell that two texts differ, and small: there is one for every record. */
const printOf = (record: object): string => digest('sha256', JSON.stringify(record), 'base64');

const idOf = (record: object): string => ('id' in record && typeof record.id === 'string' ? record.id : '');

/** By collection and id, the fingerprint of each record as the journal tells it. */
type Prints = Map<string, Map<string, string>>;

const printsOf = (prints: Prints, collection: string): Map<string, string> => {
  const existing = prints.get(collection);
  if (existing) return existing;
  const created = new Map<string, string>();
  prints.set(collection, created);
  return created;
};

/** Checks every record against its schema, so that a later read is neither slow nor a surprise. */
const admitAll = async ({ tables, health }: VerifyRequest, breathe: () => Promise<void>): Promise<void> => {
  for (const table of tables) {
    try {
      while (!table.admitSome(SLICE)) await breathe();
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      health.stopWriting(`${cause.message}程序已转为只读。`);
    }
  }
};

const isSame = async (
  contents: readonly object[],
  told: ReadonlyMap<string, string>,
  breathe: () => Promise<void>,
): Promise<boolean> => {
  if (contents.length !== told.size) return false;
  for (let from = 0; from < contents.length; from += SLICE) {
    for (const record of contents.slice(from, from + SLICE)) {
      if (told.get(idOf(record)) !== printOf(record)) return false;
    }
    await breathe();
  }
  return true;
};

const alteredReport = (collection: string): string =>
  `数据快照 data/${collection}.json 与日志的记载不一致，可能被改动过。程序已转为只读。` +
  '请先复制整个数据文件夹留存，再退出并重新打开程序：快照已另存，数据将由日志重新建立。';

const check = async (request: VerifyRequest, breathe: () => Promise<void>): Promise<string[]> => {
  const { host, tables, head, health } = request;
  // Stored texts and not yet checked records: what the disk held, as of now.
  const moment = tables.map((table) => ({ name: table.spec.name, contents: table.contents() }));
  const told: Prints = new Map();
  const { damage } = await scanJournal({
    disk: host.disk,
    codec: host.codec,
    folder: host.layout.journal,
    from: START,
    until: head,
    breathe,
    onLine(line) {
      for (const change of line.changes) {
        const prints = printsOf(told, change.collection);
        if ('removed' in change) prints.delete(change.removed);
        else prints.set(change.after.id, printOf(change.after));
      }
    },
  });
  if (damage) {
    health.stopWriting(damageReport(damage));
    return [];
  }
  const altered: string[] = [];
  for (const { name, contents } of moment) {
    if (await isSame(contents, printsOf(told, name), breathe)) continue;
    health.stopWriting(alteredReport(name));
    altered.push(name);
  }
  await admitAll(request, breathe);
  return altered;
};

/**
 * Reads the whole journal up to `head` against its chain, and compares what it tells with what the tables hold at
 * the time of the call: so a snapshot that was altered with care is found as well. Gives others a turn all along.
 * Returns the collections that differ; `health` has the report.
 */
export const verifyStore = async (request: VerifyRequest): Promise<string[]> => {
  const breathe = async (): Promise<void> => {
    await nextTurn();
    if (request.isCancelled()) throw new Cancelled();
  };
  try {
    return await check(request, breathe);
  } catch (cause) {
    if (cause instanceof Cancelled) return [];
    throw cause;
  }
};
