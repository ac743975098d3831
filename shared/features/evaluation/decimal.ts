/**
 * Exact decimals of the evaluation: whole hundredths (`8.5` is 850), so that no sum ever drifts as floating point does.
 *
 * Marks, weights (in percent) and results all have at most two decimals. A quotient is rounded in one place only,
 * `divideHalfUp`, half away from zero as 四舍五入 is taught and as the spreadsheets' ROUND does.
 */

/** 100 % as a weight, and 100 marks as a result, in hundredths. */
export const HUNDRED = 10_000;

/** `numerator / denominator` rounded half up to a whole number. Both are not negative, the denominator not zero. */
export const divideHalfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

const TYPED = /^(?<sign>[+-]?)(?<whole>\d{1,7})(?:\.(?<fraction>\d*))?$/;

/** What a Chinese keyboard or a spreadsheet makes of a number: full-width figures and signs, 。 for the point, `%`. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/[−–—]/g, '-')
    .replace(/[\s,]/g, '')
    .replace(/^([+-]?)\./, '$10.');

export type ReadDecimal =
  | { readonly kind: 'number'; readonly hundredths: number; readonly signed: boolean }
  | { readonly kind: 'too-fine' }
  | { readonly kind: 'not-a-number' };

/** Reads a number as typed or pasted. `too-fine` has more than two decimals that matter: it is refused, not rounded. */
export const readDecimal = (text: string): ReadDecimal => {
  const groups = TYPED.exec(plain(text))?.groups;
  if (!groups) return { kind: 'not-a-number' };
  const fraction = (groups['fraction'] ?? '').replace(/0+$/, '');
  if (fraction.length > 2) return { kind: 'too-fine' };
  const size = Number(groups['whole']) * 100 + Number(fraction.padEnd(2, '0'));
  const negative = groups['sign'] === '-' && size > 0;
  return { kind: 'number', hundredths: negative ? -size : size, signed: groups['sign'] !== '' };
};

/** Hundredths as written by hand: 850 → `8.5`, 10000 → `100`, -25 → `-0.25`. */
export const formatDecimal = (hundredths: number): string => {
  const size = Math.abs(hundredths);
  const whole = String(Math.floor(size / 100));
  const fraction = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${hundredths < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};

/** A result with both decimals, so that columns stand straight: 9235 → `92.35`, 9000 → `90.00`. */
export const formatResult = (hundredths: number): string => {
  const size = Math.abs(hundredths);
  const fraction = String(size % 100).padStart(2, '0');
  return `${hundredths < 0 ? '-' : ''}${String(Math.floor(size / 100))}.${fraction}`;
};

/** A weight with its sign: 3000 → `30%`. */
export const formatWeight = (hundredths: number): string => `${formatDecimal(hundredths)}%`;
