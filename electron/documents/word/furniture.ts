import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { draftMark } from './draft-mark.ts';
import { LINE, PAGE, mm } from './geometry.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';

/** 页码 is 四号 type: its line is this high, and one character of it this wide. */
export const FOOTER_LINE = 280;
const FOOTER_CHAR = 280;

/** The dash beside the number lies 7 mm below the 版心 (GB/T 9704-2012 7.5); it runs through the middle of its line. */
const FOOTER_DISTANCE = PAGE.bottom - mm(7) - FOOTER_LINE / 2;

/** A4 with the margins of the 版心. */
export const pageSetup = {
  page: {
    size: { width: PAGE.width, height: PAGE.height },
    margin: {
      top: PAGE.top,
      bottom: PAGE.bottom,
      left: PAGE.left,
      right: PAGE.right,
      header: mm(15),
      footer: FOOTER_DISTANCE,
      gutter: 0,
    },
  },
} as const;

/** The same with the grid of 22 lines a page, to which official papers are set. */
export const gridPageSetup = { ...pageSetup, grid: { type: 'lines', linePitch: LINE } } as const;

/** 页码 of an official paper: `— 1 —`, one character from the edge. */
export const pageNumber = (side: 'right' | 'left'): Paragraph =>
  new Paragraph({
    style: STYLE.footer,
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'right' ? { right: FOOTER_CHAR } : { left: FOOTER_CHAR },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });

/** The page number of odd pages stands on the right, that of even pages on the left. */
export const officialFooters = (): { default: Footer; even: Footer } => ({
  default: new Footer({ children: [pageNumber('right')] }),
  even: new Footer({ children: [pageNumber('left')] }),
});

/** `第 1 页 共 3 页` in the middle, below a line that is printed on every page. */
export const countedFooter = (everyPage: string | undefined): Footer =>
  new Footer({
    children: [
      ...(everyPage === undefined
        ? []
        : [
            new Paragraph({
              style: STYLE.footer,
              alignment: AlignmentType.LEFT,
              spacing: { after: 120 },
              children: [new TextRun(printable(everyPage))],
            }),
          ]),
      new Paragraph({
        style: STYLE.footer,
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size: 21,
            children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });

/** The head of a page: 草稿 across it while the paper is a draft, and a running head where the form has one. */
export const pageHeader = (draft: boolean, runningHead?: string): Header =>
  new Header({
    children: [
      new Paragraph({
        style: STYLE.smallHead,
        alignment: AlignmentType.RIGHT,
        children: [
          ...(runningHead === undefined ? [] : [new TextRun(printable(runningHead))]),
          ...(draft ? [draftMark] : []),
        ],
      }),
    ],
  });
