import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import fs from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { median, row, timed, type BenchRow } from '../row.ts';
import { actor, benchFolder, fillSchool, idOf, matters, openSchool, RECORDS, type Matter } from './school.ts';

const WARM_UP = 200;
const ROUNDS = 2000;
const WHOLE_WRITES = 7;

/** What the store appended to its journal since it had `from` bytes. */
const appended = (journal: string, from: number): Buffer => {
  const bytes = Buffer.alloc(fs.statSync(journal).size - from);
  const file = fs.openSync(journal, 'r');
  fs.readSync(file, bytes, 0, bytes.length, from);
  fs.closeSync(file);
  return bytes;
};

/**
 * A durable commit of one record in a store of 100,000, against the barest thing that is as durable and, like the
 * store, leaves the program free meanwhile: the very same bytes appended to an open file and fsynced through
 * fs/promises. The two take turns, so that the disk's moods hit both.
 */
export const measureCommit = async (): Promise<BenchRow[]> => {
  const dir = await benchFolder();
  try {
    const store = await openSchool(join(dir, 'school'));
    await fillSchool(store);
    const journal = join(dir, 'school', 'journal', '2026-11.jsonl');
    const plain = await open(join(dir, 'plain.jsonl'), 'a');
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const id = idOf(((round + WARM_UP) * 7919) % RECORDS);
      const before = fs.statSync(journal).size;
      const own = await timed(() =>
        store.transact({ actor, act: 'cases.establish' }, (tx) =>
          tx.replace(matters, { ...tx.require(matters, id, '事项'), state: 'established' }),
        ),
      );
      const bytes = appended(journal, before);
      const peer = await timed(async () => {
        await plain.write(bytes);
        await plain.sync();
      });
      if (round < 0) continue;
      ours.push(own);
      theirs.push(peer);
    }
    await plain.close();

    const low = new Low<{ matters: readonly Matter[] }>(new JSONFile(join(dir, 'lowdb.json')), {
      matters: store.all(matters),
    });
    const whole: number[] = [];
    for (let round = 0; round < WHOLE_WRITES; round += 1) whole.push(await timed(() => low.write()));
    await store.close();

    const value = median(ours);
    return [
      row('commit-100k', 'ms', value, 'append + fsync of the same bytes', median(theirs)),
      row('commit-100k-lowdb', 'ms', value, 'lowdb JSONFile write of the whole', median(whole)),
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
