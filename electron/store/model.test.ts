import fc from 'fast-check';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../shared/kernel/result.ts';
import { openStore } from './open-store.ts';
import { defineCollection, type Store, type Tx } from './types.ts';

const itemSchema = z.object({
  id: z.string(),
  rev: z.number().int(),
  key: z.string(),
  groups: z.array(z.string()),
});
type Item = z.infer<typeof itemSchema>;

const items = defineCollection({
  name: 'items',
  schema: itemSchema,
  indexes: { key: (item: Item) => (item.key === '' ? undefined : item.key), group: (item) => item.groups },
  unique: ['key'],
  duplicateMessage: (_index, key) => `重复 ${key}`,
});

/** The rules of the store, told in the simplest way: a map, copied for each transaction. */
type Model = ReadonlyMap<string, Item>;

type Op =
  | { readonly do: 'insert'; readonly id: string; readonly key: string; readonly groups: readonly string[] }
  | {
      readonly do: 'replace';
      readonly id: string;
      readonly key: string;
      readonly groups: readonly string[];
      readonly stale: boolean;
    }
  | { readonly do: 'remove'; readonly id: string; readonly stale: boolean }
  | { readonly do: 'throw' };

interface Step {
  /** Transactions that are asked for at the same moment. */
  readonly together: readonly (readonly Op[])[];
  readonly then: 'go on' | 'snapshot' | 'reopen' | 'reopen as after a crash';
}

const taken = (model: Model, id: string, key: string): boolean =>
  key !== '' && [...model.values()].some((item) => item.id !== id && item.key === key);

/** The model after a transaction, or the code that it is refused with. */
const expected = (before: Model, ops: readonly Op[]): Model | string => {
  const model = new Map(before);
  for (const op of ops) {
    if (op.do === 'throw') return 'illegal-step';
    const current = model.get(op.id);
    if (op.do === 'insert') {
      if (current || taken(model, op.id, op.key)) return 'conflict';
      model.set(op.id, { id: op.id, rev: 1, key: op.key, groups: [...op.groups] });
      continue;
    }
    if (!current) return 'not-found';
    if (op.stale) return 'conflict';
    if (op.do === 'remove') model.delete(op.id);
    else {
      if (taken(model, op.id, op.key)) return 'conflict';
      model.set(op.id, { id: op.id, rev: current.rev + 1, key: op.key, groups: [...op.groups] });
    }
  }
  return model;
};

const sorted = (found: Iterable<Item>): Item[] => [...found].sort((a, b) => (a.id < b.id ? -1 : 1));

const KEYS = ['', 'a', 'b', 'c', 'd'];
const GROUPS = ['x', 'y', 'z'];

/** What can be read is the model, by every way of reading. */
const expectSame = (reader: Pick<Store, 'get' | 'all' | 'by' | 'count'>, model: Model): void => {
  expect(sorted(reader.all(items))).toEqual(sorted(model.values()));
  expect(reader.count(items)).toBe(model.size);
  for (const [id, item] of model) expect(reader.get(items, id)).toEqual(item);
  for (const key of KEYS) {
    const scan = [...model.values()].filter((item) => item.key === key && key !== '');
    expect(sorted(reader.by(items, 'key', key))).toEqual(sorted(scan));
  }
  for (const group of GROUPS) {
    const scan = [...model.values()].filter((item) => item.groups.includes(group));
    expect(sorted(reader.by(items, 'group', group))).toEqual(sorted(scan));
  }
};

const perform = (tx: Tx, ops: readonly Op[]): void => {
  for (const op of ops) {
    if (op.do === 'throw') throw new AppError('illegal-step', '不行');
    const rev = (tx.get(items, op.id)?.rev ?? 1) - ('stale' in op && op.stale ? 1 : 0);
    if (op.do === 'insert') tx.insert(items, { id: op.id, key: op.key, groups: [...op.groups] });
    else if (op.do === 'remove') tx.remove(items, op.id, rev);
    else tx.replace(items, { id: op.id, rev, key: op.key, groups: [...op.groups] });
  }
};

const id = fc.constantFrom('1', '2', '3', '4', '5', '6');
const key = fc.constantFrom(...KEYS);
const groups = fc.subarray(GROUPS);
const stale = fc.boolean();
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('insert' as const), id, key, groups }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('replace' as const), id, key, groups, stale: fc.constant(false) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), id, stale: fc.constant(false) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), id, key, groups, stale }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('throw' as const) }) },
);
const step: fc.Arbitrary<Step> = fc.record({
  together: fc.array(fc.array(op, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  then: fc.constantFrom<Step['then'][]>('go on', 'go on', 'snapshot', 'reopen', 'reopen as after a crash'),
});

const run = async (steps: readonly Step[], root: string): Promise<void> => {
  let dir = join(root, '0');
  const open = (): Promise<Store> =>
    openStore({ dir, collections: [items], clock: { now: () => 1_795_000_000_000 } });
  let store = await open();
  let model: Model = new Map();
  for (const [index, { together, then }] of steps.entries()) {
    const answers = await Promise.allSettled(
      together.map((ops) =>
        store.transact({ actor: { userId: 'u', name: '周敏' }, act: 'test' }, (tx) => {
          perform(tx, ops);
          return sorted(tx.all(items)).concat(
            sorted(GROUPS.flatMap((group) => tx.by(items, 'group', group))),
          );
        }),
      ),
    );
    for (const [place, ops] of together.entries()) {
      const outcome = expected(model, ops);
      const answer = answers[place];
      if (typeof outcome === 'string') {
        expect(answer).toMatchObject({ status: 'rejected', reason: { code: outcome } });
        continue;
      }
      model = outcome;
      const own = sorted(model.values());
      const grouped = GROUPS.flatMap((group) => own.filter((item) => item.groups.includes(group)));
      expect(answer).toEqual({ status: 'fulfilled', value: own.concat(sorted(grouped)) });
    }
    expectSame(store, model);
    if (then === 'snapshot') await store.snapshot();
    if (then === 'reopen') {
      await store.close();
      store = await open();
    }
    if (then === 'reopen as after a crash') {
      const left = dir;
      dir = join(root, String(index + 1));
      await cp(left, dir, { recursive: true });
      await store.close();
      store = await open();
    }
    expectSame(store, model);
  }
  const health = await store.verify();
  expect(health.problems).toEqual([]);
  expectSame(store, model);
  await store.close();
};

it('behaves like a map with transactions, before and after opening anew', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const root = await mkdtemp(join(tmpdir(), 'mingze-model-'));
      try {
        await run(steps, root);
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    }),
    { numRuns: 120 },
  );
});
