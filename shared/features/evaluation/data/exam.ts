import Fraction from 'fraction.js';
import { decimalOf, roundHalfUp } from './decimal-text.ts';

/** One pupil's mark in one course. */
export interface ExamMark {
  /** The same in both exams. */
  readonly pupil: string;
  readonly course: string;
  /** The grade, among whose pupils standard scores are reckoned; blank: not known. */
  readonly year: string;
  /** The subjects whose result it is: the pupil, the class, the teacher, a department or two, the school; none: of the year alone. */
  readonly groups: readonly string[];
  /** In hundredths. */
  readonly mark: number;
  readonly full: number;
  /** 缺考, counted as 0 because the school says so; he did not sit the exam, so he gains and loses nothing. */
  readonly absent: boolean;
}

/** 缺考, 免考 or an empty cell. */
export const gapKinds = ['absent', 'exempt', 'blank'] as const;
export type GapKind = (typeof gapKinds)[number];

/** A mark that is not there. */
export interface ExamGap {
  readonly groups: readonly string[];
  readonly kind: GapKind;
}

/** Lines as shares of the full marks, in hundredths of a percent: 6000 is 60 %. */
export interface ExamLines {
  readonly pass: number;
  readonly excellent: number;
  readonly low: number;
}

export interface ExamFigure {
  readonly field: string;
  /** A decimal. */
  readonly value: string;
  /** How it came about. */
  readonly words: string;
}

const HUNDRED = 10_000;
const percent = (line: number): string => `${String(line / 100)}%`;

const share = (count: number, of: number): string =>
  decimalOf(roundHalfUp(new Fraction(BigInt(100 * count), BigInt(of)), 2));

const reaches = ({ mark, full }: ExamMark, line: number): boolean => mark * HUNDRED >= line * full;

const gapWords = { absent: '缺考', exempt: '免考', blank: '空白' } as const;

/** Who is not among those counted, and who is counted as 0; blank: everybody sat the exam. */
const apart = (zeros: number, gaps: readonly ExamGap[]): string => {
  const parts = [
    ...(zeros > 0 ? [`缺考 ${String(zeros)} 人次按 0 分计入`] : []),
    ...gapKinds.flatMap((kind) => {
      const count = gaps.filter((gap) => gap.kind === kind).length;
      return count === 0 ? [] : [`${gapWords[kind]} ${String(count)} 人次不计`];
    }),
  ];
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
};

/** 均分 (out of 100), 及格率, 优秀率, 低分率 and 参考人数 of one group; exact, rounded once to two decimals. */
const plainFigures = (
  marks: readonly ExamMark[],
  gaps: readonly ExamGap[],
  { pass, excellent, low }: ExamLines,
): ExamFigure[] => {
  const count = marks.length;
  const sum = marks.reduce(
    (total, { mark, full }) => total.add(new Fraction(BigInt(100 * mark), BigInt(full))),
    new Fraction(0n, 1n),
  );
  const passed = marks.filter((one) => reaches(one, pass)).length;
  const excelled = marks.filter((one) => reaches(one, excellent)).length;
  const failed = marks.filter((one) => !reaches(one, low)).length;
  const taken = `${String(count)} 人次${apart(marks.filter(({ absent }) => absent).length, gaps)}`;
  const sat = marks.filter(({ absent }) => !absent).map(({ pupil }) => pupil);
  return [
    {
      field: '均分',
      value: decimalOf(roundHalfUp(sum.div(new Fraction(BigInt(count), 1n)), 2)),
      words: `${taken}成绩折成百分制的平均`,
    },
    {
      field: '及格率',
      value: share(passed, count),
      words: `${taken}中 ${String(passed)} 人次达到满分的 ${percent(pass)}`,
    },
    {
      field: '优秀率',
      value: share(excelled, count),
      words: `${taken}中 ${String(excelled)} 人次达到满分的 ${percent(excellent)}`,
    },
    {
      field: '低分率',
      value: share(failed, count),
      words: `${taken}中 ${String(failed)} 人次低于满分的 ${percent(low)}`,
    },
    {
      field: '参考人数',
      value: String(new Set(sat).size),
      words: '有成绩的学生人数',
    },
  ];
};

