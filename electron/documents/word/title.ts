import type { Paragraph } from 'docx';
import { line } from './lines.ts';
import { SIZE, TEXT_WIDTH } from './geometry.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';
import { breakTitle } from './title-lines.ts';

/** How many 二号 characters stand on one line. */
const TITLE_CHARS = Math.floor(TEXT_WIDTH / (SIZE.two * 10));

/** Digits and letters of 小标宋 are not exactly half as wide: a line that has some keeps a character in reserve. */
const charsFor = (title: string): number => (/[ -~]/.test(title) ? TITLE_CHARS - 1 : TITLE_CHARS);

/** A title as one paragraph per line; `before` and `after` are the room around it in twips. */
export const titleLines = (
  title: string,
  words: readonly string[],
  before: number,
  after = 0,
): Paragraph[] => {
  const lines = breakTitle(printable(title), charsFor(title), words);
  return lines.map((text, index) => {
    const spacing = {
      ...(index === 0 ? { before } : {}),
      ...(after > 0 && index === lines.length - 1 ? { after } : {}),
    };
    return line(text, { style: STYLE.title, ...(Object.keys(spacing).length > 0 ? { spacing } : {}) });
  });
};
