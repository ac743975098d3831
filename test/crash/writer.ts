import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { Store } from '../../electron/store/types.ts';
import { addEntry, openTally } from './tally.ts';

/** The process that is killed: `writer.ts DIR COMMITS` opens, commits, tells, and closes after so many commits. */
const [, , dir, commits] = process.argv;
if (dir === undefined || commits === undefined) throw new Error('started by the crash test');
const limit = Number(commits);

/** Blocks until the pipe has it: what is told cannot be taken back by a SIGKILL. */
const tell = (line: string): void => {
  const bytes = Buffer.from(`${line}\n`);
  for (let sent = 0; sent < bytes.length;) {
    try {
      sent += writeSync(1, bytes, sent);
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EAGAIN')) throw cause;
    }
  }
};

const actor = { userId: 'crash', name: '崩溃测试' };
let begun = 0;

/** One of several who write at the same time, so that commits share a sync. */
const write = async (store: Store): Promise<void> => {
  while (begun < limit) {
    begun += 1;
    const file = begun % 5 === 0 ? await store.putFile(randomBytes(512 + (begun % 7) * 1024)) : null;
    const number = await store.transact({ actor, act: 'crash.add' }, (tx) => addEntry(tx, file));
    tell(`saved ${String(number)} ${file ?? '-'}`);
  }
};

tell('opening');
const store = await openTally(dir);
tell('open');
await Promise.all([write(store), write(store), write(store)]);
tell('closing');
await store.close();
tell('closed');
