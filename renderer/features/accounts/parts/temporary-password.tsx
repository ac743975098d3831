import './temporary-password.css';
import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { copyText } from '../../../ui/feedback/copy-text.ts';

/** Shown once: the administrator hands it over, and the person replaces it at the first login. */
export const TemporaryPassword = ({ made }: { made: ChannelOutput<'accounts.create'> }): ReactNode => {
  const [copied, setCopied] = useState<boolean | null>(null);
  const word = useRef<HTMLOutputElement>(null);
  const copy = async (): Promise<void> => {
    const done = await copyText(made.temporaryPassword);
    setCopied(done);
    // Marked, so that Ctrl+C or a pen is all that is left to do.
    if (!done && word.current) window.getSelection()?.selectAllChildren(word.current);
  };
  return (
    <div className="mz-temporary">
      <p>
        请把登录名和临时密码交给{made.account.name}。<strong>临时密码只显示这一次</strong>
        ，关闭后无法再看；本人第一次登录时要改成自己的密码。
      </p>
      <dl>
        <dt>登录名</dt>
        <dd>{made.account.accountName}</dd>
        <dt>临时密码</dt>
        <dd>
          <output ref={word} className="mz-temporary-word">
            {made.temporaryPassword}
          </output>
          <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
            {copied === true ? '已复制' : '复制'}
          </Button>
          {copied === false && (
            <p role="alert" className="mz-temporary-failed">
              没有复制成功。密码已选中，请按 Ctrl+C，或照着抄写。
            </p>
          )}
        </dd>
      </dl>
    </div>
  );
};
