import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfUp, formatDecimal, formatResult, readDecimal } from './decimal.ts';

describe('decimals', () => {
  it('are read as typed on a Chinese keyboard', () => {
    const read = (text: string) => readDecimal(text);
    expect(read('8.5')).toEqual({ kind: 'number', hundredths: 850, signed: false });
    expect(read('8。5')).toEqual({ kind: 'number', hundredths: 850, signed: false });
    expect(read(' .5 ')).toEqual({ kind: 'number', hundredths: 50, signed: false });
    expect(read('-0')).toEqual({ kind: 'number', hundredths: 0, signed: true });
    expect(read('1,000.250')).toEqual({ kind: 'number', hundredths: 100_025, signed: false });
    expect(read('8.505').kind).toBe('too-fine');
    for (const text of ['', '八', '1e3', '8.5.1', '--2', '12345678'])
      expect(read(text).kind).toBe('not-a-number');
  });

  it('come back the same from what is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (hundredths) => {
        expect(readDecimal(formatDecimal(hundredths))).toMatchObject({ kind: 'number', hundredths });
        expect(readDecimal(formatResult(hundredths))).toMatchObject({ kind: 'number', hundredths });
      }),
    );
  });

  it('are divided to the nearest whole, a tie upwards', () => {
    expect([1n, 2n, 3n, 5n, 7n].map((n) => divideHalfUp(n, 2n))).toEqual([1, 1, 2, 3, 4]);
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 6n), (numerator, denominator) => {
        const quotient = BigInt(divideHalfUp(numerator, denominator));
        const twice = 2n * numerator - 2n * quotient * denominator;
        expect(twice >= -denominator && twice < denominator).toBe(true);
      }),
    );
  });
});
