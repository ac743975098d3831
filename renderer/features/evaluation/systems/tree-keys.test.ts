import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualBands } from '../../../../shared/features/evaluation/indicator-rules.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { addDimension, addIndicator, putDimension, putIndicator } from '../parts/content-editing.ts';
import { treeAct, type At, type Pressed, type TreeAct } from './tree-keys.ts';

const empty: IndicatorContent = { name: '教师考核', about: '', dimensions: [], bands: [...usualBands] };
const built = (): IndicatorContent => {
  const withA = addIndicator(addIndicator(addDimension(empty, 'a'), 0, 'a1'), 0, 'a2');
  return addIndicator(addDimension(withA, 'b'), 1, 'b1');
};

/** `a:a1,a2 b:b1` */
const shape = ({ dimensions }: IndicatorContent): string =>
  dimensions.map(({ id, indicators }) => `${id}:${indicators.map((one) => one.id).join(',')}`).join(' ');

const plain: Pressed = { key: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (at: At, pressed: Partial<Pressed>, content = built()): TreeAct | undefined =>
  treeAct(content, at, { ...plain, ...pressed }, () => 'new');
const after = (at: At, pressed: Partial<Pressed>): string => {
  const act = press(at, pressed);
  return act?.kind === 'change' ? shape(act.content) : (act?.kind ?? 'nothing');
};

describe('keys in the tree', () => {
  it('move a row up and down', () => {
    expect(after({ rowId: 'a2', part: 'weight' }, { key: 'ArrowUp', altKey: true })).toBe('a:a2,a1 b:b1');
    expect(after({ rowId: 'a2', part: 'name' }, { key: 'ArrowDown', altKey: true })).toBe('a:a1,a2 b:b1');
    expect(after({ rowId: 'a', part: 'handle' }, { key: 'ArrowDown', altKey: true })).toBe('b:b1 a:a1,a2');
  });

  it('carry an indicator to another dimension, and stay where there is none', () => {
    expect(after({ rowId: 'a1', part: 'name' }, { key: 'ArrowRight', altKey: true })).toBe('a:a2 b:b1,a1');
    expect(after({ rowId: 'b1', part: 'name' }, { key: 'ArrowLeft', altKey: true })).toBe('a:a1,a2,b1 b:');
    expect(after({ rowId: 'b1', part: 'name' }, { key: 'ArrowRight', altKey: true })).toBe('focus');
  });

  it('add below and lead to the new name', () => {
    expect(after({ rowId: 'a1', part: 'name' }, { key: 'Enter' })).toBe('a:a1,new,a2 b:b1');
    expect(after({ rowId: 'a', part: 'name' }, { key: 'Enter' })).toBe('a:new,a1,a2 b:b1');
    expect(after({ rowId: 'a1', part: 'name' }, { key: 'Enter', shiftKey: true })).toBe('a:a1,a2 new: b:b1');
    expect(press({ rowId: 'a1', part: 'name' }, { key: 'Enter' })).toMatchObject({
      focus: { rowId: 'new', part: 'name' },
    });
    expect(press({ rowId: 'a1', part: 'weight' }, { key: 'Enter' })).toBeUndefined();
  });

  it('ask before removing, and never while a text is typed', () => {
    expect(press({ rowId: 'a1', part: 'handle' }, { key: 'Delete' })).toEqual({
      kind: 'remove',
      rowId: 'a1',
    });
    expect(press({ rowId: 'a1', part: 'name' }, { key: 'Delete' })).toBeUndefined();
  });

  it('lead from row to row, and to the name', () => {
    expect(press({ rowId: 'a2', part: 'weight' }, { key: 'ArrowDown' })).toEqual({
      kind: 'focus',
      focus: { rowId: 'b', part: 'weight' },
    });
    expect(press({ rowId: 'a', part: 'weight' }, { key: 'ArrowUp' })).toBeUndefined();
    expect(press({ rowId: 'a2', part: 'weight' }, { key: 'F2' })).toMatchObject({
      focus: { rowId: 'a2', part: 'name' },
    });
    expect(press({ rowId: 'gone', part: 'name' }, { key: 'F2' })).toBeUndefined();
    expect(press({ rowId: 'a1', part: 'name' }, { key: 'Enter', ctrlKey: true })).toBeUndefined();
  });
});

describe('putting rows elsewhere', () => {
  it('reaches every place', () => {
    expect(shape(putIndicator(built(), 'a1', 'b', 'b1'))).toBe('a:a2 b:a1,b1');
    expect(shape(putIndicator(built(), 'a1', 'a', null))).toBe('a:a2,a1 b:b1');
    expect(shape(putDimension(built(), 'b', 'a'))).toBe('b:b1 a:a1,a2');
    expect(shape(putDimension(built(), 'a', null))).toBe('b:b1 a:a1,a2');
  });

  it('loses and doubles nothing, wherever it is put', () => {
    const target = fc.constantFrom('a', 'b', 'gone');
    const before = fc.constantFrom('a1', 'a2', 'b1', 'gone', null);
    fc.assert(
      fc.property(fc.constantFrom('a1', 'a2', 'b1', 'gone'), target, before, (id, to, beforeId) => {
        const ids = putIndicator(built(), id, to, beforeId).dimensions.flatMap(({ indicators }) =>
          indicators.map((one) => one.id),
        );
        expect(ids.toSorted()).toEqual(['a1', 'a2', 'b1']);
      }),
    );
  });
});
