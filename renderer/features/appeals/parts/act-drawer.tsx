import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { AppealView } from '../../../../shared/features/appeals/channels.ts';
import type { AppealAct } from '../../../../shared/features/appeals/workflow.ts';

/** What is open over the page; `target` names the conflict, paper or restoration that it is about. */
export interface Opened {
  readonly what: AppealAct | 'seePaper' | 'seeFile';
  readonly target?: string;
}

export interface ActFormProps {
  readonly view: AppealView;
  readonly onClose: () => void;
}

/** What every tab gets. */
export interface TabProps {
  readonly view: AppealView;
  readonly onOpen: (opened: Opened) => void;
}

/** The drawer in which an act is filled in; the record stays in view beside it. */
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
  size?: number | string;
  children: ReactNode;
}): ReactNode => (
  <Drawer open onClose={onClose} size={size} title={title} closable={{ 'aria-label': '关闭' }}>
    <p className="mz-muted" style={{ marginBottom: 16 }}>
      {about}
    </p>
    {children}
  </Drawer>
);
