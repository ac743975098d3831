import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { callKey, useCall, useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { ProgressPanel } from '../../../ui/feedback/progress-panel.tsx';
import { DemoLogins } from '../../accounts/parts/demo-logins.tsx';

/** Milliseconds between two looks at the demo school being built. */
const LOOK_EVERY = 400;

/** Builds the demo school in a folder of its own, beside whatever the person chose, and leads to its login. */
export const DemoPanel = (): ReactNode => {
  const client = useQueryClient();
  const [started, setStarted] = useState(false);
  const open = useCommand('setup.openDemo', {
    invalidates: ['setup.demoProgress'],
    onSuccess: () => setStarted(true),
  });
  const cancel = useCommand('setup.cancelDemo', { invalidates: ['setup.demoProgress'] });
  const look = useCall('setup.demoProgress', {}, { refetchInterval: started ? LOOK_EVERY : false });
  const now = look.data;

  if (!now || now.state === 'idle' || (now.state === 'cancelled' && !started)) {
    return (
      <section className="mz-demo-offer mz-card">
        <div>
          <h2>先看看再说？</h2>
          <p className="mz-muted">
            打开演示学校：内有虚构的教职工、学生、考核和问责事项，不影响您自己的数据。
          </p>
        </div>
        <Button onClick={() => open.mutate({})} loading={open.isPending}>
          打开演示学校
        </Button>
        {open.error && <ErrorNotice problem={open.error} />}
      </section>
    );
  }
  const again = (
    <Button onClick={() => open.mutate({})} loading={open.isPending}>
      重新生成
    </Button>
  );
  return (
    <ProgressPanel
      title="生成演示学校"
      state={now.state}
      progress={now.progress}
      note={now.note}
      error={now.problem}
      onCancel={() => cancel.mutate({})}
      cancelling={cancel.isPending}
      actions={
        now.state === 'done' ? (
          <div style={{ width: '100%' }}>
            <DemoLogins logins={now.logins} />
            <Button
              type="primary"
              style={{ marginTop: 16 }}
              onClick={() => void client.invalidateQueries({ queryKey: callKey('setup.status') })}
            >
              进入演示学校
            </Button>
          </div>
        ) : now.state === 'running' ? undefined : (
          again
        )
      }
    />
  );
};
