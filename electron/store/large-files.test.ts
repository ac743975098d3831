import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFaultyDisk, type DiskCall } from '../../test/fault/faulty-disk.ts';
import { plainCodec, type Codec } from './codec.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { RESERVE } from './free-space.ts';
import { openStore } from './open-store.ts';
import { SEGMENT } from './segments.ts';
import type { IncomingFile, Store } from './types.ts';

/** Seals every segment with its place, as an encrypting codec will. */
const sealing: Codec = {
  ...plainCodec,
  segmentOverhead: 5,
  encodeSegment: (bytes, { index, last }) => {
    const seal = Buffer.alloc(5);
    seal.writeUInt32BE(index);
    seal[4] = last ? 1 : 0;
    return Buffer.concat([seal, Buffer.from(bytes.map((byte) => byte ^ 0x5a))]);
  },
  decodeSegment: (bytes, { index, last }) => {
    const stored = Buffer.from(bytes);
    if (stored.readUInt32BE(0) !== index || stored[4] !== (last ? 1 : 0)) throw new Error('another place');
    return stored.subarray(5).map((byte) => byte ^ 0x5a);
  },
};

let dir = '';
let store: Store;
const open = async (codec: Codec = plainCodec, disk: Disk = nodeDisk): Promise<Store> =>
  openStore({ dir, collections: [], clock: { now: () => 0 }, codec, disk });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mingze-large-'));
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const left = async (): Promise<string[]> => [
  ...(await readdir(join(dir, 'temp'))),
  ...(await readdir(join(dir, 'files'))),
];

const send = async (bytes: Uint8Array, piece = 300_001): Promise<IncomingFile> => {
  const file = await store.receiveFile(bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; at += piece) await file.append(bytes.subarray(at, at + piece));
  return file;
};
const gathered = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

describe.each([
  ['plain', plainCodec],
  ['sealed by segments', sealing],
])('a file that comes piece by piece, %s', (_name, codec) => {
  it.each([0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT, 3 * SEGMENT + 77])(
    'of %i bytes is found under its hash, whole and in any part',
    async (size) => {
      store = await open(codec);
      const bytes = randomBytes(size);
      const file = await send(bytes);
      expect(await file.seal()).toEqual({ hash: hashOf(bytes), size });
      expect(await readdir(join(dir, 'files'))).toEqual([]);
      await file.keep();
      const hash = hashOf(bytes);
      expect(await left()).toEqual([hash]);
      expect(await store.checkFile(hash)).toBe(size);
      expect(Buffer.from(await store.readFile(hash)).equals(bytes)).toBe(true);
      expect((await gathered(store.filePieces(hash))).equals(bytes)).toBe(true);
      for (const [from, to] of [
        [0, 1],
        [SEGMENT - 2, SEGMENT + 2],
        [size - 5, size],
        [7, size + 100],
        [size, size],
      ] as const) {
        const part = await gathered(store.fileRange(hash, Math.max(0, from), to));
        expect(part.equals(bytes.subarray(Math.max(0, from), to))).toBe(true);
      }
      // As a file that came whole: the one place on the disk serves both.
      expect(await store.putFile(bytes)).toBe(hash);
      expect(await left()).toEqual([hash]);
    },
  );

  it('is refused when a segment was cut off or two were exchanged', async () => {
    store = await open(codec);
    const bytes = randomBytes(3 * SEGMENT + 9);
    const file = await send(bytes);
    const { hash } = await file.seal();
    await file.keep();
    const path = join(dir, 'files', hash);
    const stored = await readFile(path);
    const whole = SEGMENT + codec.segmentOverhead;
    const [a, b] = [stored.subarray(0, whole), stored.subarray(whole, 2 * whole)];
    await writeFile(path, Buffer.concat([b, a, stored.subarray(2 * whole)]));
    await expect(store.checkFile(hash)).rejects.toMatchObject({ code: 'storage' });
    await expect(gathered(store.filePieces(hash))).rejects.toMatchObject({ code: 'storage' });
    await expect(store.readFile(hash)).rejects.toMatchObject({ code: 'storage' });
    await writeFile(path, stored);
    await truncate(path, 3 * whole);
    await expect(store.checkFile(hash)).rejects.toMatchObject({ code: 'storage' });
    // The good bytes, sent once more, put it right.
    const again = await send(bytes);
    await again.seal();
    await store.close();
    store = await open(codec);
    const third = await send(bytes);
    await third.seal();
    await third.keep();
    expect(await store.checkFile(hash)).toBe(bytes.byteLength);
  });
});

