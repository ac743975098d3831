import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useCommand } from '../calls.ts';
import { useAdoptSession } from '../session.ts';

/** What everybody must know whatever the screen: this is the demo school; the data side does not answer. */
export const Banners = ({ demo, lost }: { demo: boolean; lost: boolean }): ReactNode => {
  const adopt = useAdoptSession();
  const leave = useCommand('setup.leaveDemo', {
    onSuccess: () => adopt({ user: null, locked: false, autoLockMinutes: 10 }),
  });
  if (lost) {
    return (
      <div className="mz-banner mz-banner-danger" role="alert">
        与明责的数据程序失去联系，正在重新连接。请不要关闭这个窗口，未保存的内容还在。
      </div>
    );
  }
  if (!demo) return null;
  return (
    <div className="mz-banner" role="status">
      <span>现在打开的是演示学校，人员和事项都是虚构的。</span>
      <Button size="small" loading={leave.isPending} onClick={() => leave.mutate({})}>
        离开演示学校
      </Button>
    </div>
  );
};
