import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examFigures, type ExamLines, type ExamMark } from './exam.ts';

const lines: ExamLines = { pass: 6000, excellent: 8500, low: 4000 };
const mark = (group: string, pupil: string, points: number, course = '语文', full = 100): ExamMark => ({
  pupil,
  course,
  year: '',
  groups: [group],
  mark: points * 100,
  full: full * 100,
  absent: false,
});
const valuesOf = (figures: ReturnType<typeof examFigures>, group: string): Readonly<Record<string, string>> =>
  Object.fromEntries((figures.get(group) ?? []).map(({ field, value }) => [field, value]));

describe('figures of an exam', () => {
  it('are mean, pass, excellence and low rates as reckoned by hand', () => {
    const marks = [59.5, 60, 85, 39.5, 100, 84.5].map((points, at) => mark('a', String(at), points));
    // 428.5 ÷ 6 = 71.4166…; 4 of 6 pass, 2 excel, 1 is low.
    expect(valuesOf(examFigures(marks, [], lines), 'a')).toEqual({
      均分: '71.42',
      及格率: '66.67',
      优秀率: '33.33',
      低分率: '16.67',
      参考人数: '6',
    });
  });

  it('leave out or count as 0 whoever was absent, as they are told, and say so', () => {
    const sat = [mark('a', '1', 90), mark('a', '2', 50)];
    const gaps = [
      { groups: ['a'], kind: 'absent' as const },
      { groups: ['a'], kind: 'exempt' as const },
      { groups: ['b'], kind: 'absent' as const },
    ];
    const out = examFigures(sat, [], lines, gaps).get('a') ?? [];
    expect(out.map(({ value }) => value)).toEqual(['70', '50', '50', '0', '2']);
    expect(out[1]?.words).toBe('2 人次（缺考 1 人次不计，免考 1 人次不计）中 1 人次达到满分的 60%');
    const zero = { ...mark('a', '3', 0), absent: true };
    const counted = examFigures([...sat, zero], [mark('', '3', 80), mark('', '1', 40)], lines).get('a') ?? [];
    // 140 ÷ 3; one of three passes; one of three is low; still two sat it, and nobody gains by an exam he missed.
    expect(counted.map(({ value }) => value)).toEqual(['46.67', '33.33', '33.33', '33.33', '2']);
    expect(counted[0]?.words).toBe('3 人次（缺考 1 人次按 0 分计入）成绩折成百分制的平均');
  });

  it('give one mark to all whose it is', () => {
    const shared = { ...mark('语文组', '1', 80), groups: ['语文组', '七年级组'] };
    const figures = examFigures([shared, mark('七年级组', '1', 40, '数学')], [], lines);
    expect(valuesOf(figures, '语文组')).toMatchObject({ 均分: '80', 参考人数: '1' });
    expect(valuesOf(figures, '七年级组')).toMatchObject({ 均分: '60', 参考人数: '1' });
  });

  it('bring courses of different full marks to one measure', () => {
    const marks = [mark('a', '1', 90, '语文', 120), mark('a', '1', 45, '体育', 50)];
    expect(valuesOf(examFigures(marks, [], lines), 'a')).toMatchObject({
      均分: '82.5',
      参考人数: '1',
      优秀率: '50',
    });
  });

  it('have the gain in standard scores of those who sat both exams, as reckoned by hand', () => {
    // Then 40 and 60: standard scores 40 and 60. Now 90 and 70: 60 and 40. The newcomer moves nobody.
    const before = [mark('', '1', 40), mark('', '2', 60), mark('', 'gone', 5)];
    const now = [mark('a', '1', 90), mark('b', '2', 70), mark('b', 'new', 100)];
    const figures = examFigures(now, before, lines);
    expect(valuesOf(figures, 'a')['增值']).toBe('20');
    expect(valuesOf(figures, 'b')['增值']).toBe('-20');
    expect(figures.get('a')?.find(({ field }) => field === '增值')?.words).toBe(
      '两次都参加的 1 人次，标准分平均 60 − 40',
    );
  });

  it('have the gain among the pupils of a grade: another grade does not shift it', () => {
    const before = [mark('', '1', 40), mark('', '2', 60), mark('', '8', 10), mark('', '9', 20)];
    const older = [mark('c', '8', 5), mark('c', '9', 1)].map((one) => ({ ...one, year: '8' }));
    const now = [mark('a', '1', 90), mark('b', '2', 70)].map((one) => ({ ...one, year: '7' }));
    const figures = examFigures([...now, ...older], before, lines);
    expect(valuesOf(figures, 'a')['增值']).toBe('20');
    expect(valuesOf(figures, 'b')['增值']).toBe('-20');
    expect(valuesOf(figures, 'c')['增值']).toBe('0');
  });

  it('have no gain where there is nothing to compare', () => {
    const alike = [mark('a', '1', 80), mark('a', '2', 80)];
    expect(
      valuesOf(examFigures(alike, [mark('', '1', 50), mark('', '2', 70)], lines), 'a')['增值'],
    ).toBeUndefined();
    expect(valuesOf(examFigures(alike, [], lines), 'a')['增值']).toBeUndefined();
  });

  const exam = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 2,
    maxLength: 40,
  });

  it('do not depend on the order of the rows, and all gains together are nothing', () => {
    fc.assert(
      fc.property(exam, fc.integer({ min: 0, max: 1000 }), (pairs, turn) => {
        const now = pairs.map(([points], at) => mark(at % 3 === 0 ? 'a' : 'b', String(at), points));
        const before = pairs.map(([, points], at) => mark('', String(at), points));
        const figures = examFigures(now, before, lines);
        const cut = turn % now.length;
        const turned = examFigures([...now.slice(cut), ...now.slice(0, cut)], [...before].reverse(), lines);
        for (const group of ['a', 'b']) expect(valuesOf(turned, group)).toEqual(valuesOf(figures, group));
        const sizes = { a: now.filter(({ groups }) => groups[0] === 'a').length, b: 0 };
        sizes.b = now.length - sizes.a;
        const gain = (group: 'a' | 'b'): number =>
          Number(valuesOf(figures, group)['增值'] ?? 0) * sizes[group];
        // Each gain is rounded to hundredths.
        expect(Math.abs(gain('a') + gain('b'))).toBeLessThanOrEqual(0.0051 * now.length);
      }),
    );
  });
});
