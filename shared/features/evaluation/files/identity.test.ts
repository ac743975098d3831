import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityRows, readIdentity, type BookIdentity } from './identity.ts';

const id = fc.stringMatching(/^[A-Za-z0-9-]{1,36}$/);
const identity: fc.Arbitrary<BookIdentity> = fc.record({
  format: fc.constant(1 as const),
  schoolId: id,
  cycleId: id,
  groupId: id,
  versionId: id,
  madeAt: fc.constant('2026-11-25T01:02:03.000Z'),
  indicatorIds: fc.array(id, { minLength: 1, maxLength: 8 }),
  sheets: fc.array(
    fc.record({
      name: fc.stringMatching(/^[一-龥]{1,8}$/),
      raterId: fc.option(id),
      subjectIds: fc.array(id, { minLength: 1, maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

/** No cipher, but another text gives another mark. */
const sign = (text: string): string =>
  String(
    Array.from(text).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7),
  );
const fits = (text: string, signature: string): boolean => sign(text) === signature;

describe('the identity of an electronic score sheet', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(identity, (given) => {
        expect(readIdentity(identityRows(given, sign), fits)).toEqual({ kind: 'sound', identity: given });
      }),
    );
  });

  it('does not stand a cell that was changed, two rows that changed places, or one left out', () => {
    fc.assert(
      fc.property(identity, fc.nat(), fc.constantFrom('edit', 'swap', 'drop'), (given, at, how) => {
        const rows = identityRows(given, sign);
        const place = 1 + (at % (rows.length - 2));
        const [here, next] = [rows[place], rows[place + 1]];
        if (!here || !next) return;
        const changed =
          how === 'edit'
            ? rows.with(place, [here[0], `${here[1]}x`])
            : how === 'drop'
              ? rows.toSpliced(place, 1)
              : rows.with(place, next).with(place + 1, here);
        fc.pre(JSON.stringify(changed) !== JSON.stringify(rows));
        expect(readIdentity(changed, fits).kind).toBe('altered');
      }),
    );
  });

  it('is not made out of another workbook', () => {
    expect(readIdentity([], fits)).toEqual({ kind: 'foreign' });
    expect(readIdentity([['姓名', '分数']], fits)).toEqual({ kind: 'foreign' });
  });
});
