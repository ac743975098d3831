import Fraction from 'fraction.js';
import { decimalOf, fractionOf, roundHalfUp } from './decimal-text.ts';
import { allowedIn, type DataField } from './fields.ts';

/** A cell as it came: what stands in it, and what a workbook knows beside that. */
export interface RawDatum {
  readonly text: string;
  /** A number that its workbook shows as a percentage: 0.925 is 92.5 %. */
  readonly percent?: boolean;
}

export interface ReadingRules {
  /** Too many decimals are rounded; else refused. */
  readonly round: boolean;
  /** Bare numbers of this column are shares of 1: 0.925 is 92.5 %. */
  readonly shares: boolean;
}
export const strictReading: ReadingRules = { round: false, shares: false };

export type ReadDatum =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'problem'; readonly problem: string };

const problem = (text: string): ReadDatum => ({ kind: 'problem', problem: text });

const NUMBER = /^([+-]?)(\d{1,10})(?:\.(\d{0,17}))?$/;

/** What a Chinese keyboard or another program makes of a number. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/[−–—]/g, '-')
    .replace(/[\s,]/g, '')
    .replace(/^([+-]?)\./, '$10.');

const numberOf = (digits: string): Fraction | undefined => {
  const found = NUMBER.exec(digits);
  if (!found) return undefined;
  const [, sign = '', whole = '', decimals = ''] = found;
  return fractionOf(`${sign === '-' ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`);
};

const HUNDRED_TIMES = new Fraction(100n, 1n);

/**
 * Reads one figure as typed, pasted or found in a workbook. Blank is `empty`: a figure that is not known, which is not
 * 0. A percentage is taken as the number before its sign; where the field is none, it is refused.
 */
export const readDatum = (
  field: DataField,
  raw: RawDatum,
  rules: ReadingRules = strictReading,
): ReadDatum => {
  const typed = raw.text.trim();
  if (typed === '') return { kind: 'empty' };
  const bare = plain(typed);
  const isShare = field.unit === '%';
  const unit = plain(field.unit);
  const marked = bare.endsWith('%');
  if ((marked || raw.percent === true) && !isShare)
    return problem(
      `“${field.name}”的单位是${field.unit === '' ? '数' : `“${field.unit}”`}，不能填百分数，填写的是“${typed}”`,
    );
  const digits = unit !== '' && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare;
  const number = numberOf(digits);
  if (!number) return problem(`须填写数字（${allowedIn(field)}），填写的是“${typed}”`);
  const scaled =
    raw.percent === true || (rules.shares && isShare && !marked) ? number.mul(HUNDRED_TIMES) : number;
  const rounded = roundHalfUp(scaled, field.decimals);
  if (!rules.round && !rounded.equals(scaled))
    return problem(
      field.decimals === 0
        ? `须填写整数，填写的是 ${typed}`
        : `最多 ${String(field.decimals)} 位小数，填写的是 ${typed}`,
    );
  const { min, max } = field;
  if (
    (min !== null && rounded.compare(fractionOf(min)) < 0) ||
    (max !== null && rounded.compare(fractionOf(max)) > 0)
  )
    return problem(`须在允许的范围内（${allowedIn(field)}），填写的是 ${typed}`);
  return { kind: 'value', value: decimalOf(rounded) };
};
