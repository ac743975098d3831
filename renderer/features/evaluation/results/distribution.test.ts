import { describe, expect, it } from 'vitest';
import { distributionOf } from './distribution.ts';

describe('the distribution of totals', () => {
  it('has nothing to show without totals', () => {
    expect(distributionOf([])).toEqual([]);
  });

  it('counts by stretches of five marks and leaves no gap between them', () => {
    expect(distributionOf([7_999, 8_000, 9_499, 9_500])).toEqual([
      { label: '75—80', count: 1 },
      { label: '80—85', count: 1 },
      { label: '85—90', count: 0 },
      { label: '90—95', count: 1 },
      { label: '95—100', count: 1 },
    ]);
  });

  it('counts full marks into the last stretch', () => {
    expect(distributionOf([10_000])).toEqual([{ label: '95—100', count: 1 }]);
  });
});
