import { memo, type CSSProperties, type ReactNode } from 'react';
import { cellKey, type GridColumn, type GridRow } from './grid-sheet.ts';

export const DEFAULT_WIDTH = 104;

/** A column with where it begins: the offsets of frozen ones keep them in place. */
export interface LaidColumn extends GridColumn {
  readonly left: number;
  readonly breadth: number;
  /** The last of the frozen columns. */
  readonly edge: boolean;
}

export const layColumns = (
  columns: readonly GridColumn[],
): { laid: readonly LaidColumn[]; total: number } => {
  let left = 0;
  const laid = columns.map((column, index) => {
    const breadth = column.width ?? DEFAULT_WIDTH;
    const edge = column.frozen === true && columns[index + 1]?.frozen !== true;
    const one = { ...column, left, breadth, edge };
    left += breadth;
    return one;
  });
  return { laid, total: left };
};

export const cellStyle = (column: LaidColumn): CSSProperties => ({
  width: column.breadth,
  textAlign: column.align ?? 'left',
  ...(column.frozen ? { left: column.left } : {}),
});

export const frozenClass = (column: LaidColumn): string =>
  `${column.frozen ? ' mz-grid-frozen' : ''}${column.edge ? ' mz-grid-edge' : ''}`;

interface GridLineProps {
  readonly row: GridRow;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly LaidColumn[];
  readonly errors: ReadonlyMap<string, string>;
  /** Column of the cell in focus, when it is in this row. */
  readonly focus: number | null;
  /** Columns of the selection, when it touches this row. */
  readonly selectedFrom: number | null;
  readonly selectedTo: number | null;
  /** The field that takes what is typed, drawn into the cell in focus. */
  readonly input: ReactNode;
}

/** One row. Drawn again only when its own cells, errors, focus or selection change. */
export const GridLine = memo(
  ({
    row,
    index,
    top,
    columns,
    errors,
    focus,
    selectedFrom,
    selectedTo,
    input,
  }: GridLineProps): ReactNode => (
    <div className="mz-grid-row" role="row" aria-rowindex={index + 2} style={{ top }}>
      {columns.map((column, at) => {
        const error = errors.get(cellKey(row.id, column.key));
        const readOnly = row.readOnly === true || column.readOnly === true;
        const selected =
          selectedFrom !== null && selectedTo !== null && at >= selectedFrom && at <= selectedTo;
        const classes = [
          'mz-grid-cell',
          frozenClass(column),
          readOnly ? 'mz-grid-read' : '',
          selected ? 'mz-grid-in' : '',
          error === undefined ? '' : 'mz-grid-wrong',
          focus === at ? 'mz-grid-focus' : '',
        ];
        return (
          <div
            key={column.key}
            role={at === 0 && column.frozen ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            aria-selected={selected}
            aria-readonly={readOnly}
            aria-invalid={error !== undefined}
            className={classes.join(' ')}
            style={cellStyle(column)}
            title={error}
            data-row={index}
            data-column={at}
          >
            {row.cells[column.key] ?? ''}
            {focus === at && input}
          </div>
        );
      })}
    </div>
  ),
);
GridLine.displayName = 'GridLine';
