import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataField } from './fields.ts';
import { readDatum } from './read-datum.ts';

const field = (unit: string, change: Partial<DataField> = {}): DataField => ({
  name: '数据',
  area: 'other',
  unit,
  decimals: 2,
  min: '0',
  max: '100',
  about: '',
  kinds: ['teacher'],
  ...change,
});
const read = (
  of: DataField,
  text: string,
  percent = false,
  rules = { round: false, shares: false },
): string => {
  const found = readDatum(of, { text, percent }, rules);
  return found.kind === 'value' ? found.value : found.kind === 'empty' ? '' : `✕ ${found.problem}`;
};

describe('a figure', () => {
  it.each([
    ['92.5', '92.5'],
    ['９２．５', '92.5'],
    ['92。50', '92.5'],
    ['92.5%', '92.5'],
    ['９２．５％', '92.5'],
    [' 007 ', '7'],
    ['.5', '0.5'],
    ['100.00', '100'],
    ['', ''],
    ['   ', ''],
  ])('of percent is read from “%s”', (text, value) => expect(read(field('%'), text)).toBe(value));

  it.each(['九十', '1e3', '0x1f', '1/2', '--5', '92.5%%', '∞', 'NaN', '=1+1', '1 2 3 4 5 6 7 8 9 0 1 2'])(
    'is not read from “%s”',
    (text) => expect(read(field('%'), text)).toMatch(/^✕ 须/),
  );

  it('takes its unit behind it, and no percent sign where it is none', () => {
    expect(read(field('次'), '3 次')).toBe('3');
    expect(read(field('分'), '95%')).toBe('✕ “数据”的单位是“分”，不能填百分数，填写的是“95%”');
    expect(read(field(''), '0.95', true)).toBe('✕ “数据”的单位是数，不能填百分数，填写的是“0.95”');
  });

  it('is multiplied exactly where the workbook shows a percentage, or shares were declared', () => {
    expect(read(field('%'), '0.07', true)).toBe('7');
    expect(read(field('%'), '0.2857', true)).toBe('28.57');
    expect(read(field('%'), '0.925', false, { round: false, shares: true })).toBe('92.5');
    // Whoever writes the sign means it.
    expect(read(field('%'), '0.5%', false, { round: false, shares: true })).toBe('0.5');
  });

  it('keeps within its bounds and decimals, and is rounded only when told to', () => {
    expect(read(field('%'), '100.01')).toMatch(/^✕ 须在允许的范围内（0—100%/);
    expect(read(field('分', { min: '-100' }), '-100')).toBe('-100');
    expect(read(field('%'), '1.005')).toBe('✕ 最多 2 位小数，填写的是 1.005');
    expect(read(field('%'), '1.005', false, { round: true, shares: false })).toBe('1.01');
    expect(read(field('次', { decimals: 0 }), '1.5')).toBe('✕ 须填写整数，填写的是 1.5');
  });

  it('reads as itself again, whatever it is, and never throws', () => {
    const wide = field('元', { decimals: 4, min: null, max: null });
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (size) => {
        const text = read(wide, String(size / 10_000), false, { round: true, shares: false });
        expect(read(wide, text)).toBe(text);
        expect(Number(text)).toBeCloseTo(size / 10_000, 3);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(read(wide, text)).toBeTypeOf('string');
      }),
    );
  });
});
