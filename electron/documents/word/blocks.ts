import {
  AlignmentType,
  PageBreak,
  Paragraph,
  TabStopType,
  TextRun,
  UnderlineType,
  type FileChild,
} from 'docx';
import type { Block, HeadingBlock, ParagraphBlock, SignaturesBlock } from './block-model.ts';
import { fieldsBlock } from './fields-block.ts';
import { TEXT_WIDTH } from './geometry.ts';
import { ALIGN, blank, lines, runOf } from './lines.ts';
import { createHeadingCounter } from './numbering.ts';
import { STYLE, type Sheet } from './styles.ts';
import { tableBlock } from './table-block.ts';
import { paragraphsOf, printable } from './text.ts';

const paragraphBlock = (block: ParagraphBlock): Paragraph[] =>
  lines(block.text, {
    style: block.indent === 'none' ? STYLE.flush : STYLE.body,
    ...(block.align === undefined ? {} : { alignment: ALIGN[block.align] }),
    ...(block.keepWithNext === true ? { keepNext: true } : {}),
  });

const headingBlock = (block: HeadingBlock, mark: string): Paragraph[] => {
  const [opening, ...following] = paragraphsOf(block.then ?? []);
  const then = opening ?? [];
  return [
    new Paragraph({
      style: STYLE.heading[block.level - 1] ?? STYLE.body,
      ...(block.newPage === true ? { pageBreakBefore: true } : {}),
      // A heading that goes on as body text is a paragraph like any other and may be parted by a page end.
      ...(then.length > 0 ? { keepNext: false, keepLines: false } : {}),
      children: [
        new TextRun(mark + printable(block.text)),
        ...then.map((run) => runOf({ face: 'fang', ...run })),
      ],
    }),
    ...following.map((runs) => new Paragraph({ style: STYLE.body, children: runs.map(runOf) })),
  ];
};

/** A rule for the pen of this many full-width characters. */
const PEN_CHARS = 8;

const signaturesBlock = (block: SignaturesBlock, sheet: Sheet): Paragraph[] => {
  const columns = block.columns ?? 1;
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < block.lines.length; at += columns) {
    const group = block.lines.slice(at, at + columns);
    paragraphs.push(
      new Paragraph({
        style: STYLE.flush,
        alignment: AlignmentType.LEFT,
        spacing: { before: Math.round(sheet.line / 3) },
        keepLines: true,
        keepNext: at + columns < block.lines.length,
        tabStops: [{ type: TabStopType.LEFT, position: Math.round(TEXT_WIDTH / 2) }],
        children: group.flatMap((signature, index) => [
          new TextRun(`${index > 0 ? '\t' : ''}${printable(signature.label)}`),
          new TextRun({ text: '\u3000'.repeat(PEN_CHARS), underline: { type: UnderlineType.SINGLE } }),
          ...(signature.after === undefined ? [] : [new TextRun(printable(signature.after))]),
        ]),
      }),
    );
  }
  return paragraphs;
};

/** Turns blocks into the body of a document; headings are counted from the start of the list. */
export const renderBlocks = (blocks: readonly Block[], sheet: Sheet): FileChild[] => {
  const nextMark = createHeadingCounter();
  return blocks.flatMap((block): FileChild[] => {
    switch (block.kind) {
      case 'paragraph':
        return paragraphBlock(block);
      case 'heading':
        return headingBlock(block, nextMark(block.level));
      case 'table':
        return tableBlock(block);
      case 'fields':
        return fieldsBlock(block, sheet);
      case 'signatures':
        return signaturesBlock(block, sheet);
      case 'blank':
        return Array.from({ length: block.lines ?? 1 }, blank);
      case 'page-break':
        return [new Paragraph({ style: STYLE.flush, children: [new PageBreak()] })];
    }
  });
};
