/**
 * The page of GB/T 9704-2012 in twips (1/20 pt): A4, 版心 156 mm × 225 mm, 22 lines of 28 characters.
 *
 * 28 characters of 三号 (16 pt) are wider than 156 mm, so every character is set 0.25 pt tighter; a grid of type `lines`
 * with an exact line height then gives exactly 22 × 28 in Word, WPS and LibreOffice alike.
 */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
} as const;

/** Width and height of the 版心. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** One line of body text: 225 mm / 22, rounded down so that the last line is never pushed out. */
export const LINE = 579;

/** Character spacing of body text in twips. */
export const TIGHTEN = -5;

/** Advance of one full-width 三号 character. */
export const CHAR = 16 * 20 + TIGHTEN;

/** Characters of body text on a line. */
export const LINE_CHARS = 28;

/** Half-points, the unit of font sizes in the file: 字号 to size. */
export const SIZE = {
  /** 二号 */
  two: 44,
  /** 三号 */
  three: 32,
  /** 四号 */
  four: 28,
  /** 小四 */
  smallFour: 24,
  /** 五号 */
  five: 21,
} as const;

const isHalfWidth = (char: string): boolean => char >= ' ' && char <= '~';

/** How many full-width characters the text is wide; printable ASCII counts one half. */
export const widthInChars = (text: string): number => {
  let width = 0;
  for (const char of text) width += isHalfWidth(char) ? 0.5 : 1;
  return width;
};

/** Width in twips of a text in 三号 body type. Half-width characters are half as wide, but tightened by as much. */
export const textWidth = (text: string): number => {
  let width = 0;
  for (const char of text) width += (isHalfWidth(char) ? 160 : 320) + TIGHTEN;
  return width;
};

export const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
