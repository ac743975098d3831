import type { Run, Text } from './model.ts';

/** Characters that XML 1.0 cannot carry, halves of torn pairs among them: a file with one of them would not open. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The text without what was typed or pasted by accident and no file can hold. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '');

/** A text as runs, one list per paragraph: a line break inside a text starts a new paragraph. */
export const paragraphsOf = (text: Text): Run[][] => {
  const paragraphs: Run[][] = [[]];
  for (const piece of typeof text === 'string' ? [text] : text) {
    const run: Run = typeof piece === 'string' ? { text: piece } : piece;
    const lines = printable(run.text).split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      if (index > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)?.push({ ...run, text: line });
    }
  }
  return paragraphs;
};
