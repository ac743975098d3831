import './temporary-password.css';
import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';

/** Shown once: the administrator hands it over, and the person replaces it at the first login. */
export const TemporaryPassword = ({ made }: { made: ChannelOutput<'accounts.create'> }): ReactNode => {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(made.temporaryPassword).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="mz-temporary">
      <p>
        请把登录名和临时密码交给{made.account.name}。<strong>临时密码只显示这一次</strong>
        ,关闭后无法再看;本人第一次登录时要改成自己的密码。
      </p>
      <dl>
        <dt>登录名</dt>
        <dd>{made.account.accountName}</dd>
        <dt>临时密码</dt>
        <dd>
          <output className="mz-temporary-word">{made.temporaryPassword}</output>
          <Button size="small" icon={<CopyOutlined />} onClick={copy}>
            {copied ? '已复制' : '复制'}
          </Button>
        </dd>
      </dl>
    </div>
  );
};
