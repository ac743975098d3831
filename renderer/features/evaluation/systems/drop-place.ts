import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { putDimension, putIndicator } from '../parts/content-editing.ts';

export interface Dragged {
  readonly kind: 'dimension' | 'indicator';
  readonly id: string;
}

/** Over which line of which dimension the pointer is, and whether over its lower half. */
export interface Over {
  readonly dimensionId: string;
  /** `head` and `foot` are the dimension's own first and last line; else the indicator's id. */
  readonly line: string;
  readonly lower: boolean;
}

export interface Drop {
  readonly content: IndicatorContent;
  /** The line along which the place is shown. */
  readonly mark: { readonly rowId: string; readonly side: 'before' | 'after' };
}

const following = (items: readonly { readonly id: string }[], id: string): string | null =>
  items[items.findIndex((item) => item.id === id) + 1]?.id ?? null;

/** What letting go there would do; undefined where nothing can be put. */
export const dropAt = (content: IndicatorContent, dragged: Dragged, over: Over): Drop | undefined => {
  const dimension = content.dimensions.find(({ id }) => id === over.dimensionId);
  if (!dimension) return undefined;
  if (dragged.kind === 'dimension') {
    const before = over.lower ? following(content.dimensions, dimension.id) : dimension.id;
    return {
      content: before === dragged.id ? content : putDimension(content, dragged.id, before),
      mark: { rowId: dimension.id, side: over.lower ? 'after' : 'before' },
    };
  }
  const { indicators } = dimension;
  const put = (before: string | null, mark: Drop['mark']): Drop => ({
    // Before the one that follows it anyway: it stays.
    content: before === dragged.id ? content : putIndicator(content, dragged.id, dimension.id, before),
    mark,
  });
  const last = indicators.at(-1);
  if (over.line === 'head' || !last)
    return put(indicators[0]?.id ?? null, { rowId: dimension.id, side: 'after' });
  if (over.line === 'foot') return put(null, { rowId: last.id, side: 'after' });
  return over.lower
    ? put(following(indicators, over.line), { rowId: over.line, side: 'after' })
    : put(over.line, { rowId: over.line, side: 'before' });
};
