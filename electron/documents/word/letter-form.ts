import { AlignmentType, BorderStyle, Footer, Header, LineRuleType, Paragraph, TextRun } from 'docx';
import { draftMark } from './draft-mark.ts';
import { FOOTER_LINE, pageHeader, pageNumber } from './furniture.ts';
import { LINE, PAGE, mm } from './geometry.ts';
import type { Letterhead, LetterPaper } from './model.ts';
import { MARK_INK, NUMBER_OPEN, RED, markPoints, redMark, type Head } from './red-head.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';

/** The mark's upper edge and the lower double line, from the edges of the sheet (GB/T 9704-2012 10.1). */
const MARK_TOP = mm(30);
const LOWER_LINE = mm(20);

/** Largest type of the mark in points. */
const MARK_LARGEST = 40;

/** Between mark and upper double line. */
const MARK_TO_LINE = mm(4);

/** 170 mm, in the middle of the sheet: further out than the 版心 on both sides. */
const OUT_LEFT = PAGE.left - Math.round((PAGE.width - mm(170)) / 2);
const OUT_RIGHT = PAGE.right - Math.round((PAGE.width - mm(170)) / 2);

/** 7/8 of the height of a 三号 character: between a double line and the text beside it. */
const TEXT_TO_LINE = Math.round((7 / 8) * 320);

/** How far below the top of an exact line of `LINE` the ink of 三号 type begins. */
const INK_BELOW_LINE_TOP = Math.round(0.8 * LINE - 0.86 * 320);

/** Height of the paragraph that carries a double line. */
const RULE_HEIGHT = 20;
const RULE_THICKNESS = 60;

/** Where the body of the first page ends, and where that of the others does, from the lower edge of the sheet. */
const FIRST_BOTTOM = LOWER_LINE + RULE_HEIGHT + RULE_THICKNESS + TEXT_TO_LINE;

/** Where usual pre-printed letter paper has its upper double line, below the upper edge of the 版心. */
const USUAL_LETTER_FREE_MM = 8;

/** Upper: thick above thin; lower: thin above thick. */
const doubleLine = (where: 'upper' | 'lower', before: number): Paragraph =>
  new Paragraph({
    style: STYLE.smallHead,
    spacing: { before, line: RULE_HEIGHT, lineRule: LineRuleType.EXACT },
    indent: { left: -OUT_LEFT, right: -OUT_RIGHT },
    border: {
      [where === 'upper' ? 'top' : 'bottom']: {
        style: where === 'upper' ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.THIN_THICK_SMALL_GAP,
        size: 18,
        color: RED,
        space: 0,
      },
    },
    children: [],
  });

const strut = (height: number): Paragraph =>
  new Paragraph({
    style: STYLE.smallHead,
    spacing: { line: height, lineRule: LineRuleType.EXACT },
    children: [],
  });

/** What stands on the pages of a letter beside its text, and where in twips from the edges of the sheet. */
export interface LetterFrame {
  readonly headers: { first: Header; default: Header; even: Header };
  readonly footers: { first: Footer; default: Footer; even: Footer };
  readonly margins: { readonly header: number; readonly footer: number; readonly bottom: number };
}

/** 发文字号 at the right edge of the 版心, 7/8 of a character below the upper double line. */
const letterNumber = (number: string | undefined, before: number): Paragraph =>
  new Paragraph({
    style: STYLE.number,
    alignment: AlignmentType.RIGHT,
    spacing: { before },
    children: [new TextRun(number === undefined ? NUMBER_OPEN : printable(number))],
  });

/** The first page's own header: mark and upper double line stand above the 版心 and push the text down. */
const firstHeader = (paper: LetterPaper, drawn: boolean, points: number): Header => {
  const marked = drawn
    ? [
        redMark(paper.issuer, points, 0, { left: -OUT_LEFT, right: -OUT_RIGHT }),
        doubleLine('upper', MARK_TO_LINE - Math.round(points * 20 * MARK_INK.bottom)),
      ]
    : [];
  const draft = paper.draft
    ? [
        new Paragraph({
          style: STYLE.smallHead,
          spacing: { line: RULE_HEIGHT, lineRule: LineRuleType.EXACT },
          children: [draftMark],
        }),
      ]
    : [];
  const all = [...marked, ...draft];
  return new Header({ children: all.length > 0 ? all : [strut(RULE_HEIGHT)] });
};

/** A footer with the page number where every paper has it, tall enough to end the text 35 mm above the sheet's edge. */
const followingFooter = (side: 'right' | 'left'): Footer => {
  const below = PAGE.bottom - mm(7) - FOOTER_LINE / 2 - LOWER_LINE;
  const above = PAGE.bottom - LOWER_LINE - below - FOOTER_LINE;
  return new Footer({ children: [strut(above), pageNumber(side), strut(below)] });
};

/** The number of a letter, below the upper double line; on a plain one it is the first line. */
export const letterHead = (paper: LetterPaper, letterhead: Letterhead): Head => {
  const belowLine = Math.max(0, TEXT_TO_LINE - INK_BELOW_LINE_TOP);
  const free = letterhead.mode === 'preprinted' ? mm(letterhead.letterFreeMm ?? USUAL_LETTER_FREE_MM) : 0;
  const before = letterhead.mode === 'plain' ? 0 : free + belowLine;
  return { paragraphs: [letterNumber(paper.number, before)], titleBefore: 2 * LINE, belowTitle: [] };
};

/**
 * 信函式 (GB/T 9704-2012 10.1): the mark 30 mm below the edge of the sheet, a double line 4 mm below it and another 20 mm
 * above the lower edge, both 170 mm long; no page number on the first page. On the school's own letter paper nothing
 * red is printed, and a plain one leaves the head out.
 */
export const letterFrame = (paper: LetterPaper, { mode }: Letterhead): LetterFrame => {
  const drawn = mode === 'electronic';
  const points = markPoints(printable(paper.issuer), MARK_LARGEST);
  const following = pageHeader(paper.draft);
  return {
    headers: { first: firstHeader(paper, drawn, points), default: following, even: following },
    footers: {
      first: new Footer({ children: [drawn ? doubleLine('lower', TEXT_TO_LINE) : strut(RULE_HEIGHT)] }),
      default: followingFooter('right'),
      even: followingFooter('left'),
    },
    margins: {
      header: drawn ? MARK_TOP - Math.round(points * 20 * MARK_INK.top) : mm(15),
      footer: LOWER_LINE,
      bottom: FIRST_BOTTOM,
    },
  };
};
