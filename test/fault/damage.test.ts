import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store, StoreHealth } from '../../electron/store/types.ts';
import { AppError } from '../../shared/kernel/result.ts';
import { addPerson, as, contentOf, createFolders, openPeople, people } from './people.ts';

const folders = createFolders();
afterAll(() => folders.removeAll());

const JOURNAL = join('journal', '2026-11.jsonl');
const attachment = Buffer.from('谈话记录'.repeat(4));

/** Two generations of snapshots, lines behind them and an attachment: what a killed program leaves. */
let base = '';
let attachmentHash = '';
let truth: unknown;
/** What the store held behind each line of the journal. */
const history: unknown[] = [];

beforeAll(async () => {
  const dir = await folders.make();
  const store = await openPeople(dir);
  const remember = (): void => void (history[store.health().seq] = contentOf(store));
  remember();
  attachmentHash = await store.putFile(attachment);
  for (let n = 1; n <= 2; n += 1) {
    await addPerson(store, n);
    remember();
  }
  await store.snapshot();
  await addPerson(store, 3);
  remember();
  await store.snapshot();
  for (const name of ['王小明', '王晓明']) {
    await store.transact(as('people.rename'), (tx) => {
      tx.replace(people, { ...tx.require(people, 'p1', '教职工'), name });
    });
    remember();
  }
  truth = contentOf(store);
  base = await folders.copy(dir);
  await store.close();
});

const flip = async (path: string, bit: number): Promise<void> => {
  const bytes = await readFile(path);
  const at = bit >> 3;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
  await writeFile(path, bytes);
};

/** One bit of every `stride`th byte, each time another one. */
const bitsOf = (size: number, stride: number): number[] =>
  Array.from({ length: Math.floor(size / stride) }, (_, step) => step * stride * 8 + ((step * 5 + 3) & 7));

/** Opens a damaged copy, checks everything, and hands both over; the store may also refuse to open, in plain words. */
const examine = async (
  damage: (dir: string) => Promise<void>,
  look: (store: Store, health: StoreHealth, dir: string) => Promise<void> | void,
): Promise<void> => {
  const dir = await folders.copy(base);
  await damage(dir);
  const store = await openPeople(dir);
  const health = await store.verify();
  await look(store, health, dir);
  await store.close();
  await rm(dir, { recursive: true });
};

describe('a torn last line', () => {
  it('cut at every byte: set aside, told, and everything before it is whole', async () => {
    const whole = await readFile(join(base, JOURNAL));
    const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let length = lastLine + 1; length < whole.length; length += 1) {
      await examine(
        (dir) => truncate(join(dir, JOURNAL), length),
        async (store, health, dir) => {
          expect(contentOf(store)).toEqual(history[5]);
          expect(health.writable).toBe(true);
          expect(health.problems).toHaveLength(1);
          expect(health.problems[0]).toContain('最后一次保存没有写完');
          const names = await readdir(join(dir, 'journal'));
          const aside = names.find((name) => name.startsWith('torn-')) ?? '';
          expect(health.problems[0]).toContain(aside);
          expect(await readFile(join(dir, 'journal', aside))).toEqual(whole.subarray(lastLine, length));
          await addPerson(store, 50);
          expect((await stat(join(dir, JOURNAL))).size).toBeGreaterThan(lastLine);
          expect((await store.verify()).writable).toBe(true);
        },
      );
    }
  }, 120_000);

  it('is told once: the next opening is clean', async () => {
    const dir = await folders.copy(base);
    await writeFile(join(dir, JOURNAL), '{"seq":7,"at":"20', { flag: 'a' });
    const first = await openPeople(dir);
    expect(first.health().problems).toHaveLength(1);
    expect(contentOf(first)).toEqual(truth);
    await first.close();
    const second = await openPeople(dir);
    expect(second.health().problems).toEqual([]);
    expect(contentOf(second)).toEqual(truth);
    await second.close();
  });

  it('made of zeros, as a power failure may leave it, is set aside as well', async () => {
    await examine(
      (dir) => writeFile(join(dir, JOURNAL), Buffer.alloc(4096), { flag: 'a' }),
      (store, health) => {
        expect(contentOf(store)).toEqual(truth);
        expect(health.writable).toBe(true);
        expect(health.problems[0]).toContain('没有写完');
      },
    );
  });

  it('before which no line was ever written whole leaves a new folder', async () => {
    const dir = await folders.make();
    const store = await openPeople(dir);
    const copy = await folders.copy(dir);
    await store.close();
    await truncate(join(copy, JOURNAL), 20);
    const again = await openPeople(copy);
    expect(again.health()).toMatchObject({ writable: true, seq: 1 });
    await addPerson(again, 1);
    await again.close();
  });
});

