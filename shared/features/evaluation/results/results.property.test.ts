import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBelow, randomCycle } from '../../../../test/support/evaluation/random-cycle.ts';
import { slowPlaces, slowResults } from '../../../../test/support/evaluation/slow-results.ts';
import { computeResults, isVetoed } from '../rules.ts';
import { overRoot, quotient, rootOver, shareSum } from './arithmetic.ts';
import { giveOut, type Candidate, type QuotaRule } from './quota.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const shuffled = <T>(list: readonly T[], seed: number): T[] => {
  const below = createBelow(seed);
  const left = [...list];
  return list.flatMap(() => left.splice(below(left.length), 1));
};

describe('results of odd cycles', () => {
  it('are those of the slow reckoning: trimming, standardising, vetoes, ranks, absence, withdrawal, data', () => {
    let complete = 0;
    let vetoed = 0;
    let trimmed = 0;
    let moved = 0;
    let incomplete = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const cycle = randomCycle(seed);
        const { content, rules, subjects, sheets, data } = cycle;
        const results = computeResults(content, rules, subjects, sheets, data);
        const slow = slowResults(cycle);
        expect(results).toHaveLength(subjects.length);
        for (const [place, result] of results.entries()) {
          const expected = slow[place];
          if (result.kind === 'incomplete') {
            incomplete += 1;
            expect(expected).toBeUndefined();
            expect(result.missing.length).toBeGreaterThan(0);
            continue;
          }
          complete += 1;
          const { total, grade, rank, within, groups } = result.figures;
          if (isVetoed(result.figures)) vetoed += 1;
          if (groups.some(({ standardised }) => standardised && standardised.spread > 0)) moved += 1;
          if (
            groups.some(({ dimensions }) =>
              dimensions.some(({ indicators }) => indicators.some((one) => one.trimmed.length > 0)),
            )
          )
            trimmed += 1;
          expect({ total, grade, rank, within, vetoed: isVetoed(result.figures) }).toEqual(expected);
        }
      }),
      { numRuns: 3000, seed: 20_261_125 },
    );
    // The odd cycles have to reach what they are meant to try.
    for (const reached of [vetoed, trimmed, moved, incomplete]) expect(reached).toBeGreaterThan(300);
    expect(complete).toBeGreaterThan(3000);
  });

  it('do not depend on the order of the sheets or of the subjects', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, turn) => {
        const { content, rules, subjects, sheets, data } = randomCycle(seed);
        const results = computeResults(content, rules, subjects, sheets, data);
        expect(computeResults(content, rules, subjects, shuffled(sheets, turn), data)).toEqual(results);
        const others = shuffled(subjects, turn);
        const turned = computeResults(content, rules, others, sheets, data);
        const byId = new Map(turned.map((result) => [result.subjectId, result]));
        expect(results.map(({ subjectId }) => byId.get(subjectId))).toEqual(results);
      }),
      { numRuns: 500 },
    );
  });

  it('list exactly the marks that were taken out', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { content, rules, subjects, sheets, data } = randomCycle(seed);
        for (const result of computeResults(content, rules, subjects, sheets, data)) {
          if (result.kind !== 'complete') continue;
          for (const { groupId, raters, dimensions } of result.figures.groups) {
            const trim = rules.groups.find(({ id }) => id === groupId)?.trim;
            const out = trim && raters >= trim.from ? trim.highest + trim.lowest : 0;
            for (const { indicators } of dimensions)
              for (const one of indicators) {
                if (one.raters === 0) continue;
                expect(one.trimmed).toHaveLength(out);
                expect(one.raters + one.trimmed.length).toBe(raters);
                expect(one.trimmed).toEqual([...one.trimmed].sort((a, b) => b - a));
              }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('places for the highest grade', () => {
  const rules = fc.record({
    share: fc.integer({ min: 1, max: 10_000 }),
    by: fc.constantFrom('all' as const, 'group' as const),
    poolBelow: fc.integer({ min: 0, max: 6 }),
    floor: fc.integer({ min: 0, max: 3 }),
  });
  const people = fc.array(
    fc.record({
      department: fc.constantFrom('语文组', '数学组', '体育组', '后勤', ''),
      total: fc.option(fc.integer({ min: 9000, max: 9008 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('go to whom the slow reckoning gives them, and never to more than there are', () => {
    fc.assert(
      fc.property(rules, people, (rule, list) => {
        const subjects = list.map(({ department }, place) => ({
          id: `s${String(place)}`,
          department,
          post: '',
        }));
        const candidates = list.flatMap(({ total }, place): Candidate[] =>
          total === undefined ? [] : [{ place, total, outside: false }],
        );
        const outcome = giveOut(rule satisfies QuotaRule, 'department', subjects, candidates);
        const over = new Set(outcome.pools.flatMap((pool) => pool.over));
        const expected = slowPlaces(
          rule,
          subjects.map(({ department }) => (department === '' ? '未分部门' : department)),
          list.map(({ total }) => total),
        );
        expect(list.map(({ total }, place) => total !== undefined && !over.has(`s${String(place)}`))).toEqual(
          expected,
        );
        const given = outcome.pools.reduce((sum, pool) => sum + pool.given, 0);
        expect(given).toBeLessThanOrEqual(Math.floor((list.length * rule.share) / 10_000));
        expect(given).toBe(expected.filter(Boolean).length);
        for (const pool of outcome.pools) expect(pool.given).toBeLessThanOrEqual(pool.cap);
      }),
      { numRuns: 2000 },
    );
  });

  it('are not taken by whoever stands outside of them', () => {
    const subjects = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, department: '', post: '' }));
    const outcome = giveOut({ share: 2000, by: 'all', poolBelow: 0, floor: 0 }, 'all', subjects, [
      { place: 0, total: 9500, outside: true },
      { place: 1, total: 9400, outside: false },
      { place: 2, total: 9300, outside: false },
    ]);
    expect(outcome.pools).toMatchObject([
      { cap: 1, given: 1, outside: 1, over: ['c'], tied: [], lastIn: ['b'], firstOut: ['c'] },
    ]);
  });
});

describe('exact sums', () => {
  const slowHalfUp = (top: bigint, bottom: bigint): number => {
    const cut = top / bottom;
    return Number(2n * (top - cut * bottom) >= bottom ? cut + 1n : cut);
  };

  it('round as the big numbers do, up to the edge of what plain ones hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), fc.integer({ min: 1, max: 2 ** 50 }), (a, b) => {
        expect(quotient(a, b)).toBe(slowHalfUp(BigInt(a), BigInt(b)));
      }),
    );
  });

  it('meet ties and roots exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90_000 }),
        fc.integer({ min: -5_000_000, max: 5_000_000 }),
        (side, top) => {
          // Over a square the root is whole, and a tie can come out.
          const expected = Math.floor((2 * top + side) / (2 * side));
          expect(overRoot(top, side * side)).toBe(expected);
          expect(rootOver(side * side, 2)).toBe(Math.floor((side + 1) / 2));
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), fc.integer({ min: 1, max: 5000 }), (n, by) => {
        const found = BigInt(rootOver(n, by));
        const scaled = BigInt(by);
        expect(found === 0n || ((2n * found - 1n) * scaled) ** 2n <= 4n * BigInt(n)).toBe(true);
        expect(((2n * found + 1n) * scaled) ** 2n > 4n * BigInt(n)).toBe(true);
      }),
    );
  });

  it('take big numbers where full marks have no small common multiple', () => {
    const marks = fc.integer({ min: 1, max: 1000 }).map((full) => full * 100);
    fc.assert(
      fc.property(
        fc.array(fc.record({ fullMarks: marks, weight: fc.integer({ min: 0, max: 5000 }) }), {
          minLength: 1,
          maxLength: 30,
        }),
        seeds,
        (parts, seed) => {
          const below = createBelow(seed);
          const points = parts.map(({ fullMarks }) => below(fullMarks + 1));
          const bottom = parts.reduce((all, { fullMarks }) => all * BigInt(fullMarks), 1n);
          const top = parts.reduce(
            (sum, { fullMarks, weight }, at) =>
              sum + BigInt(points[at] ?? 0) * BigInt(weight) * (bottom / BigInt(fullMarks)),
            0n,
          );
          expect(shareSum(parts)([7, ...points], 1)).toBe(slowHalfUp(top, bottom));
        },
      ),
    );
  });
});
