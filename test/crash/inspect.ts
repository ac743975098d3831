import { countOf, entries, KEPT, openTally, textOf } from './tally.ts';
import type { Saved } from './round.ts';

/** What a reopened store lacks of what it had promised. */
export interface Inspection {
  readonly lost: number;
  readonly attachmentsLost: number;
  /** Whatever else is not as it must be: half a transaction, damage reported where none may be. */
  readonly faults: readonly string[];
  /** How many commits the store holds now. */
  readonly count: number;
}

/** A torn last line is what a killed process may leave: set aside, and told. */
const EXPECTED_PROBLEM = '最后一次保存没有写完';

/** Opens the store and compares it with every commit that was answered. Rejects when it does not open. */
export const inspect = async (dir: string, saved: readonly Saved[]): Promise<Inspection> => {
  const store = await openTally(dir);
  try {
    const { problems, writable } = await store.verify();
    const count = countOf(store);
    const faults = problems.filter((problem) => !problem.includes(EXPECTED_PROBLEM));
    if (!writable) faults.push('read-only');
    const present = new Map(store.all(entries).map((entry) => [entry.number, entry]));
    for (const { number, text } of present.values()) {
      if (number > count) faults.push(`entry ${String(number)} without its tally`);
      if (text !== textOf(number)) faults.push(`entry ${String(number)} is another`);
    }
    for (let number = Math.max(1, count - KEPT + 1); number <= count; number += 1) {
      if (!present.has(number)) faults.push(`entry ${String(number)} is missing beside its tally`);
    }
    let lost = 0;
    let attachmentsLost = 0;
    for (const { number, file } of saved) {
      const kept = number > count - KEPT;
      if (number > count || (kept && present.get(number)?.file !== (file ?? null))) lost += 1;
      if (file !== undefined) await store.readFile(file).catch(() => (attachmentsLost += 1));
    }
    for (const { file } of present.values()) {
      if (file !== null) await store.readFile(file).catch(() => faults.push(`file ${file} is gone`));
    }
    return { lost, attachmentsLost, faults, count };
  } finally {
    await store.close();
  }
};
