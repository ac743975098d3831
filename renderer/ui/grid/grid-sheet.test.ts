import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  blockOf,
  clearRange,
  fillDown,
  inverse,
  paste,
  pasteTarget,
  typeInto,
  type GridChange,
  type GridColumn,
  type GridRow,
  type GridSheet,
} from './grid-sheet.ts';

const columns: readonly GridColumn[] = [
  { key: 'name', title: '姓名', frozen: true, readOnly: true },
  { key: 'a', title: '师德' },
  { key: 'b', title: '教学' },
  { key: 'sum', title: '合计', readOnly: true },
  { key: 'c', title: '出勤' },
];

const row = (id: string, cells: Record<string, string>, readOnly = false): GridRow => ({
  id,
  label: id,
  cells: { name: id, ...cells },
  readOnly,
});

const sheet: GridSheet = {
  columns,
  rows: [
    row('r0', { a: '1', b: '2', c: '3' }),
    row('r1', { a: '4' }),
    row('r2', { a: '7', b: '8' }, true),
    row('r3', {}),
  ],
};

const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe('changes of a grid', () => {
  it('writes a typed value, trimmed, and nothing where nothing differs or may be written', () => {
    expect(typeInto(sheet, { row: 1, column: 1 }, ' 9 ')).toEqual([{ row: 'r1', column: 'a', value: '9' }]);
    expect(typeInto(sheet, { row: 1, column: 1 }, '4')).toEqual([]);
    expect(typeInto(sheet, { row: 1, column: 0 }, '王芳')).toEqual([]);
    expect(typeInto(sheet, { row: 2, column: 1 }, '9')).toEqual([]);
    expect(typeInto(sheet, { row: 9, column: 9 }, '9')).toEqual([]);
  });

  it('clears a block but for its read-only cells', () => {
    expect(clearRange(sheet, at(0, 0, 2, 4))).toEqual([
      { row: 'r0', column: 'a', value: '' },
      { row: 'r0', column: 'b', value: '' },
      { row: 'r0', column: 'c', value: '' },
      { row: 'r1', column: 'a', value: '' },
    ]);
  });

  it('fills down from the first row of the block, or from the row above a single one', () => {
    expect(fillDown(sheet, at(0, 1, 3, 1))).toEqual([
      { row: 'r1', column: 'a', value: '1' },
      { row: 'r3', column: 'a', value: '1' },
    ]);
    expect(fillDown(sheet, at(1, 2))).toEqual([{ row: 'r1', column: 'b', value: '2' }]);
    expect(fillDown(sheet, at(0, 1))).toEqual([]);
  });

  it('pastes a block from the corner of the selection and leaves out what does not fit', () => {
    const block = [
      ['10', '20', '30', '40'],
      ['11', '21', '31', '41'],
      ['12', '22', '32', '42'],
    ];
    expect(paste(sheet, at(1, 1), block)).toEqual([
      { row: 'r1', column: 'a', value: '10' },
      { row: 'r1', column: 'b', value: '20' },
      { row: 'r1', column: 'c', value: '40' },
      { row: 'r3', column: 'a', value: '12' },
      { row: 'r3', column: 'b', value: '22' },
      { row: 'r3', column: 'c', value: '42' },
    ]);
    expect(pasteTarget(sheet, at(2, 3), block)).toEqual(at(2, 3, 3, 4));
  });

  it('repeats a block over a selection that it fills exactly', () => {
    expect(paste(sheet, at(0, 1, 1, 2), [['5']])).toEqual([
      { row: 'r0', column: 'a', value: '5' },
      { row: 'r0', column: 'b', value: '5' },
      { row: 'r1', column: 'a', value: '5' },
      { row: 'r1', column: 'b', value: '5' },
    ]);
    expect(pasteTarget(sheet, at(0, 1, 2, 1), [['1'], ['2']])).toEqual(at(0, 1, 1, 1));
  });

  it('takes lines of different length as the longest one', () => {
    expect(paste(sheet, at(0, 1), [['5'], ['6', '7']])).toEqual([
      { row: 'r0', column: 'a', value: '5' },
      { row: 'r0', column: 'b', value: '' },
      { row: 'r1', column: 'a', value: '6' },
      { row: 'r1', column: 'b', value: '7' },
    ]);
  });

  it('keeps rows that nothing happened to as they are', () => {
    const next = applyChanges(sheet.rows, [{ row: 'r1', column: 'b', value: '5' }]);
    expect(next[0]).toBe(sheet.rows[0]);
    expect(next[1]?.cells).toEqual({ name: 'r1', a: '4', b: '5' });
  });
});

describe('taking changes back', () => {
  const place = fc.record({
    top: fc.nat(3),
    left: fc.nat(4),
    height: fc.integer({ min: 1, max: 4 }),
    width: fc.integer({ min: 1, max: 5 }),
  });
  const block = fc.array(fc.array(fc.constantFrom('', '1', '2', '甲'), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });
  const whole = at(0, 0, 3, 4);

  it('restores what stood there, whatever was done', () => {
    fc.assert(
      fc.property(place, block, fc.constantFrom('paste', 'clear', 'fill'), (where, cells, act) => {
        const range = at(
          where.top,
          where.left,
          Math.min(3, where.top + where.height - 1),
          Math.min(4, where.left + where.width - 1),
        );
        const changes: GridChange[] =
          act === 'paste'
            ? paste(sheet, range, cells)
            : act === 'clear'
              ? clearRange(sheet, range)
              : fillDown(sheet, range);
        const after = applyChanges(sheet.rows, changes);
        const back = applyChanges(after, inverse(sheet, changes));
        expect(blockOf({ rows: back, columns }, whole)).toEqual(blockOf(sheet, whole));
      }),
    );
  });

  it('never writes where it may not', () => {
    fc.assert(
      fc.property(place, block, (where, cells) => {
        const changes = paste(sheet, at(where.top, where.left), cells);
        for (const change of changes) {
          expect(change.row).not.toBe('r2');
          expect(['name', 'sum']).not.toContain(change.column);
        }
      }),
    );
  });
});
