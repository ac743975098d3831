import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HUNDRED } from './decimal.ts';
import { describeGap, scaleToWhole, spreadEvenly, spreadRest, totalWeight } from './weights.ts';

const none = (weights: readonly number[]): boolean[] => weights.map(() => false);

describe('weights', () => {
  it('say what is missing or too much', () => {
    expect(describeGap([3000, 2000])).toBe('还差 50%');
    expect(describeGap([8000, 2250])).toBe('超出 2.5%');
    expect(describeGap([HUNDRED])).toBe('合计 100%');
  });

  it('share the rest evenly among blank places, in whole percents', () => {
    expect(spreadRest([0, 0, 0], [true, true, true])).toEqual([3400, 3300, 3300]);
    expect(spreadRest([5000, 0, 0], [false, true, true])).toEqual([5000, 2500, 2500]);
    expect(spreadRest([5000, 0], none([1, 2]))).toEqual([HUNDRED, 0]);
    expect(spreadRest([], [])).toEqual([]);
  });

  it('total exactly 100 % and keep what was deliberate', () => {
    const place = fc.record({ weight: fc.integer({ min: 0, max: HUNDRED }), blank: fc.boolean() });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
        const weights = places.map(({ weight, blank }) => (blank ? 0 : weight));
        const blank = places.map((one) => one.blank);
        const spread = spreadRest(weights, blank);
        const gap = HUNDRED - totalWeight(weights);
        if (totalWeight(weights) === 0 && !blank.includes(true)) {
          expect(spread).toEqual(weights);
          return;
        }
        expect(totalWeight(spread)).toBe(HUNDRED);
        expect(spread.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true);
        places.forEach((one, at) => {
          if (!one.blank && one.weight === 0) expect(spread[at]).toBe(0);
          if (!one.blank && gap > 0 && blank.includes(true)) expect(spread[at]).toBe(one.weight);
        });
      }),
    );
  });

  it('stay in whole percents where they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }), (percents) => {
        const spread = spreadRest(
          percents.map((percent) => percent * 100),
          none(percents),
        );
        const small = percents.some((percent) => percent * 100 < totalWeight(percents));
        if (!small) expect(spread.every((weight) => weight % 100 === 0)).toBe(true);
      }),
    );
  });

  it('take the rest evenly on top of what they have where none is blank', () => {
    expect(spreadEvenly([3000, 2000], none([1, 2]))).toEqual([5500, 4500]);
    expect(spreadEvenly([3000, 0, 2000], none([1, 2, 3]))).toEqual([5500, 0, 4500]);
    expect(spreadEvenly([8000, 4000], none([1, 2]))).toEqual([8000, 4000]);
    expect(spreadEvenly([0], none([1]))).toEqual([0]);
  });

  it('keep their proportions when they are scaled, as near as hundredths allow', () => {
    expect(scaleToWhole([3000, 2000, 0])).toEqual([6000, 4000, 0]);
    expect(scaleToWhole([12_000, 4000])).toEqual([7500, 2500]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: HUNDRED }), { minLength: 1, maxLength: 20 }),
        (weights) => {
          const scaled = scaleToWhole(weights);
          expect(totalWeight(scaled)).toBe(HUNDRED);
          const total = totalWeight(weights);
          scaled.forEach((weight, place) => {
            expect(Math.abs(weight - ((weights[place] ?? 0) * HUNDRED) / total)).toBeLessThanOrEqual(100);
          });
        },
      ),
    );
  });
});
