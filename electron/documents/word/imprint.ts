import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
  type FileChild,
} from 'docx';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { TEXT_WIDTH } from './geometry.ts';
import type { OfficialPaper } from './model.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';

/** 首条和末条分隔线 0.35 mm, 中间 0.25 mm, in eighths of a point (GB/T 9704-2012 7.4.1). */
const THICK = 8;
const THIN = 6;

/** 四号: one character of the 版记, which keeps that distance from both edges. */
const CHAR = 280;

/** Paragraphs in a row with this frame stand together at the bottom of the 版心; the text ends above them. */
const frame = {
  type: 'alignment',
  width: TEXT_WIDTH,
  wrap: FrameWrap.NOT_BESIDE,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  space: { horizontal: 0, vertical: 200 },
} as const;

const rule = (size: number): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    frame,
    keepNext: true,
    spacing: { line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size, color: '000000', space: 0 } },
  });

const carbonCopies = (cc: string): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    frame,
    keepNext: true,
    alignment: AlignmentType.BOTH,
    // Further lines stand below the first name, not below 抄送.
    indent: { left: 4 * CHAR, hanging: 3 * CHAR, right: CHAR },
    children: [new TextRun(`抄送：${printable(cc)}。`)],
  });

const printing = (printedBy: string, printedOn: string | undefined): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    frame,
    keepNext: true,
    indent: { left: CHAR, right: CHAR },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - CHAR }],
    children: [
      new TextRun({
        children: [
          printable(printedBy),
          ...(printedOn === undefined ? [] : [new Tab(), `${formatDay(printedOn)}印发`]),
        ],
      }),
    ],
  });

/** What the 版记 is anchored to: a line of its own, too low to be seen or to need a page. */
const anchor = (): Paragraph =>
  new Paragraph({ style: STYLE.imprint, spacing: { line: 20, lineRule: LineRuleType.EXACT } });

/**
 * Adds the 版记 to the content: at the bottom of the last page, its last line on the lower edge of the 版心. It floats, so
 * that it neither needs a page of its own nor leaves the last one; a program that knows no frames shows it below the
 * date, where it disturbs nothing.
 */
export const imprint = (
  paper: Pick<OfficialPaper, 'cc' | 'printedBy' | 'printedOn'>,
  content: readonly FileChild[],
): readonly FileChild[] => {
  const entries = [
    ...(paper.cc === undefined ? [] : [carbonCopies(paper.cc)]),
    ...(paper.printedBy === undefined ? [] : [printing(paper.printedBy, paper.printedOn)]),
  ];
  if (entries.length === 0) return content;
  return [
    ...content,
    ...entries.flatMap((entry, index) => [rule(index === 0 ? THICK : THIN), entry]),
    rule(THICK),
    anchor(),
  ];
};
