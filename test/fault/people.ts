import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openStore, type StoreOptions } from '../../electron/store/open-store.ts';
import { defineCollection, type Store } from '../../electron/store/types.ts';
import { entityShape, textSchema } from '../../shared/kernel/entity.ts';

export const personSchema = z.object({
  ...entityShape,
  number: textSchema('工号', 10),
  name: textSchema('姓名', 20),
  tags: z.array(z.string()),
  note: z.string().optional(),
});
export type Person = z.infer<typeof personSchema>;

export const people = defineCollection({
  name: 'people',
  schema: personSchema,
  indexes: {
    number: (person: Person) => person.number,
    tag: (person) => person.tags,
    note: (person) => person.note,
  },
  unique: ['number'],
  duplicateMessage: (_index, key) => `工号 ${key} 已有人使用`,
});

const noteSchema = z.object({ ...entityShape, text: z.string() });

export const notes = defineCollection({
  name: 'notes',
  schema: noteSchema,
  indexes: {},
  unique: [],
  duplicateMessage: () => '',
});

export const actor = { userId: 'u1', name: '周敏' };
export const as = (act: string): { actor: typeof actor; act: string } => ({ actor, act });

export const NOW = Date.parse('2026-11-24T01:00:00.000Z');

export const openPeople = (dir: string, options: Partial<StoreOptions> = {}): Promise<Store> =>
  openStore({ collections: [people, notes], clock: { now: () => NOW }, ...options, dir });

/** Everything a store holds, in a form that two of them can be compared in. */
export const contentOf = (store: Store): unknown => ({
  people: [...store.all(people)].sort((a, b) => (a.id < b.id ? -1 : 1)),
  notes: [...store.all(notes)].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

export const addPerson = (store: Store, n: number, fields: Partial<Person> = {}): Promise<Person> =>
  store.transact(as('people.add'), (tx) =>
    tx.insert(people, { id: `p${n}`, number: `T${n}`, name: `教师${n}`, tags: [`t${n % 3}`], ...fields }),
  );

/** Temporary folders that are removed together. */
export const createFolders = (): {
  make(): Promise<string>;
  copy(dir: string): Promise<string>;
  removeAll(): Promise<void>;
} => {
  const made: string[] = [];
  const make = async (): Promise<string> => {
    const dir = await mkdtemp(join(tmpdir(), 'mingze-store-'));
    made.push(dir);
    return dir;
  };
  return {
    make,
    async copy(dir) {
      const target = await make();
      // The copy of a folder that is in use is what a killed process leaves behind.
      await cp(dir, target, { recursive: true });
      return target;
    },
    async removeAll() {
      await Promise.all(made.splice(0).map((dir) => rm(dir, { recursive: true, force: true })));
    },
  };
};
