import type { MeasureContent } from '../standards/measure.ts';
import type { SanctionKind } from '../../law/vocabulary.ts';
import type { Precedent } from './channels.ts';

/**
 * 类案比较: whether what is proposed stands out among what was decided before on the same kind of matter at the same band
 * (过罚相当, 同类同罚). It asks for a reason, it never decides.
 */

const SANCTION_WEIGHT: Readonly<Record<SanctionKind, number>> = {
  warning: 6,
  demerit: 7,
  'major-demerit': 8,
  downgrade: 9,
  'lower-post': 9,
  removal: 10,
  dismissal: 11,
};

type Weighed = Pick<MeasureContent, 'kind' | 'sanction' | 'pupil' | 'severity'>;

const BANDS = ['light', 'ordinary', 'grave', 'severe'];

/**
 * How heavy a measure is for whom it meets, on one scale for comparing (1 … 11); null for what is no burden (帮扶) or no
 * measure of the school (移送). Within one kind the lightest band for which it is usual tells.
 */
export const measureWeight = ({ kind, sanction, pupil, severity }: Weighed): number | null => {
  const step = Math.max(0, Math.min(...severity.map((band) => BANDS.indexOf(band)), 3)) / 4;
  switch (kind) {
    case 'remedial':
    case 'referral':
      return null;
    case 'talk':
      return 1 + step;
    case 'order':
      return 2 + step;
    case 'circular':
      return 3 + step;
    case 'qualification':
    case 'pay':
      return 4 + step;
    case 'post':
    case 'contract':
      return 5 + step;
    case 'sanction':
      return sanction === null ? 6 : SANCTION_WEIGHT[sanction];
    case 'discipline':
      return pupil?.level === 'grave' ? 4 + step : pupil?.level === 'serious' ? 2 + step : 1 + step;
    case 'pupil-sanction':
      return 6 + step;
  }
};

export interface Deviation {
  readonly direction: 'lighter' | 'heavier';
  /** How many past cases it was held against. */
  readonly cases: number;
  readonly usual: readonly string[];
}

/** The heaviest measure of each past case at the band, as what that case came to. */
const heaviestOfCases = (
  precedents: readonly Precedent[],
  band: string,
  weightOf: (code: string) => number | null,
): { weight: number; measure: string }[] => {
  const cases = new Map<string, { weight: number; measure: string }>();
  for (const { caseId, severity, measure, measureCode } of precedents) {
    const weight = weightOf(measureCode);
    if (severity !== band || weight === null) continue;
    const held = cases.get(caseId);
    if (!held || held.weight < weight) cases.set(caseId, { weight, measure });
  }
  return [...cases.values()];
};

/**
 * How a person's proposed measures deviate from the past cases of the same matter and band: lighter than every one of
 * them, or heavier. Null where they lie among them, or where there is nothing to compare with.
 *
 * @param band the band's label, as precedents carry it.
 */
export const deviationOf = (
  codes: readonly string[],
  band: string,
  precedents: readonly Precedent[],
  weightOf: (code: string) => number | null,
): Deviation | null => {
  const weights = codes.flatMap((code) => weightOf(code) ?? []);
  const past = heaviestOfCases(precedents, band, weightOf);
  if (weights.length === 0 || past.length === 0) return null;
  const mine = Math.max(...weights);
  const usual = [...new Set(past.map(({ measure }) => measure))];
  if (past.every(({ weight }) => mine < weight)) return { direction: 'lighter', cases: past.length, usual };
  if (past.every(({ weight }) => mine > weight)) return { direction: 'heavier', cases: past.length, usual };
  return null;
};
