import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseOf, isInSpan } from '../../../../test/support/evaluation/span.ts';
import { randomCycle } from '../../../../test/support/evaluation/random-cycle.ts';
import { freshGroup } from '../fresh.ts';
import { indicatorsOf, isRated, type IndicatorContent } from '../indicators.ts';
import { computeResults, isVetoed } from '../rules.ts';
import type { Cycle, Figures, GroupFigure, RaterGroup, RaterKind } from '../schema.ts';
import type { ResultRow } from '../views.ts';
import { keptBackBySubject, keptBackOf, shownRows } from './kept-back.ts';

const group = (id: string, kind: RaterKind, weight: number, anonymous = false): RaterGroup => ({
  ...freshGroup(id, kind, weight),
  name: id,
  anonymous,
});
const figure = (groupId: string, raters: number): GroupFigure => ({
  groupId,
  total: 8000,
  raters,
  standardised: null,
  dimensions: [],
});
const plan = (groups: RaterGroup[], standardise: Cycle['standardise'] = null) => ({
  groups,
  minSample: 3,
  standardise,
});

describe('what is kept back of one result', () => {
  const groups = [
    group('parents', 'parent', 3000, true),
    group('peers', 'peer', 3000, true),
    group('lead', 'leader', 2000),
    group('own', 'self', 1000),
    group('data', 'data', 1000),
  ];
  const kept = (all: RaterGroup[], seesNames: boolean, ...figures: GroupFigure[]) => {
    const [one] = keptBackOf(plan(all), [{ groups: figures, within: '' }], seesNames);
    return [[...(one?.groups ?? [])].map(([id, { why }]) => `${id}:${why}`), one?.total ?? ''];
  };
  const known = [figure('own', 1), figure('data', 0)];

  it('is nothing where every group has enough raters', () => {
    expect(
      kept(groups, false, figure('parents', 3), figure('peers', 5), figure('lead', 3), ...known),
    ).toEqual([[], '']);
  });

  it('is a second group with a single one of too few, an anonymous one first', () => {
    const figures = [figure('parents', 2), figure('peers', 9), figure('lead', 3), ...known];
    expect(kept(groups, true, ...figures)).toEqual([['parents:few', 'peers:cover'], '']);
  });

  it('is the same for those who may not see names, and open groups of too few besides', () => {
    const figures = [figure('parents', 2), figure('peers', 9), figure('lead', 1), ...known];
    expect(kept(groups, true, ...figures)).toEqual([['parents:few', 'peers:cover'], '']);
    expect(kept(groups, false, ...figures)).toEqual([['parents:few', 'peers:cover', 'lead:few'], '']);
  });

  it('is a second one of an open group too, for those who may not see names', () => {
    const figures = [figure('peers', 9), figure('lead', 1), ...known];
    expect(kept(groups.slice(1), true, ...figures)).toEqual([[], '']);
    expect(kept(groups.slice(1), false, ...figures)).toEqual([['lead:few', 'peers:cover'], '']);
  });

  it('is the total where only what is known anyhow stands beside an anonymous group', () => {
    const two = [
      group('parents', 'parent', 6000, true),
      group('own', 'self', 2000),
      group('data', 'data', 2000),
    ];
    for (const seesNames of [true, false])
      expect(kept(two, seesNames, figure('parents', 2), ...known)).toEqual([['parents:few'], 'parents']);
  });

  it('is not the total of an open group alone: its raters were promised nothing', () => {
    const two = [group('lead', 'leader', 8000), group('own', 'self', 2000)];
    expect(kept(two, false, figure('lead', 1), figure('own', 1))).toEqual([['lead:few'], '']);
  });

  it('takes no cover from a group without weight', () => {
    const weightless = [group('parents', 'parent', 10_000, true), group('peers', 'peer', 0, true)];
    expect(kept(weightless, true, figure('parents', 1), figure('peers', 5))).toEqual([
      ['parents:few'],
      'parents',
    ]);
  });
});

