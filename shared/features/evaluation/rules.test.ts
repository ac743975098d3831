import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshGroup, freshRater } from './fresh.ts';
import type { IndicatorContent } from './indicators.ts';
import type { CycleRules, SheetScores } from './rating.ts';
import { ranksOf } from './results/comparison.ts';
import { computeResults, rankedCount } from './rules.ts';
import type { RaterGroup } from './schema.ts';

/** Fractions of whole numbers, reckoned the long way: the slow twin of the rules, sharing no line with them. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}
const fraction = (top: number, bottom = 1): Fraction => ({ top: BigInt(top), bottom: BigInt(bottom) });
const plus = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const over = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.bottom, bottom: a.bottom * b.top });
const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, fraction(0));
/** By long division: the whole part, and one more when the rest is at least a half. */
const halfUp = ({ top, bottom }: Fraction): number => {
  const whole = top / bottom;
  const rest = top - whole * bottom;
  return Number(rest + rest >= bottom ? whole + 1n : whole);
};

const pointsGroup = (id: string, weight: number, raters: number): RaterGroup => ({
  ...freshGroup(id, 'panel', weight),
  name: id,
  raters: Array.from({ length: raters }, (_, n) =>
    freshRater({ id: `${id}-${String(n)}`, name: `评${String(n)}`, userId: null }),
  ),
});

const indicator = (id: string, weight: number, full: number, vetoBelow: number | null = null) => ({
  id,
  name: id,
  standard: '',
  evidence: '',
  weight,
  fullMarks: full * 100,
  method: { kind: 'points' as const },
  vetoBelow,
});

const content = (
  fulls: readonly [number, number, number],
  split: number,
  veto: number | null,
): IndicatorContent => ({
  name: '指标',
  about: '',
  bands: [
    { label: '优秀', from: 9000 },
    { label: '合格', from: 6000 },
    { label: '不合格', from: 0 },
  ],
  dimensions: [
    {
      id: 'd1',
      name: '一',
      weight: split,
      indicators: [indicator('a', split, fulls[0], veto), indicator('b', 10_000 - split, fulls[1])],
    },
    { id: 'd2', name: '二', weight: 10_000 - split, indicators: [indicator('c', 10_000, fulls[2])] },
  ],
});

const subjects = ['s1', 's2', 's3'].map((id) => ({ id, department: '', post: '' }));

const rulesOf = (groups: RaterGroup[], whenAbsent: CycleRules['whenAbsent']): CycleRules => ({
  groups,
  whenAbsent,
  standardise: null,
  rankWithin: 'all',
  sealed: null,
});

const pointsIn = (sheet: SheetScores, id: string): number => {
  const score = sheet.scores[id];
  return score?.kind === 'points' ? score.points : 0;
};

const slowTotal = (
  system: IndicatorContent,
  groups: readonly RaterGroup[],
  sheets: readonly SheetScores[],
  subjectId: string,
): number => {
  const totals = groups.map((group) => {
    const own = sheets.filter((sheet) => sheet.groupId === group.id && sheet.subjectId === subjectId);
    const dimensions = system.dimensions.map((dimension) => {
      const shares = dimension.indicators.map(({ id, weight, fullMarks }) => {
        const mean = halfUp(
          over(sum(own.map((sheet) => fraction(pointsIn(sheet, id)))), fraction(own.length)),
        );
        return times(fraction(mean, fullMarks), fraction(weight));
      });
      return times(fraction(halfUp(sum(shares))), fraction(dimension.weight));
    });
    return times(fraction(halfUp(over(sum(dimensions), fraction(10_000)))), fraction(group.weight));
  });
  return halfUp(over(sum(totals), fraction(10_000)));
};

const cycle = fc
  .record({
    fulls: fc.tuple(
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 120 }),
    ),
    split: fc.integer({ min: 1, max: 9999 }),
    share: fc.integer({ min: 1, max: 9999 }),
    raters: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    marks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 90, maxLength: 90 }),
  })
  .map(({ fulls, split, share, raters, marks }) => {
    const system = content(fulls, split, null);
    const groups = [pointsGroup('g1', share, raters[0]), pointsGroup('g2', 10_000 - share, raters[1])];
    let next = 0;
    const sheets = groups.flatMap((group) =>
      group.raters.flatMap((rater) =>
        subjects.map(({ id: subjectId }): SheetScores => {
          const given = system.dimensions.flatMap(({ indicators }) =>
            indicators.map(({ id, fullMarks }) => {
              const part = marks[next % marks.length] ?? 0;
              next += 1;
              return [id, { kind: 'points' as const, points: Math.floor(part * fullMarks) }] as const;
            }),
          );
          return { groupId: group.id, raterId: rater.id, subjectId, scores: Object.fromEntries(given) };
        }),
      ),
    );
    return { system, groups, sheets };
  });

