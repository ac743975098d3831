import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useCommand } from '../../../app/calls.ts';
import { useAdoptSession, type SignedInUser } from '../../../app/session.ts';
import { EntryFrame } from '../../../ui/page/entry-frame.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';

/** A temporary password opens nothing but this. */
export const ForcedPasswordScreen = ({ user }: { user: SignedInUser }): ReactNode => {
  const adopt = useAdoptSession();
  const logout = useCommand('accounts.logout', { invalidates: [], onSuccess: adopt });
  return (
    <EntryFrame>
      <h1>请先设置自己的密码</h1>
      <p className="mz-entry-about">
        {user.name}，您用的是临时密码。改成只有自己知道的密码后，就可以开始使用。
      </p>
      <ChangePasswordForm currentLabel="临时密码" submit="设置密码并开始">
        <Button onClick={() => logout.mutate({})}>退出登录</Button>
      </ChangePasswordForm>
    </EntryFrame>
  );
};
