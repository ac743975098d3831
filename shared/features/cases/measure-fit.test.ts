import { describe, expect, it } from 'vitest';
import { sampleCase, sampleSchool, sampleSubject } from '../../../test/support/sample-case.ts';
import { shippedMeasures, shippedPack } from '../../../test/support/shipped-standards.ts';
import type { PupilBand } from '../../law/vocabulary.ts';
import type { MeasureContent } from '../standards/measure.ts';
import { inForce } from '../standards/schema.ts';
import { isOfKind, measureFit, type MeasureFit } from './measure-fit.ts';
import type { CaseSubject } from './people.ts';
import type { Route } from './states.ts';

const catalogue = new Map(shippedMeasures.map((one) => [one.id, inForce(one).content]));
const measure = (code: string): MeasureContent => {
  const content = catalogue.get(code);
  if (!content) throw new Error(`no measure ${code}`);
  return content;
};

const leader: CaseSubject = { ...sampleSubject, personId: 's2', name: '赵文静', managerial: true };
const hired: CaseSubject = { ...sampleSubject, personId: 's3', name: '何思远', employment: 'contract' };
const pupil = (band: PupilBand): CaseSubject => ({
  ...sampleSubject,
  personId: 'p1',
  kind: 'pupil',
  name: '林小雨',
  employment: null,
  band,
  minor: true,
});
const library: CaseSubject = {
  ...sampleSubject,
  personId: 'd1',
  kind: 'department',
  name: '图书馆',
  employment: null,
};

const filing = {
  approver: { id: 's7', name: '李建国' },
  approvedOn: '2026-11-12',
  suspected: '规定',
  reason: '理由',
  team: [
    { id: 's8', name: '陈晓东' },
    { id: 's9', name: '刘芳' },
  ],
  suspension: null,
};

const fit = (
  subject: CaseSubject,
  code: string,
  { route = 'ordinary', ethics = false }: { route?: Route; ethics?: boolean } = {},
): MeasureFit =>
  measureFit(
    shippedPack,
    sampleSchool,
    sampleCase({
      route,
      subjects: [subject],
      filing: route === 'ordinary' ? filing : null,
      matter: { code: 'duty-patrol', version: 1, name: '值班与巡查', ethics, academic: false },
    }),
    subject,
    measure(code),
    '2026-11-20',
  );

describe('whether a measure may be proposed for a person', () => {
  it('lets the four sanctions of other staff and the six of managers through, each for its own track', () => {
    expect(fit(sampleSubject, 'warning').state).toBe('fits');
    expect(fit(leader, 'major-demerit').state).toBe('fits');
    const wrong = fit(sampleSubject, 'major-demerit');
    expect(wrong).toMatchObject({ state: 'unlawful' });
    expect(wrong.state === 'unlawful' && wrong.article).toContain('《');
    expect(fit(leader, 'lower-post').state).toBe('unlawful');
  });

  it('gives no sanction on the light route, and says what to do instead', () => {
    expect(fit(sampleSubject, 'circular-criticism', { route: 'light' }).state).toBe('fits');
    const refused = fit(sampleSubject, 'warning', { route: 'light' });
    expect(refused).toMatchObject({ state: 'unlawful' });
    expect(refused.state === 'unlawful' && refused.instead).toContain('处分');
    expect(fit(sampleSubject, 'admonition-talk', { route: 'light' }).state).toBe('unlawful');
  });

  it('makes a proposal of what is the authority’s: 师德 of a public school, and 开除', () => {
    expect(fit(sampleSubject, 'warning', { ethics: true })).toEqual({
      state: 'proposal',
      authority: '青禾市教育局',
    });
    expect(fit(sampleSubject, 'dismissal').state).toBe('proposal');
    expect(fit(sampleSubject, 'warning').state).toBe('fits');
  });

  it('keeps contract staff outside both tracks', () => {
    expect(fit(hired, 'warning').state).toBe('unlawful');
    expect(fit(hired, 'contract-warning').state).toBe('fits');
    expect(fit(sampleSubject, 'contract-warning').state).toBe('unlawful');
  });

  it('lets performance pay be chosen before its plan is', () => {
    expect(fit(sampleSubject, 'performance-pay', { route: 'light' }).state).toBe('fits');
    expect(fit(library, 'performance-pay').state).toBe('unlawful');
  });

  it('goes by the grade of a pupil', () => {
    const on = { route: 'pupil' } as const;
    expect(fit(pupil('junior'), 'pupil-suspension', on).state).toBe('fits');
    expect(fit(pupil('primary-lower'), 'pupil-suspension', on).state).toBe('unlawful');
    expect(fit(pupil('junior'), 'pupil-expulsion', on).state).toBe('unlawful');
    expect(fit(pupil('senior'), 'pupil-expulsion', on).state).toBe('fits');
    expect(fit(pupil('primary-lower'), 'pupil-moral-talk', on).state).toBe('fits');
  });

  it('hands a pupil’s measure that is the authority’s to the way that leads there', () => {
    const refused = fit(pupil('junior'), 'pupil-special-school', { route: 'pupil' });
    expect(refused).toMatchObject({ state: 'unlawful' });
    expect(refused.state === 'unlawful' && refused.instead).toContain('移送');
  });

  it('says of every measure in the catalogue and every kind of person one thing or the other', () => {
    for (const subject of [sampleSubject, leader, hired, pupil('primary-upper'), library])
      for (const [code, content] of catalogue) {
        const { state } = fit(subject, code, { route: subject.kind === 'pupil' ? 'pupil' : 'ordinary' });
        if (!isOfKind(subject, content)) expect([code, state]).toEqual([code, 'unlawful']);
        else expect(['fits', 'proposal', 'unlawful']).toContain(state);
      }
  });
});

describe('what is no choice at all', () => {
  it('tells measures of staff, pupils and departments apart', () => {
    expect(isOfKind(sampleSubject, measure('pupil-standing'))).toBe(false);
    expect(isOfKind(pupil('junior'), measure('warning'))).toBe(false);
    expect(isOfKind(library, measure('department-circular'))).toBe(true);
    expect(isOfKind(library, measure('warning-circular'))).toBe(true);
    // Of another employment it is shown greyed, not left out.
    expect(isOfKind(hired, measure('warning'))).toBe(true);
  });
});
