import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordance, LEAST_PAIRS, rankCorrelation } from './correlation.ts';
import { discriminationOf, discriminationWord, easeOf } from './items.ts';
import { severities } from './severity.ts';
import { meanFrom, quartileOf, signedMean, summaryOf } from './statistics.ts';

const figures = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 60 });
/** The same figures in another order. */
const shuffled = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });

describe('how figures lie', () => {
  it('is reckoned as by hand', () => {
    // 2 4 4 4 5 5 7 9: the textbook case with mean 5 and σ 2.
    expect(summaryOf([200, 400, 400, 400, 500, 500, 700, 900])).toEqual({
      count: 8,
      mean: 500,
      spread: 200,
      least: 200,
      lower: 400,
      median: 450,
      upper: 550,
      greatest: 900,
    });
    // Between 81.23 and 81.24: 81.2325, 81.235 and 81.2375; half goes up.
    expect([1, 2, 3].map((quarter) => quartileOf([8123, 8124], quarter as 1 | 2 | 3))).toEqual([
      8123, 8124, 8124,
    ]);
    expect(summaryOf([7000])).toEqual({
      count: 1,
      mean: 7000,
      spread: 0,
      least: 7000,
      lower: 7000,
      median: 7000,
      upper: 7000,
      greatest: 7000,
    });
  });

  it('is not said of fewer than the least sample', () => {
    expect(summaryOf([], 0)).toBeNull();
    expect(summaryOf([8000, 9000], 3)).toBeNull();
    expect(summaryOf([8000, 9000, 9100], 3)?.mean).toBe(8700);
    expect(meanFrom([8000, 9000], 3)).toBeNull();
    expect(meanFrom([8000, 9001], 2)).toBe(8501);
  });

  it('rounds signed means away from zero alike on both sides', () => {
    expect(signedMean([1, 2])).toBe(2);
    expect(signedMean([-1, -2])).toBe(-2);
    expect(signedMean([-1, 1])).toBe(0);
    expect(signedMean([-100, 0, 0])).toBe(-33);
  });

  it('stays in order, within bounds, and does not depend on the order of the figures', () => {
    fc.assert(
      fc.property(
        figures.chain((values) => fc.tuple(fc.constant(values), shuffled(values))),
        ([values, other]) => {
          const summary = summaryOf(values);
          expect(summaryOf(other)).toEqual(summary);
          if (!summary) throw new Error('no summary');
          const { least, lower, median, upper, greatest, mean, spread } = summary;
          expect([least, lower, median, upper, greatest]).toEqual(
            [least, lower, median, upper, greatest].toSorted((a, b) => a - b),
          );
          expect([least, greatest]).toEqual([Math.min(...values), Math.max(...values)]);
          expect(mean).toBeGreaterThanOrEqual(least);
          expect(mean).toBeLessThanOrEqual(greatest);
          expect(2 * spread).toBeLessThanOrEqual(greatest - least + 1);
        },
      ),
    );
  });

  it('moves with the figures', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 500 }), (values, by) => {
        const [before, after] = [summaryOf(values), summaryOf(values.map((value) => value + by))];
        expect(after?.mean).toBe((before?.mean ?? 0) + by);
        expect(after?.median).toBe((before?.median ?? 0) + by);
        expect(after?.spread).toBe(before?.spread);
      }),
    );
  });
});

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
  minLength: LEAST_PAIRS,
  maxLength: 30,
});

