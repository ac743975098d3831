import type { ImportProblem, PeopleKind } from './import.ts';
import { findHead, rosterColumns, type RosterColumn } from './roster-columns.ts';
import { readName, tidy, type ReadValue } from './roster-values.ts';
import { pupilNumberSchema, staffNumberSchema } from './schema.ts';

/** A cell as a file has it; blank cells are not in their row. */
export interface FileCell {
  readonly address: string;
  readonly text: string;
  readonly serial: number | null;
  readonly broken: boolean;
}

export interface FileSheet {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: ReadonlyMap<number, FileCell> }[];
}

/** One person of a roster file: the cells by column key, number and name already read. Of a table of classes and courses
 * one cell, `number` and `name` being the class and the course as written. */
export interface RosterRow {
  readonly sheet: string;
  readonly row: number;
  readonly number: string;
  readonly name: string;
  readonly cells: ReadonlyMap<string, FileCell>;
}

export interface RosterFile {
  readonly sheets: readonly string[];
  readonly rows: readonly RosterRow[];
  readonly ignored: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/** Rows in which a head is looked for: all further ones are people. */
const LOOKED_AT_FOR_HEAD = 40;

/** Excel's letters for a column counted from 0. */
const letters = (column: number): string =>
  `${column >= 26 ? letters(Math.floor(column / 26) - 1) : ''}${String.fromCodePoint(65 + (column % 26))}`;

export const problemAt = (
  row: Pick<RosterRow, 'sheet' | 'row' | 'cells'>,
  column: RosterColumn,
  message: string,
): ImportProblem => {
  const cell = row.cells.get(column.key);
  return {
    sheet: row.sheet,
    cell: cell?.address ?? String(row.row),
    row: row.row,
    column: column.title,
    value: cell?.text ?? '',
    message,
  };
};

const readNumber = (kind: PeopleKind, text: string): ReadValue<string> => {
  const schema = kind === 'staff' ? staffNumberSchema : pupilNumberSchema;
  const read = schema.safeParse(tidy(text).replace(/\s+/g, ''));
  return read.success
    ? { ok: true, value: read.data }
    : { ok: false, message: read.error.issues[0]?.message ?? '编号不正确' };
};

/** A line below a table's head: its cells by column key. */
export type TableLine = Pick<RosterRow, 'sheet' | 'row' | 'cells'>;

export interface FileTable {
  readonly ignored: readonly string[];
  /** The keys of the columns that the head has. */
  readonly found: ReadonlySet<string>;
  readonly lines: readonly TableLine[];
  /** Complains of a cell of a line in which nothing stands. */
  readonly blankAt: (line: TableLine, column: RosterColumn) => ImportProblem;
  readonly problems: readonly ImportProblem[];
}

/** The table of a sheet: what stands below a head with all required columns, blank lines left out. Undefined without one. */
export const tableOf = (sheet: FileSheet, columns: readonly RosterColumn[]): FileTable | undefined => {
  const top = sheet.rows.slice(0, LOOKED_AT_FOR_HEAD);
  const width = Math.max(0, ...top.flatMap(({ cells }) => [...cells.keys()])) + 1;
  const head = findHead(
    top.map(({ cells }) => Array.from({ length: width }, (_blank, at) => cells.get(at)?.text ?? '')),
    columns,
  );
  if (!head) return undefined;
  const lines: TableLine[] = [];
  const problems: ImportProblem[] = [];
  for (const { number: row, cells } of sheet.rows.slice(head.at + 1)) {
    const own = new Map<string, FileCell>();
    for (const { key } of columns) {
      const place = head.columns.get(key);
      const cell = place === undefined ? undefined : cells.get(place);
      if (cell) own.set(key, cell);
    }
    if (own.size === 0) continue;
    const line = { sheet: sheet.name, row, cells: own };
    lines.push(line);
    for (const column of columns)
      if (own.get(column.key)?.broken)
        problems.push(problemAt(line, column, '这一格的公式没有结果，请改成数值或文字'));
  }
  return {
    ignored: head.ignored,
    found: new Set(head.columns.keys()),
    lines,
    blankAt: (line, column) => ({
      ...problemAt(line, column, `请填写${column.title}`),
      cell: `${letters(head.columns.get(column.key) ?? 0)}${String(line.row)}`,
    }),
    problems,
  };
};

/**
 * Reads the people of a file: every sheet that has a head with number and name, blank lines left out. A number that
 * stands twice is a problem of each of its rows: which one is meant nobody knows. People are told apart by number
 * alone, never by name.
 */
export const readRoster = (kind: PeopleKind, sheets: readonly FileSheet[]): RosterFile => {
  const columns = rosterColumns[kind];
  const [numberColumn, nameColumn] = columns;
  if (!numberColumn || !nameColumn) throw new RangeError('a roster has a number and a name');
  const used: string[] = [];
  const ignored: string[] = [];
  const rows: RosterRow[] = [];
  const problems: ImportProblem[] = [];
  for (const sheet of sheets) {
    const table = tableOf(sheet, columns);
    if (!table) continue;
    used.push(sheet.name);
    ignored.push(...table.ignored);
    problems.push(...table.problems);
    for (const line of table.lines) {
      const numberCell = line.cells.get('number');
      const nameCell = line.cells.get('name');
      if (!numberCell) problems.push(table.blankAt(line, numberColumn));
      if (!nameCell) problems.push(table.blankAt(line, nameColumn));
      if (!numberCell || !nameCell) continue;
      const number = readNumber(kind, numberCell.text);
      const name = readName(nameCell.text);
      if (!number.ok) problems.push(problemAt(line, numberColumn, number.message));
      if (!name.ok) problems.push(problemAt(line, nameColumn, name.message));
      if (number.ok && name.ok) rows.push({ ...line, number: number.value, name: name.value });
    }
  }
  const byNumber = new Map<string, RosterRow[]>();
  for (const row of rows) byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row]);
  for (const same of byNumber.values())
    if (same.length > 1)
      for (const row of same) {
        const others = same.filter((other) => other !== row).map((other) => `第 ${String(other.row)} 行`);
        problems.push(problemAt(row, numberColumn, `与${others.join('、')}的${numberColumn.title}相同`));
      }
  return { sheets: used, rows, ignored: [...new Set(ignored)], problems };
};
