import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFormula, type KnownField } from './formula-check.ts';
import { functionNames } from './formula-functions.ts';
import { reckonFormula, withValues } from './formula-reckon.ts';
import { parseFormula } from './formula.ts';

const fields: readonly KnownField[] = [
  { name: '及格率', unit: '%' },
  { name: '优秀率', unit: '%' },
  { name: '增值', unit: '分' },
  { name: '投诉次数', unit: '次' },
];
const FULL = 100_000;

/** Points of a formula, or what kept it from giving any. */
const points = (
  text: string,
  values: Readonly<Record<string, string>> = {},
  full = FULL,
): number | string => {
  const parsed = parseFormula(text);
  if (parsed.kind === 'wrong') return parsed.problem.message;
  const reckoned = reckonFormula(parsed.formula, new Map(Object.entries(values)), full);
  if (reckoned.kind === 'points') return reckoned.points;
  return reckoned.kind === 'missing' ? `缺${reckoned.fields.join('、')}` : reckoned.reason;
};
const complaint = (text: string): string => {
  const checked = checkFormula(text, fields);
  return checked.kind === 'wrong' ? checked.problem.message : '';
};

describe('a formula', () => {
  it.each([
    ['0.1 + 0.2', 30],
    ['(0.1 + 0.2) * 3 - 0.9', 0],
    ['1 / 3 * 3', 100],
    ['2 + 3 * 4', 1400],
    ['(2 + 3) * 4', 2000],
    ['20 - 5 - 3', 1200],
    ['100 / 4 / 5', 500],
    ['-2 + 5', 300],
    ['60% * 50', 3000],
    ['2.5', 250],
    ['1.005', 101],
    ['1.0049999', 100],
    ['3 > 2 ? 8 : 5', 800],
    ['3 < 2 ? 8 : 2 < 3 ? 6 : 5', 600],
    ['最大(3, 9, 4) - 最小(3, 9, 4)', 600],
    ['平均(1, 2, 2)', 167],
    ['四舍五入(2.5)', 300],
    ['四舍五入(2.345, 2)', 235],
    ['0 - 四舍五入(-2.5)', 300],
    ['限于(120, 0, 100)', 10000],
    ['限于(-3, 0, 100)', 0],
    ['如果(且(1 < 2, 2 <= 2), 7, 8)', 700],
    ['如果(或(1 > 2, 2 != 2), 7, 8)', 800],
    ['如果(1 = 1, 1, 0) + 如果(1 <> 1, 1, 0)', 100],
  ])('%s gives %d hundredths', (text, expected) => expect(points(text)).toBe(expected));

  it('takes what a Chinese keyboard makes', () => {
    expect(points('（８０＋２０）×０．５')).toBe(5000);
    expect(points('最大（１，２、３）')).toBe(300);
    expect(points('及格率 × 60％ ＋ 优秀率 ÷ 2', { 及格率: '92.5', 优秀率: '31' })).toBe(7100);
    expect(points('及格率≥９０？１０：５', { 及格率: '90' })).toBe(1000);
    expect(points('及格率－1。5', { 及格率: '90' })).toBe(8850);
  });

  it('is cut to 0 and the full marks, and says so', () => {
    const parsed = parseFormula('100 - 投诉次数 * 5');
    if (parsed.kind === 'wrong') throw new Error(parsed.problem.message);
    const of = (value: string, full: number) =>
      reckonFormula(parsed.formula, new Map([['投诉次数', value]]), full);
    expect(of('2', 10_000)).toMatchObject({ points: 9000, note: '' });
    expect(of('30', 10_000)).toMatchObject({ points: 0, note: '算得 -50，小于 0，按 0 分计' });
    expect(of('1', 2000)).toMatchObject({ points: 2000, note: '算得 95，超过满分 20，按满分计' });
  });

  it('has no result while anything that it names is missing, whichever way its conditions go', () => {
    expect(points('及格率 > 60 ? 10 : 优秀率', { 及格率: '90' })).toBe('缺优秀率');
    expect(points('及格率 + 优秀率')).toBe('缺及格率、优秀率');
  });

  it('says that it cannot be reckoned instead of inventing a number', () => {
    expect(points('10 / 投诉次数', { 投诉次数: '0' })).toBe('除数是 0');
    expect(points('限于(5, 10, 1)')).toBe('“限于”的下限大于上限');
    expect(points('如果(投诉次数 > 0, 10 / 投诉次数, 10)', { 投诉次数: '0' })).toBe(1000);
  });

  it('shows itself with the values in place of the names', () => {
    const parsed = parseFormula('及格率*60％+增值');
    if (parsed.kind === 'wrong') throw new Error(parsed.problem.message);
    const values = new Map([
      ['及格率', '92.5'],
      ['增值', '-1.5'],
    ]);
    expect(withValues(parsed.formula, values)).toBe('92.5 × 60％ + (-1.5)');
  });
});

