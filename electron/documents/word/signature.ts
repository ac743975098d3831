import { Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { line } from './lines.ts';
import { CHAR, LINE, TEXT_WIDTH, mm, textWidth } from './geometry.ts';
import type { DownwardPaper, LetterPaper, UpwardPaper } from './model.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';

const centred = (text: string, center: number, keepNext: boolean): Paragraph =>
  new Paragraph({
    style: STYLE.signature,
    keepNext,
    tabStops: [{ type: TabStopType.CENTER, position: Math.round(center) }],
    children: [new TextRun({ children: [new Tab(), text] })],
  });

const startingAt = (text: string, left: number, keepNext: boolean): Paragraph =>
  line(text, { style: STYLE.signature, keepNext, indent: { left: Math.max(0, Math.round(left)) } });

/** A usual round seal of a school, in millimetres. */
const USUAL_SEAL_MM = 42;

/**
 * Blank lines above the signature, so that a seal centred on name and date ends within a line of the body
 * (GB/T 9704-2012 7.3.5.1: 印章顶端应当上距正文（或附件说明）一行之内).
 */
export const sealBlanks = (sealMm: number): number => Math.max(1, Math.ceil((mm(sealMm) / 2 - LINE) / LINE));

/**
 * 署名, 成文日期 and 附注 (GB/T 9704-2012 7.3.5, 7.3.6). With a seal the date ends four characters from the right and the
 * name is centred above it; without one the name ends two characters from the right and the date begins two characters
 * after the name does. The note stands on the next line, two characters from the left, in brackets.
 */
export const signature = (paper: DownwardPaper | UpwardPaper | LetterPaper): Paragraph[] => {
  const name = printable(paper.signature.issuer);
  const { day, dayText = '　　年　月　日' } = paper.signature;
  const date = day === undefined ? printable(dayText) : formatDay(day);
  const nameWidth = textWidth(name);
  const dateWidth = textWidth(date);
  const gap = (count: number): Paragraph[] =>
    Array.from({ length: count }, () => new Paragraph({ style: STYLE.flush, keepNext: true }));
  const note =
    paper.note === undefined ? [] : [line(`（${paper.note}）`, { style: STYLE.body, keepNext: true })];

  if (paper.sealed) {
    const center = Math.min(TEXT_WIDTH - 4 * CHAR - dateWidth / 2, TEXT_WIDTH - nameWidth / 2);
    return [
      ...gap(sealBlanks(paper.letterhead?.sealMm ?? USUAL_SEAL_MM)),
      centred(name, center, true),
      centred(date, center, true),
      ...note,
    ];
  }
  const dateByName = TEXT_WIDTH - 2 * CHAR - nameWidth + 2 * CHAR;
  const dateLeft = Math.min(dateByName, TEXT_WIDTH - 2 * CHAR - dateWidth);
  return [...gap(1), startingAt(name, dateLeft - 2 * CHAR, true), startingAt(date, dateLeft, true), ...note];
};
