import { freshGroup, freshRater } from '../../../shared/features/evaluation/fresh.ts';
import type { Indicator, IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import type { SheetScores } from '../../../shared/features/evaluation/rating.ts';
import type { RaterGroup, RaterKind, Subject } from '../../../shared/features/evaluation/schema.ts';
import type { Score } from '../../../shared/features/evaluation/scores.ts';
import type { SlowCycle } from './slow-results.ts';

/** Whole numbers below a bound, the same ones for the same seed. */
export type Below = (bound: number) => number;

export const createBelow = (seed: number): Below => {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
};

/** So many weights that total 100 %. */
const weights = (below: Below, count: number): number[] => {
  const cuts = Array.from({ length: count - 1 }, () => 1 + below(9998)).sort((a, b) => a - b);
  return [...cuts, 10_000].map((cut, at) => Math.max(cut - (cuts[at - 1] ?? 0), 1));
};

const methodOf = (below: Below, fullMarks: number): Indicator['method'] => {
  switch (below(6)) {
    case 0:
      return { kind: 'deduct', start: fullMarks, maxDeduct: fullMarks, maxAdd: 0 };
    case 1:
      return {
        kind: 'levels',
        levels: [fullMarks, Math.floor(fullMarks / 2), 0].map((points, at) => ({
          id: `l${String(at)}`,
          label: `级${String(at)}`,
          points,
        })),
      };
    case 2:
      return { kind: 'formula', expression: '及格率' };
    default:
      return { kind: 'points' };
  }
};

const contentOf = (below: Below): IndicatorContent => {
  const dimensions = 1 + below(3);
  return {
    name: '指标',
    about: '',
    bands: [
      { label: '优秀', from: 6000 },
      { label: '合格', from: 4500 },
      { label: '基本合格', from: 3000 },
      { label: '不合格', from: 0 },
    ],
    dimensions: weights(below, dimensions).map((weight, d) => {
      const inner = weights(below, 1 + below(3));
      return {
        id: `d${String(d)}`,
        name: `维度${String(d)}`,
        weight,
        indicators: inner.map((share, i) => {
          const fullMarks = 100 * (1 + below(below(4) === 0 ? 997 : 20));
          return {
            id: `d${String(d)}i${String(i)}`,
            name: `指标${String(i)}`,
            standard: '',
            evidence: '',
            weight: share,
            fullMarks,
            method: methodOf(below, fullMarks),
            vetoBelow: below(8) === 0 ? below(fullMarks) : null,
          };
        }),
      };
    }),
  };
};

const scoreOf = (below: Below, { method, fullMarks }: Indicator): Score | undefined => {
  switch (method.kind) {
    case 'points':
      // Few distinct marks, so that ties are common.
      return { kind: 'points', points: Math.floor((fullMarks * below(5)) / 4) };
    case 'deduct':
      return { kind: 'change', change: -below(method.maxDeduct + 1) };
    case 'levels':
      return { kind: 'level', levelId: `l${String(below(method.levels.length))}` };
    case 'formula':
      return undefined;
  }
};

const kinds: readonly RaterKind[] = ['panel', 'leader', 'peer', 'self', 'data', 'pupil'];

const groupOf = (
  below: Below,
  weight: number,
  at: number,
  content: IndicatorContent,
  subjects: readonly Subject[],
): RaterGroup => {
  const id = `g${String(at)}`;
  const kind = kinds[below(kinds.length)] ?? 'panel';
  const formulas = content.dimensions.filter(({ indicators }) =>
    indicators.every(({ method }) => method.kind === 'formula'),
  );
  // A data group rates dimensions of formulas alone; where there are none it becomes a panel.
  const usable = kind === 'data' && formulas.length === 0 ? 'panel' : kind;
  const raters = usable === 'self' || usable === 'data' ? 0 : 1 + below(6);
  const stamp = { at: '2026-11-01T00:00:00.000Z', by: { userId: 'u', name: '李' } };
  return {
    ...freshGroup(id, usable, weight),
    anonymous: usable === 'peer' || usable === 'pupil',
    dimensionIds:
      usable === 'data'
        ? formulas.map((dimension) => dimension.id)
        : below(3) === 0
          ? [content.dimensions[below(content.dimensions.length)]?.id ?? 'd0']
          : null,
    minRaters: 1 + (below(3) === 0 ? below(3) : 0),
    trim: below(2) === 0 ? { highest: below(2), lowest: below(2), from: 3 + below(2) } : null,
    raters: Array.from({ length: raters }, (_, n) => ({
      ...freshRater({
        id: `${id}r${String(n)}`,
        name: `评${String(n)}`,
        userId: null,
        staffId: subjects[n]?.id ?? null,
      }),
      subjectIds: below(4) === 0 ? subjects.filter(() => below(2) === 0).map((one) => one.id) : null,
      withdrawn: below(6) === 0 ? { ...stamp, reason: '调离', counted: below(2) === 0 } : null,
    })),
  };
};

/** A cycle as odd as the rules allow: absent and withdrawn raters, half-filled sheets, missing data, ties. */
export const randomCycle = (seed: number): SlowCycle => {
  const below = createBelow(seed);
  const content = contentOf(below);
  const subjects = Array.from({ length: 2 + below(7) }, (_, n): Subject => ({
    id: `s${String(n)}`,
    number: '',
    name: `对象${String(n)}`,
    department: ['语文组', '数学组', ''][below(3)] ?? '',
    post: ['教师', '班主任'][below(2)] ?? '',
    departmentIds: [],
    classIds: [],
  }));
  const groups = weights(below, 1 + below(3)).map((weight, at) =>
    groupOf(below, weight, at, content, subjects),
  );
  // How often a rater is away, and how often a single score or datum is missing: mostly nothing is.
  const [away, gaps] = [[0, 0, 0, 10, 2][below(5)] ?? 0, [0, 0, 0, 20][below(4)] ?? 0];
  const missing = (often: number): boolean => often > 0 && below(often) === 0;
  const sheets = groups.flatMap((group) =>
    subjects.flatMap((subject): SheetScores[] => {
      const raterIds = group.kind === 'self' ? [subject.id] : group.raters.map(({ id }) => id);
      return raterIds.flatMap((raterId) => {
        if (missing(away)) return [];
        const given = content.dimensions
          .filter(({ id }) => group.dimensionIds?.includes(id) ?? true)
          .flatMap(({ indicators }) =>
            indicators.flatMap((indicator) => {
              const score = scoreOf(below, indicator);
              return score && !missing(gaps) ? [[indicator.id, score] as const] : [];
            }),
          );
        const named = group.anonymous ? `${raterId}-${subject.id}-${String(below(1e6))}` : raterId;
        return [
          { groupId: group.id, raterId: named, subjectId: subject.id, scores: Object.fromEntries(given) },
        ];
      });
    }),
  );
  const data = new Map(
    subjects.map(({ id }) => [
      id,
      new Map(
        content.dimensions.flatMap(({ indicators }) =>
          indicators.flatMap((one) =>
            one.method.kind === 'formula' && !missing(gaps)
              ? [[one.id, below(one.fullMarks + 1)] as const]
              : [],
          ),
        ),
      ),
    ]),
  );
  return {
    content,
    subjects,
    sheets,
    data,
    rules: {
      groups,
      whenAbsent: below(2) === 0 ? 'block' : 'reweight',
      standardise: below(2) === 0 ? { mean: 7500 + below(1000), spread: 100 + below(1500) } : null,
      rankWithin: (['all', 'department', 'post'] as const)[below(3)] ?? 'all',
      sealed: below(2) === 0 ? null : { at: '2026-11-02T00:00:00.000Z', by: { userId: 'u', name: '李' } },
    },
  };
};
