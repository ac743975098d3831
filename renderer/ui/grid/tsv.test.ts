import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTsv, toTsv } from './tsv.ts';

describe('blocks on the clipboard', () => {
  it('reads what Excel puts there', () => {
    expect(parseTsv('王芳\t86.5\r\n李强\t90\r\n')).toEqual([
      ['王芳', '86.5'],
      ['李强', '90'],
    ]);
    expect(parseTsv('"第一行\n第二行"\t"他说""好"""')).toEqual([['第一行\n第二行', '他说"好"']]);
  });

  it('keeps empty cells and rows inside the block', () => {
    expect(parseTsv('a\t\tb\n\nc')).toEqual([['a', '', 'b'], [''], ['c']]);
    expect(parseTsv('a\t')).toEqual([['a', '']]);
    expect(parseTsv('')).toEqual([['']]);
  });

  it('takes a quote in the middle of a cell for what it is', () => {
    expect(parseTsv('5" 屏幕\t1')).toEqual([['5" 屏幕', '1']]);
  });

  it('reads back whatever it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '王', '"', '\t', '\n', '\r', ' ', '1') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(block, (cells) => {
        // A last row of one empty cell looks the same as the line end that closes the block.
        const last = cells.at(-1);
        fc.pre(cells.length === 1 || last?.length !== 1 || last[0] !== '');
        expect(parseTsv(toTsv(cells))).toEqual(cells);
      }),
    );
  });
});
