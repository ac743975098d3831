import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  TabStopType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { TEXT_WIDTH } from './geometry.ts';
import type { OfficialPaper } from './model.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';

/** 首条和末条分隔线 0.35 mm, 中间 0.25 mm, in eighths of a point (GB/T 9704-2012 7.4.1). */
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** 四号: one character of the 版记, which keeps that distance from both edges. */
const CHAR = 280;

const row = (paragraph: Paragraph): TableRow =>
  new TableRow({
    cantSplit: true,
    height: { value: 560, rule: HeightRule.ATLEAST },
    children: [
      new TableCell({
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        verticalAlign: 'center',
        margins: { left: CHAR, right: CHAR, top: 0, bottom: 0 },
        children: [paragraph],
      }),
    ],
  });

const carbonCopies = (cc: string): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    alignment: AlignmentType.BOTH,
    // Further lines stand below the first name, not below 抄送.
    indent: { left: 3 * CHAR, hanging: 3 * CHAR },
    children: [new TextRun(`抄送：${printable(cc)}。`)],
  });

const printing = (printedBy: string, printedOn: string | undefined): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - 2 * CHAR }],
    children: [
      new TextRun({
        children: [
          printable(printedBy),
          ...(printedOn === undefined ? [] : [new Tab(), `${formatDay(printedOn)}印发`]),
        ],
      }),
    ],
  });

/**
 * Adds the 版记 to the content: at the bottom of the last page, its last line on the lower edge of the 版心. It floats,
 * anchored to the last paragraph, so that it neither needs a page of its own nor leaves the last one.
 */
export const imprint = (
  paper: Pick<OfficialPaper, 'cc' | 'printedBy' | 'printedOn'>,
  content: readonly FileChild[],
): readonly FileChild[] => {
  const rows = [
    ...(paper.cc === undefined ? [] : [row(carbonCopies(paper.cc))]),
    ...(paper.printedBy === undefined ? [] : [row(printing(paper.printedBy, paper.printedOn))]),
  ];
  if (rows.length === 0) return content;
  const table = new Table({
    rows,
    columnWidths: [TEXT_WIDTH],
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
      topFromText: 200,
      bottomFromText: 0,
      leftFromText: 0,
      rightFromText: 0,
    },
    borders: {
      top: THICK,
      bottom: THICK,
      left: NONE,
      right: NONE,
      insideHorizontal: THIN,
      insideVertical: NONE,
    },
  });
  return [...content.slice(0, -1), table, ...content.slice(-1)];
};
