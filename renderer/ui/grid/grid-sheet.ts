/** One column of a grid. */
export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** A second line in the head: the scale of a score, a unit. */
  readonly about?: string;
  /** CSS pixels; 104 if left out. */
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Stays in view at the left while the others scroll; frozen columns must come first. */
  readonly frozen?: boolean;
  readonly readOnly?: boolean;
}

/** One row of a grid. Cells are text as typed; a cell that is not there is empty. */
export interface GridRow {
  readonly id: string;
  /** Names the row for a screen reader: usually a person. */
  readonly label: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly readOnly?: boolean;
}

/** A cell that gets another text. */
export interface GridChange {
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

export interface GridSheet {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
}

/** A place in the grid by position, from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** A block of cells; all four edges belong to it. */
export interface GridRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The key under which a cell's error is filed. */
export const cellKey = (row: string, column: string): string => `${row}\u0000${column}`;

export const valueOf = (sheet: GridSheet, at: GridCell): string => {
  const row = sheet.rows[at.row];
  const column = sheet.columns[at.column];
  return row && column ? (row.cells[column.key] ?? '') : '';
};

export const isReadOnly = (sheet: GridSheet, at: GridCell): boolean => {
  const row = sheet.rows[at.row];
  const column = sheet.columns[at.column];
  return !row || !column || row.readOnly === true || column.readOnly === true;
};

export const rangeBetween = (a: GridCell, b: GridCell): GridRange => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

/** The change that would put `value` there; undefined where nothing may be written or nothing would differ. */
const change = (sheet: GridSheet, at: GridCell, value: string): GridChange | undefined => {
  const row = sheet.rows[at.row];
  const column = sheet.columns[at.column];
  if (!row || !column || isReadOnly(sheet, at) || valueOf(sheet, at) === value) return undefined;
  return { row: row.id, column: column.key, value };
};

const over = (range: GridRange, make: (at: GridCell) => GridChange | undefined): GridChange[] => {
  const changes: GridChange[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const one = make({ row, column });
      if (one) changes.push(one);
    }
  }
  return changes;
};

/** One cell typed. */
export const typeInto = (sheet: GridSheet, at: GridCell, value: string): GridChange[] =>
  [change(sheet, at, value.trim())].flatMap((one) => one ?? []);

/** Delete: every writable cell of the block becomes empty. */
export const clearRange = (sheet: GridSheet, range: GridRange): GridChange[] =>
  over(range, (at) => change(sheet, at, ''));

/** Ctrl+D: the block's first row is repeated downwards; a block of one row takes the row above it. */
export const fillDown = (sheet: GridSheet, range: GridRange): GridChange[] => {
  const source = range.top === range.bottom ? range.top - 1 : range.top;
  if (source < 0) return [];
  return over({ ...range, top: source + 1 }, (at) =>
    change(sheet, at, valueOf(sheet, { row: source, column: at.column })),
  );
};

/** The block as text, row by row. */
export const blockOf = (sheet: GridSheet, range: GridRange): string[][] => {
  const block: string[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const line: string[] = [];
    for (let column = range.left; column <= range.right; column += 1)
      line.push(valueOf(sheet, { row, column }));
    block.push(line);
  }
  return block;
};

/** Where a block lands when it is pasted: from the corner of the selection, or all over it when it repeats exactly. */
export const pasteTarget = (
  sheet: GridSheet,
  selected: GridRange,
  block: readonly (readonly string[])[],
): GridRange => {
  const height = block.length;
  const width = Math.max(...block.map((line) => line.length));
  const selectedHeight = selected.bottom - selected.top + 1;
  const selectedWidth = selected.right - selected.left + 1;
  const repeats = selectedHeight % height === 0 && selectedWidth % width === 0;
  return {
    top: selected.top,
    left: selected.left,
    bottom: Math.min(selected.top + (repeats ? selectedHeight : height), sheet.rows.length) - 1,
    right: Math.min(selected.left + (repeats ? selectedWidth : width), sheet.columns.length) - 1,
  };
};

/** Ctrl+V: the block is laid onto its target; read-only cells stay, what would fall outside is left out. */
export const paste = (
  sheet: GridSheet,
  selected: GridRange,
  block: readonly (readonly string[])[],
): GridChange[] => {
  const target = pasteTarget(sheet, selected, block);
  const width = Math.max(...block.map((line) => line.length));
  return over(target, (at) => {
    const line = block[(at.row - target.top) % block.length];
    return change(sheet, at, (line?.[(at.column - target.left) % width] ?? '').trim());
  });
};

/** The changes that bring back what stands there now. */
export const inverse = (sheet: GridSheet, changes: readonly GridChange[]): GridChange[] => {
  const rows = new Map(sheet.rows.map((row) => [row.id, row]));
  return changes.map(({ row, column }) => ({ row, column, value: rows.get(row)?.cells[column] ?? '' }));
};

/** Applies changes to rows, as the owner of the rows does; rows without a change keep their identity. */
export const applyChanges = (rows: readonly GridRow[], changes: readonly GridChange[]): GridRow[] => {
  const byRow = new Map<string, Record<string, string>>();
  for (const { row, column, value } of changes) {
    byRow.set(row, { ...byRow.get(row), [column]: value });
  }
  return rows.map((row) => {
    const changed = byRow.get(row.id);
    return changed ? { ...row, cells: { ...row.cells, ...changed } } : row;
  });
};
