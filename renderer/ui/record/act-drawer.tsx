import './record.css';
import { Drawer } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';

/**
 * Whoever works by keyboard goes on where he was: the library gives the focus back only to drawers that stay mounted, and
 * these go with what opened them.
 */
const useFocusBack = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected)
          opener.focus();
      });
    },
    [opener],
  );
};

/** The drawer in which an act on a record is filled in; the record stays in view beside it. `size` as CSS takes it, or in pixels. */
export const ActDrawer = ({
  title,
  about,
  onClose,
  size = 680,
  children,
}: {
  readonly title: string;
  /** What the act does, or whom it is about. */
  readonly about: ReactNode;
  readonly onClose: () => void;
  readonly size?: number | string;
  readonly children: ReactNode;
}): ReactNode => {
  useFocusBack();
  return (
    <Drawer open onClose={onClose} size={size} title={title} closable={{ 'aria-label': '关闭' }}>
      <p className="mz-muted mz-act-about">{about}</p>
      {children}
    </Drawer>
  );
};