describe('a flipped bit', () => {
  it('anywhere in the journal is found, and nothing is written any more', async () => {
    const { size } = await stat(join(base, JOURNAL));
    for (const bit of [...bitsOf(size, 3), (size - 1) * 8 + 1]) {
      await examine(
        (dir) => flip(join(dir, JOURNAL), bit),
        async (store, health) => {
          // Without its newline the last line cannot be told from one that was being written.
          if (bit >> 3 === size - 1) {
            expect(health.problems[0]).toContain('没有写完');
            expect(contentOf(store)).toEqual(history[5]);
            return;
          }
          expect(health.writable, `bit ${bit}`).toBe(false);
          expect(health.problems[0]).toMatch(/journal\/2026-11\.jsonl.*第 \d+ 行/);
          expect(history).toContainEqual(contentOf(store));
          await expect(addPerson(store, 60)).rejects.toMatchObject({ code: 'storage' });
        },
      );
    }
  }, 240_000);

  it('names the line', async () => {
    const bytes = await readFile(join(base, JOURNAL));
    const starts = [0, ...[...bytes.keys()].filter((at) => bytes[at] === 0x0a).map((at) => at + 1)].slice(
      0,
      -1,
    );
    for (const [index, start] of starts.entries()) {
      await examine(
        (dir) => flip(join(dir, JOURNAL), (start + 10) * 8),
        (_store, health) => {
          expect(health.problems[0]).toContain(`第 ${index + 1} 行`);
        },
      );
    }
  });

  it.each(['people.json', 'people.prev.json', 'manifest.json'])(
    'anywhere in data/%s is found and made good by the journal',
    async (name) => {
      const path = join('data', name);
      const { size } = await stat(join(base, path));
      for (const bit of bitsOf(size, 1)) {
        await examine(
          (dir) => flip(join(dir, path), bit),
          async (store, health, dir) => {
            expect(contentOf(store), `bit ${bit}`).toEqual(truth);
            expect(health.writable).toBe(true);
            expect(health.problems.some((problem) => problem.includes(`data/${name}`))).toBe(true);
            expect(await readdir(join(dir, 'data'))).toContain(name.replace('.json', '.damaged.txt'));
          },
        );
      }
    },
    240_000,
  );

  it('anywhere in an attachment is found when it is read, and uploading it again puts it right', async () => {
    const path = join('files', attachmentHash);
    for (let bit = 0; bit < attachment.length * 8; bit += 1) {
      await examine(
        (dir) => flip(join(dir, path), bit),
        async (store) => {
          await expect(store.readFile(attachmentHash)).rejects.toMatchObject({ code: 'storage' });
          if (bit > 0) return;
          expect(await store.putFile(attachment)).toBe(attachmentHash);
          expect(Buffer.from(await store.readFile(attachmentHash))).toEqual(attachment);
        },
      );
    }
  }, 120_000);
});

