import {
  AlignmentType,
  HeightRule,
  Paragraph,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx';
import type { FieldRow, FieldsBlock } from './block-model.ts';
import { CELL_MARGINS, cell, shares, tableOf } from './cells.ts';
import { TEXT_WIDTH, widthInChars } from './geometry.ts';
import { lines } from './lines.ts';
import { STYLE, type Sheet } from './styles.ts';

/** Bounds of the label column in characters; longer labels wrap. */
const SHORTEST_LABEL = 4;
const LONGEST_LABEL = 6;

/**
 * Field rows may differ in their columns, so the table's grid is the union of all their edges and each cell spans the
 * grid columns between its own two edges.
 */
export const fieldsBlock = (block: FieldsBlock, sheet: Sheet): FileChild[] => {
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
