import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBelow, randomCycle } from '../../../../test/support/evaluation/random-cycle.ts';
import { computeResults, gradeOf, isVetoed, type SubjectResult } from '../rules.ts';
import type { Figures } from '../schema.ts';
import { boundariesOf } from './boundary.ts';
import { settle, type GradeEffect, type Settled, type ToSettle } from './settle.ts';

const content = {
  name: '年度考核',
  about: '',
  dimensions: [],
  bands: [
    { label: '优秀', from: 9000 },
    { label: '合格', from: 7000 },
    { label: '基本合格', from: 6000 },
    { label: '不合格', from: 0 },
  ],
};

const figures = (total: number, struck = false): Figures => ({
  total,
  reckonedTotal: null,
  groups: [],
  leftOut: [],
  tooFew: [],
  vetoes: struck ? [{ indicatorId: 'v', points: 10, below: 60, struck }] : [],
  grade: '',
  gradeSteps: [],
  outsideQuota: '',
  rank: null,
  within: '',
});

const people = (totals: Readonly<Record<string, number | Figures | null>>) => {
  const subjects = Object.keys(totals).map((id) => ({ id, department: '', post: '' }));
  const results = Object.entries(totals).map(([subjectId, total]): SubjectResult => {
    if (total === null) return { kind: 'incomplete', subjectId, missing: [] };
    return {
      kind: 'complete',
      subjectId,
      figures: typeof total === 'number' ? figures(total) : total,
    };
  });
  return { subjects, results };
};

const settled = (
  totals: Parameters<typeof people>[0],
  options: {
    readonly effects?: Readonly<Record<string, GradeEffect>>;
    readonly adjustments?: Readonly<Record<string, Settled>>;
    readonly share?: number;
  } = {},
) => {
  const given: ToSettle = {
    content,
    rules: { rankWithin: 'all' },
    ...people(totals),
    effects: new Map(Object.entries(options.effects ?? {})),
    adjustments: new Map(Object.entries(options.adjustments ?? {})),
    quota: options.share === undefined ? null : { share: options.share, by: 'all', poolBelow: 0, floor: 0 },
  };
  return settle(given);
};

const gradeOfAll = (outcome: ReturnType<typeof settled>): Record<string, string> =>
  Object.fromEntries(
    outcome.results.map((result) => [
      result.subjectId,
      result.kind === 'complete'
        ? result.figures.grade
        : result.kind === 'assigned'
          ? `直接${result.grade}`
          : result.kind,
    ]),
  );

