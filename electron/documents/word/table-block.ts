import { AlignmentType, LineRuleType, Paragraph, TableRow, type FileChild } from 'docx';
import type { TableBlock } from './block-model.ts';
import { cell, shares, tableOf } from './cells.ts';
import { TEXT_WIDTH } from './geometry.ts';
import { ALIGN, line } from './lines.ts';
import { STYLE } from './styles.ts';

/** Keeps the rule of a table off the descenders of the line above. */
const aboveTable = (): Paragraph =>
  new Paragraph({
    style: STYLE.cell,
    keepNext: true,
    spacing: { line: 100, lineRule: LineRuleType.EXACT },
  });

/** A table whose head is repeated on every page. */
export const tableBlock = (block: TableBlock): FileChild[] => {
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
