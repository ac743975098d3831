import { createContext, useContext, useEffect } from 'react';

/** What the shell is told of the page in view: the last breadcrumb and the window's title. */
export const PageTitleContext = createContext<(title: string | null) => void>(() => undefined);

/**
 * Names the page after its record (`关于王芳迟到的问责事项`); undefined while it is still loading.
 * Pages whose title in the routes table says enough do without.
 */
export const usePageTitle = (title: string | undefined): void => {
  const tell = useContext(PageTitleContext);
  useEffect(() => {
    tell(title ?? null);
    return () => tell(null);
  }, [tell, title]);
};
