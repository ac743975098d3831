import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { answerParent } from '../child.ts';
import { timed } from '../row.ts';
import { matters, openSchool, RECORDS } from './school.ts';

const [what, folder = ''] = process.argv.slice(2);

/** The bytes that an opening has to read, parsed and kept. */
const parse = async (offset: number): Promise<readonly unknown[]> => {
  const snapshot: unknown = JSON.parse(await readFile(join(folder, 'data', 'matters.json'), 'utf8'));
  const file = await open(join(folder, 'journal', '2026-11.jsonl'));
  const tail = Buffer.alloc((await file.stat()).size - offset);
  await file.read(tail, 0, tail.length, offset);
  await file.close();
  const lines: unknown[] = [];
  for (const line of tail.toString('utf8').trimEnd().split('\n')) lines.push(JSON.parse(line));
  return [snapshot, ...lines];
};

if (what === 'parse') {
  const manifest = await readFile(join(folder, 'data', 'manifest.json'), 'utf8');
  const { at } = z.object({ at: z.object({ offset: z.number() }) }).parse(JSON.parse(manifest));
  let kept: readonly unknown[] = [];
  const took = await timed(async () => (kept = await parse(at.offset)));
  if (kept.length !== 10_001) throw new Error(`the peer read ${kept.length} things`);
  answerParent(took);
} else {
  let store: Awaited<ReturnType<typeof openSchool>> | undefined;
  const took = await timed(async () => (store = await openSchool(folder)));
  const health = store?.health();
  if (store?.count(matters) !== RECORDS || health?.problems.length !== 0)
    throw new Error('the store opened in part');
  answerParent(took);
  await store.close();
}