describe('a truncated or missing file', () => {
  it('of a snapshot, at every length, is made good by the journal', async () => {
    const { size } = await stat(join(base, 'data', 'people.json'));
    for (let length = 0; length < size; length += 7) {
      await examine(
        (dir) => truncate(join(dir, 'data', 'people.json'), length),
        (store, health) => {
          expect(contentOf(store)).toEqual(truth);
          expect(health.writable).toBe(true);
          expect(health.problems[0]).toContain('data/people.json');
        },
      );
    }
  });

  it.each([
    [['people.json']],
    [['people.prev.json']],
    [['manifest.json']],
    [['people.json', 'people.prev.json']],
    [['people.json', 'people.prev.json', 'manifest.json']],
  ])('%j are made good by the journal, and written anew on closing', async (names) => {
    const dir = await folders.copy(base);
    for (const name of names) await rm(join(dir, 'data', name));
    const store = await openPeople(dir);
    expect(contentOf(store)).toEqual(truth);
    expect((await store.verify()).writable).toBe(true);
    await store.close();
    const again = await openPeople(dir);
    expect(again.health().problems).toEqual([]);
    expect(contentOf(again)).toEqual(truth);
    await again.close();
  });

  it('a snapshot deleted while the program was closed is told', async () => {
    await examine(
      async (dir) => {
        await rm(join(dir, 'data', 'people.json'));
        await rm(join(dir, 'data', 'people.prev.json'));
      },
      (store, health) => {
        expect(contentOf(store)).toEqual(truth);
        expect(health.problems[0]).toContain('data/people.json 缺失');
      },
    );
  });

  it('a snapshot replaced by an older one is brought up to date, and told', async () => {
    await examine(
      async (dir) => {
        const older = await readFile(join(dir, 'data', 'people.prev.json'));
        await writeFile(join(dir, 'data', 'people.json'), older);
      },
      (store, health) => {
        expect(contentOf(store)).toEqual(truth);
        expect(health.problems[0]).toContain('data/people.json');
      },
    );
  });

  it('a journal shorter than what the snapshots stand on makes the store read-only', async () => {
    const manifest = await readFile(join(base, 'data', 'manifest.json'), 'utf8');
    const offset = Number(/"offset": (\d+)/.exec(manifest)?.[1]);
    for (const length of [0, 10, offset - 1]) {
      await examine(
        (dir) => truncate(join(dir, JOURNAL), length),
        (store, health) => {
          expect(health.writable).toBe(false);
          expect(health.problems[0]).toContain('journal/2026-11.jsonl');
          expect(contentOf(store)).toEqual(history[4]);
        },
      );
    }
  });

  it('a missing journal makes the store read-only, with what the snapshots hold', async () => {
    await examine(
      (dir) => rm(join(dir, JOURNAL)),
      (store, health) => {
        expect(health.writable).toBe(false);
        expect(contentOf(store)).toEqual(history[4]);
      },
    );
  });

  it('attachments without anything else are not taken for a new folder', async () => {
    const dir = await folders.copy(base);
    await rm(join(dir, 'journal'), { recursive: true });
    await rm(join(dir, 'data'), { recursive: true });
    await expect(openPeople(dir)).rejects.toThrow('只有附件');
  });

  it('a missing attachment is told as such', async () => {
    await examine(
      (dir) => rm(join(dir, 'files', attachmentHash)),
      async (store) => {
        const refused = await store.readFile(attachmentHash).catch((cause: unknown) => cause);
        expect(refused instanceof AppError && refused.code).toBe('not-found');
      },
    );
  });
});

describe('tampering', () => {
  it('a snapshot altered with care, its check sum included, is found out by the journal', async () => {
    const dir = await folders.copy(base);
    const path = join(dir, 'data', 'people.json');
    const text = await readFile(path, 'utf8');
    const open = text.slice(0, text.lastIndexOf(',"crc32"')).replace('教师2', '涂改');
    const sum = crc32(open).toString(16).padStart(8, '0');
    await writeFile(path, `${open},"crc32":"${sum}"}\n`);

    const store = await openPeople(dir);
    expect(store.get(people, 'p2')?.name).toBe('涂改');
    const health = await store.verify();
    expect(health.writable).toBe(false);
    expect(health.problems[0]).toContain('data/people.json 与日志的记载不一致');
    await store.close();

    const again = await openPeople(dir);
    expect(contentOf(again)).toEqual(truth);
    expect((await again.verify()).writable).toBe(true);
    await again.close();
  });
});
