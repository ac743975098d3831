import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsAsText, readLevels } from './level-text.ts';

describe('levels in one cell', () => {
  it('are read as people write them', () => {
    const good = [
      { label: '优', points: 1000 },
      { label: '良', points: 850 },
    ];
    for (const text of ['优=10；良=8.5', '优＝10;良＝8.5；', ' 优：10，良: 8.50 ', '优=10\n良=８．５'])
      expect(readLevels(text), text).toEqual(good);
  });

  it('are refused where something is left over or is no number', () => {
    for (const text of ['', '优', '优=十', '优=10；良', '优10；良8', '优=-1', '优=1.234', '=5'])
      expect(readLevels(text), text).toBeUndefined();
  });

  it('come back as they went out', () => {
    const label = fc
      .string({ minLength: 1, maxLength: 10 })
      .filter((text) => text.trim() === text && !/[=＝:：；;，,、\n]/.test(text));
    const level = fc.record({ label, points: fc.integer({ min: 0, max: 100_000 }) });
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 10 }), (levels) => {
        expect(readLevels(levelsAsText(levels))).toEqual(levels);
      }),
    );
  });
});
