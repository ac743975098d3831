import { z } from 'zod';

/** What formulas of a cycle still wait for: a field without a figure, or figures with which a formula cannot be reckoned. */
export const owedDataSchema = z.object({
  /** The field, or blank where all the figures are there and the formula fails on them. */
  field: z.string(),
  /** Why it cannot be reckoned; blank for a field that lacks figures. */
  reason: z.string(),
  /** Names of the indicators that wait. */
  usedBy: z.array(z.string()),
  lacking: z.number().int().min(1),
  subjects: z.number().int().min(1),
  /** The first of those for whom it lacks. */
  names: z.array(z.string()),
});
export type OwedData = z.infer<typeof owedDataSchema>;

export const MOST_NAMES = 5;

const forWhom = ({ lacking, subjects, names }: OwedData): string => {
  if (lacking === subjects && subjects > 1) return `全部 ${String(subjects)} 个对象`;
  return `${names.join('、')}${lacking > names.length ? `等 ${String(lacking)} 个对象` : ''}`;
};

/** One of them as a sentence without its full stop: `“及格率”缺王建国、李梅的数据（指标“达标”要用）`. */
export const owedWords = (owed: OwedData): string => {
  const used = `指标“${owed.usedBy.join('”“')}”`;
  return owed.reason === ''
    ? `“${owed.field}”缺${forWhom(owed)}的数据（${used}要用）`
    : `${used}算不出${forWhom(owed)}的得分：${owed.reason}`;
};

const MOST_LISTED = 3;

/** All of them in one sentence, the first in full. Blank: nothing is owed. */
export const owedSummary = (owed: readonly OwedData[]): string => {
  const listed = owed.slice(0, MOST_LISTED).map(owedWords).join('；');
  return owed.length > MOST_LISTED ? `${listed}；另有 ${String(owed.length - MOST_LISTED)} 项` : listed;
};
