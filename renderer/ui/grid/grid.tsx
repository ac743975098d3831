import './grid.css';
import { Button } from 'antd';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { cellStyle, frozenClass, GridLine, layColumns, type LaidColumn } from './grid-row.tsx';
import {
  cellKey,
  valueOf,
  type GridCell,
  type GridChange,
  type GridColumn,
  type GridRow,
} from './grid-sheet.ts';
import { selectionOf } from './grid-state.ts';
import { useGrid } from './use-grid.ts';
import { ROW_HEIGHT, useRowWindow } from './use-window.ts';

export interface GridProps {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** Every change that typing, pasting, filling, clearing, undoing makes. Apply it with `applyChanges`. */
  readonly onChange: (changes: readonly GridChange[]) => void;
  /** What is wrong, by `cellKey(row, column)`. */
  readonly errors?: ReadonlyMap<string, string>;
  /** How a screen reader names the grid. */
  readonly label: string;
  /** CSS height of the part that scrolls. */
  readonly height?: string;
  /** At the right of the foot: totals, whether it is saved. */
  readonly foot?: ReactNode;
  /** Told when another cell takes what is typed. */
  readonly onFocusCell?: (row: string, column: string) => void;
  /** The cell that Tab enters first. */
  readonly start?: GridCell;
}

const NO_ERRORS: ReadonlyMap<string, string> = new Map();

/** Brings a cell into view beside the frozen columns and below the head. */
const reveal = (scroll: HTMLElement, cell: GridCell, columns: readonly LaidColumn[]): void => {
  const column = columns[cell.column];
  const head = scroll.querySelector<HTMLElement>('.mz-grid-head')?.offsetHeight ?? 0;
  const top = cell.row * ROW_HEIGHT;
  if (top < scroll.scrollTop) scroll.scrollTop = top;
  const below = top + ROW_HEIGHT + head - scroll.clientHeight;
  if (below > scroll.scrollTop) scroll.scrollTop = below;
  if (!column || column.frozen) return;
  const frozen = columns.reduce((sum, one) => (one.frozen ? sum + one.breadth : sum), 0);
  if (column.left - frozen < scroll.scrollLeft) scroll.scrollLeft = column.left - frozen;
  const right = column.left + column.breadth - scroll.clientWidth;
  if (right > scroll.scrollLeft) scroll.scrollLeft = right;
};

/** A data grid that behaves like Excel. The rows belong to the caller; the grid only says what changes. */
export const Grid = ({
  rows,
  columns,
  onChange,
  errors = NO_ERRORS,
  label,
  height = 'calc(100vh - 280px)',
  foot,
  onFocusCell,
  start,
}: GridProps): ReactNode => {
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { laid, total } = useMemo(() => layColumns(columns), [columns]);
  const view = useRowWindow(scroll, rows.length);
  const sheet = useMemo(() => ({ rows, columns }), [rows, columns]);
  const grid = useGrid({ sheet, errors, onChange, pageRows: view.pageRows, start });
  const { state, focus, end } = grid;
  const { editing } = state;
  const inView = state.look === 'focus' ? focus : end;
  const selection = selectionOf(state);
  const focusRow = rows[focus.row];
  const focusColumn = columns[focus.column];
  const error = focusRow && focusColumn ? errors.get(cellKey(focusRow.id, focusColumn.key)) : undefined;

  const tellFocus = useRef(onFocusCell);
  useEffect(() => {
    tellFocus.current = onFocusCell;
  });
  const rowInFocus = focusRow?.id;
  const columnInFocus = focusColumn?.key;
  useEffect(() => {
    if (rowInFocus !== undefined && columnInFocus !== undefined)
      tellFocus.current?.(rowInFocus, columnInFocus);
  }, [rowInFocus, columnInFocus]);

  useLayoutEffect(() => {
    if (scroll) reveal(scroll, inView, laid);
  }, [scroll, inView, laid]);

  useLayoutEffect(() => {
    // The field moved into another cell: the keyboard goes with it, if it was in the grid at all.
    if (grid.active.current) field.current?.focus({ preventScroll: true });
  }, [focus, grid.active]);

  if (!focusRow || !focusColumn) {
    return <p className="mz-muted">表里还没有内容。</p>;
  }

  const input = (
    <input
      ref={field}
      className={editing ? 'mz-grid-input mz-grid-typing' : 'mz-grid-input'}
      style={{ textAlign: focusColumn.align ?? 'left' }}
      aria-label={`${focusRow.label}，${focusColumn.title}：${valueOf(sheet, focus) || '空'}${error === undefined ? '' : `。${error}`}`}
      autoComplete="off"
      spellCheck={false}
      value={editing?.text ?? ''}
      readOnly={grid.focusReadOnly}
      onChange={(event) => grid.typed(event.target.value)}
      onKeyDown={grid.onKeyDown}
      onCopy={grid.onCopy}
      onCut={grid.onCut}
      onPaste={grid.onPaste}
    />
  );

  const drawn = rows.slice(view.from, view.to).map((row, offset) => ({ row, index: view.from + offset }));
  // The row in focus stays drawn when it is scrolled out of view: the keyboard is in it.
  if (focus.row < view.from || focus.row >= view.to) drawn.push({ row: focusRow, index: focus.row });

  return (
    <div className="mz-grid">
      <div
        ref={setScroll}
        className="mz-grid-scroll"
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        style={{ maxHeight: height }}
        onFocus={grid.onFocus}
        onBlur={grid.onBlur}
        onMouseDown={(event) => {
          grid.onMouseDown(event);
          // A click on the very cell that Tab would enter moves nothing, and still has to bring the keyboard in.
          if (grid.active.current) field.current?.focus({ preventScroll: true });
        }}
        onMouseOver={grid.onMouseOver}
        onDoubleClick={grid.onDoubleClick}
      >
        <div className="mz-grid-row mz-grid-head" role="row" aria-rowindex={1} style={{ width: total }}>
          {laid.map((column, at) => (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={at + 1}
              className={`mz-grid-cell${frozenClass(column)}`}
              style={cellStyle(column)}
            >
              {column.title}
              {column.about !== undefined && <small>{column.about}</small>}
            </div>
          ))}
        </div>
        <div
          className="mz-grid-body"
          role="rowgroup"
          style={{ height: rows.length * ROW_HEIGHT, width: total }}
        >
          {drawn.map(({ row, index }) => {
            const selected = index >= selection.top && index <= selection.bottom;
            return (
              <GridLine
                key={row.id}
                row={row}
                index={index}
                top={index * ROW_HEIGHT}
                columns={laid}
                errors={errors}
                focus={index === focus.row ? focus.column : null}
                selectedFrom={selected ? selection.left : null}
                selectedTo={selected ? selection.right : null}
                input={index === focus.row ? input : null}
              />
            );
          })}
        </div>
      </div>
      <div className="mz-grid-foot">
        {errors.size > 0 && (
          <>
            <strong>{errors.size} 处有误</strong>
            <Button size="small" type="link" onClick={grid.nextError}>
              到下一处
            </Button>
          </>
        )}
        <span role="status">
          {error ??
            (grid.note === ''
              ? rows.every(({ readOnly }) => readOnly === true)
                ? '只供查看；Ctrl+C 可复制到 Excel'
                : '直接输入即可；F2 修改，Ctrl+V 可从 Excel 粘贴，Ctrl+Z 撤销'
              : grid.note)}
        </span>
        {foot !== undefined && <span className="mz-grid-foot-right">{foot}</span>}
      </div>
    </div>
  );
};
