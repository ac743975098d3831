import { addDays, addMonths } from '../kernel/dates.ts';

/** The longest that sanctions may run together (《事业单位工作人员处分规定》; 《政务处分法》第十五条 for 从事管理的人员). */
export const LONGEST_MONTHS = 48;

/**
 * Last day of a period of months that begins on a day, that day included. It is not moved on by days off: a period of
 * sanction is no term for an act.
 */
export const periodEnd = (from: string, months: number): string => addDays(addMonths(from, months), -1);

/** Whole months from a day to the last day of a period, a part counted as a whole one; 0 when it is over. */
export const monthsLeft = (from: string, endsOn: string): number => {
  for (let months = 0; months <= 240; months += 1) if (periodEnd(from, months) >= endsOn) return months;
  throw new RangeError(`a period that ends on ${endsOn} is far too long`);
};

/**
 * The period of a new sanction while an earlier one runs: what is left of the earlier plus the new one, at most 48 months
 * from the day on which the new one takes effect.
 */
export const mergedEnd = (effectiveOn: string, months: number, runningUntil: readonly string[]): string => {
  const latest = runningUntil
    .filter((day) => day >= effectiveOn)
    .sort()
    .at(-1);
  const own = periodEnd(effectiveOn, months);
  if (latest === undefined) return own;
  const together = addMonths(addDays(latest, 1), months);
  const merged = addDays(together, -1);
  const longest = periodEnd(effectiveOn, LONGEST_MONTHS);
  return merged < longest ? merged : longest;
};
