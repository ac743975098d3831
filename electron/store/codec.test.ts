import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Codec } from './codec.ts';
import { openStore } from './open-store.ts';
import { defineCollection, type Store } from './types.ts';

const secrets = defineCollection({
  name: 'secrets',
  schema: z.object({ id: z.string(), rev: z.number(), text: z.string() }),
  indexes: {},
  unique: [],
  duplicateMessage: () => '',
});

const KEY = 0xa5;
const scramble = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ KEY));
const MARK = Buffer.from('TOY');

/** Reversible, and no more: what bypassed it would be legible on the disk, or illegible to the store. */
const toyCodec: Codec = {
  encodeLine: (line) => Buffer.from(scramble(line).toString('hex')),
  decodeLine: (bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    if (!/^[0-9a-f]+$/.test(text)) throw new Error('not of this codec');
    return scramble(Buffer.from(text, 'hex'));
  },
  encodeFile: (bytes) => Buffer.concat([MARK, scramble(bytes)]),
  decodeFile: (bytes) => {
    if (MARK.compare(bytes, 0, MARK.length) !== 0) throw new Error('not of this codec');
    return scramble(bytes.subarray(MARK.length));
  },
  segmentOverhead: 2,
  encodeSegment: (bytes, { index, last }) =>
    Buffer.concat([scramble(bytes), Buffer.from([index, last ? 1 : 0])]),
  decodeSegment: (bytes, { index, last }) => {
    const [at, end] = bytes.subarray(-2);
    if (at !== index || end !== (last ? 1 : 0)) throw new Error('not of this place');
    return scramble(bytes.subarray(0, -2));
  },
};

let dir = '';
const open = (codec?: Codec): Promise<Store> =>
  openStore({
    dir,
    collections: [secrets],
    clock: { now: () => Date.parse('2026-11-24T01:00:00.000Z') },
    ...(codec ? { codec } : {}),
  });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mingze-codec-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('stands between the store and every byte of content on the disk', async () => {
  const store = await open(toyCodec);
  for (const id of ['a', 'b']) {
    await store.transact({ actor: { userId: 'u', name: '周敏' }, act: 'write' }, (tx) =>
      tx.insert(secrets, { id, text: '举报人姓名 informant' }),
    );
    await store.snapshot();
  }
  const hash = await store.putFile(Buffer.from('informant in an attachment'));
  expect((await store.verify()).problems).toEqual([]);
  await store.close();

  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name).sort()).toEqual(
    ['2026-11.jsonl', hash, 'manifest.json', 'secrets.json', 'secrets.prev.json'].sort(),
  );
  for (const { parentPath, name } of files) {
    const bytes = await readFile(join(parentPath, name));
    for (const plain of ['informant', '举报', 'secrets', '周敏', 'seq'])
      expect(bytes.includes(plain), name).toBe(false);
  }

  const again = await open(toyCodec);
  expect(again.all(secrets).map(({ text }) => text)).toEqual([
    '举报人姓名 informant',
    '举报人姓名 informant',
  ]);
  expect(Buffer.from(await again.readFile(hash)).toString()).toBe('informant in an attachment');
  await again.close();
});

it('of another kind finds only damage, and destroys nothing', async () => {
  const store = await open(toyCodec);
  await store.transact({ actor: { userId: 'u', name: '周敏' }, act: 'write' }, (tx) =>
    tx.insert(secrets, { id: 'a', text: '内容' }),
  );
  await store.close();
  const journal = await readFile(join(dir, 'journal', '2026-11.jsonl'));
  await expect(open()).rejects.toMatchObject({ code: 'storage' });
  expect(await readFile(join(dir, 'journal', '2026-11.jsonl'))).toEqual(journal);
  const again = await open(toyCodec);
  expect(again.get(secrets, 'a')?.text).toBe('内容');
  await again.close();
});
