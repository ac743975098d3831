import './entry.css';
import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SignedInUser } from '../../../app/session.ts';
import { BrandMark } from '../../../ui/brand/brand-mark.tsx';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useSessionCommand } from '../mutations.ts';

interface LockScreenProps {
  readonly user: SignedInUser;
  readonly schoolName: string | null;
  /** Somebody else wants to work: leaves the session for good. */
  readonly onLeave: () => void;
}

/** Covers the desk until the same person types the password. */
export const LockScreen = ({ user, schoolName, onLeave }: LockScreenProps): ReactNode => {
  const unlock = useSessionCommand('accounts.unlock');
  const [password, setPassword] = useState('');
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = (): void => {
    if (password === '' || unlock.isPending) return;
    unlock.mutate({ password }, { onError: () => field.current?.focus({ cursor: 'all' }) });
  };

  return (
    <div className="mz-lock" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <div className="mz-lock-box">
        <BrandMark size={56} />
        <h1 id="lock-title">屏幕已锁定</h1>
        <p className="mz-muted">
          {schoolName === null ? '' : `${schoolName} · `}
          {user.name}
        </p>
        {unlock.error && (
          <div className="mz-entry-error">
            <ErrorNotice problem={unlock.error} />
          </div>
        )}
        <Form layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item label="密码" htmlFor="unlock-password">
            <Input.Password
              id="unlock-password"
              ref={field}
              size="large"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Form.Item>
          <Button
            type="primary"
            size="large"
            block
            htmlType="submit"
            loading={unlock.isPending}
            disabled={password === ''}
          >
            解锁
          </Button>
        </Form>
        <Button type="link" onClick={onLeave}>
          不是{user.name}？退出后换人登录
        </Button>
        <p className="mz-muted">
          锁定前的页面原样保留；换人登录会离开它，已输入的草稿仍为{user.name}保存着。
        </p>
      </div>
    </div>
  );
};
