import { bare } from './bare.ts';
import { MARKED, marksOf } from './flow-marks.ts';
import { cutParagraph, SLACK } from './cut-text.ts';

const rowMarks = (row: HTMLTableRowElement): string => marksOf(row.querySelector(MARKED));

const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom;

/** What of a cell lies below the limit. */
const cutCell = (cell: HTMLTableCellElement, limit: number, must: boolean): HTMLTableCellElement => {
  const rest = bare(cell);
  const blocks = [...cell.children].filter((block) => block instanceof HTMLElement);
  const at = blocks.findIndex((block) => bottomOf(block) > limit + SLACK);
  const block = blocks[at];
  if (!block) return rest;
  const part = cutBlock(block, limit, must);
  rest.append(...(part ? [part] : [block]), ...blocks.slice(at + 1));
  return rest;
};

/** Parts a row cell by cell; null when nothing of it may stay. */
const cutRow = (row: HTMLTableRowElement, limit: number): HTMLTableRowElement | null => {
  const rest = bare(row);
  const cells = [...row.cells];
  const parts = cells.map((cell) => cutCell(cell, limit, true));
  const stays = cells.some((cell) => cell.textContent.trim() !== '');
  const goes = parts.some((cell) => cell.textContent.trim() !== '');
  if (!stays || !goes) {
    cells.forEach((cell, at) => cell.append(...(parts[at]?.childNodes ?? [])));
    return null;
  }
  for (const one of [row, rest]) one.style.height = 'auto';
  for (const cell of [...cells, ...parts]) {
    cell.style.height = 'auto';
    cell.style.verticalAlign = 'top';
  }
  rest.append(...parts);
  return rest;
};

/** The columns stay as wide as they are, whatever rows are left in a table. */
const holdWidths = (table: HTMLTableElement): void => {
  if (table.style.tableLayout === 'fixed' && table.dataset['held'] === 'true') return;
  const widths = [...table.querySelectorAll(':scope > colgroup > col')].map((column) => ({
    column,
    width: column.getBoundingClientRect().width,
  }));
  const whole = table.getBoundingClientRect().width;
  for (const { column, width } of widths)
    if (column instanceof HTMLElement && width > 0) column.style.width = `${String(width)}px`;
  table.style.width = `${String(whole)}px`;
  table.style.tableLayout = 'fixed';
  table.dataset['held'] = 'true';
};

/** Cells that reach over the end of the page go on, empty, on the next one. */
const carrySpans = (rows: readonly HTMLTableRowElement[], first: number): void => {
  const below = rows[first];
  if (!below) return;
  rows.slice(0, first).forEach((row, at) => {
    for (const cell of row.cells) {
      const over = at + cell.rowSpan - first;
      if (over <= 0) continue;
      const rest = bare(cell);
      rest.rowSpan = over;
      cell.rowSpan -= over;
      below.insertBefore(rest, below.cells[cell.cellIndex] ?? null);
    }
  });
};

const cutTable = (table: HTMLTableElement, limit: number, must: boolean): HTMLTableElement | null => {
  const rows = [...table.rows];
  const heads = rows.findIndex((row) => !rowMarks(row).includes('h'));
  const repeated = heads < 0 ? 0 : heads;
  let first = rows.findIndex((row, at) => at >= repeated && bottomOf(row) > limit + SLACK);
  const crossing = rows[first];
  if (!crossing) return null;
  const alone = must && first === repeated;
  const part = !rowMarks(crossing).includes('r') || alone ? cutRow(crossing, limit) : null;
  if (!part) {
    if (alone) return null;
    while (first > repeated && rowMarks(rows[first - 1] ?? crossing).includes('n')) first -= 1;
    if (first <= repeated) return null;
  }
  holdWidths(table);
  carrySpans(rows, part ? first + 1 : first);
  const rest = bare(table);
  rest.style.marginTop = '0';
  const columns = table.querySelector(':scope > colgroup');
  if (columns) rest.append(columns.cloneNode(true));
  rest.append(...rows.slice(0, repeated).map((row) => row.cloneNode(true)));
  rest.append(...(part ? [part] : []), ...rows.slice(part ? first + 1 : first));
  return rest;
};

/**
 * Parts a paragraph or table at the end of a page: what lies above `limit` (CSS pixels in the window) stays, the rest is
 * handed back. Null, and nothing is done, when nothing of it may stay. With `must` it is parted although it is marked to
 * stay whole, because it does not fit on any page.
 */
export const cutBlock = (block: HTMLElement, limit: number, must: boolean): HTMLElement | null => {
  if (block instanceof HTMLParagraphElement) return cutParagraph(block, limit, must);
  return block instanceof HTMLTableElement ? cutTable(block, limit, must) : null;
};