describe('a formula that is wrong', () => {
  it.each([
    ['', '第 1 个字：还没有公式'],
    ['及格率 优秀率', '第 5 个字：“及格率”和“优秀率”之间缺少运算符'],
    ['及格率 +', '第 5 个字：“+”后面还缺一个数或者数据名称'],
    ['* 3', '第 1 个字：开头应当是一个数、数据名称或者括号，而不是“*”'],
    ['(及格率 + 3', '第 1 个字：左括号没有与它配对的右括号'],
    ['及格率 + 3)', '第 8 个字：多了一个右括号，没有与它配对的左括号'],
    ['及格率 > 60 ? 3', '第 10 个字：“?”后面缺少“:”和条件不成立时的数'],
    ['及格率 : 3', '第 5 个字：“:”前面没有与它配对的“?”'],
    ['最大', '第 1 个字：“最大”后面要写括号，如 最大(…)'],
    ['合计(3)', '第 1 个字：没有叫“合计”的函数；如果是数据，和括号之间要写运算符，如 *'],
    ['限于(3, 4)', '第 1 个字：“限于”括号里的个数不对，应写成 限于(数, 下限, 上限)'],
    ['四舍五入(3.14, 投诉次数)', '第 12 个字：“四舍五入”的位数只能是 0 到 4 的整数'],
    ['及格率 > 60', '第 1 个字：这里应当是一个数'],
    ['如果(及格率, 1, 2)', '第 4 个字：这里应当是一个条件，如 及格率 >= 60'],
    ['1 < 2 < 3', '第 1 个字：这里应当是一个数'],
    ['1, 2', '第 2 个字：逗号只能用在函数的括号里'],
    ['1.2.3', '第 1 个字：“1.2.3”不是一个数'],
    ['及格率 % 2', '第 5 个字：“%”只能直接跟在数的后面，如 60%'],
    ['及格率["x"]', '第 4 个字：公式里不能用“[”'],
    ['a.b', '第 2 个字：“.”不是一个数'],
    ['及格率 ** 2', '第 6 个字：“*”后面应当是一个数、数据名称或者括号，而不是“*”'],
    ['`1`', '第 1 个字：公式里不能用“`”'],
    ['1'.repeat(13), `第 1 个字：数“${'1'.repeat(13)}”太长，小数点前后各不能超过 12 位`],
    ['1+'.repeat(160), '第 301 个字：公式不能超过 300 个字'],
    [`${'('.repeat(25)}1${')'.repeat(25)}`, '第 21 个字：括号不能超过 20 层'],
  ])('%s', (text, expected) => {
    const parsed = parseFormula(text);
    expect(parsed.kind === 'wrong' ? parsed.problem.message : '没有问题').toBe(expected);
  });

  it('names the data that there are, and the one that was probably meant', () => {
    expect(complaint('及格率 + 出错率')).toBe(
      '第 7 个字：不认识“出错率”，可用的数据有：及格率、优秀率、增值、投诉次数',
    );
    expect(complaint('投诉 * 2')).toContain('不认识“投诉”，是不是“投诉次数”？');
    for (const name of ['constructor', '__proto__', 'this', 'toString']) expect(complaint(name)).not.toBe('');
  });

  it('is told where a rate is held against a share of 1', () => {
    expect(complaint('及格率 >= 90% ? 10 : 5')).toBe(
      '第 8 个字：“及格率”按百分数的数值计算（92.5% 就是 92.5），这里请直接写数值，不写“%”',
    );
    expect(complaint('限于(及格率, 60%, 100)')).toContain('不写“%”');
    expect(complaint('及格率 * 60% + 优秀率 * 40%')).toBe('');
    expect(complaint('增值 > 5% ? 1 : 0')).toBe('');
  });
});