describe('a file on its way in', () => {
  it('leaves nothing when it is given up, before or after its end', async () => {
    store = await open();
    const half = await send(randomBytes(2 * SEGMENT));
    await half.discard();
    await expect(half.append(randomBytes(1))).rejects.toMatchObject({ code: 'not-found' });
    const whole = await send(randomBytes(2 * SEGMENT));
    await whole.seal();
    await whole.discard();
    expect(await left()).toEqual([]);
  });

  it('is gone after a restart unless it was kept', async () => {
    store = await open();
    await send(randomBytes(SEGMENT + 1));
    const sealed = await send(randomBytes(SEGMENT + 2));
    await sealed.seal();
    expect(await readdir(join(dir, 'temp'))).toHaveLength(2);
    await store.close();
    store = await open();
    expect(await left()).toEqual([]);
  });

  it('comes beside another one', async () => {
    store = await open();
    const [one, other] = [randomBytes(2 * SEGMENT + 5), randomBytes(SEGMENT)];
    const [first, second] = await Promise.all([send(one, 1000), send(other, 999)]);
    expect((await first.seal()).hash).toBe(hashOf(one));
    expect((await second.seal()).hash).toBe(hashOf(other));
    await Promise.all([first.keep(), second.keep()]);
    expect((await left()).sort()).toEqual([hashOf(one), hashOf(other)].sort());
  });

  it('costs no second place when its bytes are there', async () => {
    store = await open();
    const bytes = randomBytes(SEGMENT + 3);
    const [one, other] = [await send(bytes), await send(bytes)];
    await one.seal();
    await other.seal();
    await Promise.all([one.keep(), other.keep()]);
    await other.discard();
    await one.discard();
    expect(await left()).toEqual([hashOf(bytes)]);
  });

  it('is taken back when what needed it came to nothing, and may be kept again', async () => {
    store = await open();
    const bytes = randomBytes(SEGMENT + 3);
    const file = await send(bytes);
    const { hash } = await file.seal();
    await file.keep();
    await file.takeBack();
    expect(await readdir(join(dir, 'files'))).toEqual([]);
    await expect(store.readFile(hash)).rejects.toMatchObject({ code: 'not-found' });
    await file.keep();
    expect(await store.checkFile(hash)).toBe(bytes.byteLength);
  });

  it('stays when somebody else has come to rely on it', async () => {
    store = await open();
    const bytes = randomBytes(500);
    const file = await send(bytes);
    const { hash } = await file.seal();
    await file.keep();
    await store.putFile(bytes);
    await file.takeBack();
    expect(await store.checkFile(hash)).toBe(500);
    // And what stood there before it came is never taken away.
    const again = await send(bytes);
    await again.seal();
    await again.keep();
    await again.takeBack();
    expect(await store.checkFile(hash)).toBe(500);
  });
});

describe('a disk without room', () => {
  const withFree = (free: number): Disk => ({ ...nodeDisk, freeBytes: async () => free });

  it('is told before the first byte', async () => {
    store = await open(plainCodec, withFree(RESERVE + 100 * 1024 * 1024));
    const refused = await store.receiveFile(300 * 1024 * 1024).catch((cause: unknown) => cause);
    expect(refused).toMatchObject({ code: 'storage' });
    expect(String(refused)).toContain(
      '这个文件 300 MB，数据文件夹所在的磁盘只剩 300 MB，其中 200 MB 要留给程序使用',
    );
    expect(await left()).toEqual([]);
  });

  it('counts what others on their way will still bring', async () => {
    store = await open(plainCodec, withFree(RESERVE + 1000));
    const first = await store.receiveFile(600);
    await expect(store.receiveFile(600)).rejects.toMatchObject({ code: 'storage' });
    await first.discard();
    await (await store.receiveFile(600)).discard();
  });

  it.each(['write', 'sync', 'open-create', 'rename', 'freeBytes'])(
    'that fails at %s in mid-stream says so and keeps no half of it',
    async (op) => {
      let failing: ((call: DiskCall) => boolean) | undefined;
      const { disk } = createFaultyDisk((call) => (failing?.(call) === true ? 'ENOSPC' : undefined));
      store = await open(plainCodec, disk);
      const bytes = randomBytes(4 * SEGMENT);
      let seen = 0;
      failing = (call) => call.op === op && (op !== 'write' || (seen += 1) > 1);
      let file: IncomingFile | undefined;
      const attempt = async (): Promise<void> => {
        file = await send(bytes);
        await file.seal();
        await file.keep();
      };
      const refused = await attempt().catch((cause: unknown) => cause);
      expect(refused).toMatchObject({ code: 'storage' });
      expect(String(refused)).toContain('磁盘已满');
      failing = undefined;
      await file?.discard();
      expect(await left()).toEqual([]);
      // With room again the same file comes in.
      const again = await send(bytes);
      await again.seal();
      await again.keep();
      expect(await store.checkFile(hashOf(bytes))).toBe(bytes.byteLength);
    },
  );
});
