import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDocumentNumber } from '../../kernel/document-number.ts';
import { allocateNext, auditSeries, placeKey, type NumberSeries } from './numbers.ts';

const series: NumberSeries = { kind: 'document', prefix: '青一中', year: 2026 };

describe('document numbers', () => {
  it.each(['青一中〔2026〕3号', '问责〔2026〕15号', '青一中责改〔2026〕120号'])('%s is well formed', (text) =>
    expect(isDocumentNumber(text)).toBe(true),
  );

  it.each([
    '青一中[2026]3号',
    '青一中（2026）3号',
    '青一中〔2026〕03号',
    '青一中〔2026〕第3号',
    '青一中〔26〕3号',
    '青一中〔2026〕3',
    '〔2026〕3号',
    '青一中〔2026〕0号',
    'QYZ〔2026〕3号',
  ])('%s is not', (text) => expect(isDocumentNumber(text)).toBe(false));

  it('count from 1 without gap whatever was made void, and keep their form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
        const taken: number[] = [];
        for (let each = 0; each < count; each += 1) {
          const next = allocateNext(series, taken);
          expect(isDocumentNumber(next.number)).toBe(true);
          taken.push(next.sequence);
        }
        expect(taken).toEqual(Array.from({ length: count }, (_, at) => at + 1));
        expect(auditSeries(taken)).toEqual({ missing: [], doubled: [] });
      }),
    );
  });

  it('find what is missing or doubled, in whatever order the register is read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (taken) => {
        const highest = Math.max(...taken);
        const { missing, doubled } = auditSeries(taken);
        expect(doubled).toEqual([]);
        expect([...missing, ...taken].sort((a, b) => a - b)).toEqual(
          Array.from({ length: highest }, (_, at) => at + 1),
        );
        expect(auditSeries([...taken, highest]).doubled).toEqual([highest]);
      }),
    );
  });

  it('of two series never share a place', () => {
    expect(placeKey(series, 1)).not.toBe(placeKey({ ...series, kind: 'case' }, 1));
    expect(placeKey(series, 11)).not.toBe(placeKey({ ...series, year: 2025 }, 11));
  });

  it('refuse a prefix that is no 代字 and a year that is full', () => {
    expect(() => allocateNext({ ...series, prefix: 'A' }, [])).toThrow(RangeError);
    expect(() => allocateNext(series, [99_999])).toThrow(/已经用完/);
  });
});