const totalsOf = (results: ReturnType<typeof computeResults>): (number | null)[] =>
  results.map((result) => (result.kind === 'complete' ? result.figures.total : null));

describe('results', () => {
  it('are those of the slow reckoning by hand, whatever the order of the sheets', () => {
    fc.assert(
      fc.property(cycle, fc.integer({ min: 1, max: 50 }), ({ system, groups, sheets }, turn) => {
        const rules = rulesOf(groups, 'block');
        const results = computeResults(system, rules, subjects, sheets);
        expect(totalsOf(results)).toEqual(subjects.map(({ id }) => slowTotal(system, groups, sheets, id)));
        const turned = [
          ...sheets.slice(turn % sheets.length),
          ...sheets.slice(0, turn % sheets.length),
        ].reverse();
        expect(computeResults(system, rules, subjects, turned)).toEqual(results);
        expect(totalsOf(results).every((total) => total !== null && total >= 0 && total <= 10_000)).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  const system = content([100, 10, 10], 5000, 6000);
  const groups = [pointsGroup('g1', 6000, 1), pointsGroup('g2', 4000, 1)];
  const sheet = (groupId: string, subjectId: string, marks: Record<string, number>): SheetScores => ({
    groupId,
    raterId: `${groupId}-0`,
    subjectId,
    scores: Object.fromEntries(
      Object.entries(marks).map(([id, points]) => [id, { kind: 'points' as const, points }]),
    ),
  });
  const full = { a: 10_000, b: 1000, c: 1000 };
  const two = subjects.slice(0, 2);

  it('name what is missing, and count nothing missing as 0', () => {
    const sheets = [
      sheet('g1', 's1', full),
      sheet('g2', 's1', { a: 10_000, b: 1000 }),
      sheet('g1', 's2', full),
    ];
    const blocked = computeResults(system, rulesOf(groups, 'block'), two, sheets);
    expect(blocked).toEqual([
      {
        kind: 'incomplete',
        subjectId: 's1',
        missing: [{ kind: 'scores', groupId: 'g2', raterId: 'g2-0', all: false, indicatorIds: ['c'] }],
      },
      {
        kind: 'incomplete',
        subjectId: 's2',
        missing: [
          { kind: 'scores', groupId: 'g2', raterId: 'g2-0', all: true, indicatorIds: ['a', 'b', 'c'] },
        ],
      },
    ]);
    // Whoever stayed away altogether is left out by this rule; a sheet that was begun still has to be finished.
    const shared = computeResults(system, rulesOf(groups, 'reweight'), two, sheets);
    expect(shared.map(({ kind }) => kind)).toEqual(['incomplete', 'complete']);
    expect(shared[1]).toMatchObject({ figures: { total: 10_000, leftOut: ['g2'] } });
    expect(computeResults(system, rulesOf(groups, 'reweight'), two, [])[0]?.kind).toBe('incomplete');
  });

  it('give the lowest grade and no rank where a veto strikes', () => {
    const sheets = [
      sheet('g1', 's1', { ...full, a: 5999 }),
      sheet('g2', 's1', { ...full, a: 6000 }),
      sheet('g1', 's2', { ...full, a: 6000 }),
      sheet('g2', 's2', { ...full, a: 6000 }),
    ];
    const [struck, saved] = computeResults(system, rulesOf(groups, 'block'), two, sheets);
    // 5999 × 60 % + 6000 × 40 % = 5999.4 → 5999: just below the line.
    expect(struck).toMatchObject({
      figures: { grade: '不合格', rank: null, vetoes: [{ points: 5999, struck: true }] },
    });
    expect(saved).toMatchObject({
      figures: { grade: '优秀', total: 9000, rank: 1, vetoes: [{ struck: false }] },
    });
    expect(rankedCount(computeResults(system, rulesOf(groups, 'block'), two, sheets))).toBe(1);
  });
});

describe('ranks', () => {
  it('are one more than the number of those who are better', () => {
    expect(ranksOf([90, 80, 90, 70])).toEqual([1, 3, 1, 4]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (totals) => {
        expect(ranksOf(totals)).toEqual(
          totals.map((one) => totals.filter((other) => other > one).length + 1),
        );
      }),
    );
  });
});
