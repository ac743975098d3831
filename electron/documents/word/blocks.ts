import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  PageBreak,
  Paragraph,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type IParagraphOptions,
} from 'docx';
import { TEXT_WIDTH, widthInChars } from './geometry.ts';
import type {
  Block,
  FieldRow,
  FieldsBlock,
  HeadingBlock,
  ParagraphBlock,
  Run,
  SignaturesBlock,
  TableBlock,
  Text,
} from './model.ts';
import { createHeadingCounter } from './numbering.ts';
import { STYLE, type Sheet } from './styles.ts';
import { paragraphsOf, printable } from './text.ts';

const ALIGN = {
  justify: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 } as const;
const GRID = {
  top: THIN,
  bottom: THIN,
  left: THIN,
  right: THIN,
  insideHorizontal: THIN,
  insideVertical: THIN,
};
const CELL_MARGINS = { left: 100, right: 100, top: 50, bottom: 50 };

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

/** Shares of the text width in whole twips, which add up to it exactly. */
export const shares = (weights: readonly number[], total: number): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const result: number[] = [];
  let used = 0;
  let weightSoFar = 0;
  for (const weight of weights) {
    weightSoFar += weight;
    const edge = Math.round((total * weightSoFar) / sum);
    result.push(edge - used);
    used = edge;
  }
  return result;
};

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

const cell = (text: string, width: number, style: string, options: IParagraphOptions, span = 1): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: CELL_MARGINS,
    ...(span > 1 ? { columnSpan: span } : {}),
    children: lines(text, { style, ...options }),
  });

const tableOf = (rows: readonly TableRow[], columnWidths: readonly number[]): Table =>
  new Table({
    rows,
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: GRID,
  });

/** Keeps the rule of a table off the descenders of the line above. */
const aboveTable = (): Paragraph =>
  new Paragraph({
    style: STYLE.cell,
    keepNext: true,
    spacing: { line: 100, lineRule: LineRuleType.EXACT },
  });

const tableBlock = (block: TableBlock): FileChild[] => {
  const widths = shares(
    block.columns.map((column) => column.width),
    TEXT_WIDTH,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) =>
      cell(column.title, widths[index] ?? 0, STYLE.cellHead, {}),
    ),
  });
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: block.columns.map((column, index) =>
          cell(row[index] ?? '', widths[index] ?? 0, STYLE.cell, {
            alignment: ALIGN[column.align ?? 'left'],
          }),
        ),
      }),
  );
  const empty =
    rows.length === 0
      ? [
          new TableRow({
            children: [
              cell(
                block.emptyText ?? '无',
                TEXT_WIDTH,
                STYLE.cell,
                { alignment: AlignmentType.CENTER },
                widths.length,
              ),
            ],
          }),
        ]
      : [];
  return [
    block.caption === undefined ? aboveTable() : line(block.caption, { style: STYLE.caption }),
    tableOf([head, ...rows, ...empty], widths),
    // Two tables in a row would grow together without a paragraph between them.
    new Paragraph({ style: STYLE.cell }),
  ];
};

/** Bounds of the label column in characters; longer labels wrap. */
const SHORTEST_LABEL = 4;
const LONGEST_LABEL = 6;

/**
 * Field rows may differ in their columns, so the table's grid is the union of all their edges and each cell spans the
 * grid columns between its own two edges.
 */
const fieldsBlock = (block: FieldsBlock, sheet: Sheet): FileChild[] => {
  const charWidth = sheet.cellSize * 10;
  const labels = block.rows.flatMap((row) =>
    row.kind === 'fields'
      ? row.fields.map((field) => field.label)
      : row.kind === 'opinion'
        ? [row.label]
        : [],
  );
  const longest = Math.max(...labels.map(widthInChars), SHORTEST_LABEL);
  const labelWidth = Math.ceil(Math.min(longest, LONGEST_LABEL) * charWidth) + CELL_MARGINS.left * 2 + 20;
  const edgesOf = (row: FieldRow): number[] => {
    if (row.kind === 'band') return [0, TEXT_WIDTH];
    if (row.kind === 'opinion') return [0, labelWidth, TEXT_WIDTH];
    const fieldWidths = shares(
      row.fields.map((field) => field.width ?? 1),
      TEXT_WIDTH,
    );
    const edges = [0];
    let start = 0;
    for (const width of fieldWidths) {
      edges.push(start + Math.min(labelWidth, Math.round(width / 2)), start + width);
      start += width;
    }
    return edges;
  };
  const grid = [...new Set(block.rows.flatMap(edgesOf))].sort((a, b) => a - b);
  const widths = grid.slice(1).map((edge, index) => edge - (grid[index] ?? 0));
  const spanned = (from: number, to: number, text: string, style: string): TableCell =>
    cell(text, to - from, style, {}, grid.indexOf(to) - grid.indexOf(from));

  const rows = block.rows.map((row) => {
    const edges = edgesOf(row);
    const at = (index: number): number => edges[index] ?? TEXT_WIDTH;
    if (row.kind === 'band') {
      return new TableRow({
        cantSplit: true,
        children: [spanned(0, TEXT_WIDTH, row.text, STYLE.cellHead)],
      });
    }
    if (row.kind === 'opinion') {
      const least = row.lines ?? 4;
      const height = least * sheet.cellLine + 2 * CELL_MARGINS.top;
      const perLine = Math.floor((TEXT_WIDTH - at(1) - 2 * CELL_MARGINS.left) / charWidth);
      const textLines = row.text
        .split('\n')
        .reduce((count, part) => count + Math.max(1, Math.ceil(widthInChars(part) / perLine)), 0);
      // Pushes the signature to the bottom of the cell, where the pen expects it.
      const room = Math.max(0, least - textLines - 1) * sheet.cellLine;
      return new TableRow({
        cantSplit: true,
        height: { value: height, rule: HeightRule.ATLEAST },
        children: [
          spanned(0, at(1), row.label, STYLE.cellHead),
          new TableCell({
            width: { size: TEXT_WIDTH - at(1), type: WidthType.DXA },
            margins: CELL_MARGINS,
            columnSpan: grid.indexOf(TEXT_WIDTH) - grid.indexOf(at(1)),
            verticalAlign: row.sign === undefined ? VerticalAlignTable.CENTER : VerticalAlignTable.BOTTOM,
            children: [
              ...lines(row.text, { style: STYLE.cell }),
              ...(row.sign === undefined
                ? []
                : lines(row.sign, {
                    style: STYLE.cell,
                    alignment: AlignmentType.RIGHT,
                    indent: { right: charWidth },
                    spacing: { before: room },
                  })),
            ],
          }),
        ],
      });
    }
    return new TableRow({
      cantSplit: true,
      height: { value: sheet.cellLine + 220, rule: HeightRule.ATLEAST },
      children: row.fields.flatMap((field, index) => [
        spanned(at(2 * index), at(2 * index + 1), field.label, STYLE.cellHead),
        spanned(at(2 * index + 1), at(2 * index + 2), field.value, STYLE.cell),
      ]),
    });
  });
  return [tableOf(rows, widths), new Paragraph({ style: STYLE.cell })];
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
