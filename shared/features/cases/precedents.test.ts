import { describe, expect, it } from 'vitest';
import type { Precedent } from './channels.ts';
import { deviationOf, measureWeight } from './precedents.ts';

const weights: Readonly<Record<string, number | null>> = {
  talk: 1,
  circular: 3,
  warning: 6,
  demerit: 7,
  training: null,
};
const weightOf = (code: string): number | null => weights[code] ?? null;

const past = (caseId: string, measureCode: string, severity = '一般'): Precedent => ({
  caseId,
  number: `问责〔2026〕${caseId}号`,
  decidedOn: '2026-03-01',
  matter: '值班与巡查',
  severity,
  measure: measureCode,
  measureCode,
});

describe('how a decision compares with what was decided before', () => {
  it('warns where it is lighter, or heavier, than every past case of its band', () => {
    const before = [past('1', 'warning'), past('2', 'demerit')];
    expect(deviationOf(['circular'], '一般', before, weightOf)).toEqual({
      direction: 'lighter',
      cases: 2,
      usual: ['warning', 'demerit'],
    });
    expect(deviationOf(['demerit'], '一般', [past('1', 'talk')], weightOf)?.direction).toBe('heavier');
  });

  it('says nothing where it lies among them', () => {
    const before = [past('1', 'circular'), past('2', 'demerit')];
    expect(deviationOf(['warning'], '一般', before, weightOf)).toBeNull();
    expect(deviationOf(['circular'], '一般', before, weightOf)).toBeNull();
  });

  it('counts the heaviest measure of a person, and of a past case, alone', () => {
    expect(deviationOf(['talk', 'warning'], '一般', [past('1', 'warning')], weightOf)).toBeNull();
    const oneCase = [past('1', 'talk'), past('1', 'warning')];
    expect(deviationOf(['circular'], '一般', oneCase, weightOf)).toMatchObject({
      direction: 'lighter',
      cases: 1,
      usual: ['warning'],
    });
  });

  it('compares nothing of another band, and nothing that burdens nobody', () => {
    expect(deviationOf(['talk'], '一般', [past('1', 'warning', '严重')], weightOf)).toBeNull();
    expect(deviationOf(['training'], '一般', [past('1', 'warning')], weightOf)).toBeNull();
    expect(deviationOf(['talk'], '一般', [past('1', 'training')], weightOf)).toBeNull();
  });
});

describe('the weight of a measure', () => {
  it('rises from a talk over a circular to the sanctions in their order', () => {
    const ladder = [
      measureWeight({ kind: 'talk', sanction: null, pupil: null, severity: ['light'] }),
      measureWeight({ kind: 'order', sanction: null, pupil: null, severity: ['light'] }),
      measureWeight({ kind: 'circular', sanction: null, pupil: null, severity: ['ordinary'] }),
      measureWeight({ kind: 'qualification', sanction: null, pupil: null, severity: ['grave'] }),
      measureWeight({ kind: 'sanction', sanction: 'warning', pupil: null, severity: ['ordinary'] }),
      measureWeight({ kind: 'sanction', sanction: 'demerit', pupil: null, severity: ['grave'] }),
      measureWeight({ kind: 'sanction', sanction: 'dismissal', pupil: null, severity: ['severe'] }),
    ];
    const weights = ladder.map((weight) => weight ?? Number.NaN);
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(new Set(weights).size).toBe(ladder.length);
  });

  it('is none for help and for handing over', () => {
    expect(measureWeight({ kind: 'remedial', sanction: null, pupil: null, severity: [] })).toBeNull();
    expect(measureWeight({ kind: 'referral', sanction: null, pupil: null, severity: [] })).toBeNull();
  });
});
