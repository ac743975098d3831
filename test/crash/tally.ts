import { z } from 'zod';
import { openStore } from '../../electron/store/open-store.ts';
import { defineCollection, type Store, type Tx } from '../../electron/store/types.ts';
import { entityShape } from '../../shared/kernel/entity.ts';

/** One per commit, numbered without a gap; the newest are kept. */
export const entries = defineCollection({
  name: 'entries',
  schema: z.object({
    ...entityShape,
    number: z.number().int(),
    text: z.string(),
    file: z.string().nullable(),
  }),
  indexes: {},
  unique: [],
  duplicateMessage: () => '重复',
});

/** How many commits there were: changed in the same transaction as the entry. */
const tallies = defineCollection({
  name: 'tallies',
  schema: z.object({ ...entityShape, count: z.number().int() }),
  indexes: {},
  unique: [],
  duplicateMessage: () => '重复',
});

const TALLY = 'tally';
/** Entries older than this are removed again, so that removals are in the play too. */
export const KEPT = 60;

/** A store that writes snapshots all the time: the moments of interest have to be frequent. */
export const openTally = (dir: string): Promise<Store> =>
  openStore({
    dir,
    collections: [entries, tallies],
    clock: { now: () => Date.now() },
    snapshots: { idleMs: 3, idleLines: 4, busyLines: 12 },
  });

export const countOf = (store: Pick<Store, 'get'>): number => store.get(tallies, TALLY)?.count ?? 0;

export const textOf = (number: number): string => `第 ${String(number)} 次保存 `.repeat(1 + (number % 40));

/** The next commit: entry, tally and removal together or not at all. Returns its number. */
export const addEntry = (tx: Tx, file: string | null): number => {
  const tally = tx.get(tallies, TALLY);
  const number = (tally?.count ?? 0) + 1;
  if (tally) tx.replace(tallies, { ...tally, count: number });
  else tx.insert(tallies, { id: TALLY, count: number });
  tx.insert(entries, { id: `e${String(number)}`, number, text: textOf(number), file });
  const old = tx.get(entries, `e${String(number - KEPT)}`);
  if (old) tx.remove(entries, old.id, old.rev);
  return number;
};
