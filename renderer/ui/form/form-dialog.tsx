import { Modal } from 'antd';
import type { ReactNode } from 'react';

export interface FormDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over the page it belongs to; a click beside it does not throw away what was typed. */
export const FormDialog = ({ title, onClose, children }: FormDialogProps): ReactNode => (
  <Modal
    open
    title={title}
    footer={null}
    width={640}
    onCancel={onClose}
    mask={{ closable: false }}
    closable={{ 'aria-label': '关闭' }}
  >
    {children}
  </Modal>
);