/** A formula with its value, reckoned with big integers and nothing of the code under test. */
interface Sample {
  readonly text: string;
  readonly n: bigint;
  readonly d: bigint;
}
const add = (a: Sample, b: Sample, sign: bigint, word: string): Sample => ({
  text: `(${a.text} ${word} ${b.text})`,
  n: a.n * b.d + sign * b.n * a.d,
  d: a.d * b.d,
});
const less = (a: Sample, b: Sample): boolean => a.n * b.d < b.n * a.d;

const leaf = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 2 }))
  .map(([size, places]): Sample => ({
    text: places === 0 ? String(size) : (size / 10 ** places).toFixed(places),
    n: BigInt(size),
    d: 10n ** BigInt(places),
  }));
const sample = fc.letrec<{ node: Sample }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => add(a, b, 1n, '+')),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => add(a, b, -1n, '-')),
    fc
      .tuple(tie('node'), tie('node'))
      .map(([a, b]): Sample => ({ text: `(${a.text}) * (${b.text})`, n: a.n * b.n, d: a.d * b.d })),
    fc
      .tuple(tie('node'), tie('node'))
      .map(([a, b]): Sample => ({ ...(less(a, b) ? b : a), text: `最大(${a.text}, ${b.text})` })),
    fc.tuple(tie('node'), tie('node'), tie('node')).map(([a, b, c]): Sample => ({
      ...(less(a, b) ? b : c),
      text: `如果(${a.text} < ${b.text}, ${b.text}, ${c.text})`,
    })),
  ),
})).node;

describe('any formula', () => {
  it('gives exactly what big integers give', () => {
    fc.assert(
      fc.property(
        sample.filter(({ text }) => text.length <= 300),
        ({ text, n, d }) => {
          const hundredths = n < 0n ? 0n : (200n * n + d) / (2n * d);
          const expected = Number(hundredths > BigInt(FULL) ? BigInt(FULL) : hundredths);
          expect([text, points(text)]).toEqual([text, expected]);
        },
      ),
      { numRuns: 500 },
    );
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '及格率',
      '增值',
      ...functionNames,
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '?',
      ':',
      '<',
      '>=',
      '=',
      '%',
    ),
    fc.constantFrom(
      '1',
      '0',
      '2.5',
      '（',
      '，',
      '！',
      '[',
      '"',
      '.',
      '..',
      ' ',
      '\n',
      '\\',
      '#',
      '=>',
      'this',
      'x',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  const anything = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 320 }),
  );

  it('is reckoned or refused at one of its characters, and never throws', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const checked = checkFormula(text, fields);
        if (checked.kind === 'wrong') {
          expect(checked.problem.at).toBeGreaterThanOrEqual(1);
          expect(checked.problem.at).toBeLessThanOrEqual(Math.max(Array.from(text).length, 1));
          expect(checked.problem.message).toMatch(/^第 \d+ 个字：/);
          return;
        }
        const values = new Map(fields.map(({ name }, at) => [name, String(at * 7)]));
        const reckoned = reckonFormula(checked.formula, values, 10_000);
        if (reckoned.kind === 'points') {
          expect(Number.isInteger(reckoned.points)).toBe(true);
          expect(reckoned.points).toBeGreaterThanOrEqual(0);
          expect(reckoned.points).toBeLessThanOrEqual(10_000);
        } else expect(reckoned.kind).toBe('failed');
      }),
      { numRuns: 3000 },
    );
  });
});
