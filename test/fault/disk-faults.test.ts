import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../electron/store/types.ts';
import { AppError } from '../../shared/kernel/result.ts';
import { createFaultyDisk, type DiskCall } from './faulty-disk.ts';
import {
  addPerson,
  as,
  contentOf,
  createFolders,
  notes,
  openPeople,
  people,
  personSchema,
} from './people.ts';

const folders = createFolders();
afterEach(() => folders.removeAll());

const CHINESE = /[\u4e00-\u9fff]/;
const attachment = Buffer.from('证据材料的扫描件'.repeat(50));

/** What happened in a run: the answers that promised something, and the refusals. */
interface Run {
  readonly refusals: unknown[];
  /** What the last answered call left, as memory showed it then. */
  content: unknown;
  hash: string | undefined;
  opened: boolean;
  /** The store said that it does not know whether the last, refused, commit reached the disk. */
  unsure: boolean;
}

/** Opens, commits, writes snapshots and a file, commits again, closes; goes on after every refusal. */
const journey = async (dir: string, disk: ReturnType<typeof createFaultyDisk>['disk']): Promise<Run> => {
  const run: Run = { refusals: [], content: undefined, hash: undefined, opened: false, unsure: false };
  const attempt = async (step: () => Promise<unknown>): Promise<void> => {
    try {
      await step();
    } catch (cause) {
      run.refusals.push(cause);
    }
  };
  let store: Store;
  try {
    store = await openPeople(dir, { disk });
  } catch (cause) {
    run.refusals.push(cause);
    return run;
  }
  run.opened = true;
  run.content = contentOf(store);
  const commit = (step: () => Promise<unknown>): Promise<void> =>
    attempt(async () => {
      const before = contentOf(store);
      try {
        await step();
      } catch (cause) {
        expect(contentOf(store)).toEqual(before);
        throw cause;
      }
      run.content = contentOf(store);
    });
  await commit(() => addPerson(store, 101));
  await commit(() => Promise.all([addPerson(store, 102), addPerson(store, 103)]));
  await attempt(async () => (run.hash = await store.putFile(attachment)));
  await attempt(() => store.snapshot());
  await commit(() =>
    store.transact(as('people.tidy'), (tx) => {
      const first = tx.require(people, 'p1', '教职工');
      tx.replace(people, { ...first, name: '改名' });
      tx.remove(people, 'p2', 1);
      tx.insert(notes, { id: 'n1', text: '说明' });
    }),
  );
  await attempt(() => store.snapshot());
  run.unsure = !store.health().writable;
  await store.close();
  return run;
};

/** All that was answered is there; of what was refused with "nobody knows", each transaction is whole or absent. */
const expectNothingHalf = (run: Run, store: Store): void => {
  const tidied = store.get(notes, 'n1') !== undefined;
  expect(store.get(people, 'p1')?.name === '改名').toBe(tidied);
  expect(store.get(people, 'p2') === undefined).toBe(tidied);
  if (tidied) return;
  const refusable = ['p101', 'p102', 'p103'];
  const known = z.object({ people: z.array(personSchema) }).parse(run.content).people;
  const extra = store.all(people).filter(({ id }) => !known.some((person) => person.id === id));
  expect(refusable).toEqual(expect.arrayContaining(extra.map(({ id }) => id)));
  expect(store.all(people)).toEqual(expect.arrayContaining(known));
};

/** A folder that has lived: snapshots, and lines behind them. */
const usedFolder = async (): Promise<string> => {
  const dir = await folders.make();
  const store = await openPeople(dir);
  for (let n = 1; n <= 4; n += 1) await addPerson(store, n);
  await store.snapshot();
  await addPerson(store, 5);
  const copy = await folders.copy(dir);
  await store.close();
  return copy;
};

const expectPlainRefusals = (run: Run, call: DiskCall | undefined): void => {
  for (const refusal of run.refusals) {
    expect(refusal, JSON.stringify(call)).toBeInstanceOf(AppError);
    if (!(refusal instanceof AppError)) continue;
    expect(refusal.code).toBe('storage');
    expect(refusal.message).toMatch(CHINESE);
    expect(refusal.message).not.toMatch(/ENOSPC|EIO|EACCES|undefined/);
  }
};

const reopened = async (
  dir: string,
): Promise<{ content: unknown; file: (hash: string) => Promise<Uint8Array> }> => {
  const store = await openPeople(dir);
  const health = await store.verify();
  expect(health.writable, health.problems.join()).toBe(true);
  const content = contentOf(store);
  await addPerson(store, 900);
  return {
    content,
    file: async (hash) => {
      const bytes = await store.readFile(hash);
      await store.close();
      return bytes;
    },
  };
};

const countCalls = async (base: string): Promise<readonly DiskCall[]> => {
  const { disk, calls } = createFaultyDisk();
  const run = await journey(await folders.copy(base), disk);
  expect(run.refusals).toEqual([]);
  return calls;
};