describe('grades', () => {
  it('are given by total, then by places; a tie at the line leaves the place to the meeting', () => {
    const outcome = settled(
      { a: 9600, b: 9500, c: 9500, d: 9400, e: 8000, f: 6500, g: 100 },
      { share: 3000 },
    );
    expect(gradeOfAll(outcome)).toEqual({
      a: '优秀',
      b: '合格',
      c: '合格',
      d: '合格',
      e: '合格',
      f: '基本合格',
      g: '不合格',
    });
    expect(outcome.quota?.pools).toMatchObject([
      { cap: 2, given: 1, tied: ['b', 'c'], over: ['b', 'c', 'd'] },
    ]);
    expect(boundariesOf(content, outcome.results, outcome.quota).get('b')).toMatchObject([
      { kind: 'tied', text: '优秀名额还剩 1 个，2 人末位同分' },
    ]);
    const chosen = settled(
      { a: 9600, b: 9500, c: 9500, d: 9400, e: 8000, f: 6500, g: 100 },
      { share: 3000, adjustments: { c: { grade: { to: '优秀', reason: '承担支教任务' } } } },
    );
    expect(gradeOfAll(chosen)).toMatchObject({ a: '优秀', b: '合格', c: '优秀' });
    expect(chosen.results[2]).toMatchObject({
      figures: {
        gradeSteps: [
          { cause: 'quota', from: '优秀', to: '合格' },
          { cause: 'adjustment', from: '合格', to: '优秀', note: '承担支教任务' },
        ],
      },
    });
  });

  it('follow the law of the year before places and meeting, each cause once', () => {
    const outcome = settled(
      { filed: 9900, warned: 9800, absent: null, refuser: 9700, away: null, good: 9600, low: 6500 },
      {
        share: 2000,
        effects: {
          filed: { kind: 'ungraded', note: '立案未结' },
          warned: { kind: 'notHighest', note: '受警告' },
          refuser: { kind: 'lowest', note: '拒不参加' },
          away: { kind: 'lowest', note: '拒不参加' },
          low: { kind: 'notHighest', note: '受警告' },
        },
        adjustments: {
          warned: { grade: { to: '优秀', reason: '工作突出' } },
          refuser: { grade: { to: '合格', reason: '态度转变' } },
        },
      },
    );
    expect(gradeOfAll(outcome)).toEqual({
      filed: 'undetermined',
      warned: '合格',
      absent: 'incomplete',
      refuser: '不合格',
      away: '直接不合格',
      good: '优秀',
      low: '基本合格',
    });
    // The filed and the incomplete take no place in the ranking; whoever was warned keeps his.
    expect(
      outcome.results.map((result) => (result.kind === 'complete' ? result.figures.rank : undefined)),
    ).toEqual([undefined, 1, undefined, 2, undefined, 3, 4]);
    // Nobody is lowered for a cause that his grade lies below already.
    expect(outcome.results[6]).toMatchObject({ figures: { gradeSteps: [] } });
  });

  it('put a total that the meeting settled on in the place of the reckoned one, and leave a veto standing', () => {
    const outcome = settled(
      { a: 8800, b: figures(9500, true) },
      {
        adjustments: {
          a: { total: { to: 9050, reason: '漏计加分' } },
          b: { grade: { to: '合格', reason: '情有可原' }, total: { to: 9900, reason: '漏计加分' } },
        },
      },
    );
    expect(outcome.results).toMatchObject([
      {
        figures: {
          total: 9050,
          reckonedTotal: 8800,
          grade: '优秀',
          rank: 1,
          gradeSteps: [{ cause: 'adjustment', from: '合格', to: '优秀' }],
        },
      },
      { figures: { total: 9900, reckonedTotal: 9500, grade: '不合格', rank: null } },
    ]);
  });

  it('keep a place free for others where somebody stands outside of the places', () => {
    const outcome = settled(
      { a: 9600, b: 9500, c: 9400, d: 8000, e: 7000 },
      { share: 2000, adjustments: { a: { outsideQuota: '援派人员单列' } } },
    );
    expect(gradeOfAll(outcome)).toMatchObject({ a: '优秀', b: '优秀', c: '合格' });
    expect(outcome.results[0]).toMatchObject({ figures: { outsideQuota: '援派人员单列' } });
  });

  it('say every step from the grade of the total to the last one, whatever is mixed', () => {
    const effects: readonly GradeEffect['kind'][] = ['ungraded', 'lowest', 'notHighest'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const cycle = randomCycle(seed);
        const below = createBelow(seed + 1);
        const { bands } = cycle.content;
        const results = computeResults(cycle.content, cycle.rules, cycle.subjects, cycle.sheets, cycle.data);
        const ids = cycle.subjects.map(({ id }) => id);
        const effectOf = new Map<string, GradeEffect>(
          ids.flatMap((id) => {
            const kind = effects[below(9)];
            return kind ? [[id, { kind, note: '依法' }] as const] : [];
          }),
        );
        const adjustments = new Map<string, Settled>(
          ids.map((id) => [
            id,
            {
              ...(below(4) === 0 ? { grade: { to: bands[below(4)]?.label ?? '', reason: '会议决定' } } : {}),
              ...(below(4) === 0 ? { total: { to: below(10_001), reason: '会议决定' } } : {}),
              ...(below(6) === 0 ? { outsideQuota: '单列' } : {}),
            },
          ]),
        );
        const outcome = settle({
          content: cycle.content,
          rules: cycle.rules,
          subjects: cycle.subjects,
          results,
          effects: effectOf,
          quota: { share: 2000 + below(4000), by: 'group', poolBelow: below(4), floor: below(2) },
          adjustments,
        });
        for (const [place, result] of outcome.results.entries()) {
          const id = ids[place] ?? '';
          const effect = effectOf.get(id)?.kind;
          expect(result.kind === 'undetermined').toBe(effect === 'ungraded');
          if (result.kind !== 'complete') continue;
          const { total, reckonedTotal, grade, gradeSteps, rank } = result.figures;
          const lowest = bands.at(-1)?.label;
          expect(total).toBe(adjustments.get(id)?.total?.to ?? total);
          let at = gradeOf(bands, reckonedTotal ?? total)?.label;
          for (const { from, to } of gradeSteps) {
            expect(from).toBe(at);
            expect(to).not.toBe(from);
            at = to;
          }
          expect(at).toBe(grade);
          if (effect === 'lowest' || isVetoed(result.figures)) expect(grade).toBe(lowest);
          if (effect === 'notHighest') expect(grade).not.toBe(bands[0]?.label);
          expect(rank === null).toBe(isVetoed(result.figures));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
