import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualBands } from '../indicator-rules.ts';
import type { Dimension, Indicator, IndicatorContent, Method } from '../indicators.ts';
import { changeInWords, differenceInWords } from './difference-words.ts';
import { contentDifference } from './difference.ts';

const indicator = (id: string, given: Partial<Indicator> = {}): Indicator => ({
  id,
  name: `指标${id}`,
  standard: '看平时表现',
  evidence: '记录',
  weight: 5000,
  fullMarks: 1000,
  method: { kind: 'points' },
  vetoBelow: null,
  ...given,
});

const dimension = (id: string, indicators: Indicator[], given: Partial<Dimension> = {}): Dimension => ({
  id,
  name: `维度${id}`,
  weight: 5000,
  indicators,
  ...given,
});

const base: IndicatorContent = {
  name: '教师考核',
  about: '',
  bands: [...usualBands],
  dimensions: [
    dimension('a', [indicator('1'), indicator('2')]),
    dimension('b', [indicator('3'), indicator('4')]),
  ],
};

const said = (after: IndicatorContent): string[] => contentDifference(base, after).map(changeInWords);

const [first, second] = base.dimensions;
if (!first || !second) throw new Error('two dimensions');

/** What a reader sees: everything but the ids. */
const asRead = (content: IndicatorContent): string =>
  JSON.stringify(content, (key, value: unknown) => (key === 'id' ? undefined : value));

const method: fc.Arbitrary<Method> = fc.oneof(
  fc.constant<Method>({ kind: 'points' }),
  fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 }).map((points): Method => ({
    kind: 'levels',
    levels: points.map((one, place) => ({
      id: `l${String(place)}`,
      label: `级${String(place)}`,
      points: one,
    })),
  })),
  fc
    .tuple(fc.nat(2), fc.nat(2), fc.nat(2))
    .map(([start, maxDeduct, maxAdd]): Method => ({ kind: 'deduct', start, maxDeduct, maxAdd })),
  fc.constantFrom('及格率', '出勤率').map((expression): Method => ({ kind: 'formula', expression })),
);

const short = fc.constantFrom('', '甲', '乙', '丙');

