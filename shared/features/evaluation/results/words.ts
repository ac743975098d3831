import { formatResult } from '../decimal.ts';
import type { Band } from '../indicators.ts';
import { gradeOf } from '../rules.ts';
import { gradeCauseLabels, type Figures } from '../schema.ts';
import type { ResultRow } from '../views.ts';
import { UNGRADED } from './published.ts';
import { changeLabels, type Adjustment } from './schema.ts';

/** Results and what was done with them, in words, alike on screens and papers. */

export const UNFINISHED = '未评齐';

/** The figures of a row that has some. */
export const figuresOf = (row: ResultRow): Figures | undefined =>
  row.outcome.kind === 'graded' ? row.outcome.figures : undefined;

/** How a row came out, in one word. */
export const gradeWord = ({ outcome }: ResultRow): string => {
  switch (outcome.kind) {
    case 'graded':
      return outcome.figures.grade;
    case 'assigned':
    case 'concealed':
      return outcome.grade;
    case 'incomplete':
      return UNFINISHED;
    case 'undetermined':
      return UNGRADED;
  }
};

/** How many have the highest grade and take one of its places. */
export const withPlace = (rows: readonly ResultRow[], best: string): number =>
  rows.filter((row) => gradeWord(row) === best && (figuresOf(row)?.outsideQuota ?? '') === '').length;

/** Why the grade is not the one that the total gives, and why a total is not the one that was reckoned. */
export const causesOf = ({ gradeSteps, reckonedTotal, total, outsideQuota }: Figures): string[] => [
  ...(reckonedTotal === null
    ? []
    : [`校准：总分由 ${formatResult(reckonedTotal)} 调整为 ${formatResult(total)}`]),
  ...gradeSteps.map(({ cause, from, note }) => `${gradeCauseLabels[cause]}：原为${from}，${note}`),
  ...(outsideQuota === '' ? [] : [`不占优秀名额：${outsideQuota}`]),
];

/** The same in a few words, each once. */
export const causeWords = ({ gradeSteps, reckonedTotal, outsideQuota }: Figures): string[] => [
  ...new Set([
    ...(reckonedTotal === null ? [] : [gradeCauseLabels.adjustment]),
    ...gradeSteps.map(({ cause }) => gradeCauseLabels[cause]),
    ...(outsideQuota === '' ? [] : ['不占名额']),
  ]),
];

/** How often each grade occurs among the words, best first, then those without a grade. */
export const gradeCounts = (
  bands: readonly Band[],
  words: readonly string[],
): { label: string; count: number }[] =>
  [...bands.map(({ label }) => label), UNFINISHED, UNGRADED].map((label) => ({
    label,
    count: words.filter((word) => word === label).length,
  }));

/** What an adjustment did, in words: `调整等次：合格 → 优秀`. */
export const changeWords = ({ change, before }: Pick<Adjustment, 'change' | 'before'>): string => {
  switch (change.kind) {
    case 'grade':
      return `${changeLabels.grade}：${before} → ${change.to}`;
    case 'total':
      return `${changeLabels.total}：${before} → ${formatResult(change.to)}`;
    case 'outsideQuota':
      return changeLabels.outsideQuota;
  }
};

/** The grade that the reckoned total alone would give. */
export const gradeByLine = (bands: readonly Band[], row: ResultRow): string => {
  const figures = figuresOf(row);
  return figures ? (gradeOf(bands, figures.reckonedTotal ?? figures.total)?.label ?? '') : gradeWord(row);
};
