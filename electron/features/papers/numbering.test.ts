import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/types.ts';
import { documentNumberCollection, papersCollections } from './collections.ts';
import { allocateNumber, numberProblems, peekNumber, voidNumber } from './numbering.ts';

let dir: string;
let store: Store;
let made = 0;
const newId = (): string => `n${String((made += 1))}`;
const open = (): Promise<Store> =>
  openStore({ dir, collections: papersCollections, clock: { now: () => 1_795_000_000_000 } });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mingze-numbers-'));
  store = await open();
});

afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

const actor = { userId: 'u1', name: '周敏' };

type Step =
  | { readonly kind: 'give' | 'give-and-fail'; readonly prefix: string; readonly year: number }
  | { readonly kind: 'void'; readonly pick: number }
  | { readonly kind: 'reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('give' as const, 'give-and-fail' as const),
      prefix: fc.constantFrom('青一中', '青一中责改'),
      year: fc.constantFrom(2026, 2027),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('void' as const), pick: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);

describe('numbers in the store', () => {
  it('leave no gap and are never given twice, whatever fails, is made void or restarted in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const given: string[] = [];
        for (const each of steps) {
          if (each.kind === 'reopen') {
            await store.close();
            store = await open();
          } else if (each.kind === 'void') {
            const all = store.all(documentNumberCollection);
            const number = all[each.pick % Math.max(1, all.length)];
            if (!number) continue;
            const work = store.transact({ actor, act: 'test' }, (tx) =>
              voidNumber(tx, number.id, '打印错误'),
            );
            if (number.voided) await expect(work).rejects.toMatchObject({ code: 'illegal-step' });
            else await work;
          } else {
            const series = { kind: 'document', prefix: each.prefix, year: each.year } as const;
            const promised = peekNumber(store, series);
            const work = store.transact({ actor, act: 'test' }, (tx) => {
              const number = allocateNumber(tx, newId, series, { title: '通报', caseId: 'c1' });
              if (each.kind === 'give-and-fail') throw new Error('the decision failed');
              return number.number;
            });
            if (each.kind === 'give-and-fail') await expect(work).rejects.toThrow('the decision failed');
            else {
              const number = await work;
              expect(number).toBe(promised);
              expect(given).not.toContain(number);
              given.push(number);
            }
          }
        }
        const all = store.all(documentNumberCollection);
        expect(numberProblems(all)).toEqual([]);
        for (const number of given) expect(all.filter((each) => each.number === number)).toHaveLength(1);
        // The next run goes on in the same register, but knows only its own numbers.
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('tell of a hole and of a number given twice', () => {
    const number = (sequence: number) => ({
      id: String(sequence),
      rev: 1,
      kind: 'document' as const,
      prefix: '青一中',
      year: 2026,
      sequence,
      number: `青一中〔2026〕${String(sequence)}号`,
      title: '',
      caseId: 'c1',
      allocated: { at: '2026-11-20T02:00:00.000Z', by: actor },
      voided: null,
    });
    expect(numberProblems([number(1), number(3), number(3)])).toEqual([
      '“青一中”2026 年缺少第 2 号。',
      '“青一中”2026 年第 3 号重复。',
    ]);
  });
});