/** Small contents out of a few ids and names, so that two of them have much in common. */
const content: fc.Arbitrary<IndicatorContent> = fc
  .record({
    name: short,
    about: short,
    bands: fc.uniqueArray(fc.record({ label: short, from: fc.nat(2) }), { maxLength: 3 }),
    order: fc.shuffledSubarray(['a', 'b', 'c']),
    homes: fc.array(fc.record({ home: fc.nat(2), id: fc.nat(5) }), { maxLength: 5 }),
    looks: fc.array(
      fc.record({
        name: short,
        standard: short,
        evidence: short,
        weight: fc.nat(2),
        fullMarks: fc.nat(2),
        method,
        vetoBelow: fc.option(fc.nat(1)),
      }),
      { minLength: 6, maxLength: 6 },
    ),
    dimensions: fc.array(fc.record({ name: short, weight: fc.nat(2) }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ name, about, bands, order, homes, looks, dimensions }) => {
    const used = new Set<number>();
    const held = homes.filter(({ id }) => !used.has(id) && used.add(id));
    return {
      name,
      about,
      bands,
      dimensions: order.map((id, place) => ({
        id,
        name: dimensions[place]?.name ?? '',
        weight: dimensions[place]?.weight ?? 0,
        indicators: held.flatMap((one) => {
          const look = looks[one.id];
          return one.home === place && look ? [{ id: `i${String(one.id)}`, ...look }] : [];
        }),
      })),
    };
  });

describe('the difference of two versions', () => {
  it('says nothing of equal contents, whatever their ids', () => {
    fc.assert(
      fc.property(content, (one) => {
        expect(contentDifference(one, structuredClone(one))).toEqual([]);
      }),
    );
    let last = 0;
    const renumbered = structuredClone(base);
    for (const held of renumbered.dimensions) {
      held.id = `new${String((last += 1))}`;
      for (const inner of held.indicators) inner.id = `new${String((last += 1))}`;
    }
    expect(contentDifference(base, renumbered)).toEqual([]);
  });

  it('says something wherever a reader sees a difference', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        if (asRead(before) !== asRead(after))
          expect(contentDifference(before, after).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('mentions everything that came, went, moved or changed, once each', () => {
    expect(
      said({
        ...base,
        dimensions: [{ ...first, indicators: [...first.indicators, indicator('5')] }, second],
      }),
    ).toEqual(['新增指标“指标5”（在“维度a”下，权重 50%，满分 10 分，直接打分）']);
    expect(said({ ...base, dimensions: [{ ...first, indicators: [indicator('1')] }, second] })).toEqual([
      '删去指标“指标2”',
    ]);
    expect(
      said({
        ...base,
        dimensions: [
          { ...first, indicators: [indicator('1')] },
          { ...second, indicators: [...second.indicators, indicator('2', { weight: 2500 })] },
        ],
      }),
    ).toEqual(['指标“指标2”由“维度a”移到“维度b”', '指标“指标2”的权重由 50% 改为 25%']);
    expect(said({ ...base, dimensions: [second, first] })).toEqual(['各维度的顺序调整为维度b、维度a']);
    expect(
      said({ ...base, dimensions: [{ ...first, indicators: [indicator('2'), indicator('1')] }, second] }),
    ).toEqual(['“维度a”各指标的顺序调整为指标2、指标1']);
    expect(said({ ...base, dimensions: [first] })).toEqual(['删去维度“维度b”']);
  });

  it('names every field of an indicator in its own words', () => {
    const with1 = (given: Partial<Indicator>): string[] =>
      said({
        ...base,
        dimensions: [{ ...first, indicators: [indicator('1', given), indicator('2')] }, second],
      });
    expect(with1({ name: '新名' })).toEqual(['指标“新名”的名称由 指标1 改为 新名']);
    expect(with1({ fullMarks: 2000 })).toEqual(['指标“指标1”的满分由 10 分 改为 20 分']);
    expect(with1({ vetoBelow: 600 })).toEqual([
      '指标“指标1”的一票否决由 不是一票否决项 改为 低于 6 分一票否决',
    ]);
    expect(with1({ method: { kind: 'deduct', start: 1000, maxDeduct: 500, maxAdd: 0 } })).toEqual([
      '指标“指标1”的评分方法由 直接打分 改为 扣分/加分（起评 10，最多扣 5，最多加 0）',
    ]);
    expect(with1({ evidence: '' })).toEqual(['指标“指标1”的佐证材料由 记录 改为 （空）']);
    expect(with1({ standard: '看表现。' })).toEqual(['指标“指标1”的评分标准有修改']);
    expect(with1({ standard: '很长的标准'.repeat(20) })).toEqual(['指标“指标1”的评分标准有修改']);
  });

  it('says how grades changed', () => {
    const [best, ...rest] = usualBands;
    if (!best) throw new Error('a best grade');
    expect(said({ ...base, bands: [{ ...best, from: 8500 }, ...rest] })).toEqual([
      '等次“优秀”的分数线由 90 分起 改为 85 分起',
    ]);
    expect(said({ ...base, bands: rest })).toEqual(['删去等次“优秀”']);
  });

  it('is one sentence for the whole, what came before what changed', () => {
    const after = {
      ...base,
      dimensions: [
        { ...first, weight: 4000, indicators: [...first.indicators, indicator('5', { weight: 0 })] },
        { ...second, weight: 6000 },
      ],
    };
    expect(differenceInWords(2, 3, contentDifference(base, after))).toBe(
      '第 3 版比第 2 版：新增指标“指标5”（在“维度a”下，权重 0%，满分 10 分，直接打分）；维度“维度a”的权重由 50% 改为 40%；维度“维度b”的权重由 50% 改为 60%。',
    );
    expect(differenceInWords(2, 3, [])).toBe('第 3 版与第 2 版内容相同。');
  });
});
