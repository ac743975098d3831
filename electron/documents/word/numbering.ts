import { AppError } from '../../../shared/kernel/result.ts';
import type { HeadingBlock } from './model.ts';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 … 99 as 一 … 九十九, the way items of a paper are counted. */
export const chineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 99)
    throw new AppError('invalid', '标题编号只能从一到九十九。');
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return tensText + (ones === 0 ? '' : (DIGITS[ones] ?? ''));
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
