import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeBand } from './propose-band.ts';
import {
  bandAt,
  lighterThanNeighbours,
  severityMatrixContentSchema,
  withBand,
  type SeverityMatrixContent,
} from './severity-matrix.ts';
import {
  allGravities,
  bandOfRank,
  bandRank,
  degreeSchema,
  impactSchema,
  natureSchema,
  severityOf,
  severitySchema,
  type Gravity,
} from './severity.ts';

const shippedText = readFileSync(new URL('../../../resources/severity/matrix.json', import.meta.url), 'utf8');
const shipped = severityMatrixContentSchema.parse(JSON.parse(shippedText));

/** Any matrix that the schema lets through, with the shipped circumstances moved about. */
const matrix: fc.Arbitrary<SeverityMatrixContent> = fc
  .record({
    steps: fc.tuple(
      fc.array(fc.nat(2), { minLength: 2, maxLength: 2 }),
      fc.array(fc.nat(2), { minLength: 2, maxLength: 2 }),
      fc.array(fc.nat(2), { minLength: 2, maxLength: 2 }),
    ),
    maxShift: fc.integer({ min: 1, max: 2 }),
    exemptUpTo: fc.constantFrom(...severitySchema.options),
  })
  .map(({ steps, maxShift, exemptUpTo }) => {
    const height = (of: readonly number[], place: number): number =>
      of.slice(0, place).reduce((sum, step) => sum + step, 0);
    let { cells } = shipped;
    for (const gravity of allGravities)
      cells = withBand(
        cells,
        gravity,
        bandOfRank(
          (height(steps[0], natureSchema.options.indexOf(gravity.nature)) +
            height(steps[1], degreeSchema.options.indexOf(gravity.degree)) +
            height(steps[2], impactSchema.options.indexOf(gravity.impact))) /
            2,
        ),
      );
    return severityMatrixContentSchema.parse({ ...shipped, cells, maxShift, exemptUpTo });
  });
const gravity = fc.constantFrom(...allGravities);
const codes = fc.subarray(shipped.circumstances.map(({ code }) => code));
const codesOf = (wanted: (effect: string) => boolean): fc.Arbitrary<string> =>
  fc.constantFrom(...shipped.circumstances.filter(({ effect }) => wanted(effect)).map(({ code }) => code));

describe('the shipped matrix', () => {
  it('says in all 27 cells what is proposed where no matrix is at hand', () => {
    expect(allGravities).toHaveLength(27);
    for (const one of allGravities) expect(bandAt(shipped.cells, one)).toBe(severityOf(one));
  });

  it('uses every band and lets no graver failing off more lightly', () => {
    expect(new Set(allGravities.map((one) => bandAt(shipped.cells, one))).size).toBe(4);
    expect(lighterThanNeighbours(shipped.cells)).toEqual([]);
  });

  it('has circumstances of all four effects, for staff and for pupils', () => {
    for (const who of ['staff', 'pupil'] as const)
      for (const effect of ['heavier', 'lighter', 'reducing', 'exempting'] as const)
        expect(shipped.circumstances.some((one) => one.effect === effect && one.subjects.includes(who))).toBe(
          true,
        );
  });
});

describe('a matrix of the school', () => {
  const gravest: Gravity = { nature: 'wilful', degree: 'serious', impact: 'public' };

  it('may not let a graver failing off more lightly', () => {
    const cells = withBand(shipped.cells, gravest, 'light');
    expect(lighterThanNeighbours(cells)).toContainEqual(gravest);
    expect(severityMatrixContentSchema.safeParse({ ...shipped, cells }).success).toBe(false);
  });

  it('may not let 从重 go down nor 减轻 go up', () => {
    const [heavier] = shipped.circumstances.filter(({ effect }) => effect === 'heavier');
    const [reducing] = shipped.circumstances.filter(({ effect }) => effect === 'reducing');
    for (const [one, shift] of [
      [heavier, -1],
      [reducing, 1],
    ] as const)
      expect(
        severityMatrixContentSchema.safeParse({ ...shipped, circumstances: [{ ...one, shift }] }).success,
      ).toBe(false);
  });

  it('may not hold one circumstance twice', () => {
    const [one] = shipped.circumstances;
    expect(severityMatrixContentSchema.safeParse({ ...shipped, circumstances: [one, one] }).success).toBe(
      false,
    );
  });
});

