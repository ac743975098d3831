import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { ChangePasswordForm } from './change-password-form.tsx';

export const ChangePasswordDialog = ({
  open,
  onClose,
}: {
  open: boolean;
  onClose: () => void;
}): ReactNode => {
  const toast = useToast();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title="修改密码"
      width={440}
      destroyOnHidden
      closable={{ 'aria-label': '关闭' }}
    >
      <ChangePasswordForm
        onCancel={onClose}
        onDone={() => {
          onClose();
          toast.done('密码已修改，下次请用新密码登录');
        }}
      />
    </Modal>
  );
};
