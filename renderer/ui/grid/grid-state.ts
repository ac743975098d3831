import { rangeBetween, type GridCell, type GridChange, type GridRange } from './grid-sheet.ts';

/** One act that can be taken back: what it wrote, and what stood there before. */
export interface GridStep {
  readonly before: readonly GridChange[];
  readonly after: readonly GridChange[];
}

/** `replace`: typing over a cell, arrows leave it; `amend`: editing inside its text, arrows move the caret. */
export interface GridEditing {
  readonly text: string;
  readonly mode: 'replace' | 'amend';
}

export interface GridState {
  /** The cell that takes what is typed; it stays while the selection is stretched. */
  readonly focus: GridCell;
  /** The opposite corner of the selection. */
  readonly end: GridCell;
  readonly editing: GridEditing | null;
  /** Which corner of the selection is to be in view: a pasted block keeps its beginning there, as in Excel. */
  readonly look: 'focus' | 'end';
  readonly past: readonly GridStep[];
  readonly future: readonly GridStep[];
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export type GridAction =
  | { readonly type: 'go'; readonly to: GridCell; readonly extend?: boolean }
  | { readonly type: 'select'; readonly range: GridRange }
  | { readonly type: 'edit'; readonly text: string; readonly mode: GridEditing['mode'] }
  | { readonly type: 'stop-editing' }
  | { readonly type: 'did'; readonly step: GridStep }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

export const initialGridState: GridState = {
  focus: { row: 0, column: 0 },
  end: { row: 0, column: 0 },
  editing: null,
  look: 'end',
  past: [],
  future: [],
};

/** How many acts can be taken back. */
const REMEMBERED = 200;

export const selectionOf = (state: GridState): GridRange => rangeBetween(state.focus, state.end);

const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

/** The nearest cell inside the grid. */
export const clampCell = (cell: GridCell, size: GridSize): GridCell => ({
  row: within(cell.row, size.rows),
  column: within(cell.column, size.columns),
});

/** Where a key leads from a cell; undefined for keys that do not move. */
export const cellAfterKey = (
  from: GridCell,
  key: string,
  control: boolean,
  size: GridSize,
  pageRows: number,
): GridCell | undefined => {
  const { row, column } = from;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const moves: Readonly<Record<string, GridCell>> = {
    ArrowUp: { row: control ? 0 : row - 1, column },
    ArrowDown: { row: control ? lastRow : row + 1, column },
    ArrowLeft: { row, column: control ? 0 : column - 1 },
    ArrowRight: { row, column: control ? lastColumn : column + 1 },
    Home: { row: control ? 0 : row, column: 0 },
    End: { row: control ? lastRow : row, column: lastColumn },
    PageUp: { row: row - pageRows, column },
    PageDown: { row: row + pageRows, column },
  };
  const to = moves[key];
  return to && clampCell(to, size);
};

/** Where Tab leads: along the row, then to the next one; undefined at the ends, where Tab leaves the grid. */
export const cellAfterTab = (from: GridCell, back: boolean, size: GridSize): GridCell | undefined => {
  const index = from.row * size.columns + from.column + (back ? -1 : 1);
  if (index < 0 || index >= size.rows * size.columns) return undefined;
  return { row: Math.floor(index / size.columns), column: index % size.columns };
};

/** All that the keyboard and mouse do to a grid besides changing its cells, which belong to the owner of the rows. */
export const gridReducer = (state: GridState, action: GridAction): GridState => {
  switch (action.type) {
    case 'go':
      return action.extend
        ? { ...state, end: action.to, editing: null, look: 'end' }
        : { ...state, focus: action.to, end: action.to, editing: null, look: 'end' };
    case 'select':
      return {
        ...state,
        focus: { row: action.range.top, column: action.range.left },
        end: { row: action.range.bottom, column: action.range.right },
        editing: null,
        look: 'focus',
      };
    case 'edit':
      return { ...state, end: state.focus, editing: { text: action.text, mode: action.mode } };
    case 'stop-editing':
      return { ...state, editing: null };
    case 'did':
      return { ...state, editing: null, past: [...state.past, action.step].slice(-REMEMBERED), future: [] };
    case 'undo': {
      const step = state.past.at(-1);
      if (!step) return state;
      return { ...state, editing: null, past: state.past.slice(0, -1), future: [...state.future, step] };
    }
    case 'redo': {
      const step = state.future.at(-1);
      if (!step) return state;
      return { ...state, editing: null, past: [...state.past, step], future: state.future.slice(0, -1) };
    }
  }
};
