import { Drawer } from 'antd';
import type { ReactNode } from 'react';

/** The drawer in which an act on a lead is filled in; the record stays in view beside it. */
export const ActDrawer = ({
  title,
  about,
  onClose,
  size = 640,
  children,
}: {
  title: string;
  about: ReactNode;
  onClose: () => void;
  size?: number;
  children: ReactNode;
}): ReactNode => (
  <Drawer open onClose={onClose} size={size} title={title} closable={{ 'aria-label': '关闭' }}>
    <p className="mz-muted" style={{ marginBottom: 16 }}>
      {about}
    </p>
    {children}
  </Drawer>
);
