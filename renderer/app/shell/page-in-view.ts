import { useEffect, useRef, useState, type RefObject } from 'react';
import { useLocation } from 'react-router';
import { screenAt } from '../navigation.ts';
import { screens } from '../routes.tsx';
import type { Screen } from '../screen.ts';

export interface PageInView {
  readonly screen: Screen | undefined;
  readonly title: string;
  readonly setOwnTitle: (title: string | null) => void;
  readonly main: RefObject<HTMLElement | null>;
}

/**
 * Follows the address: names the window, and after each move puts the focus on the page's heading and the scroll at
 * the top, so that a screen reader and the keyboard start where the eye does.
 */
export const usePageInView = (): PageInView => {
  const { pathname } = useLocation();
  const screen = screenAt(screens, pathname);
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const title = ownTitle ?? screen?.title ?? '没有这个页面';
  const main = useRef<HTMLElement>(null);
  const shownPath = useRef(pathname);

  useEffect(() => {
    document.title = `${title} · 明责`;
  }, [title]);

  useEffect(() => {
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    main.current?.scrollTo({ top: 0 });
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return { screen, title, setOwnTitle, main };
};
