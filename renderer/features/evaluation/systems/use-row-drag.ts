import { useState, type DragEvent } from 'react';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { dropAt, type Dragged, type Drop } from './drop-place.ts';

/** What the lines of the table need to be dragged and to be dropped on. */
export interface RowDrag {
  /** ` mz-ind-dragged`, ` mz-ind-drop-before` …: what to add to the class of a line. */
  readonly classOf: (rowId: string) => string;
  readonly handle: (dragged: Dragged) => {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent<HTMLElement>) => void;
    readonly onDragEnd: () => void;
  };
  readonly area: (dimensionId: string) => {
    readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
    readonly onDrop: (event: DragEvent<HTMLElement>) => void;
  };
}

/** Dragging lines of the tree with the pointer. Lines say with `data-over` which they are. */
export const useRowDrag = (
  content: IndicatorContent,
  onChange: (next: IndicatorContent) => void,
): RowDrag => {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [mark, setMark] = useState<Drop['mark'] | null>(null);
  const end = (): void => {
    setDragged(null);
    setMark(null);
  };
  const dropOf = (event: DragEvent<HTMLElement>, dimensionId: string): Drop | undefined => {
    if (!dragged || !(event.target instanceof Element)) return undefined;
    const line = event.target.closest<HTMLElement>('[data-over]');
    const box = dragged.kind === 'dimension' ? event.currentTarget : line;
    if (!line || !box) return undefined;
    const { top, height } = box.getBoundingClientRect();
    const lower = event.clientY > top + height / 2;
    return dropAt(content, dragged, { dimensionId, line: line.dataset['over'] ?? 'foot', lower });
  };
  return {
    classOf: (rowId) =>
      [
        dragged?.id === rowId ? ' mz-ind-dragged' : '',
        mark?.rowId === rowId ? ` mz-ind-drop-${mark.side}` : '',
      ].join(''),
    handle: (what) => ({
      draggable: true,
      onDragStart(event) {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        const row = event.currentTarget.closest('tr');
        if (row) event.dataTransfer.setDragImage(row, 16, 16);
        setDragged(what);
      },
      onDragEnd: end,
    }),
    area: (dimensionId) => ({
      onDragOver(event) {
        const drop = dropOf(event, dimensionId);
        if (!drop) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        if (drop.mark.rowId !== mark?.rowId || drop.mark.side !== mark.side) setMark(drop.mark);
      },
      onDrop(event) {
        const drop = dropOf(event, dimensionId);
        if (!drop) return;
        event.preventDefault();
        end();
        if (drop.content !== content) onChange(drop.content);
      },
    }),
  };
};
