import { AppError } from '../../../shared/kernel/result.ts';
import type { HeadingBlock } from './model.ts';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 … 999 as 一 … 九百九十九, the way items of a paper and chapters of a book are counted. */
export const chineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 999)
    throw new AppError('invalid', '标题编号只能从一到九百九十九。');
  const digit = (of: number): string => DIGITS[of] ?? '';
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const high = hundreds === 0 ? '' : `${digit(hundreds)}百`;
  // 十二 alone, but 一百一十二; 一百零二 names the empty place.
  const middle =
    tens > 0
      ? `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`
      : hundreds > 0 && ones > 0
        ? digit(0)
        : '';
  return high + middle + (ones === 0 ? '' : digit(ones));
};

const MARKS: Record<HeadingBlock['level'], (value: number) => string> = {
  1: (value) => `${chineseNumeral(value)}、`,
  2: (value) => `（${chineseNumeral(value)}）`,
  3: (value) => `${String(value)}.`,
  4: (value) => `（${String(value)}）`,
};

/**
 * Counts headings as they come: each level starts again below a higher one (GB/T 9704-2012 7.3.3:
 * 一、（一）1.（1）). Returns the mark to put before the heading's text.
 */
export const createHeadingCounter = (): ((level: HeadingBlock['level']) => string) => {
  const counts = [0, 0, 0, 0];
  return (level) => {
    const value = (counts[level - 1] ?? 0) + 1;
    counts[level - 1] = value;
    counts.fill(0, level);
    return MARKS[level](value);
  };
};
