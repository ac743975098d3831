import type { Band, IndicatorContent } from '../indicators.ts';
import type { CycleRules } from '../rating.ts';
import { gradeOf, rankResults, vetoStep, type SubjectResult } from '../rules.ts';
import type { Figures, GradeStep } from '../schema.ts';
import { formatResult } from '../decimal.ts';
import type { Compared } from './comparison.ts';
import {
  giveOut,
  takenPlaces,
  type Candidate,
  type QuotaOutcome,
  type QuotaPool,
  type QuotaRule,
} from './quota.ts';

/**
 * From totals to grades, each step on record:
 *
 *  1. the total that was reckoned, or the one that the meeting settled on → grade by the bands
 *  2. 一票否决 → the lowest grade
 *  3. what the law says of the person's year → no grade, the lowest, or none above the second
 *  4. 优秀名额 → the second grade for whoever reached the line but no place
 *  5. the grade that the meeting settled on, still within 2 and 3
 *
 * A cause takes effect once: whoever has a lower grade already is not lowered again for it.
 */

/** What the law makes of a person's year; `note` says why. */
export type GradeEffect =
  | { readonly kind: 'ungraded'; readonly note: string }
  | { readonly kind: 'lowest'; readonly note: string }
  | { readonly kind: 'notHighest'; readonly note: string };

/** The grades that a meeting may give where a veto or the law stand as they do, best first. */
export const openGrades = (
  bands: readonly Band[],
  vetoed: boolean,
  effect: GradeEffect['kind'] | undefined,
): string[] => {
  const labels = bands.map(({ label }) => label);
  if (effect === 'ungraded') return [];
  if (vetoed || effect === 'lowest') return labels.slice(-1);
  return effect === 'notHighest' ? labels.slice(1) : labels;
};

/** What the meeting settled about a subject, each with its reason. */
export interface Settled {
  readonly grade?: { readonly to: string; readonly reason: string };
  readonly total?: { readonly to: number; readonly reason: string };
  readonly outsideQuota?: string;
}

export interface ToSettle {
  readonly content: IndicatorContent;
  readonly rules: Pick<CycleRules, 'rankWithin'>;
  readonly subjects: readonly Compared[];
  readonly results: readonly SubjectResult[];
  readonly effects: ReadonlyMap<string, GradeEffect>;
  readonly quota: QuotaRule | null;
  readonly adjustments: ReadonlyMap<string, Settled>;
}

export type SettledResult =
  | SubjectResult
  | { readonly kind: 'undetermined'; readonly subjectId: string; readonly reason: string }
  /** Graded without figures, for whoever refused to take part. */
  | {
      readonly kind: 'assigned';
      readonly subjectId: string;
      readonly grade: string;
      readonly reason: string;
    };

export interface Settlement {
  readonly results: readonly SettledResult[];
  readonly quota: QuotaOutcome | null;
}

/** A grade on its way, with the steps that it took. */
interface Way {
  readonly figures: Figures;
  readonly grade: string;
  readonly steps: readonly GradeStep[];
}

const step = (way: Way, cause: GradeStep['cause'], to: string, note: string): Way =>
  to === way.grade ? way : { ...way, grade: to, steps: [...way.steps, { cause, from: way.grade, to, note }] };

/** Steps 2 and 3: what neither the total nor a meeting can go beyond. */
const bounded = (content: IndicatorContent, way: Way, effect: GradeEffect | undefined): Way => {
  const [highest, second] = content.bands;
  const lowest = content.bands.at(-1);
  const veto = vetoStep(content, way.figures.vetoes, way.grade);
  const vetoed = veto ? step(way, veto.cause, veto.to, veto.note) : way;
  if (effect?.kind === 'lowest' && lowest) return step(vetoed, 'sanction', lowest.label, effect.note);
  if (effect?.kind === 'notHighest' && second && vetoed.grade === highest?.label)
    return step(vetoed, 'sanction', second.label, effect.note);
  return vetoed;
};

