import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measureContentSchema } from '../standards/measure.ts';
import { isHeavier, type Weighed } from './weight.ts';

const fileSchema = z.object({
  measures: z.array(z.object({ code: z.string(), content: measureContentSchema })),
});

/** The shipped catalogue: what is compared in earnest. */
const catalogue = ['staff', 'leaders', 'pupils', 'employment', 'departments', 'remedial'].flatMap((name) => {
  const path = new URL(`../../../resources/measures/${name}.json`, import.meta.url);
  return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).measures;
});

const item = (code: string, days: number | null = null): Weighed => {
  const found = catalogue.find((measure) => measure.code === code);
  if (!found) throw new Error(`no such measure: ${code}`);
  const { kind, sanction, pupil, periodMonths, effect } = found.content;
  return {
    days,
    measure: {
      code,
      kind,
      sanction,
      pupilLevel: pupil?.level ?? null,
      pupilForm: pupil?.form ?? null,
      periodMonths,
      effect,
    },
  };
};

describe('what comes down harder', () => {
  it.each([
    ['warning', 'demerit'],
    ['demerit', 'lower-post'],
    ['lower-post', 'dismissal'],
    ['warning-managerial', 'major-demerit'],
    ['circular-criticism', 'warning'],
    ['criticism-written', 'rectification'],
    ['rectification', 'circular-criticism'],
    ['honours-barred', 'promotion-deferred'],
    ['honours-barred', 'performance-pay'],
    ['contract-warning', 'contract-end'],
    ['pupil-topic-education', 'pupil-warning'],
    ['pupil-warning', 'pupil-serious-warning'],
    ['pupil-demerit', 'pupil-expulsion'],
    ['department-rectification', 'department-circular'],
  ])('is %s made %s', (light, heavy) => {
    expect(isHeavier([item(light)], [item(heavy)])).toBe(true);
  });

  it.each([
    ['demerit', 'warning'],
    ['lower-post', 'demerit'],
    ['warning', 'circular-criticism'],
    ['warning', 'criticism-written'],
    ['circular-criticism', 'rectification'],
    ['warning', 'honours-barred'],
    ['pupil-demerit', 'pupil-warning'],
    ['pupil-warning', 'pupil-topic-education'],
    ['department-circular', 'department-rectification'],
  ])('is not %s made %s', (heavy, light) => {
    expect(isHeavier([item(heavy)], [item(light)])).toBe(false);
  });

  it('is a longer one, and one more of the same gravity', () => {
    expect(isHeavier([item('pupil-suspension', 3)], [item('pupil-suspension', 5)])).toBe(true);
    expect(isHeavier([item('pupil-suspension', 5)], [item('pupil-suspension', 3)])).toBe(false);
    expect(isHeavier([item('rectification')], [item('rectification'), item('self-review')])).toBe(true);
    expect(isHeavier([item('warning')], [item('circular-criticism'), item('rectification')])).toBe(false);
    expect(isHeavier([item('warning'), item('rectification')], [item('warning')])).toBe(false);
  });

  it('is an effect that was not there, however light the measure', () => {
    expect(isHeavier([item('circular-criticism')], [item('honours-barred')])).toBe(true);
    expect(isHeavier([item('warning')], [item('performance-pay')])).toBe(true);
  });

  it('is what cannot be compared', () => {
    expect(isHeavier([item('contract-post')], [item('contract-warning')])).toBe(true);
    expect(isHeavier([item('duty-suspension')], [item('post-transfer')])).toBe(true);
  });

  it('is never the same again, nor nothing at all, nor two ways at once among what can be told apart', () => {
    const ordered = catalogue.filter(
      ({ content }) => !['post', 'contract', 'referral'].includes(content.kind),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ordered), fc.constantFrom(...ordered), (a, b) => {
        const [one, other] = [item(a.code), item(b.code)];
        expect(isHeavier([one], [one])).toBe(false);
        expect(isHeavier([one], [])).toBe(false);
        const graver = isHeavier([one], [other]);
        const effects = (weighed: Weighed) =>
          Object.values(weighed.measure.effect).filter((value) => value === true || Number(value) > 0).length;
        // Without effects of their own two measures are never each heavier than the other.
        if (graver && effects(one) + effects(other) === 0) expect(isHeavier([other], [one])).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
