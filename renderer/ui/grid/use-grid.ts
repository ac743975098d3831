import {
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import {
  blockOf,
  cellKey,
  clearRange,
  fillDown,
  inverse,
  isReadOnly,
  paste,
  pasteTarget,
  typeInto,
  valueOf,
  type GridCell,
  type GridChange,
  type GridSheet,
} from './grid-sheet.ts';
import {
  cellAfterKey,
  cellAfterTab,
  clampCell,
  gridReducer,
  initialGridState,
  selectionOf,
  type GridState,
} from './grid-state.ts';
import { parseTsv, toTsv } from './tsv.ts';

interface GridInput {
  readonly sheet: GridSheet;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (changes: readonly GridChange[]) => void;
  readonly pageRows: number;
  readonly start?: GridCell | undefined;
}

export interface GridControls {
  readonly state: GridState;
  /** The cell in focus, inside the grid even after rows have gone. */
  readonly focus: GridCell;
  /** The far corner of the selection, which keys with Shift move. */
  readonly end: GridCell;
  readonly focusReadOnly: boolean;
  /** True while the keyboard is in the grid. */
  readonly active: RefObject<boolean>;
  /** What the last act had to leave out, in words. */
  readonly note: string;
  readonly typed: (text: string) => void;
  readonly nextError: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onMouseOver: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

const cellUnder = (target: EventTarget | null): GridCell | undefined => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  if (!element) return undefined;
  return { row: Number(element.dataset['row']), column: Number(element.dataset['column']) };
};

/** Turns keys, mouse and clipboard into moves and changes. */
export const useGrid = ({ sheet, errors, onChange, pageRows, start }: GridInput): GridControls => {
  const [state, dispatch] = useReducer(gridReducer, initialGridState, (state) =>
    start ? { ...state, focus: start, end: start } : state,
  );
  const [note, setNote] = useState('');
  const active = useRef(false);
  const dragging = useRef(false);
  const size = { rows: sheet.rows.length, columns: sheet.columns.length };
  const { row, column } = clampCell(state.focus, size);
  const focus = useMemo(() => ({ row, column }), [row, column]);
  const far = clampCell(state.end, size);
  const end = useMemo(() => ({ row: far.row, column: far.column }), [far.row, far.column]);
  const selection = selectionOf({ ...state, focus, end });

  useEffect(() => {
    const release = (): void => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', release);
    return () => window.removeEventListener('mouseup', release);
  }, []);

  const perform = (changes: readonly GridChange[]): void => {
    if (changes.length === 0) {
      dispatch({ type: 'stop-editing' });
      return;
    }
    dispatch({ type: 'did', step: { before: inverse(sheet, changes), after: changes } });
    onChange(changes);
  };

  const commit = (): void => {
    if (state.editing) perform(typeInto(sheet, focus, state.editing.text));
  };

  const go = (to: GridCell, extend = false): void => {
    setNote('');
    commit();
    dispatch({ type: 'go', to, extend });
  };

  const takeBack = (kind: 'undo' | 'redo'): void => {
    const step = kind === 'undo' ? state.past.at(-1) : state.future.at(-1);
    if (!step) return;
    dispatch({ type: kind });
    const changes = kind === 'undo' ? step.before : step.after;
    onChange(changes);
    // Shows where it happened.
    const [first] = changes;
    const at = first && sheet.rows.findIndex(({ id }) => id === first.row);
    const inColumn = first && sheet.columns.findIndex(({ key }) => key === first.column);
    if (at !== undefined && at >= 0 && inColumn !== undefined && inColumn >= 0) {
      dispatch({ type: 'go', to: { row: at, column: inColumn } });
    }
  };

  const amend = (): void => {
    if (!isReadOnly(sheet, focus)) dispatch({ type: 'edit', text: valueOf(sheet, focus), mode: 'amend' });
  };

  /** Keys with Ctrl; true when it was one of ours. */
  const control = (key: string): boolean => {
    switch (key.toLowerCase()) {
      case 'z':
        takeBack('undo');
        return true;
      case 'y':
        takeBack('redo');
        return true;
      case 'd':
        perform(fillDown(sheet, selection));
        return true;
      case 'a':
        dispatch({
          type: 'select',
          range: { top: 0, left: 0, bottom: size.rows - 1, right: size.columns - 1 },
        });
        return true;
      default:
        return false;
    }
  };

  const whileEditing = (event: KeyboardEvent, editing: NonNullable<GridState['editing']>): boolean => {
    if (event.key === 'Escape') {
      dispatch({ type: 'stop-editing' });
      return true;
    }
    if (event.key === 'F2') {
      dispatch({ type: 'edit', text: editing.text, mode: editing.mode === 'amend' ? 'replace' : 'amend' });
      return true;
    }
    const leaves =
      editing.mode === 'replace' && (event.key.startsWith('Arrow') || event.key.startsWith('Page'));
    const to = leaves ? cellAfterKey(focus, event.key, false, size, pageRows) : undefined;
    if (!to) return false;
    go(to);
    return true;
  };

  const whileMoving = (event: KeyboardEvent): boolean => {
    const ctrl = event.ctrlKey || event.metaKey;
    const to = cellAfterKey(event.shiftKey ? end : focus, event.key, ctrl, size, pageRows);
    if (to) {
      go(to, event.shiftKey);
      return true;
    }
    if (ctrl) return control(event.key);
    if (event.key === 'F2') {
      amend();
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      perform(clearRange(sheet, selection));
      return true;
    }
    if (event.key === 'Escape') {
      dispatch({ type: 'go', to: focus });
      return false;
    }
    return false;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Keys belong to the input method while it composes a word.
    if (event.nativeEvent.isComposing) return;
    let handled = false;
    if (event.key === 'Enter') {
      const step = event.shiftKey ? -1 : 1;
      go(clampCell({ row: focus.row + step, column: focus.column }, size));
      handled = true;
    } else if (event.key === 'Tab') {
      const to = cellAfterTab(focus, event.shiftKey, size);
      if (to) go(to);
      else commit();
      handled = to !== undefined;
    } else {
      handled = state.editing ? whileEditing(event, state.editing) : whileMoving(event);
    }
    if (handled) event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (state.editing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toTsv(blockOf(sheet, selection)));
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (state.editing) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    const block = parseTsv(text);
    const target = pasteTarget(sheet, selection, block);
    perform(paste(sheet, selection, block));
    dispatch({ type: 'select', range: target });
    const lost = block.length > target.bottom - target.top + 1;
    setNote(lost ? `粘贴的内容有 ${String(block.length)} 行，表里放不下的部分没有粘贴。` : '');
  };

  return {
    state: { ...state, focus, end },
    focus,
    end,
    focusReadOnly: isReadOnly(sheet, focus),
    active,
    note,
    typed(text) {
      if (!isReadOnly(sheet, focus)) dispatch({ type: 'edit', text, mode: state.editing?.mode ?? 'replace' });
    },
    nextError() {
      const order = sheet.rows.flatMap(({ id }, r) =>
        sheet.columns.flatMap(({ key }, c) => (errors.has(cellKey(id, key)) ? [{ row: r, column: c }] : [])),
      );
      const here = focus.row * size.columns + focus.column;
      const next = order.find((cell) => cell.row * size.columns + cell.column > here) ?? order[0];
      if (!next) return;
      active.current = true;
      go(next);
    },
    onKeyDown,
    onCopy,
    onCut(event) {
      if (state.editing) return;
      onCopy(event);
      perform(clearRange(sheet, selection));
    },
    onPaste,
    onFocus: useCallback(() => {
      active.current = true;
    }, []),
    onBlur(event) {
      if (event.currentTarget.contains(event.relatedTarget)) return;
      active.current = false;
      commit();
    },
    onMouseDown(event) {
      const cell = cellUnder(event.target);
      if (!cell || event.button !== 0) return;
      // Inside a text being edited, the mouse places the caret.
      if (state.editing && cell.row === focus.row && cell.column === focus.column) return;
      event.preventDefault();
      active.current = true;
      dragging.current = true;
      go(cell, event.shiftKey);
    },
    onMouseOver(event) {
      if (!dragging.current || event.buttons !== 1) return;
      const cell = cellUnder(event.target);
      if (cell) dispatch({ type: 'go', to: cell, extend: true });
    },
    onDoubleClick(event) {
      if (cellUnder(event.target)) amend();
    },
  };
};
