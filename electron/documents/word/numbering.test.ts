import { describe, expect, it } from 'vitest';
import { chineseNumeral, createHeadingCounter } from './numbering.ts';

describe('numbers of headings', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [112, '一百一十二'],
    [999, '九百九十九'],
  ])('%i is %s', (value, text) => expect(chineseNumeral(value)).toBe(text));

  it.each([0, 1000, 1.5])('%d is none', (value) => expect(() => chineseNumeral(value)).toThrow(/九百九十九/));

  it('are all different', () =>
    expect(new Set(Array.from({ length: 999 }, (_blank, index) => chineseNumeral(index + 1))).size).toBe(
      999,
    ));

  it('begin again below a higher heading', () => {
    const next = createHeadingCounter();
    expect([1, 2, 2, 3, 1, 2].map((level) => next(level === 1 ? 1 : level === 2 ? 2 : 3))).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '二、',
      '（一）',
    ]);
  });
});
