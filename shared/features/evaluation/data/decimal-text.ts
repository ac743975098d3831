import Fraction from 'fraction.js';

/**
 * Data are kept as plain decimals in text, `92.5` or `-0.25`: exactly what was typed, to four decimals at most, and
 * readable in the file by which a school may look after twenty years.
 */
export const DECIMAL = /^-?\d{1,10}(?:\.\d{1,4})?$/;

const ZERO = new Fraction(0n, 1n);

/** A decimal as the exact number. */
export const fractionOf = (text: string): Fraction => {
  const negative = text.startsWith('-');
  const [whole = '', decimals = ''] = (negative ? text.slice(1) : text).split('.');
  const size = new Fraction(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length));
  return negative ? size.neg() : size;
};

/** Rounded half away from zero, as 四舍五入 is taught. */
export const roundHalfUp = (value: Fraction, places: number): Fraction => {
  const scale = 10n ** BigInt(places);
  const size = value.abs().mul(new Fraction(scale, 1n));
  const rounded = new Fraction((2n * size.n + size.d) / (2n * size.d), scale);
  return value.compare(ZERO) < 0 ? rounded.neg() : rounded;
};

/** The shortest decimal of a value, rounded to four decimals where it has more. */
export const decimalOf = (value: Fraction): string => {
  const tenThousandths = roundHalfUp(value, 4).mul(new Fraction(10_000n, 1n));
  const digits = tenThousandths.n.toString().padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0+$/, '');
  const sign = tenThousandths.compare(ZERO) < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -4)}${decimals === '' ? '' : `.${decimals}`}`;
};
