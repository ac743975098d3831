import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';

export interface ActProps {
  readonly onClose: () => void;
}

/** What every form of an act on a case is given. */
export interface ActFormProps {
  readonly view: CaseView;
  /** Which paper, item, task, term, person or conflict it is about, where there are several. */
  readonly target?: string | undefined;
  /** Called once it is done, and when it is left without being done. */
  readonly onDone: () => void;
}

/** The drawer in which an act on a case is filled in; the record stays in view beside it. */
export const ActDrawer = ({
  title,
  about,
  onClose,
  size = 680,
  children,
}: ActProps & { title: string; about: string; size?: number | string; children: ReactNode }): ReactNode => (
  <Drawer open onClose={onClose} size={size} title={title} closable={{ 'aria-label': '关闭' }}>
    <p className="mz-muted" style={{ marginBottom: 16 }}>
      {about}
    </p>
    {children}
  </Drawer>
);
