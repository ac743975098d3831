import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inChild } from '../child.ts';
import { median, row, type BenchRow } from '../row.ts';
import { actor, benchFolder, fillSchool, idOf, matters, openSchool, RECORDS } from './school.ts';

const LATER_LINES = 10_000;
const ROUNDS = 9;
const AT_ONCE = 100;

/** A closed folder whose snapshot is 10,000 lines behind its journal, as after a power failure. */
const prepare = async (dir: string): Promise<string> => {
  const folder = join(dir, 'school');
  const store = await openSchool(join(dir, 'filling'));
  await fillSchool(store);
  await store.snapshot();
  await cp(join(dir, 'filling', 'data'), join(folder, 'data'), { recursive: true });
  for (let from = 0; from < LATER_LINES; from += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, n) =>
        store.transact({ actor, act: 'cases.establish' }, (tx) => {
          const matter = tx.require(matters, idOf(((from + n) * 7919) % RECORDS), '事项');
          tx.replace(matters, { ...matter, state: 'established' });
        }),
      ),
    );
  }
  await cp(join(dir, 'filling', 'journal'), join(folder, 'journal'), { recursive: true });
  await store.close();
  return folder;
};

/**
 * Opening a store of 100,000 records (snapshot and 10,000 later journal lines), against reading the same bytes and
 * giving them to JSON.parse. Each opening has a process of its own; the two take turns.
 */
export const measureOpen = async (): Promise<BenchRow[]> => {
  const dir = await benchFolder();
  const child = fileURLToPath(new URL('./open-child.ts', import.meta.url));
  const measure = async (what: 'store' | 'parse', folder: string): Promise<number> =>
    z.number().parse(await inChild(child, [what, folder]));
  try {
    const folder = await prepare(dir);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      theirs.push(await measure('parse', folder));
      // A copy, since closing it writes new snapshots.
      const copy = join(dir, 'copy');
      await cp(folder, copy, { recursive: true });
      ours.push(await measure('store', copy));
      await rm(copy, { recursive: true });
    }
    return [row('open-100k', 'ms', median(ours), 'reading and JSON.parse of the same bytes', median(theirs))];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
