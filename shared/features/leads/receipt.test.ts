import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newReceiptCode, readReceiptCode } from './receipt.ts';

describe('a receipt code', () => {
  it('is four groups of four without characters that are mistaken for one another', () => {
    for (let times = 0; times < 200; times += 1) {
      const code = newReceiptCode(randomBytes);
      expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
      expect(readReceiptCode(code)).toBe(code);
    }
  });

  it('gives each character as many bytes as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 248; byte += 1) {
      const first = newReceiptCode((count) => new Uint8Array(count).fill(byte)).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect(counts.size).toBe(31);
    expect(new Set(counts.values())).toEqual(new Set([8]));
  });

  it('never takes the bytes that would favour some characters', () => {
    const bytes = [255, 248, 0, 247];
    let at = 0;
    const code = newReceiptCode((count) => Uint8Array.from({ length: count }, () => bytes[at++ % 4] ?? 0));
    expect(new Set(code.replaceAll('-', ''))).toEqual(new Set(['2', 'Z']));
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', ' ', '-', '　', '－', '—'), { minLength: 16, maxLength: 16 }),
        (gaps) => {
          const code = newReceiptCode(randomBytes);
          const solid = code.replaceAll('-', '');
          const typed = gaps.map((gap, at) => `${solid.charAt(at).toLowerCase()}${gap}`).join('');
          expect(readReceiptCode(typed)).toBe(code);
        },
      ),
    );
  });

  it.each(['', '7K3M', '7K3M-QX9P-2222-333O', '7K3M-QX9P-2222-33333', '查询码'])('%s is none', (typed) =>
    expect(readReceiptCode(typed)).toBeUndefined(),
  );
});
