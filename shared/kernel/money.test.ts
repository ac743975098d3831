import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenOfYuan, formatFen } from './money.ts';

describe('an amount', () => {
  it('is written in yuan with its fen', () => {
    expect([0, 5, 24_050, 100_000].map(formatFen)).toEqual(['0.00元', '0.05元', '240.50元', '1000.00元']);
    expect(() => formatFen(1.5)).toThrow(RangeError);
    expect(() => formatFen(-1)).toThrow(RangeError);
  });

  it('comes back as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (fen) => {
        expect(fenOfYuan(Number.parseFloat(formatFen(fen)))).toBe(fen);
      }),
    );
  });
});
