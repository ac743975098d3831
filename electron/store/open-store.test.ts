import { createHash } from 'node:crypto';
import { appendFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../shared/kernel/result.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { openStore, type StoreOptions } from './open-store.ts';
import { defineCollection, type Store, type StoreChange, type Tx } from './types.ts';

const pupilSchema = z.object({
  id: z.string(),
  rev: z.number().int(),
  number: z.string().trim().min(1, '请填写学籍号'),
  name: z.string(),
  nick: z.string().optional(),
  marks: z.object({ items: z.array(z.number()) }),
});

const pupils = defineCollection({
  name: 'pupils',
  schema: pupilSchema,
  indexes: { number: (pupil) => pupil.number, name: (pupil) => pupil.name },
  unique: ['number'],
  duplicateMessage: (_index, key) => `学籍号 ${key} 已有人使用`,
});

const actor = { userId: 'u1', name: '周敏' };
const act = { actor, act: 'pupils.write' };
const draft = (n: number) => ({ id: `p${n}`, number: `G${n}`, name: '王小明', marks: { items: [n] } });

let dir = '';
let now = Date.parse('2026-11-24T01:00:00.000Z');
const opened: Store[] = [];

const open = async (options: Partial<StoreOptions> = {}): Promise<Store> => {
  const store = await openStore({ dir, collections: [pupils], clock: { now: () => now }, ...options });
  opened.push(store);
  return store;
};

const refusal = async (promise: Promise<unknown>): Promise<AppError> => {
  const cause: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (cause instanceof AppError) return cause;
  throw new Error(`expected a refusal, got ${String(cause)}`);
};

const journalLines = async (file: string): Promise<unknown[]> =>
  (await readFile(join(dir, 'journal', file), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mingze-store-'));
  now = Date.parse('2026-11-24T01:00:00.000Z');
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await rm(dir, { recursive: true, force: true });
});

describe('a transaction', () => {
  it('gives a new record revision 1, raises it with every change, and asks for the one that was seen', async () => {
    const store = await open();
    const first = await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    expect(first.rev).toBe(1);
    const second = await store.transact(act, (tx) => tx.replace(pupils, { ...first, name: '王晓明' }));
    expect(second.rev).toBe(2);
    expect(
      (await refusal(store.transact(act, (tx) => tx.replace(pupils, { ...first, name: '王明' })))).code,
    ).toBe('conflict');
    expect((await refusal(store.transact(act, (tx) => tx.remove(pupils, 'p1', 1)))).code).toBe('conflict');
    await store.transact(act, (tx) => tx.remove(pupils, 'p1', 2));
    expect((await refusal(store.transact(act, (tx) => tx.replace(pupils, second)))).code).toBe('not-found');
    expect(store.count(pupils)).toBe(0);
  });

  it('checks each record against its schema and names the fields', async () => {
    const store = await open();
    const refused = await refusal(
      store.transact(act, (tx) => tx.insert(pupils, { ...draft(1), number: '  ' })),
    );
    expect(refused.toFailure()).toEqual({
      code: 'invalid',
      message: '请填写学籍号',
      fields: [{ path: 'number', message: '请填写学籍号' }],
    });
    const kept = await store.transact(act, (tx) => tx.insert(pupils, { ...draft(1), number: ' G1 ' }));
    expect(kept.number).toBe('G1');
  });

  it('refuses a second record with a unique key, also against one of its own, and lets the key move on', async () => {
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    const refused = await refusal(
      store.transact(act, (tx) => tx.insert(pupils, { ...draft(2), number: 'G1' })),
    );
    expect(refused).toMatchObject({ code: 'conflict', message: '学籍号 G1 已有人使用' });
    const own = (tx: Tx): void => {
      tx.insert(pupils, draft(3));
      tx.insert(pupils, { ...draft(4), number: 'G3' });
    };
    expect((await refusal(store.transact(act, own))).message).toBe('学籍号 G3 已有人使用');
    expect(store.count(pupils)).toBe(1);
    await store.transact(act, (tx) => {
      tx.replace(pupils, { ...tx.require(pupils, 'p1', '学生'), number: 'G9' });
      tx.insert(pupils, { ...draft(2), number: 'G1' });
    });
    expect(store.by(pupils, 'number', 'G1').map(({ id }) => id)).toEqual(['p2']);
  });

  it('goes on after a refusal that the work has caught', async () => {
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    await store.transact(act, (tx) => {
      expect(() => tx.insert(pupils, { ...draft(2), number: 'G1' })).toThrow('已有人使用');
      tx.insert(pupils, draft(3));
    });
    expect(store.all(pupils).map(({ id }) => id)).toEqual(['p1', 'p3']);
  });

  it('shows nothing to anybody before it is on the disk', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let gated = false;
    const disk: Disk = {
      ...nodeDisk,
      async open(path, mode) {
        const file = await nodeDisk.open(path, mode);
        return {
          size: () => file.size(),
          read: (position, length) => file.read(position, length),
          write: (bytes, position) => file.write(bytes, position),
          truncate: (length) => file.truncate(length),
          close: () => file.close(),
          async sync() {
            if (gated) await gate;
            await file.sync();
          },
        };
      },
    };
    const store = await open({ disk });
    gated = true;
    let answered = false;
    const running = store.transact(act, (tx) => {
      tx.insert(pupils, draft(1));
      expect(tx.get(pupils, 'p1')?.name).toBe('王小明');
    });
    void running.then(() => (answered = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.get(pupils, 'p1')).toBeUndefined();
    expect(store.by(pupils, 'name', '王小明')).toEqual([]);
    expect(answered).toBe(false);
    release();
    await running;
    expect(store.get(pupils, 'p1')?.rev).toBe(1);
  });

  it('has to be synchronous and over when its work returns', async () => {
    const store = await open();
    const late: Tx[] = [];
    const promise = store.transact(act, async (tx) => {
      tx.insert(pupils, draft(1));
      await Promise.resolve();
    });
    await expect(promise).rejects.toThrow('asynchronous');
    expect(store.count(pupils)).toBe(0);
    await store.transact(act, (tx) => void late.push(tx));
    expect(() => late[0]?.insert(pupils, draft(2))).toThrow('after its work had returned');
  });

  it('that changes nothing writes nothing', async () => {
    const store = await open();
    const { seq } = store.health();
    await store.transact(act, (tx) => {
      const record = tx.insert(pupils, draft(1));
      tx.remove(pupils, record.id, record.rev);
    });
    expect(await store.transact(act, (tx) => tx.count(pupils))).toBe(0);
    expect(store.health().seq).toBe(seq);
  });

  it('tells listeners what changed, once memory has it; a listener’s error changes nothing', async () => {
    const defects: unknown[] = [];
    const store = await open({ onDefect: (cause) => void defects.push(cause) });
    const heard: (readonly StoreChange[])[] = [];
    const stop = store.onCommit((changes) => {
      expect(store.get(pupils, 'p1')).toBe(changes[0]?.after);
      heard.push(changes);
      throw new Error('a defect of a listener');
    });
    const record = await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    expect(heard).toEqual([[{ collection: 'pupils', id: 'p1', after: record }]]);
    expect(defects).toHaveLength(1);
    stop();
    await store.transact(act, (tx) => tx.remove(pupils, 'p1', 1));
    expect(heard).toHaveLength(1);
  });
});

describe('records', () => {
  it('are frozen through and through, also after opening anew', async () => {
    const frozen = (store: Store): void => {
      const record = store.require(pupils, 'p1', '学生');
      expect(
        Object.isFrozen(record) && Object.isFrozen(record.marks) && Object.isFrozen(record.marks.items),
      ).toBe(true);
      expect(Object.isFrozen(store.all(pupils))).toBe(true);
    };
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    frozen(store);
    await store.close();
    frozen(await open());
  });

  it('are in memory exactly what they are after opening anew: no undefined fields', async () => {
    const store = await open();
    const record = await store.transact(act, (tx) => {
      const candidate = { ...draft(1), nick: undefined };
      return tx.insert(pupils, pupilSchema.omit({ rev: true }).parse(candidate));
    });
    expect(Object.hasOwn(record, 'nick')).toBe(false);
    await store.close();
    expect((await open()).get(pupils, 'p1')).toStrictEqual(record);
  });

  it('that a file cannot keep are a defect, not a silent change', async () => {
    const dates = defineCollection({
      name: 'dates',
      schema: z.object({ id: z.string(), rev: z.number(), at: z.unknown() }),
      indexes: {},
      unique: [],
      duplicateMessage: () => '',
    });
    const store = await open({ collections: [dates] });
    for (const at of [new Date(0), Number.NaN, new Map(), () => 1, [undefined], 1n]) {
      await expect(store.transact(act, (tx) => tx.insert(dates, { id: 'd', at }))).rejects.toThrow(
        /dates\.at/,
      );
    }
    expect(store.count(dates)).toBe(0);
  });

  it('keep their order of insertion', async () => {
    const store = await open();
    for (const n of [3, 1, 2]) await store.transact(act, (tx) => tx.insert(pupils, draft(n)));
    await store.transact(act, (tx) =>
      tx.replace(pupils, { ...tx.require(pupils, 'p3', '学生'), name: '赵' }),
    );
    expect(store.all(pupils).map(({ id }) => id)).toEqual(['p3', 'p1', 'p2']);
    await store.close();
    expect((await open()).all(pupils).map(({ id }) => id)).toEqual(['p3', 'p1', 'p2']);
  });

  it('of a schema that has grown since get its defaults, and the history still agrees', async () => {
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    await store.close();
    const grown = defineCollection({
      name: 'pupils',
      schema: z.object({ ...pupilSchema.shape, house: z.string().default('青竹') }),
      indexes: {},
      unique: [],
      duplicateMessage: () => '',
    });
    const again = await open({ collections: [grown] });
    expect(again.get(grown, 'p1')?.house).toBe('青竹');
    expect((await again.verify()).problems).toEqual([]);
    await again.snapshot();
    expect((await again.verify()).problems).toEqual([]);
  });

  it('that no longer fit their schema stop the store, loudly', async () => {
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    await store.close();
    const other = defineCollection({
      name: 'pupils',
      schema: z.object({ ...pupilSchema.shape, house: z.string() }),
      indexes: {},
      unique: [],
      duplicateMessage: () => '',
    });
    const again = await open({ collections: [other] });
    expect(() => again.all(other)).toThrow('data/pupils.json');
    expect((await again.verify()).writable).toBe(false);
  });
});

describe('the journal', () => {
  it('says who did what and when, one transaction a line', async () => {
    const store = await open();
    await store.transact({ actor, act: 'pupils.enrol' }, (tx) => {
      tx.insert(pupils, draft(1));
      tx.insert(pupils, draft(2));
    });
    const lines = await journalLines('2026-11.jsonl');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({
      seq: 2,
      at: '2026-11-24T01:00:00.000Z',
      who: actor,
      act: 'pupils.enrol',
      changes: [
        { collection: 'pupils', after: { id: 'p1', rev: 1 } },
        { collection: 'pupils', after: { id: 'p2' } },
      ],
    });
  });

  it('takes calls that wait together in one write and one sync', async () => {
    const calls: string[] = [];
    const disk: Disk = {
      ...nodeDisk,
      async open(path, mode) {
        const file = await nodeDisk.open(path, mode);
        return {
          size: () => file.size(),
          read: (position, length) => file.read(position, length),
          write: (bytes, position) => (calls.push('write'), file.write(bytes, position)),
          truncate: (length) => file.truncate(length),
          sync: () => (calls.push('sync'), file.sync()),
          close: () => file.close(),
        };
      },
    };
    const store = await open({ disk });
    calls.length = 0;
    await Promise.all([1, 2, 3, 4, 5].map((n) => store.transact(act, (tx) => tx.insert(pupils, draft(n)))));
    expect(calls).toEqual(['write', 'sync']);
    expect(await journalLines('2026-11.jsonl')).toHaveLength(6);
  });

  it('begins a file each month and never goes back to an earlier one', async () => {
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    now = Date.parse('2026-12-02T01:00:00.000Z');
    await store.transact(act, (tx) => tx.insert(pupils, draft(2)));
    now = Date.parse('2024-05-02T01:00:00.000Z');
    await store.transact(act, (tx) => tx.insert(pupils, draft(3)));
    expect(await readdir(join(dir, 'journal'))).toEqual(['2026-11.jsonl', '2026-12.jsonl']);
    expect(await journalLines('2026-12.jsonl')).toHaveLength(2);
    const copy = `${dir}-copy`;
    await cp(dir, copy, { recursive: true });
    const again = await open({ dir: copy });
    expect(again.all(pupils)).toEqual(store.all(pupils));
    expect((await again.verify()).problems).toEqual([]);
    await again.close();
    await rm(copy, { recursive: true });
  });

  it('stops when another program has changed its file', async () => {
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    await store.close();
    const again = await open();
    await appendFile(join(dir, 'journal', '2026-11.jsonl'), 'x\n');
    const refused = await refusal(again.transact(act, (tx) => tx.insert(pupils, draft(2))));
    expect(refused.message).toContain('被别的程序改动过');
    expect(again.health().writable).toBe(false);
  });
});

describe('snapshots', () => {
  it('are readable, one record a line, and written for what changed alone', async () => {
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    await store.transact(act, (tx) => tx.insert(pupils, draft(2)));
    await store.snapshot();
    const text = await readFile(join(dir, 'data', 'pupils.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      collection: 'pupils',
      count: 2,
      at: { seq: 3, file: '2026-11.jsonl' },
    });
    expect(text.split('\n')[1]).toBe(`${JSON.stringify(store.get(pupils, 'p1'))},`);
    await store.snapshot();
    expect(await readdir(join(dir, 'data'))).toEqual(['manifest.json', 'pupils.json']);
  });

  it('are written by themselves after many lines, and when there is nothing else to do', async () => {
    const busy = await open({ snapshots: { idleMs: 60_000, idleLines: 2, busyLines: 3 } });
    for (const n of [1, 2, 3]) await busy.transact(act, (tx) => tx.insert(pupils, draft(n)));
    await expect.poll(() => readdir(join(dir, 'data'))).toContain('manifest.json');
    await busy.close();
    const idle = await open({ snapshots: { idleMs: 10, idleLines: 1, busyLines: 1000 } });
    await idle.transact(act, (tx) => tx.insert(pupils, draft(4)));
    await expect
      .poll(async (): Promise<unknown> =>
        JSON.parse(await readFile(join(dir, 'data', 'pupils.json'), 'utf8')),
      )
      .toMatchObject({
        count: 4,
      });
  });

  it('may be asked for while commits go on', async () => {
    const store = await open();
    await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        await store.transact(act, (tx) => tx.insert(pupils, draft(n)));
        if (n % 7 === 0) await store.snapshot();
      }),
    );
    const before = store.all(pupils);
    await store.close();
    const again = await open();
    expect(again.all(pupils)).toEqual(before);
    expect((await again.verify()).problems).toEqual([]);
  });
});