describe('what is kept back where totals are standardised', () => {
  it('is the same groups of all who were standardised together', () => {
    const groups = [
      group('a', 'parent', 5000, true),
      group('b', 'peer', 3000, true),
      group('c', 'leader', 2000),
    ];
    const all = [
      { groups: [figure('a', 2), figure('b', 5), figure('c', 3)], within: '语文组' },
      { groups: [figure('a', 5), figure('b', 5), figure('c', 3)], within: '语文组' },
      { groups: [figure('a', 5), figure('b', 5), figure('c', 3)], within: '数学组' },
    ];
    const kept = keptBackOf(plan(groups, { mean: 7500, spread: 1000 }), all, true);
    expect(kept.map((one) => [...one.groups.keys()])).toEqual([['a', 'b'], ['a', 'b'], []]);
  });
});

interface Reckoned {
  readonly content: IndicatorContent;
  readonly plan: Pick<Cycle, 'groups' | 'minSample' | 'standardise'>;
  readonly rows: readonly ResultRow[];
}

/** How much the points of an indicator weigh in a group's total, in whole parts that are the same for all. */
const shareOf = ({ content }: Reckoned, figures: GroupFigure, indicatorId: string): bigint => {
  const found = content.dimensions.find(({ indicators }) => indicators.some(({ id }) => id === indicatorId));
  const indicator = found?.indicators.find(({ id }) => id === indicatorId);
  const rated = figures.dimensions.some(({ dimensionId }) => dimensionId === found?.id);
  return indicator && found && rated
    ? BigInt(found.weight * indicator.weight) * inverseOf(indicator.fullMarks)
    : 0n;
};

/**
 * Everything that the views show, as sums of what the groups gave: one coefficient for each unknown. Unknown are the
 * points of each indicator of each group of people, and the standardised totals, which do not follow from them.
 */
const attack = (reckoned: Reckoned, views: readonly (readonly ResultRow[])[]) => {
  const { content, plan: rules, rows } = reckoned;
  const unknown = new Map<string, number>();
  const place = (key: string): number => {
    const held = unknown.get(key) ?? unknown.size;
    unknown.set(key, held);
    return held;
  };
  const kindOf = (groupId: string) => rules.groups.find(({ id }) => id === groupId)?.kind ?? 'data';
  const weightOf = (groupId: string) => BigInt(rules.groups.find(({ id }) => id === groupId)?.weight ?? 0);
  const isUnknown = ({ groupId, raters }: GroupFigure): boolean =>
    raters > 0 && kindOf(groupId) !== 'self' && kindOf(groupId) !== 'data';
  type Sum = Map<number, bigint>;
  const rated = indicatorsOf(content).filter(isRated);
  const groupSum = (subjectId: string, figures: GroupFigure, times: bigint, into: Sum): Sum => {
    if (!isUnknown(figures)) return into;
    if (figures.standardised) {
      into.set(place(`${subjectId}/${figures.groupId}`), times);
      return into;
    }
    for (const { id } of rated) {
      const share = shareOf(reckoned, figures, id);
      if (share > 0n) into.set(place(`${subjectId}/${figures.groupId}/${id}`), share * times);
    }
    return into;
  };
  const figuresOf = new Map<string, Figures>();
  for (const { subject, outcome } of rows)
    if (outcome.kind === 'graded') figuresOf.set(subject.id, outcome.figures);
  const sums: Sum[] = [];
  for (const { subject, outcome } of views.flat()) {
    const all = figuresOf.get(subject.id);
    if (outcome.kind !== 'graded' || !all) continue;
    const total: Sum = new Map();
    for (const figures of all.groups) groupSum(subject.id, figures, weightOf(figures.groupId), total);
    sums.push(total);
    for (const figures of outcome.figures.groups) {
      if (!isUnknown(figures)) continue;
      if (figures.standardised) sums.push(new Map([[place(`${subject.id}/${figures.groupId}`), 1n]]));
      for (const { id } of rated) sums.push(new Map([[place(`${subject.id}/${figures.groupId}/${id}`), 1n]]));
    }
    for (const { indicatorId, points } of outcome.figures.vetoes) {
      if (points === null) continue;
      const sum: Sum = new Map();
      for (const figures of all.groups)
        if (isUnknown(figures) && shareOf(reckoned, figures, indicatorId) > 0n)
          sum.set(place(`${subject.id}/${figures.groupId}/${indicatorId}`), weightOf(figures.groupId));
      sums.push(sum);
    }
  }
  // Standardised totals of one comparison group lie around a known mean.
  const together = new Map<string, { readonly peers: number; readonly sum: Sum }>();
  for (const [subjectId, { within, groups }] of figuresOf)
    for (const figures of groups) {
      if (!figures.standardised || !isUnknown(figures)) continue;
      const key = `${within}/${figures.groupId}`;
      const held = together.get(key) ?? { peers: figures.standardised.peers, sum: new Map<number, bigint>() };
      held.sum.set(place(`${subjectId}/${figures.groupId}`), 1n);
      together.set(key, held);
    }
  // Somebody without a total may have been among them: then the sum of the others is not known.
  for (const { peers, sum } of together.values()) if (peers > 1 && peers === sum.size) sums.push(sum);
  const targets = [...figuresOf].flatMap(([subjectId, { groups }]) =>
    groups.flatMap((figures) => {
      const own = rules.groups.find(({ id }) => id === figures.groupId);
      if (!own?.anonymous || !isUnknown(figures) || figures.raters >= rules.minSample) return [];
      const target = groupSum(subjectId, figures, 1n, new Map());
      return target.size === 0 ? [] : [target];
    }),
  );
  const dense = (sum: Sum): bigint[] => Array.from({ length: unknown.size }, (_, at) => sum.get(at) ?? 0n);
  return { sums: sums.map(dense), targets: targets.map(dense) };
};