const wayOf = (
  content: IndicatorContent,
  figures: Figures,
  effect: GradeEffect | undefined,
  settled: Settled | undefined,
): Way => {
  const reckoned = figures.reckonedTotal ?? figures.total;
  const grade = (total: number): string => gradeOf(content.bands, total)?.label ?? '';
  const start: Way = { figures, grade: grade(reckoned), steps: [] };
  const { total } = settled ?? {};
  if (!total) return bounded(content, start, effect);
  const moved = { ...start, figures: { ...figures, total: total.to, reckonedTotal: reckoned } };
  const words = `总分由 ${formatResult(reckoned)} 调整为 ${formatResult(total.to)}：${total.reason}`;
  return bounded(content, step(moved, 'adjustment', grade(total.to), words), effect);
};

const quotaWords = ({ cap, tied }: QuotaPool, subjectId: string): string =>
  tied.includes(subjectId)
    ? `名额 ${String(cap)} 个，末位同分，由会议研究决定`
    : `名额 ${String(cap)} 个已满`;

/** The pools with those who have the grade in the end. */
const withTaken = (
  { pools }: QuotaOutcome,
  rule: QuotaRule,
  rankWithin: CycleRules['rankWithin'],
  subjects: readonly Compared[],
  finals: readonly SubjectResult[],
  highest: string | undefined,
): QuotaPool[] => {
  const holders = new Set(
    finals.flatMap((one) =>
      one.kind === 'complete' && one.figures.grade === highest && one.figures.outsideQuota === ''
        ? [one.subjectId]
        : [],
    ),
  );
  const taken = takenPlaces(rule, rankWithin, subjects, holders);
  return pools.map((pool, place) => ({ ...pool, taken: taken[place]?.taken ?? [] }));
};

/** The grades of all subjects, in their order; whoever gets none for a reason of law takes no rank either. */
export const settle = ({
  content,
  rules,
  subjects,
  results,
  effects,
  quota,
  adjustments,
}: ToSettle): Settlement => {
  const [highest, second] = content.bands;
  const ways = results.map((result) =>
    result.kind === 'complete' && effects.get(result.subjectId)?.kind !== 'ungraded'
      ? wayOf(content, result.figures, effects.get(result.subjectId), adjustments.get(result.subjectId))
      : undefined,
  );
  const candidates = ways.flatMap((way, place): Candidate[] => {
    if (!way || way.grade !== highest?.label) return [];
    const outside = adjustments.get(subjects[place]?.id ?? '')?.outsideQuota !== undefined;
    return [{ place, total: way.figures.total, outside }];
  });
  const outcome = quota && giveOut(quota, rules.rankWithin, subjects, candidates);
  const over = new Map(outcome?.pools.flatMap((pool) => pool.over.map((id) => [id, pool] as const)) ?? []);
  const finals = results.map((result, place): SubjectResult => {
    const way = ways[place];
    if (!way || result.kind !== 'complete') return result;
    const { grade, outsideQuota } = adjustments.get(result.subjectId) ?? {};
    const pool = over.get(result.subjectId);
    const placed =
      pool && second ? step(way, 'quota', second.label, quotaWords(pool, result.subjectId)) : way;
    const final = grade
      ? bounded(content, step(placed, 'adjustment', grade.to, grade.reason), effects.get(result.subjectId))
      : placed;
    return {
      ...result,
      figures: {
        ...final.figures,
        grade: final.grade,
        gradeSteps: [...final.steps],
        outsideQuota: outsideQuota ?? '',
      },
    };
  });
  const given = quota &&
    outcome && {
      ...outcome,
      pools: withTaken(outcome, quota, rules.rankWithin, subjects, finals, highest?.label),
    };
  const ungraded = new Set(
    results.flatMap(({ subjectId }) => (effects.get(subjectId)?.kind === 'ungraded' ? [subjectId] : [])),
  );
  const lowest = content.bands.at(-1)?.label ?? '';
  return {
    results: rankResults(rules, subjects, finals, ungraded).map((result): SettledResult => {
      const { subjectId, kind } = result;
      const effect = effects.get(subjectId);
      if (effect?.kind === 'ungraded') return { kind: 'undetermined', subjectId, reason: effect.note };
      return effect?.kind === 'lowest' && kind === 'incomplete'
        ? { kind: 'assigned', subjectId, grade: lowest, reason: effect.note }
        : result;
    }),
    quota: given,
  };
};
