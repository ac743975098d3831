import { describe, expect, it } from 'vitest';
import { usualBands } from '../../../../shared/features/evaluation/indicator-rules.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { addDimension, addIndicator } from '../parts/content-editing.ts';
import { dropAt, type Dragged, type Over } from './drop-place.ts';

const empty: IndicatorContent = { name: '教师考核', about: '', dimensions: [], bands: [...usualBands] };
const content = addDimension(
  addIndicator(
    addDimension(addIndicator(addIndicator(addDimension(empty, 'a'), 0, 'a1'), 0, 'a2'), 'b'),
    1,
    'b1',
  ),
  'c',
);

const shapeAfter = (dragged: Dragged, over: Over): string =>
  (dropAt(content, dragged, over)?.content.dimensions ?? [])
    .map(({ id, indicators }) => `${id}:${indicators.map((one) => one.id).join(',')}`)
    .join(' ');

const indicator = (id: string): Dragged => ({ kind: 'indicator', id });
const dimension = (id: string): Dragged => ({ kind: 'dimension', id });

describe('letting go of a dragged line', () => {
  it('puts an indicator above or below the one under the pointer', () => {
    expect(shapeAfter(indicator('a1'), { dimensionId: 'b', line: 'b1', lower: false })).toBe(
      'a:a2 b:a1,b1 c:',
    );
    expect(shapeAfter(indicator('a1'), { dimensionId: 'b', line: 'b1', lower: true })).toBe(
      'a:a2 b:b1,a1 c:',
    );
    expect(shapeAfter(indicator('a1'), { dimensionId: 'a', line: 'a2', lower: true })).toBe(
      'a:a2,a1 b:b1 c:',
    );
  });

  it('puts it first under the head of a dimension, last at its foot, and into an empty one', () => {
    expect(shapeAfter(indicator('b1'), { dimensionId: 'a', line: 'head', lower: true })).toBe(
      'a:b1,a1,a2 b: c:',
    );
    expect(shapeAfter(indicator('b1'), { dimensionId: 'a', line: 'foot', lower: true })).toBe(
      'a:a1,a2,b1 b: c:',
    );
    expect(shapeAfter(indicator('b1'), { dimensionId: 'c', line: 'foot', lower: false })).toBe(
      'a:a1,a2 b: c:b1',
    );
  });

  it('leaves everything where it is when it is let go at its own place', () => {
    for (const over of [
      { dimensionId: 'a', line: 'a1', lower: false },
      { dimensionId: 'a', line: 'a1', lower: true },
      { dimensionId: 'a', line: 'head', lower: true },
    ])
      expect(shapeAfter(indicator('a1'), over)).toBe('a:a1,a2 b:b1 c:');
    expect(shapeAfter(dimension('a'), { dimensionId: 'b', line: 'head', lower: false })).toBe(
      'a:a1,a2 b:b1 c:',
    );
  });

  it('puts a dimension before or after another with all that it holds', () => {
    expect(shapeAfter(dimension('a'), { dimensionId: 'b', line: 'b1', lower: true })).toBe('b:b1 a:a1,a2 c:');
    expect(shapeAfter(dimension('c'), { dimensionId: 'a', line: 'head', lower: false })).toBe(
      'c: a:a1,a2 b:b1',
    );
    expect(
      dropAt(content, dimension('a'), { dimensionId: 'gone', line: 'head', lower: true }),
    ).toBeUndefined();
  });
});
