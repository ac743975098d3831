import { describe, expect, it } from 'vitest';
import {
  cellAfterKey,
  cellAfterTab,
  gridReducer,
  initialGridState,
  selectionOf,
  type GridAction,
  type GridState,
  type GridStep,
} from './grid-state.ts';

const size = { rows: 3, columns: 4 };
const cell = (row: number, column: number) => ({ row, column });
const run = (...actions: GridAction[]): GridState => actions.reduce(gridReducer, initialGridState);
const step = (value: string): GridStep => ({
  before: [{ row: 'r', column: 'c', value: '' }],
  after: [{ row: 'r', column: 'c', value }],
});

describe('moving in a grid', () => {
  it('goes where the arrows point and stops at the edges', () => {
    expect(cellAfterKey(cell(1, 1), 'ArrowDown', false, size, 10)).toEqual(cell(2, 1));
    expect(cellAfterKey(cell(2, 1), 'ArrowDown', false, size, 10)).toEqual(cell(2, 1));
    expect(cellAfterKey(cell(0, 0), 'ArrowLeft', false, size, 10)).toEqual(cell(0, 0));
    expect(cellAfterKey(cell(1, 1), 'ArrowRight', true, size, 10)).toEqual(cell(1, 3));
    expect(cellAfterKey(cell(0, 2), 'PageDown', false, size, 10)).toEqual(cell(2, 2));
    expect(cellAfterKey(cell(1, 2), 'Home', true, size, 10)).toEqual(cell(0, 0));
    expect(cellAfterKey(cell(1, 2), 'End', false, size, 10)).toEqual(cell(1, 3));
    expect(cellAfterKey(cell(1, 2), 'x', false, size, 10)).toBeUndefined();
  });

  it('goes on to the next row with Tab and leaves the grid at its ends', () => {
    expect(cellAfterTab(cell(0, 3), false, size)).toEqual(cell(1, 0));
    expect(cellAfterTab(cell(1, 0), true, size)).toEqual(cell(0, 3));
    expect(cellAfterTab(cell(2, 3), false, size)).toBeUndefined();
    expect(cellAfterTab(cell(0, 0), true, size)).toBeUndefined();
  });

  it('stretches the selection from the cell that keeps the focus', () => {
    const state = run({ type: 'go', to: cell(1, 2) }, { type: 'go', to: cell(0, 1), extend: true });
    expect(state.focus).toEqual(cell(1, 2));
    expect(selectionOf(state)).toEqual({ top: 0, left: 1, bottom: 1, right: 2 });
    expect(selectionOf(gridReducer(state, { type: 'go', to: cell(2, 2) }))).toEqual({
      top: 2,
      left: 2,
      bottom: 2,
      right: 2,
    });
  });

  it('gives the selection up when typing begins, and the text when it is left', () => {
    const typing = run(
      { type: 'go', to: cell(1, 1) },
      { type: 'go', to: cell(2, 2), extend: true },
      { type: 'edit', text: '8', mode: 'replace' },
    );
    expect(typing.editing).toEqual({ text: '8', mode: 'replace' });
    expect(selectionOf(typing)).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
    expect(gridReducer(typing, { type: 'stop-editing' }).editing).toBeNull();
  });
});

describe('undo and redo', () => {
  it('goes back and forth through the steps', () => {
    const two = run({ type: 'did', step: step('1') }, { type: 'did', step: step('2') });
    const back = gridReducer(two, { type: 'undo' });
    expect(back.past).toEqual([step('1')]);
    expect(back.future).toEqual([step('2')]);
    expect(gridReducer(back, { type: 'redo' })).toEqual(two);
  });

  it('forgets what was undone once something new is done', () => {
    const state = run({ type: 'did', step: step('1') }, { type: 'undo' }, { type: 'did', step: step('3') });
    expect(state.future).toEqual([]);
    expect(gridReducer(state, { type: 'redo' })).toBe(state);
  });

  it('does nothing where there is nothing to take back', () => {
    expect(gridReducer(initialGridState, { type: 'undo' })).toBe(initialGridState);
  });

  it('remembers no more than two hundred steps', () => {
    const steps = Array.from({ length: 250 }, (_, index): GridAction => ({
      type: 'did',
      step: step(String(index)),
    }));
    const state = run(...steps);
    expect(state.past).toHaveLength(200);
    expect(state.past[0]).toEqual(step('50'));
  });
});
