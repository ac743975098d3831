import { isRated } from '../indicators.ts';
import type { IndicatorContent } from '../indicators.ts';
import { dimensionsOf, type SheetScores } from '../rating.ts';
import type { RaterGroup } from '../schema.ts';
import { pointsOf } from '../scores.ts';
import { rankCorrelation } from './correlation.ts';
import { signedMean } from './statistics.ts';

/**
 * What one finished sheet comes to, out of 100 in hundredths: the indicators by their weights, formulas left out. For
 * comparing raters only; a result is never made of it.
 */
export const sheetWorth = (
  content: IndicatorContent,
  group: RaterGroup,
  scores: SheetScores['scores'],
): number => {
  let [sum, weights] = [0, 0];
  for (const dimension of dimensionsOf(content, group))
    for (const indicator of dimension.indicators) {
      const score = Object.hasOwn(scores, indicator.id) ? scores[indicator.id] : undefined;
      if (!score || !isRated(indicator)) continue;
      const weight = dimension.weight * indicator.weight;
      sum += (pointsOf(indicator, score) / indicator.fullMarks) * weight;
      weights += weight;
    }
  return weights === 0 ? 0 : Math.floor((sum / weights) * 10_000 + 0.5);
};

/** One rater's judgement of one subject. */
export interface Judgement {
  readonly raterId: string;
  readonly subjectId: string;
  readonly worth: number;
}

export interface RaterSeverity {
  readonly raterId: string;
  /** How many subjects he and somebody else of the group have judged. */
  readonly subjects: number;
  /** 宽严: how far he lies above the others' mean on average, in hundredths; below 0: he is stricter. */
  readonly severity: number;
  /** Whether he brings the subjects into the order of the others; thousandths, null where it cannot be said. */
  readonly agreement: number | null;
}

/**
 * How mild or strict each rater of one group is beside the others: over the subjects that he judged, his mark less the
 * mean of everybody else's. Raters who shared no subject with anybody are left out. In the order of the judgements.
 */
export const severities = (judgements: readonly Judgement[]): RaterSeverity[] => {
  const bySubject = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const held = bySubject.get(judgement.subjectId);
    if (held) held.push(judgement);
    else bySubject.set(judgement.subjectId, [judgement]);
  }
  const pairs = new Map<string, (readonly [own: number, others: number])[]>();
  for (const judgement of judgements) {
    const others = (bySubject.get(judgement.subjectId) ?? []).filter((one) => one !== judgement);
    if (others.length === 0) continue;
    const mean = others.reduce((sum, { worth }) => sum + worth, 0) / others.length;
    const own = pairs.get(judgement.raterId) ?? [];
    own.push([judgement.worth, mean]);
    pairs.set(judgement.raterId, own);
  }
  return [...pairs].map(([raterId, own]) => ({
    raterId,
    subjects: own.length,
    severity: signedMean(own.map(([worth, others]) => worth - others)),
    agreement: rankCorrelation(own),
  }));
};
