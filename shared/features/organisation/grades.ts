import { yearOf } from '../../kernel/dates.ts';
import type { SchoolClass } from './schema.ts';

const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A number up to 99 as Chinese characters: 3 → 三, 12 → 十二, 20 → 二十. */
export const chineseNumber = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : (CHINESE[tens] ?? '')}十`;
  return `${tensText}${ones === 0 && tens > 0 ? '' : (CHINESE[ones] ?? '')}`;
};

/** The calendar year in which the school year of a day began: it begins on 1 September. */
export const schoolYearOf = (day: string): number => yearOf(day) - (day.slice(5) < '09-01' ? 1 : 0);

/** `2026—2027 学年` */
export const schoolYearLabel = (startYear: number): string =>
  `${String(startYear)}—${String(startYear + 1)} 学年`;

/** The grade of a class on a day, 1 … 12 or beyond once it has left; a day before entry gives the grade of entry. */
export const gradeOn = (entry: Pick<SchoolClass, 'entryYear' | 'entryGrade'>, day: string): number =>
  entry.entryGrade + Math.max(0, schoolYearOf(day) - entry.entryYear);

const gradeLabel = (grade: number): string => {
  if (grade >= 10) return `高${chineseNumber(grade - 9)}`;
  return `${chineseNumber(grade)}年级`;
};

/** `2023级（3）班`: a name that stays right over the years. */
export const entryLabel = ({ entryYear, ordinal }: Pick<SchoolClass, 'entryYear' | 'ordinal'>): string =>
  `${String(entryYear)}级（${String(ordinal)}）班`;

/** `七年级（3）班` on a day; a class that has graduated is named by its year: `2023级（3）班`. */
export const classLabel = (
  entry: Pick<SchoolClass, 'entryYear' | 'entryGrade' | 'ordinal' | 'graduatedOn'>,
  day: string,
): string => {
  const grade = gradeOn(entry, day);
  const gone = (entry.graduatedOn !== null && entry.graduatedOn < day) || grade > 12;
  return gone ? entryLabel(entry) : `${gradeLabel(grade)}（${String(entry.ordinal)}）班`;
};

/** Classes in their order as offices write them: those of one grade together, `七年级（1、3）班、八年级（2）班`. */
export const classesInWords = (labels: readonly string[]): string => {
  const groups: { grade: string; ordinals: string[] }[] = [];
  for (const label of labels) {
    const [, grade = label, ordinal] = /^(.*)（(\d+)）班$/.exec(label) ?? [];
    const last = groups.at(-1);
    if (ordinal !== undefined && last?.grade === grade) last.ordinals.push(ordinal);
    else groups.push({ grade, ordinals: ordinal === undefined ? [] : [ordinal] });
  }
  return groups
    .map(({ grade, ordinals }) => (ordinals.length === 0 ? grade : `${grade}（${ordinals.join('、')}）班`))
    .join('、');
};
