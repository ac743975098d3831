import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { DemoProgress } from '../../../../shared/features/setup/channels.ts';

type DemoLogin = DemoProgress['logins'][number];

/** The people whom a visitor of the demo school may be. */
export const DemoLogins = ({
  logins,
  onChoose,
}: {
  logins: readonly DemoLogin[];
  onChoose?: (login: DemoLogin) => void;
}): ReactNode => {
  if (logins.length === 0) return null;
  return (
    <table className="mz-demo-logins">
      <caption>演示用户</caption>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">角色</th>
          <th scope="col">登录名</th>
          <th scope="col">密码</th>
          {onChoose && (
            <th scope="col">
              <span className="mz-visually-hidden">填入</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {logins.map((login) => (
          <tr key={login.accountName}>
            <td>{login.name}</td>
            <td>{login.role}</td>
            <td>{login.accountName}</td>
            <td>{login.password}</td>
            {onChoose && (
              <td>
                <Button
                  size="small"
                  onClick={() => onChoose(login)}
                  aria-label={`填入${login.name}的登录名和密码`}
                >
                  填入
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
