import { formatDocumentNumber } from '../../kernel/document-number.ts';
import { AppError } from '../../kernel/result.ts';

/** A run of numbers that counts from 1 each year: the school's papers, its cases, its leads. */
export interface NumberSeries {
  /**
   * `case` for 案号, `lead` for 线索, `appeal` for 申诉复核, `publicity` for 公示, `evaluation` for
   * answers about evaluations, `document` for papers: two series never share numbers even
   * when their prefixes are alike.
   */
  readonly kind: 'case' | 'lead' | 'appeal' | 'publicity' | 'evaluation' | 'document';
  /**
   * What stands before the year: the school's 代字 with the suffix of the paper's kind, 问责 for cases, 线索 for leads,
   * 申 for appeals.
   */
  readonly prefix: string;
  readonly year: number;
}

/** The key under which the numbers of a series are found. */
export const seriesKey = ({ kind, prefix, year }: NumberSeries): string =>
  `${kind}|${prefix}|${String(year)}`;

/** One place in a series. Unique: no number is ever given twice, not even after it was made void. */
export const placeKey = (series: NumberSeries, sequence: number): string =>
  `${seriesKey(series)}|${String(sequence)}`;

/**
 * The next number of a series. Void numbers keep their place, so the highest one counts whatever its state.
 *
 * @throws AppError `invalid` once the year's 99 999 numbers are used up.
 */
export const allocateNext = (
  series: NumberSeries,
  taken: readonly number[],
): { sequence: number; number: string } => {
  const sequence = taken.reduce((highest, each) => Math.max(highest, each), 0) + 1;
  if (sequence > 99_999)
    throw new AppError(
      'invalid',
      `${String(series.year)} 年“${series.prefix}”的编号已经用完，请更换机关代字。`,
    );
  return { sequence, number: formatDocumentNumber(series.prefix, series.year, sequence) };
};

/** What is wrong with a series: numbers that are missing between 1 and the highest, and numbers given twice. */
export const auditSeries = (taken: readonly number[]): { missing: number[]; doubled: number[] } => {
  const counts = new Map<number, number>();
  for (const sequence of taken) counts.set(sequence, (counts.get(sequence) ?? 0) + 1);
  const highest = Math.max(0, ...counts.keys());
  const missing: number[] = [];
  for (let sequence = 1; sequence <= highest; sequence += 1)
    if (!counts.has(sequence)) missing.push(sequence);
  return {
    missing,
    doubled: [...counts].filter(([, count]) => count > 1).map(([sequence]) => sequence),
  };
};