describe('a proposed band', () => {
  it('never moves further from its cell than the matrix allows', () => {
    fc.assert(
      fc.property(matrix, gravity, codes, (held, at, found) => {
        const { base, band } = proposeBand(held, at, found);
        expect(base).toBe(bandAt(held.cells, at));
        expect(Math.abs(bandRank(band) - bandRank(base))).toBeLessThanOrEqual(held.maxShift);
      }),
      { numRuns: 500 },
    );
  });

  it('never falls when a judgement rises', () => {
    fc.assert(
      fc.property(matrix, gravity, gravity, codes, (held, one, other, found) => {
        const graver: Gravity = {
          nature:
            natureSchema.options[
              Math.max(natureSchema.options.indexOf(one.nature), natureSchema.options.indexOf(other.nature))
            ] ?? one.nature,
          degree:
            degreeSchema.options[
              Math.max(degreeSchema.options.indexOf(one.degree), degreeSchema.options.indexOf(other.degree))
            ] ?? one.degree,
          impact:
            impactSchema.options[
              Math.max(impactSchema.options.indexOf(one.impact), impactSchema.options.indexOf(other.impact))
            ] ?? one.impact,
        };
        expect(bandRank(proposeBand(held, graver, found).band)).toBeGreaterThanOrEqual(
          bandRank(proposeBand(held, one, found).band),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('never falls for one more 从重, and never rises for one more of the others', () => {
    const heavier = codesOf((effect) => effect === 'heavier');
    const milder = codesOf((effect) => effect !== 'heavier');
    fc.assert(
      fc.property(matrix, gravity, codes, heavier, milder, (held, at, found, worse, better) => {
        const rank = (chosen: readonly string[]): number => bandRank(proposeBand(held, at, chosen).band);
        expect(rank([...found, worse])).toBeGreaterThanOrEqual(rank(found));
        expect(rank([...found, better])).toBeLessThanOrEqual(rank(found));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which circumstances are named, nor on naming one twice', () => {
    fc.assert(
      fc.property(matrix, gravity, codes, (held, at, found) => {
        const once = proposeBand(held, at, found);
        expect(proposeBand(held, at, [...found.toReversed(), ...found])).toEqual(once);
      }),
    );
  });

  it('proposes no exemption for the grave, nor where something speaks for more', () => {
    fc.assert(
      fc.property(matrix, gravity, codes, (held, at, found) => {
        const { exempt, base } = proposeBand(held, at, found);
        if (!exempt) return;
        expect(bandRank(base)).toBeLessThanOrEqual(bandRank(held.exemptUpTo));
        const effects = held.circumstances
          .filter(({ code }) => found.includes(code))
          .map(({ effect }) => effect);
        expect(effects).toContain('exempting');
        expect(effects).not.toContain('heavier');
      }),
      { numRuns: 500 },
    );
  });

  it('explains itself: the cell, each circumstance, the limit, the result', () => {
    const { band, base, lean, why } = proposeBand(
      shipped,
      { nature: 'careless', degree: 'medium', impact: 'school' },
      ['hiding-evidence', 'collusion', 'gone-since'],
    );
    expect({ base, band, lean }).toEqual({ base: 'ordinary', band: 'grave', lean: 'heavier' });
    expect(why).toEqual([
      '性质“不负责任”、程度“一般”、影响“校内影响”，裁量表对应“一般”。',
      '从重情节“隐匿、伪造、毁灭证据”：上调一档。',
      '从重情节“串供，或者阻止他人检举、提供证据”：上调一档。',
      '各情节合计上调二档，按规定最多移动一档。',
      '有 1 项情节已不在裁量表中，没有计入。',
      '综合建议为“较重”。',
    ]);
  });

  it('says when the highest band is reached, and which way it leans within it', () => {
    const top = proposeBand(shipped, { nature: 'wilful', degree: 'serious', impact: 'public' }, [
      'shielding',
    ]);
    expect(top.band).toBe('severe');
    expect(top.why).toContain('已到最高或最低一档，不再移动。');
    const within = proposeBand(shipped, { nature: 'careless', degree: 'medium', impact: 'none' }, [
      'cooperating',
    ]);
    expect(within).toMatchObject({ base: 'ordinary', band: 'ordinary', lean: 'lighter', exempt: false });
  });
});
