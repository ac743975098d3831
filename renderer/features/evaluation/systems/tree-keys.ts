import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import {
  addDimension,
  addIndicator,
  moveDimension,
  moveIndicator,
  putIndicator,
} from '../parts/content-editing.ts';

/** What was pressed, as a keyboard event has it. */
export interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Where it was pressed: the id of a dimension's or an indicator's row, and which part of the row had the focus. */
export interface At {
  readonly rowId: string;
  /** `name`, `weight`, `fullMarks`, `handle` for what the row is moved by, or `button` for any other. */
  readonly part: string;
}

export type TreeAct =
  | { readonly kind: 'change'; readonly content: IndicatorContent; readonly focus: At }
  | { readonly kind: 'focus'; readonly focus: At }
  /** To be asked about before it is removed. */
  | { readonly kind: 'remove'; readonly rowId: string };

interface Place {
  readonly dimension: number;
  /** Null for the row of the dimension itself. */
  readonly indicator: number | null;
}

const placeOf = (content: IndicatorContent, rowId: string): Place | undefined => {
  for (const [dimension, held] of content.dimensions.entries()) {
    if (held.id === rowId) return { dimension, indicator: null };
    const indicator = held.indicators.findIndex(({ id }) => id === rowId);
    if (indicator >= 0) return { dimension, indicator };
  }
  return undefined;
};

/** All rows as they stand below each other. */
const rowIds = ({ dimensions }: IndicatorContent): string[] =>
  dimensions.flatMap(({ id, indicators }) => [id, ...indicators.map((indicator) => indicator.id)]);

const movedBy = (content: IndicatorContent, { dimension, indicator }: Place, by: number): IndicatorContent =>
  indicator === null
    ? moveDimension(content, dimension, by)
    : moveIndicator(content, dimension, indicator, by);

const carried = (
  content: IndicatorContent,
  rowId: string,
  { dimension, indicator }: Place,
  by: number,
): IndicatorContent | undefined => {
  const target = content.dimensions[dimension + by];
  return indicator === null || !target ? undefined : putIndicator(content, rowId, target.id, null);
};

const addedAfter = (
  content: IndicatorContent,
  { dimension, indicator }: Place,
  id: string,
): IndicatorContent => {
  if (indicator !== null) return addIndicator(content, dimension, id, indicator + 1);
  // After the line of a dimension stands its first indicator.
  return addIndicator(content, dimension, id, 0);
};

/**
 * What a key does in the tree of dimensions and indicators; undefined for a key that means nothing there.
 *
 * Alt+↑ and Alt+↓ move the row, Alt+← and Alt+→ carry an indicator to the end of the dimension before or after, Enter
 * adds an indicator below, Shift+Enter a dimension below, F2 goes to the name, Delete (not while typing) asks to remove,
 * ↑ and ↓ go to the same part of the next row.
 */
export const treeAct = (
  content: IndicatorContent,
  { rowId, part }: At,
  { key, altKey, ctrlKey, metaKey, shiftKey }: Pressed,
  newId: () => string,
): TreeAct | undefined => {
  const place = placeOf(content, rowId);
  if (!place || ctrlKey || metaKey) return undefined;
  const change = (next: IndicatorContent, focus: At): TreeAct => ({ kind: 'change', content: next, focus });
  if (altKey) {
    if (key === 'ArrowUp') return change(movedBy(content, place, -1), { rowId, part });
    if (key === 'ArrowDown') return change(movedBy(content, place, 1), { rowId, part });
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
    const next = carried(content, rowId, place, key === 'ArrowLeft' ? -1 : 1);
    return next ? change(next, { rowId, part }) : { kind: 'focus', focus: { rowId, part } };
  }
  switch (key) {
    case 'Enter': {
      if (part !== 'name' && part !== 'handle') return undefined;
      const id = newId();
      const next = shiftKey ? addDimension(content, id, place.dimension + 1) : addedAfter(content, place, id);
      return change(next, { rowId: id, part: 'name' });
    }
    case 'F2':
      return { kind: 'focus', focus: { rowId, part: 'name' } };
    case 'Delete':
      return part === 'handle' || part === 'button' ? { kind: 'remove', rowId } : undefined;
    case 'ArrowUp':
    case 'ArrowDown': {
      const rows = rowIds(content);
      const next = rows[rows.indexOf(rowId) + (key === 'ArrowUp' ? -1 : 1)];
      return next === undefined ? undefined : { kind: 'focus', focus: { rowId: next, part } };
    }
    default:
      return undefined;
  }
};