describe.each(['ENOSPC', 'EIO', 'EACCES'])('a disk that answers %s', (code) => {
  it('once, at any call: what was answered is kept, what was refused never happened', async () => {
    const base = await usedFolder();
    const calls = await countCalls(base);
    expect(calls.length).toBeGreaterThan(60);
    for (const call of calls) {
      const dir = await folders.copy(base);
      const run = await journey(
        dir,
        createFaultyDisk(({ index }) => (index === call.index ? code : undefined)).disk,
      );
      expectPlainRefusals(run, call);
      const after = await reopened(dir);
      if (run.opened) expect(after.content, JSON.stringify(call)).toEqual(run.content);
      if (run.hash !== undefined) expect(Buffer.from(await after.file(run.hash))).toEqual(attachment);
      else await expect(after.file('0'.repeat(64))).rejects.toThrow('找不到');
    }
  });

  it('from any call on, for everything that writes: nothing is lost, and the store opens once there is room', async () => {
    const base = await usedFolder();
    const calls = await countCalls(base);
    const writes = [
      'write',
      'sync',
      'open-create',
      'open-write',
      'rename',
      'truncate',
      'syncFolder',
      'remove',
    ];
    for (const call of calls.filter(({ op }) => writes.includes(op))) {
      const dir = await folders.copy(base);
      const faulty = createFaultyDisk(({ index, op }) =>
        index >= call.index && writes.includes(op) ? code : undefined,
      );
      const run = await journey(dir, faulty.disk);
      expectPlainRefusals(run, call);
      const store = await openPeople(dir);
      expect(store.health().writable).toBe(true);
      if (run.unsure) expectNothingHalf(run, store);
      else if (run.opened) expect(contentOf(store), JSON.stringify(call)).toEqual(run.content);
      if (run.hash !== undefined) expect(Buffer.from(await store.readFile(run.hash))).toEqual(attachment);
      await store.close();
    }
  });
});

describe('after a failure', () => {
  it('a full disk refuses, and goes on as soon as there is room', async () => {
    const dir = await folders.make();
    let full = false;
    const { disk } = createFaultyDisk(({ op }) => (full && op === 'write' ? 'ENOSPC' : undefined));
    const store = await openPeople(dir, { disk });
    await addPerson(store, 1);
    full = true;
    await expect(addPerson(store, 2)).rejects.toMatchObject({
      code: 'storage',
      message: '没有保存：磁盘已满，请清理出空间后重试。',
    });
    expect(store.get(people, 'p2')).toBeUndefined();
    expect(store.health().writable).toBe(true);
    full = false;
    await addPerson(store, 2);
    const copy = await folders.copy(dir);
    await store.close();
    const again = await openPeople(copy);
    expect(again.count(people)).toBe(2);
    expect((await again.verify()).problems).toEqual([]);
    await again.close();
  });

  it('a failed sync is never retried: the store is read-only until it is opened anew, and says so', async () => {
    const dir = await folders.make();
    let broken = false;
    const { disk } = createFaultyDisk(({ op }) => (broken && op === 'sync' ? 'EIO' : undefined));
    const store = await openPeople(dir, { disk });
    await addPerson(store, 1);
    broken = true;
    await expect(addPerson(store, 2)).rejects.toMatchObject({ code: 'storage' });
    broken = false;
    await expect(addPerson(store, 3)).rejects.toThrow('程序已转为只读');
    expect(store.health().writable).toBe(false);
    expect(store.health().problems[0]).toContain('磁盘没有确认最后一次保存');
    expect(store.count(people)).toBe(1);
    await store.close();
    const again = await openPeople(dir);
    expect(again.health().writable).toBe(true);
    expect(again.count(people)).toBe(1);
    await again.close();
  });

  it('failed snapshots are told while they fail, and the data stay safe', async () => {
    const dir = await folders.make();
    let full = false;
    const { disk } = createFaultyDisk(({ op, path }) =>
      full && op === 'open-create' && path.includes('temp') ? 'ENOSPC' : undefined,
    );
    const store = await openPeople(dir, { disk });
    await addPerson(store, 1);
    full = true;
    await expect(store.snapshot()).rejects.toMatchObject({ code: 'storage' });
    expect(store.health().problems[0]).toContain('磁盘已满');
    await addPerson(store, 2);
    full = false;
    await store.snapshot();
    expect(store.health().problems).toEqual([]);
    await store.close();
    const again = await openPeople(dir);
    expect(again.count(people)).toBe(2);
    await again.close();
  });

  it('a folder that cannot be written opens for looking only', async () => {
    const dir = await usedFolder();
    const writing = ['write', 'open-create', 'open-write', 'rename', 'remove', 'truncate', 'makeFolder'];
    const { disk } = createFaultyDisk(({ op }) => (writing.includes(op) ? 'EROFS' : undefined));
    const store = await openPeople(dir, { disk });
    expect(store.count(people)).toBe(5);
    expect(store.health()).toMatchObject({ writable: false });
    expect(store.health().problems[0]).toContain('数据文件夹是只读的');
    await expect(addPerson(store, 9)).rejects.toMatchObject({ code: 'storage' });
    await expect(store.putFile(attachment)).rejects.toMatchObject({ code: 'storage' });
    await store.close();
  });

  it('an empty folder that cannot be written is refused with the reason', async () => {
    const dir = await folders.make();
    const { disk } = createFaultyDisk(({ op }) => (op === 'makeFolder' ? 'EACCES' : undefined));
    await expect(openPeople(dir, { disk })).rejects.toThrow('没有写入数据文件夹的权限');
  });
});