describe('the agreement of judgements', () => {
  it('is reckoned as by hand', () => {
    const ranks = [
      [1, 2],
      [2, 1],
      [3, 5],
      [4, 3],
      [5, 4],
    ] as const;
    // Σd² = 1 + 1 + 4 + 1 + 1 = 8, ρ = 1 − 48 ⁄ 120.
    expect(rankCorrelation(ranks)).toBe(600);
    expect(rankCorrelation(ranks.map(([a]) => [a, 10 * a] as const))).toBe(1000);
    expect(rankCorrelation(ranks.map(([a]) => [a, -a] as const))).toBe(-1000);
    // Ranks 1½ 1½ 3 4 5 against 1 2 3 4 5: 9.5 ⁄ √(9.5·10).
    expect(
      rankCorrelation([
        [1, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 5],
      ]),
    ).toBe(975);
  });

  it('is not said of too few, nor of somebody who gives all the same', () => {
    expect(
      rankCorrelation([
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
      ]),
    ).toBeNull();
    expect(rankCorrelation([1, 2, 3, 4, 5].map((a) => [a, 80] as const))).toBeNull();
    expect(concordance([[1, 2, 3, 4, 5]])).toBeNull();
    expect(
      concordance([
        [5, 5, 5, 5, 5],
        [5, 5, 5, 5, 5],
      ]),
    ).toBeNull();
  });

  it('of several judges is Kendall’s W', () => {
    // Rank sums 4 5 9 12 15 of three judges, mean 9: S = 25+16+0+9+36 = 86, W = 12·86 ⁄ (9·120).
    expect(
      concordance([
        [1, 2, 3, 4, 5],
        [2, 1, 3, 4, 5],
        [1, 2, 3, 4, 5],
      ]),
    ).toBe(Math.round((12 * (25 + 16 + 0 + 9 + 36) * 1000) / (9 * 120)));
    expect(
      concordance([
        [1, 2, 3, 4, 5],
        [5, 4, 3, 2, 1],
      ]),
    ).toBe(0);
  });

  it('is the same both ways, keeps its bounds, and depends on the order alone', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const rho = rankCorrelation(given);
        expect(rankCorrelation(given.map(([a, b]) => [b, a] as const))).toBe(rho);
        expect(rankCorrelation([...given].reverse())).toBe(rho);
        expect(rankCorrelation(given.map(([a, b]) => [a ** 3, 7 * b + 1] as const))).toBe(rho);
        if (rho !== null) expect(Math.abs(rho)).toBeLessThanOrEqual(1000);
        const w = concordance([given.map(([a]) => a), given.map(([, b]) => b)]);
        if (w !== null) expect(w).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('what indicators tell', () => {
  const ten = [90, 80, 80, 70, 60, 50, 40, 40, 30, 20].map((total, at) => ({
    total,
    points: [10, 9, 6, 7, 5, 5, 4, 1, 3, 2][at] ?? 0,
  }));

  it('is reckoned as by hand', () => {
    expect(easeOf([600, 800, 700], 1000)).toBe(7000);
    expect(easeOf([], 1000)).toBeNull();
    // 27 % of ten are three: (10 + 9 + 6) ⁄ 3 above, (2 + 3 + (4 + 1) ⁄ 2) ⁄ 3 below; 8.333 − 2.5 of 10.
    expect(discriminationOf(ten, 10)).toBe(583);
    expect(discriminationOf(ten.slice(1), 10)).toBeNull();
    expect([583, 300, 250, 0, -100].map(discriminationWord)).toEqual([
      '很好',
      '较好',
      '尚可',
      '拉不开差距',
      '拉不开差距',
    ]);
  });

  it('does not depend on who stands first among equals', () => {
    const point = fc.record({
      total: fc.integer({ min: 0, max: 9 }),
      points: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(
        fc
          .array(point, { minLength: 10, maxLength: 40 })
          .chain((given) => fc.tuple(fc.constant(given), shuffled(given))),
        ([given, other]) => {
          const one = discriminationOf(given, 10);
          // Sums in another order may differ in the last bit, at most one thousandth after rounding.
          expect(Math.abs((discriminationOf(other, 10) ?? 0) - (one ?? 0))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('mild and strict raters', () => {
  it('are held against the others who judged the same', () => {
    const judged = (raterId: string, worths: readonly number[]) =>
      worths.map((worth, at) => ({ raterId, subjectId: `s${String(at)}`, worth }));
    const found = severities([
      ...judged('strict', [7000, 7200, 7400, 7600, 7800]),
      ...judged('usual', [8000, 8200, 8400, 8600, 8800]),
      ...judged('mild', [9000, 9400, 9200, 9600, 9800]),
      { raterId: 'alone', subjectId: 'nobody else', worth: 1000 },
    ]);
    // Others' means: of strict 85 88 88 91 93, each 15 16 14 15 15 above him.
    expect(found).toEqual([
      { raterId: 'strict', subjects: 5, severity: -1500, agreement: 975 },
      { raterId: 'usual', subjects: 5, severity: 0, agreement: 975 },
      { raterId: 'mild', subjects: 5, severity: 1500, agreement: 900 },
    ]);
  });

  it('balance out where everybody judged everybody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 }), {
          minLength: 2,
          maxLength: 8,
        }),
        (rows) => {
          const found = severities(
            rows.flatMap((row, rater) =>
              row.map((worth, subject) => ({ raterId: String(rater), subjectId: String(subject), worth })),
            ),
          );
          const sum = found.reduce((all, { severity }) => all + severity, 0);
          expect(Math.abs(sum)).toBeLessThanOrEqual(rows.length);
        },
      ),
    );
  });
});
