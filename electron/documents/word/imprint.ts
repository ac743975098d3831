import {
  AlignmentType,
  BorderStyle,
  BuilderElement,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type XmlComponent,
} from 'docx';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { TEXT_WIDTH, widthInChars } from './geometry.ts';
import type { OfficialPaper } from './model.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';

/** 首条和末条分隔线 0.35 mm, 中间 0.25 mm, in eighths of a point (GB/T 9704-2012 7.4.1). */
const THICK = 8;
const THIN = 6;

/** 四号: one character of the 版记, which keeps that distance from both edges. */
const CHAR = 280;

/** Height of a line of the 版记 and of a paragraph that carries a rule, in twips. */
const LINE = 500;
const RULE = 40;

/** Where further lines of 抄送 begin: below the first name. */
const NAMES_AT = 4 * CHAR;

const rule = (size: number): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    spacing: { line: RULE, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size, color: '000000', space: 0 } },
  });

interface Entry {
  readonly paragraph: Paragraph;
  readonly lines: number;
}

const carbonCopies = (cc: string): Entry => {
  const text = `${printable(cc)}。`;
  return {
    lines: Math.max(1, Math.ceil((widthInChars(text) * CHAR) / (TEXT_WIDTH - NAMES_AT - CHAR))),
    paragraph: new Paragraph({
      style: STYLE.imprint,
      alignment: AlignmentType.BOTH,
      indent: { left: NAMES_AT, hanging: 3 * CHAR, right: CHAR },
      children: [new TextRun(`抄送：${text}`)],
    }),
  };
};

const printing = (printedBy: string, printedOn: string | undefined): Entry => ({
  lines: 1,
  paragraph: new Paragraph({
    style: STYLE.imprint,
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
  }),
});

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlComponent[] = [],
): XmlComponent =>
  new BuilderElement<Record<string, string>>({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  });

/** Points of twips, as VML writes lengths. */
const points = (twips: number): string => `${String(twips / 20)}pt`;

/**
 * A box across the 版心 whose lower edge is that of the 版心, on whatever page its anchor comes to stand: Word, WPS and
 * LibreOffice all place it so, where a frame (`w:framePr`) is only understood by Word. Text keeps above it.
 */
const footBox = (children: readonly Paragraph[], height: number): TextRun => {
  const box = element(
    'v:shape',
    {
      id: 'MzImprint',
      type: '#_x0000_t202',
      style:
        `position:absolute;margin-left:0;margin-top:0;width:${points(TEXT_WIDTH)};height:${points(height)};z-index:1;` +
        'mso-wrap-distance-left:0;mso-wrap-distance-right:0;mso-wrap-distance-top:0;mso-wrap-distance-bottom:0;' +
        'mso-position-horizontal:left;mso-position-horizontal-relative:margin;' +
        'mso-position-vertical:bottom;mso-position-vertical-relative:margin',
      filled: 'f',
      stroked: 'f',
    },
    [
      element('v:textbox', { inset: '0,0,0,0', style: 'mso-fit-shape-to-text:t' }, [
        element('w:txbxContent', {}, children),
      ]),
      element('w10:wrap', { type: 'topAndBottom', anchorx: 'margin', anchory: 'margin' }),
    ],
  );
  const shapeType = element(
    'v:shapetype',
    {
      id: '_x0000_t202',
      coordsize: '21600,21600',
      'o:spt': '202',
      path: 'm,l,21600r21600,l21600,xe',
    },
    [
      element('v:stroke', { joinstyle: 'miter' }),
      element('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }),
    ],
  );
  return new TextRun({ children: [element('w:pict', {}, [shapeType, box])] });
};

/** What the box is anchored to: a line of its own, too low to be seen or to need a page. */
const anchor = (box: TextRun): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    children: [box],
  });

/**
 * Adds the 版记 to the content: at the bottom of the last page, its last line on the lower edge of the 版心. A letter's has
 * no rules and names neither printer nor day of printing (GB/T 9704-2012 7.4, 10.1).
 */
export const imprint = (paper: OfficialPaper, content: readonly FileChild[]): readonly FileChild[] => {
  const ruled = paper.kind !== 'letter';
  const entries = [
    ...(paper.cc === undefined ? [] : [carbonCopies(paper.cc)]),
    ...(ruled && paper.printedBy !== undefined ? [printing(paper.printedBy, paper.printedOn)] : []),
  ];
  if (entries.length === 0) return content;
  const paragraphs = ruled
    ? [
        ...entries.flatMap(({ paragraph }, index) => [rule(index === 0 ? THICK : THIN), paragraph]),
        rule(THICK),
      ]
    : entries.map(({ paragraph }) => paragraph);
  const height =
    entries.reduce((sum, { lines }) => sum + lines * LINE, 0) + (ruled ? (entries.length + 1) * RULE : 0);
  return [...content, anchor(footBox(paragraphs, height))];
};
