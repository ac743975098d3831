import type { CompareView } from '../../../../shared/features/evaluation/compare/views.ts';
import { subjectSourceOf } from '../../../../shared/features/evaluation/schema.ts';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';

/** What stands where nothing can be said, or nothing may be shown. */
export const NOTHING = '—';

/** A figure with its two decimals. */
export const shown = (hundredths: number | null): string =>
  hundredths === null ? NOTHING : formatResult(hundredths);

/** A figure with its sign: +1.20, -0.35. */
export const signed = (hundredths: number | null): string =>
  hundredths === null ? NOTHING : `${hundredths > 0 ? '+' : ''}${formatResult(hundredths)}`;

/** A share of the full marks: 8450 → 84.5%. */
export const share = (hundredths: number | null): string =>
  hundredths === null ? NOTHING : `${(hundredths / 100).toFixed(1)}%`;

/** A correlation in thousandths as it is usually written: 0.87. */
export const correlation = (thousandths: number | null): string =>
  thousandths === null ? NOTHING : (thousandths / 1000).toFixed(2).replace(/^-(?=0\.00$)/, '');

/** For the axes of charts: marks; a gap where there is nothing. */
export const marks = (hundredths: number | null): number | '-' =>
  hundredths === null ? '-' : hundredths / 100;

/** How far two judgements agree, in words. */
export const agreementWord = (thousandths: number | null): string => {
  if (thousandths === null) return '人数太少或没有高低，不作判断';
  if (thousandths >= 700) return '排序很一致';
  if (thousandths >= 500) return '排序较一致';
  if (thousandths >= 300) return '有一定一致';
  return thousandths > -300 ? '看不出一致' : '排序相反';
};

/** Departments are in no department themselves: among them each stands for itself. */
export const isInDepartments = ({ kind }: Pick<CompareView, 'kind'>): boolean =>
  !['school', 'departments'].includes(subjectSourceOf(kind));
