import { App, Button, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';

export interface ConfirmButtonProps {
  /** The verb on the button, repeated in the dialog. */
  readonly children: string;
  /** The question, e.g. `停用用户“王芳”?` */
  readonly title: string;
  /** The consequence in words: what will be so afterwards, and whether it can be undone. */
  readonly consequence: ReactNode;
  /** A rejected promise closes the dialog; the caller shows why. */
  readonly onConfirm: () => Promise<unknown>;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly size?: ButtonProps['size'];
  readonly type?: ButtonProps['type'];
  readonly icon?: ReactNode;
}

/** For what cannot be undone: asks once, with the consequence in words, and 取消 as the safe answer. */
export const ConfirmButton = ({
  children,
  title,
  consequence,
  onConfirm,
  danger = false,
  disabled = false,
  size = 'medium',
  type = 'default',
  icon,
}: ConfirmButtonProps): ReactNode => {
  const { modal } = App.useApp();
  const ask = (): void => {
    modal.confirm({
      title,
      content: consequence,
      okText: children,
      cancelText: '取消',
      okButtonProps: { danger },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => onConfirm().catch(() => undefined),
    });
  };
  return (
    <Button danger={danger} disabled={disabled} size={size} type={type} icon={icon} onClick={ask}>
      {children}
    </Button>
  );
};
