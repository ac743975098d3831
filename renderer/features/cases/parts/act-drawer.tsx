import { Drawer } from 'antd';
import type { ReactNode } from 'react';

export interface ActProps {
  readonly onClose: () => void;
}

/** The drawer in which an act on a case is filled in; the record stays in view beside it. */
export const ActDrawer = ({
  title,
  about,
  onClose,
  size = 680,
  children,
}: ActProps & { title: string; about: string; size?: number; children: ReactNode }): ReactNode => (
  <Drawer open onClose={onClose} size={size} title={title} closable={{ 'aria-label': '关闭' }}>
    <p className="mz-muted" style={{ marginBottom: 16 }}>
      {about}
    </p>
    {children}
  </Drawer>
);
