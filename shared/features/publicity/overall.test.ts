import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, SMALLEST_CELL } from './overall.ts';

const countIn = (line: string): number => Number(/(\d+)件（人次）$/.exec(line)?.[1]);

describe('the counts of a period', () => {
  it('puts small cells together, with the next larger one where they are still too few', () => {
    const names = Array.from('甲甲甲甲甲乙乙乙丙');
    expect(countLines('按事由', names)).toEqual(['按事由：甲5件（人次）', '按事由：其他4件（人次）']);
    expect(countLines('按事由', Array.from('甲甲甲乙丙丁'))).toEqual([
      '按事由：甲3件（人次）',
      '按事由：其他3件（人次）',
    ]);
  });

  it('tells only how many there are where every cell is too small', () => {
    const all = ['按事由：分项数过少，不分项列出，合计6件（人次）'];
    expect(countLines('按事由', Array.from('甲甲乙乙丙丁'))).toEqual(all);
    expect(countLines('按事由', Array.from('甲甲甲甲甲乙'))).toEqual(all);
  });

  it('tells nothing apart of fewer than three, and nothing of none', () => {
    expect(countLines('按措施', ['警告', '警告'])).toEqual(['按措施：合计少于3件（人次），不分项列出']);
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
