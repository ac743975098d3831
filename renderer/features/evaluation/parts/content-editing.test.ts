import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentProblems, usualBands } from '../../../../shared/features/evaluation/indicator-rules.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import {
  addDimension,
  addIndicator,
  changeDimension,
  changeIndicator,
  freshMethod,
  moved,
  moveIndicator,
  removeIndicator,
} from './content-editing.ts';

const empty: IndicatorContent = { name: '教师考核', about: '', dimensions: [], bands: [...usualBands] };

const built = (): IndicatorContent => {
  const one = addIndicator(addIndicator(addDimension(empty, 'd1'), 0, 'i1'), 0, 'i2');
  return changeDimension(one, 0, (dimension) => ({
    ...dimension,
    name: '师德',
    weight: 10_000,
    indicators: dimension.indicators.map((indicator, place) => ({
      ...indicator,
      name: `指标${String(place + 1)}`,
      weight: 5_000,
    })),
  }));
};

describe('editing an indicator system', () => {
  it('builds a system from nothing that has no problem left', () => {
    expect(contentProblems(built())).toEqual([]);
  });

  it('leaves what it was given untouched', () => {
    const before = built();
    const kept = structuredClone(before);
    changeIndicator(before, 0, 1, (indicator) => ({ ...indicator, weight: 0 }));
    moveIndicator(before, 0, 0, 1);
    removeIndicator(before, 0, 0);
    expect(before).toEqual(kept);
  });

  it('takes the full marks of the indicator above', () => {
    const marked = changeIndicator(built(), 0, 1, (indicator) => ({ ...indicator, fullMarks: 2_000 }));
    expect(addIndicator(marked, 0, 'i3').dimensions[0]?.indicators[2]?.fullMarks).toBe(2_000);
  });

  it('offers ways of scoring that are valid for any full marks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.constantFrom('points' as const, 'levels' as const, 'deduct' as const),
        (marks, kind) => {
          let next = 0;
          const method = freshMethod(kind, marks * 100, () => `l${String((next += 1))}`);
          const content = changeIndicator(built(), 0, 0, (indicator) => ({
            ...indicator,
            fullMarks: marks * 100,
            method,
          }));
          expect(contentProblems(content)).toEqual([]);
        },
      ),
    );
  });
});

describe('moved', () => {
  it('keeps every item, and moving back restores the order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1 }),
        fc.nat(),
        fc.constantFrom(1, -1),
        (items, at, by) => {
          const place = at % items.length;
          const there = moved(items, place, by);
          expect(there.toSorted()).toEqual(items.toSorted());
          const to = place + by;
          expect(to < 0 || to >= items.length ? there : moved(there, to, -by)).toEqual(items);
        },
      ),
    );
  });
});