describe('all that is shown of odd cycles', () => {
  it('never lets anybody solve for what few anonymous raters gave, both ways of looking put together', () => {
    const reached = { targets: 0, cover: 0, range: 0, concealed: 0, solvedBefore: 0, standardised: 0 };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        fc.integer({ min: 2, max: 4 }),
        (seed, minSample) => {
          const { content, rules, subjects, sheets, data } = randomCycle(seed);
          const cycle = { ...rules, minSample };
          const rows = computeResults(content, rules, subjects, sheets, data).flatMap(
            (result, at): ResultRow[] => {
              const subject = subjects[at];
              return subject && result.kind === 'complete'
                ? [
                    {
                      subject,
                      outcome: { kind: 'graded', figures: result.figures, vetoed: isVetoed(result.figures) },
                    },
                  ]
                : [];
            },
          );
          const reckoned = { content, plan: cycle, rows };
          const views = [true, false].map((seesNames) => shownRows(cycle, rows, seesNames));
          const { sums, targets } = attack(reckoned, views);
          for (const target of targets) expect(isInSpan(sums, target)).toBe(false);

          reached.targets += targets.length;
          if (cycle.standardise && targets.length > 0) reached.standardised += 1;
          for (const { groups, total } of keptBackBySubject(cycle, rows, true).values()) {
            if (total !== '') reached.concealed += 1;
            for (const { why } of groups.values()) if (why !== 'few') reached[why] += 1;
          }
          // The attack is one: with groups of too few alone left out, as it was once done, it finds what is hidden.
          const naive = rows.map((row): ResultRow => {
            if (row.outcome.kind !== 'graded') return row;
            const { figures } = row.outcome;
            const few = ({ groupId, raters }: GroupFigure): boolean =>
              raters > 0 &&
              raters < minSample &&
              (cycle.groups.find(({ id }) => id === groupId)?.anonymous ?? false);
            return {
              ...row,
              outcome: {
                ...row.outcome,
                figures: { ...figures, groups: figures.groups.filter((one) => !few(one)) },
              },
            };
          });
          const before = attack(reckoned, [naive]);
          if (before.targets.some((target) => isInSpan(before.sums, target))) reached.solvedBefore += 1;
        },
      ),
      { numRuns: 1500, seed: 20_261_125 },
    );
    for (const [what, count] of Object.entries(reached))
      expect(`${what} ${String(count > 30)}`).toBe(`${what} true`);
  });

  it('shows to those who see names no less than to others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const { content, rules, subjects, sheets, data } = randomCycle(seed);
        const figures = computeResults(content, rules, subjects, sheets, data).flatMap((result) =>
          result.kind === 'complete' ? [result.figures] : [],
        );
        const cycle = { ...rules, minSample: 3 };
        const [names, others] = [true, false].map((seesNames) => keptBackOf(cycle, figures, seesNames));
        for (const [at, { groups, total }] of (names ?? []).entries()) {
          expect(others?.[at]?.total).toBe(total);
          for (const id of groups.keys()) expect(others?.[at]?.groups.has(id)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
