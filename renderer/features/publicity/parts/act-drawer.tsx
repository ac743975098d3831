import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { PublicityView } from '../../../../shared/features/publicity/channels.ts';

/** What is open over the page of a publicity. */
export type Opened =
  | { readonly what: 'show' | 'recordObjection' | 'takeDown' | 'finish' | 'addProof' }
  | { readonly what: 'answerObjection'; readonly objectionId: string };

export interface ActFormProps {
  readonly view: PublicityView;
  readonly onClose: () => void;
}

/** What every tab of a publicity gets. */
export interface PublicityTabProps {
  readonly view: PublicityView;
  readonly onOpen: (opened: Opened) => void;
}

/** The drawer in which an act is filled in; the record stays in view beside it. */
export const ActDrawer = ({
  title,
  about,
  onClose,
  size = 560,
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