/** 标准分 of each pupil of a course, 50 + 10 × (x − μ) ÷ σ with the population's σ; undefined where all are alike. */
const standardScores = (marks: readonly ExamMark[]): Map<string, number> | undefined => {
  // In one order, whatever the order of the rows, so that the sums come out alike to the last bit.
  const sorted = [...marks].sort((a, b) => (a.pupil < b.pupil ? -1 : 1));
  const values = sorted.map(({ mark, full }) => mark / full);
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length;
  const same = sorted.every(
    ({ mark, full }) => mark * (sorted[0]?.full ?? 1) === (sorted[0]?.mark ?? 0) * full,
  );
  if (same) return undefined;
  const spread = Math.sqrt(variance);
  return new Map(sorted.map(({ pupil }, at) => [pupil, 50 + (10 * ((values[at] ?? 0) - mean)) / spread]));
};

interface Gain {
  readonly before: number;
  readonly now: number;
}

/**
 * Standard scores of everybody who sat a course in both exams, by group. The cohort of both is the same pupils: those of a
 * grade, as they are in the later exam.
 */
const gainsOf = (now: readonly ExamMark[], before: readonly ExamMark[]): Map<string, Gain[]> => {
  const gains = new Map<string, Gain[]>();
  const cohorts = new Map(now.map(({ year, course }) => [`${year}/${course}`, { year, course }]));
  for (const [, { year, course }] of [...cohorts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const late = now.filter((one) => one.course === course && one.year === year && !one.absent);
    const early = before.filter((one) => one.course === course && !one.absent);
    const sat = new Set(early.map(({ pupil }) => pupil));
    const both = late.filter(({ pupil }) => sat.has(pupil));
    const again = new Set(both.map(({ pupil }) => pupil));
    const scoresNow = standardScores(both);
    const scoresBefore = standardScores(early.filter(({ pupil }) => again.has(pupil)));
    if (!scoresNow || !scoresBefore) continue;
    for (const { pupil, groups } of both.sort((a, b) => (a.pupil < b.pupil ? -1 : 1)))
      for (const group of groups) {
        const own = gains.get(group) ?? [];
        own.push({ before: scoresBefore.get(pupil) ?? 50, now: scoresNow.get(pupil) ?? 50 });
        gains.set(group, own);
      }
  }
  return gains;
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/** Square roots are not exact: what should lie on the half is not to fall below it by the last bit. */
const ALMOST = 1e-9;
const twoDecimals = (value: number): string => {
  const hundredths = Math.floor(Math.abs(value) * 100 + 0.5 + ALMOST);
  return decimalOf(new Fraction(BigInt(value < 0 ? -hundredths : hundredths), 100n));
};

const byGroup = <Of extends { readonly groups: readonly string[] }>(
  all: readonly Of[],
): ReadonlyMap<string, readonly Of[]> => {
  const found = new Map<string, Of[]>();
  for (const one of all)
    for (const group of one.groups) {
      const held = found.get(group);
      if (held) held.push(one);
      else found.set(group, [one]);
    }
  return found;
};

/**
 * What the marks of an exam say of each group.
 *
 * 增值 is the mean 标准分 of those who sat both exams, now minus then. Standard scores are reckoned course by course and grade by
 * grade among just these pupils, so that the gains of all of them add up to 0; a course in which all had the same marks is left out.
 *
 * @param before marks of the earlier exam; empty: no 增值
 * @param gaps of this exam: counted nowhere, but said
 */
export const examFigures = (
  now: readonly ExamMark[],
  before: readonly ExamMark[],
  lines: ExamLines,
  gaps: readonly ExamGap[] = [],
): ReadonlyMap<string, readonly ExamFigure[]> => {
  const gains = gainsOf(now, before);
  const groups = byGroup(now);
  const missing = byGroup(gaps);
  return new Map(
    [...groups].map(([group, marks]) => {
      const own = gains.get(group) ?? [];
      const [later, earlier] = [meanOf(own.map((one) => one.now)), meanOf(own.map((one) => one.before))];
      const gain: ExamFigure[] =
        own.length === 0
          ? []
          : [
              {
                field: '增值',
                value: twoDecimals(later - earlier),
                words: `两次都参加的 ${String(own.length)} 人次，标准分平均 ${twoDecimals(later)} − ${twoDecimals(earlier)}`,
              },
            ];
      return [group, [...plainFigures(marks, missing.get(group) ?? [], lines), ...gain]] as const;
    }),
  );
};
