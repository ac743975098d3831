import type { CellProblem } from '../../../../shared/features/evaluation/systems/book-preview.ts';
import type { ReadRow, ReadSheet } from '../../../documents/excel/read-workbook.ts';
import { columnLetters } from '../../../documents/excel/score-sheet.ts';

/** A table of a sheet, its columns found by their titles wherever they stand. */
export interface SheetTable<K extends string> {
  readonly sheet: string;
  readonly head: ReadRow;
  readonly rows: readonly ReadRow[];
  readonly columns: ReadonlyMap<K, number>;
}

/** The columns by title below the first row that has all of the `needed` titles; undefined where none has. */
export const tableIn = <K extends string>(
  { name, rows }: ReadSheet,
  titles: ReadonlyMap<string, K>,
  needed: readonly K[],
): SheetTable<K> | undefined => {
  for (const [place, head] of rows.entries()) {
    const columns = new Map<K, number>();
    for (const [column, { text }] of head.cells) {
      const key = titles.get(text.replace(/\s/g, ''));
      if (key !== undefined && !columns.has(key)) columns.set(key, column);
    }
    if (needed.every((key) => columns.has(key)))
      return { sheet: name, head, rows: rows.slice(place + 1), columns };
  }
  return undefined;
};

/** One line of a table, read cell by cell; what is wrong is kept with its place. */
export class LineReader<K extends string> {
  private readonly table: SheetTable<K>;
  private readonly row: ReadRow;
  private readonly problems: CellProblem[];

  constructor(table: SheetTable<K>, row: ReadRow, problems: CellProblem[]) {
    this.table = table;
    this.row = row;
    this.problems = problems;
  }

  private cell(key: K): ReturnType<ReadRow['cells']['get']> {
    const column = this.table.columns.get(key);
    return column === undefined ? undefined : this.row.cells.get(column);
  }

  /** As it stands there, without a word about it. */
  peek(key: K): string {
    return this.cell(key)?.text ?? '';
  }

  /** The text, blank for an empty cell; a formula or an error counts as nothing and is complained about. */
  text(key: K, most = Number.POSITIVE_INFINITY): string {
    const cell = this.cell(key);
    if (!cell) return '';
    if (cell.formula || cell.broken) {
      this.wrong(key, cell.formula ? '这里是公式，请改成文字或数字' : '这里是错误值，请重新填写');
      return '';
    }
    if (cell.text.length > most)
      this.wrong(key, `不能超过 ${String(most)} 个字，现在有 ${String(cell.text.length)} 个`);
    return cell.text;
  }

  wrong(key: K, message: string): void {
    const column = this.table.columns.get(key) ?? 0;
    this.problems.push({
      sheet: this.table.sheet,
      cell: `${columnLetters(column + 1)}${String(this.row.number)}`,
      value: this.peek(key),
      message,
    });
  }
}
