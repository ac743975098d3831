import { describe, expect, it } from 'vitest';
import { sheetOf } from './paper-pages.ts';

describe('the sheet that pages are printed on', () => {
  it.each([
    [595.3, 841.9, 'A4'],
    [841.9, 1190.55, 'A3'],
    [841.9, 595.3, 'A4 landscape'],
    [1190.5, 842, 'A3 landscape'],
    [Number.NaN, Number.NaN, 'A4'],
  ])('of %s by %s points is %s', (width, height, sheet) => {
    expect(sheetOf(width, height)).toBe(sheet);
  });
});
