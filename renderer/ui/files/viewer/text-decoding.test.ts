import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './text-decoding.ts';

describe('text files', () => {
  it('are read as UTF-8 whatever they hold', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // A byte order mark is no part of the text.
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeText(new TextEncoder().encode(text))).toEqual({
          text,
          encoding: 'UTF-8',
          damaged: false,
        });
      }),
    ));

  it.each([
    ['efbbbfd6d0', 'GBK'],
    ['efbbbfe4b8ad', 'UTF-8', '中'],
    ['fffe2d4e', 'UTF-16', '中'],
    ['feff4e2d', 'UTF-16', '中'],
    ['d6d0cec4', 'GBK', '中文'],
    ['8135f437', 'GBK'],
  ])('%s is %s', (hex, encoding, text?: string) => {
    const decoded = decodeText(Buffer.from(hex, 'hex'));
    expect(decoded.encoding).toBe(encoding);
    if (text !== undefined) expect(decoded.text).toBe(text);
  });

  it('are said to be damaged where bytes make no sense', () => {
    expect(decodeText(Uint8Array.of(0xff, 0xff)).damaged).toBe(true);
    expect(decodeText(Buffer.from('d6d0', 'hex')).damaged).toBe(false);
  });
});
