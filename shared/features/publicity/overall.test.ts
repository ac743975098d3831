import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, SMALLEST_CELL } from './overall.ts';

const countIn = (line: string): number => Number(/ (\d+) 件（人次）$/.exec(line)?.[1]);

describe('the counts of a period', () => {
  it('puts small cells together, with the next larger one where they are still too few', () => {
    const names = Array.from('甲甲甲甲甲乙乙乙丙');
    expect(countLines('按事由', names)).toEqual(['按事由：甲 5 件（人次）', '按事由：其他 4 件（人次）']);
    expect(countLines('按事由', Array.from('甲甲甲乙丙丁'))).toEqual([
      '按事由：甲 3 件（人次）',
      '按事由：其他 3 件（人次）',
    ]);
  });

  it('tells nothing apart of fewer than three, and nothing of none', () => {
    expect(countLines('按措施', ['警告', '警告'])).toEqual(['按措施：少于 3 件（人次），不分项列出']);
    expect(countLines('按措施', [])).toEqual([]);
  });

  it('never tells a cell of fewer than three, and loses nobody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己'), { minLength: SMALLEST_CELL }),
        (names) => {
          const counts = countLines('按事由', names).map(countIn);
          expect(counts.every((count) => count >= SMALLEST_CELL)).toBe(true);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(names.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
