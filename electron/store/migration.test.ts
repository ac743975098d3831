import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schemaVersionOf, type Migration } from './migration.ts';
import { migrations } from './migrations/list.ts';
import { openStore, type StoreOptions } from './open-store.ts';
import { defineCollection, type Store } from './types.ts';

const idle = { indexes: {}, unique: [], duplicateMessage: () => '' };
const oldPeople = defineCollection({
  name: 'people',
  schema: z.object({ id: z.string(), rev: z.number(), fullName: z.string() }),
  ...idle,
});
const badges = defineCollection({
  name: 'badges',
  schema: z.object({ id: z.string(), rev: z.number(), owner: z.string() }),
  ...idle,
});
const newPeople = defineCollection({
  name: 'people',
  schema: z.object({
    id: z.string(),
    rev: z.number(),
    family: z.string(),
    given: z.string(),
    badge: z.string(),
  }),
  ...idle,
});

/** Splits a name, folds one collection into another and removes it. */
const splitNames: Migration = {
  version: 2,
  describe: '姓名拆为姓和名,证件并入人员',
  migrate(data) {
    for (const person of data.all('people')) {
      const { fullName, ...rest } = person;
      const name = String(fullName);
      const badge = data.all('badges').find(({ owner }) => owner === person.id)?.id ?? '';
      data.put('people', { ...rest, family: name.slice(0, 1), given: name.slice(1), badge });
    }
    for (const { id } of data.all('badges')) data.remove('badges', id);
  },
};

const upperBadges: Migration = {
  version: 3,
  describe: '证件号改为大写',
  migrate(data) {
    for (const person of data.all('people')) {
      data.put('people', { ...person, badge: String(person['badge']).toUpperCase() });
    }
  },
};

const act = { actor: { userId: 'u1', name: '周敏' }, act: 'people.write' };
let dir = '';

const open = (options: Pick<StoreOptions, 'collections' | 'migrations'>): Promise<Store> =>
  openStore({ dir, clock: { now: () => Date.parse('2026-11-24T01:00:00.000Z') }, ...options });

const openOld = (): Promise<Store> => open({ collections: [oldPeople, badges], migrations: [] });

const fill = async (store: Store): Promise<void> => {
  await store.transact(act, (tx) => {
    tx.insert(oldPeople, { id: 'p1', fullName: '王小明' });
    tx.insert(oldPeople, { id: 'p2', fullName: '李红' });
    tx.insert(badges, { id: 'b7', owner: 'p2' });
  });
};

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mingze-migration-'));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

describe('migrating', () => {
  it.each(['with snapshots', 'from the journal alone'])(
    'brings old records to the new form, %s',
    async (how) => {
      const old = await openOld();
      await fill(old);
      await old.close();
      if (how === 'from the journal alone') await rm(join(dir, 'data'), { recursive: true });

      const migrated = await open({ collections: [newPeople], migrations: [splitNames, upperBadges] });
      expect(migrated.health()).toMatchObject({ schemaVersion: 3, writable: true, problems: [] });
      const expected = [
        { id: 'p1', rev: 1, family: '王', given: '小明', badge: '' },
        { id: 'p2', rev: 1, family: '李', given: '红', badge: 'B7' },
      ];
      expect(migrated.all(newPeople)).toEqual(expected);
      await migrated.transact(act, (tx) =>
        tx.insert(newPeople, { id: 'p3', family: '周', given: '敏', badge: 'X' }),
      );
      expect((await migrated.verify()).problems).toEqual([]);
      await migrated.close();

      const journal = await readFile(join(dir, 'journal', '2026-11.jsonl'), 'utf8');
      const acts = [...journal.matchAll(/"act":"([^"]+)"(?:,"schema":(\d))?/g)].map(([, name, schema]) => [
        name,
        schema,
      ]);
      expect(acts).toEqual([
        ['store.create', '1'],
        ['people.write', undefined],
        ['store.migrate', '2'],
        ['store.migrate', '3'],
        ['people.write', undefined],
      ]);

      const again = await open({ collections: [newPeople], migrations: [splitNames, upperBadges] });
      expect(again.count(newPeople)).toBe(3);
      expect(again.all(newPeople).slice(0, 2)).toEqual(expected);
      expect((await again.verify()).problems).toEqual([]);
      await again.close();
    },
  );

  it('writes nothing when the result does not fit the schemas', async () => {
    const old = await openOld();
    await fill(old);
    await old.close();
    const before = await readFile(join(dir, 'journal', '2026-11.jsonl'));
    const wrong: Migration = {
      version: 2,
      describe: '错',
      migrate: (data) => data.put('people', { id: 'p1', rev: 1 }),
    };
    await expect(open({ collections: [newPeople, badges], migrations: [wrong] })).rejects.toMatchObject({
      code: 'storage',
    });
    expect(await readFile(join(dir, 'journal', '2026-11.jsonl'))).toEqual(before);
    const again = await openOld();
    expect(again.count(oldPeople)).toBe(2);
    await again.close();
  });

  it('begins a new folder at the newest form', async () => {
    const store = await open({ collections: [newPeople], migrations: [splitNames, upperBadges] });
    expect(store.health().schemaVersion).toBe(3);
    await store.close();
  });

  it.each(['with snapshots', 'from the journal alone'])(
    'refuses a folder of a newer program, %s',
    async (how) => {
      const newer = await open({ collections: [newPeople], migrations: [splitNames] });
      await newer.transact(act, (tx) =>
        tx.insert(newPeople, { id: 'p3', family: '周', given: '敏', badge: 'X' }),
      );
      await newer.close();
      if (how === 'from the journal alone') await rm(join(dir, 'data'), { recursive: true });
      await expect(openOld()).rejects.toMatchObject({
        code: 'storage',
        message: expect.stringContaining('由更新版本的明责写入') as unknown,
      });
    },
  );
});

describe('the list of migrations', () => {
  it('has to lead from version to version without a gap', () => {
    expect(schemaVersionOf([])).toBe(1);
    expect(schemaVersionOf([splitNames, upperBadges])).toBe(3);
    expect(() => schemaVersionOf([upperBadges])).toThrow('out of order');
    expect(schemaVersionOf(migrations)).toBe(migrations.length + 1);
  });
});
