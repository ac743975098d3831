import { useLayoutEffect, useState } from 'react';

export const ROW_HEIGHT = 34;
const AROUND = 8;

export interface RowWindow {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Whole rows that fit: a page for PageUp and PageDown. */
  readonly pageRows: number;
}

/** Which rows are in view, with some around them: long grids draw no more than that. */
export const useRowWindow = (element: HTMLElement | null, count: number): RowWindow => {
  const [view, setView] = useState({ first: 0, fits: 20 });
  useLayoutEffect(() => {
    if (!element) return undefined;
    const look = (): void => {
      const first = Math.floor(element.scrollTop / ROW_HEIGHT);
      const fits = Math.max(1, Math.ceil(element.clientHeight / ROW_HEIGHT));
      setView((before) => (before.first === first && before.fits === fits ? before : { first, fits }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watch.disconnect();
    };
  }, [element]);
  return {
    from: Math.max(0, view.first - AROUND),
    to: Math.min(count, view.first + view.fits + AROUND),
    pageRows: Math.max(1, view.fits - 2),
  };
};