describe('attachments', () => {
  it('are kept under the hash of their content, once', async () => {
    const store = await open();
    const bytes = Buffer.from('谈话笔录');
    const [hash, same] = await Promise.all([store.putFile(bytes), store.putFile(Buffer.from(bytes))]);
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(same).toBe(hash);
    expect(await readdir(join(dir, 'files'))).toEqual([hash]);
    expect(Buffer.from(await store.readFile(hash))).toEqual(bytes);
    expect(await readdir(join(dir, 'temp'))).toEqual([]);
  });

  it('that are not there, or are asked for by something else than a hash, are not found', async () => {
    const store = await open();
    expect((await refusal(store.readFile('a'.repeat(64)))).code).toBe('not-found');
    expect((await refusal(store.readFile('../journal/2026-11.jsonl'))).code).toBe('not-found');
  });
});

describe('closing', () => {
  it('finishes what was accepted and refuses what comes after', async () => {
    const store = await open();
    const running = store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    const closing = store.close();
    expect((await refusal(store.transact(act, (tx) => tx.insert(pupils, draft(2))))).message).toContain(
      '已经关闭',
    );
    expect((await refusal(store.putFile(Buffer.from('x')))).message).toContain('已经关闭');
    expect((await running).rev).toBe(1);
    await closing;
    await store.close();
    expect((await open()).count(pupils)).toBe(1);
  });
});

describe('collections', () => {
  it('need fit and different names', async () => {
    const named = (name: string) =>
      defineCollection({ name, schema: pupilSchema, indexes: {}, unique: [], duplicateMessage: () => '' });
    for (const names of [['a', 'A'], ['../x'], ['manifest'], ['']]) {
      await expect(open({ collections: names.map(named) })).rejects.toThrow('collection name');
    }
    const store = await open();
    expect(() => store.all(named('pupils'))).toThrow('does not belong');
  });

  it('that the program does not know make the store read-only', async () => {
    const store = await open();
    await store.transact(act, (tx) => tx.insert(pupils, draft(1)));
    await store.close();
    const again = await open({ collections: [] });
    expect(again.health().writable).toBe(false);
    expect(again.health().problems[0]).toContain('不认识的数据');
    await again.close();
    expect((await open()).count(pupils)).toBe(1);
  });
});
