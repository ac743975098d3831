import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { renderBlocks } from './blocks.ts';
import { blank, line } from './lines.ts';
import { countedFooter, pageHeader, pageSetup } from './furniture.ts';
import { LINE } from './geometry.ts';
import type { Block, Dossier } from './model.ts';
import { DOSSIER_SHEET, STYLE } from './styles.ts';
import { breakTitle } from './title-lines.ts';

/** 封面 type sizes in half-points, and how many characters of the title stand on a line. */
const COVER_TITLE_CHARS = 12;

const FACT_LABEL = 2200;
const FACT_WIDTH = 6200;

const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** What the cover tells about its subject: label, and the value on a rule. */
const coverFacts = (facts: Dossier['cover']['facts']): FileChild[] => {
  if (facts.length === 0) return [];
  const side = (text: string, width: number, ruled: boolean): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.BOTTOM,
      ...(ruled ? { borders: { bottom: RULE } } : {}),
      children: [line(text, { style: STYLE.coverLine })],
    });
  return [
    new Table({
      alignment: AlignmentType.CENTER,
      layout: TableLayoutType.FIXED,
      width: { size: FACT_WIDTH, type: WidthType.DXA },
      columnWidths: [FACT_LABEL, FACT_WIDTH - FACT_LABEL],
      borders: {
        top: NONE,
        bottom: NONE,
        left: NONE,
        right: NONE,
        insideHorizontal: NONE,
        insideVertical: NONE,
      },
      rows: facts.map(
        ({ label, value }) =>
          new TableRow({
            cantSplit: true,
            height: { value: 760, rule: HeightRule.ATLEAST },
            children: [side(label, FACT_LABEL, false), side(value, FACT_WIDTH - FACT_LABEL, true)],
          }),
      ),
    }),
  ];
};

const cover = (paper: Dossier): FileChild[] => [
  line(paper.cover.issuer, { style: STYLE.coverLine, spacing: { before: 3 * LINE } }),
  ...breakTitle(paper.cover.title, COVER_TITLE_CHARS).map((text, index) =>
    line(text, { style: STYLE.coverTitle, ...(index === 0 ? { spacing: { before: 3 * LINE } } : {}) }),
  ),
  ...(paper.cover.subtitle === undefined
    ? []
    : [line(paper.cover.subtitle, { style: STYLE.coverLine, spacing: { before: LINE } })]),
  blank(),
  blank(),
  ...coverFacts(paper.cover.facts),
  line(formatDay(paper.cover.day), { style: STYLE.coverLine, spacing: { before: 3 * LINE } }),
];

const contents = (): FileChild[] => [
  line('目　　录', {
    style: STYLE.title,
    spacing: { after: LINE },
    pageBreakBefore: true,
  }),
  new TableOfContents('目录', { headingStyleRange: '1-1', hyperlink: true }),
];

/** Cover, contents and sections; the cover bears no page number but counts as a page. */
export const dossierSection = (paper: Dossier): ISectionOptions => {
  const blocks = paper.sections.flatMap(({ title, newPage, blocks: content }, at): Block[] => [
    { kind: 'heading', level: 1, text: title, newPage: at === 0 || newPage === true },
    ...content,
  ]);
  return {
    properties: { ...pageSetup, titlePage: true },
    headers: {
      default: pageHeader(paper.draft, paper.runningHead),
      first: paper.draft
        ? pageHeader(true)
        : new Header({ children: [new Paragraph({ style: STYLE.smallHead })] }),
    },
    footers: {
      default: countedFooter(undefined),
      first: new Footer({ children: [new Paragraph({ style: STYLE.footer })] }),
    },
    children: [...cover(paper), ...contents(), ...renderBlocks(blocks, DOSSIER_SHEET)],
  };
};
