import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { blank, line, lines, renderBlocks } from './blocks.ts';
import { gridPageSetup, officialFooters, pageHeader } from './furniture.ts';
import { CHAR, LINE, SIZE, TEXT_WIDTH, mm, textWidth, widthInChars } from './geometry.ts';
import { imprint } from './imprint.ts';
import type { Attachment, OfficialPaper } from './model.ts';
import { OFFICIAL_SHEET, STYLE } from './styles.ts';
import { printable } from './text.ts';
import { breakTitle } from './title-lines.ts';

/** Largest and smallest type of the issuer's mark in points; in between it fills the width of the 版心. */
const ISSUER_LARGEST = 48;
const ISSUER_SMALLEST = 22;

/** How far below the top of its line the ink of a glyph begins, in em, when the line is 1.3 em high. */
const INK_TOP = 0.18;

const RED_LINE = { style: BorderStyle.SINGLE, size: 10, color: 'FF0000' } as const;

/** Points between the number's line and the red rule: with the room below the glyphs, 4 mm (GB/T 9704-2012 7.2.7). */
const RED_LINE_SPACE = 8;

/** 发文机关标志: its upper edge lies 35 mm below the upper edge of the 版心 (GB/T 9704-2012 7.2.4). */
const issuerMark = (issuer: string): Paragraph => {
  const fitting = Math.floor(TEXT_WIDTH / 20 / widthInChars(issuer));
  const points = Math.max(ISSUER_SMALLEST, Math.min(ISSUER_LARGEST, fitting));
  return new Paragraph({
    style: STYLE.issuer,
    spacing: {
      before: mm(35) - Math.round(points * 20 * INK_TOP),
      line: Math.round(points * 20 * 1.3),
      lineRule: LineRuleType.EXACT,
    },
    children: [new TextRun({ text: printable(issuer), size: points * 2 })],
  });
};

/** 发文字号 two lines below the mark, and the red rule below it (GB/T 9704-2012 7.2.5, 7.2.7). */
const documentNumber = (number: string | undefined): Paragraph =>
  new Paragraph({
    style: STYLE.number,
    border: { bottom: { ...RED_LINE, space: RED_LINE_SPACE } },
    children: [new TextRun(number === undefined ? '（文号待定）' : printable(number))],
  });

/** How many 二号 characters stand on one line. */
const TITLE_CHARS = Math.floor(TEXT_WIDTH / (SIZE.two * 10));

/** A title as one paragraph per line; `before` is the room above its first line. */
export const titleLines = (title: string, words: readonly string[], before: number): Paragraph[] =>
  breakTitle(printable(title), TITLE_CHARS, words).map((text, index) =>
    line(text, { style: STYLE.title, ...(index === 0 ? { spacing: { before } } : {}) }),
  );

/** 附件说明: one line below the body, two characters in, no punctuation after the names (GB/T 9704-2012 7.3.4). */
const attachmentList = (attachments: readonly Attachment[]): Paragraph[] => {
  const counted = attachments.length > 1;
  const textStart = (2 + 3 + (counted ? 1 : 0)) * CHAR;
  return attachments.map(({ title }, index) =>
    line(`${index === 0 ? '附件：' : ''}${counted ? `${String(index + 1)}.` : ''}${title}`, {
      style: STYLE.flush,
      alignment: AlignmentType.LEFT,
      ...(index === 0 ? { spacing: { before: LINE } } : {}),
      indent: { left: textStart, hanging: index === 0 ? textStart - 2 * CHAR : counted ? CHAR : 0 },
      keepNext: true,
    }),
  );
};

/** Each attachment with a text of its own begins a page: mark on the first line, title on the third (7.3.7). */
const attachmentPages = (attachments: readonly Attachment[]): FileChild[] =>
  attachments.flatMap(({ title, blocks }, index): FileChild[] =>
    blocks === undefined
      ? []
      : [
          line(`附件${attachments.length > 1 ? String(index + 1) : ''}`, {
            style: STYLE.attachmentMark,
            pageBreakBefore: true,
          }),
          ...titleLines(title, [], LINE),
          blank(),
          ...renderBlocks(blocks, OFFICIAL_SHEET),
        ],
  );

const centred = (text: string, center: number, keepNext: boolean): Paragraph =>
  new Paragraph({
    style: STYLE.signature,
    keepNext,
    tabStops: [{ type: TabStopType.CENTER, position: Math.round(center) }],
    children: [new TextRun({ children: [new Tab(), text] })],
  });

const startingAt = (text: string, left: number, keepNext: boolean): Paragraph =>
  line(text, { style: STYLE.signature, keepNext, indent: { left: Math.max(0, Math.round(left)) } });

/** Blank lines above the signature: with a seal two, so that its upper edge comes within a line of the body. */
const SEALED_BLANKS = 2;

/**
 * 署名 and 成文日期 (GB/T 9704-2012 7.3.5). With a seal the date ends four characters from the right and the name is
 * centred above it; without one the name ends two characters from the right and the date begins two characters after
 * the name does.
 */
const signature = (paper: OfficialPaper): Paragraph[] => {
  const name = printable(paper.signature.issuer);
  const date = paper.signature.day === undefined ? '　　年　月　日' : formatDay(paper.signature.day);
  const nameWidth = textWidth(name);
  const dateWidth = textWidth(date);
  const gap = (count: number): Paragraph[] =>
    Array.from({ length: count }, () => new Paragraph({ style: STYLE.flush, keepNext: true }));

  if (paper.sealed) {
    const center = Math.min(TEXT_WIDTH - 4 * CHAR - dateWidth / 2, TEXT_WIDTH - nameWidth / 2);
    return [...gap(SEALED_BLANKS), centred(name, center, true), centred(date, center, true)];
  }
  const dateByName = TEXT_WIDTH - 2 * CHAR - nameWidth + 2 * CHAR;
  const dateLeft = Math.min(dateByName, TEXT_WIDTH - 2 * CHAR - dateWidth);
  return [...gap(1), startingAt(name, dateLeft - 2 * CHAR, true), startingAt(date, dateLeft, true)];
};

/** The one section of an official paper (GB/T 9704-2012 in its general form, 公文的通用格式). */
export const officialSection = (paper: OfficialPaper): ISectionOptions => {
  const attachments = paper.attachments ?? [];
  const content: FileChild[] = [
    issuerMark(printable(paper.issuer)),
    documentNumber(paper.number),
    ...titleLines(paper.title, paper.titleWords ?? [], 2 * LINE),
    ...(paper.addressee === undefined
      ? [blank()]
      : lines(`${paper.addressee}：`, { style: STYLE.addressee })),
    ...renderBlocks(paper.body, OFFICIAL_SHEET),
    ...attachmentList(attachments),
    ...signature(paper),
    ...attachmentPages(attachments),
  ];
  const header = pageHeader(paper.draft);
  return {
    properties: gridPageSetup,
    headers: { default: header, even: header },
    footers: officialFooters(),
    children: imprint(paper, content),
  };
};
