import './entry.css';
import { Button, Form, Input, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { SetupStatus } from '../../../../shared/features/setup/channels.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useAdoptSession } from '../../../app/session.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { EntryFrame } from '../../../ui/page/entry-frame.tsx';
import { useSessionCommand } from '../mutations.ts';
import { DemoLogins } from './demo-logins.tsx';

const LAST_NAME = 'mingze.last-login';

/** Who sits here? The login name of last time is filled in; a refused password leaves it standing. */
export const LoginScreen = ({ status }: { status: SetupStatus }): ReactNode => {
  const login = useSessionCommand('accounts.login');
  const demo = useCall('setup.demoProgress', {}, { enabled: status.demo });
  const adopt = useAdoptSession();
  const leaveDemo = useCommand('setup.leaveDemo', {
    onSuccess: () => adopt({ user: null, locked: false, autoLockMinutes: 10 }),
  });
  const remembered = status.demo ? '' : (localStorage.getItem(LAST_NAME) ?? '');
  const [accountName, setAccountName] = useState(remembered);
  const [password, setPassword] = useState('');
  const passwordField = useRef<InputRef>(null);

  const submit = (): void => {
    if (login.isPending) return;
    login.mutate(
      { accountName, password },
      {
        onSuccess: () => {
          if (!status.demo) localStorage.setItem(LAST_NAME, accountName);
        },
        onError: () => passwordField.current?.focus({ cursor: 'all' }),
      },
    );
  };

  return (
    <EntryFrame schoolName={status.schoolName}>
      <h1>登录</h1>
      <p className="mz-entry-about">
        {status.demo ? '这是演示学校，人员和事项都是虚构的，可以放心试用。' : (status.schoolName ?? '')}
      </p>
      {login.error && (
        <div className="mz-entry-error">
          <ErrorNotice problem={login.error} />
        </div>
      )}
      <Form layout="vertical" requiredMark={false} onFinish={submit} className="mz-entry-form">
        <Form.Item label="登录名" htmlFor="account-name">
          <Input
            id="account-name"
            size="large"
            autoFocus={remembered === ''}
            autoComplete="username"
            value={accountName}
            onChange={(event) => setAccountName(event.target.value)}
          />
        </Form.Item>
        <Form.Item label="密码" htmlFor="password">
          <Input.Password
            id="password"
            ref={passwordField}
            size="large"
            autoFocus={remembered !== ''}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Form.Item>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          block
          loading={login.isPending}
          disabled={accountName.trim() === '' || password === ''}
        >
          登录
        </Button>
      </Form>
      {status.demo ? (
        <>
          <DemoLogins
            logins={demo.data?.logins ?? []}
            onChoose={(one) => {
              setAccountName(one.accountName);
              setPassword(one.password);
            }}
          />
          <Button
            type="link"
            className="mz-entry-aside"
            onClick={() => leaveDemo.mutate({})}
            loading={leaveDemo.isPending}
          >
            离开演示学校
          </Button>
        </>
      ) : (
        <p className="mz-entry-hint">忘记密码时，请系统管理员在“用户与角色”里重置。</p>
      )}
    </EntryFrame>
  );
};
