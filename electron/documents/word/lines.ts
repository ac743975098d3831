import { AlignmentType, Paragraph, TextRun, UnderlineType, type IParagraphOptions } from 'docx';
import type { Run, Text } from './block-model.ts';
import { STYLE } from './styles.ts';
import { paragraphsOf, printable } from './text.ts';

export const ALIGN = {
  justify: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

export const runOf = (run: Run): TextRun =>
  new TextRun({
    text: run.text,
    ...(run.face === undefined ? {} : { style: STYLE.run[run.face] }),
    ...(run.underline === true ? { underline: { type: UnderlineType.SINGLE } } : {}),
  });

/** One paragraph per line of the text, all in one style. */
export const lines = (text: Text, options: IParagraphOptions): Paragraph[] =>
  paragraphsOf(text).map((runs) => new Paragraph({ ...options, children: runs.map(runOf) }));

export const line = (text: string, options: IParagraphOptions): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun(printable(text))] });

export const blank = (): Paragraph => new Paragraph({ style: STYLE.flush });
