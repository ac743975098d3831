import './progress-panel.css';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import type { Problem } from './problem.ts';

export interface ProgressPanelProps {
  /** What is under way: `导入教职工`. */
  readonly title: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** 0 … 1 */
  readonly progress: number;
  /** What is being done now. */
  readonly note: string;
  readonly error?: Problem | null | undefined;
  /** Offers 取消 while it runs. */
  readonly onCancel?: (() => void) | undefined;
  readonly cancelling?: boolean;
  /** What to do once it has ended. */
  readonly actions?: ReactNode;
}

/**
 * Long work: how far it is, what it does now, and a way to stop it. Poll `jobs.view` with
 * `useCall('jobs.view', { id }, { refetchInterval })` and hand the answer in.
 */
export const ProgressPanel = ({
  title,
  state,
  progress,
  note,
  error,
  onCancel,
  cancelling = false,
  actions,
}: ProgressPanelProps): ReactNode => {
  const percent = Math.floor(progress * 100);
  const heading = {
    running: title,
    done: `${title}：已完成`,
    failed: `${title}：没有完成`,
    cancelled: `${title}：已取消`,
  };
  return (
    <section className="mz-progress mz-card" aria-label={title}>
      <div className="mz-progress-head">
        <strong>{heading[state]}</strong>
        {state === 'running' && onCancel && (
          <Button size="small" onClick={onCancel} loading={cancelling}>
            取消
          </Button>
        )}
      </div>
      {state === 'failed' && error ? (
        <ErrorNotice problem={error} />
      ) : (
        <>
          <Progress
            percent={state === 'done' ? 100 : percent}
            status={state === 'running' ? 'active' : state === 'done' ? 'success' : 'normal'}
            aria-label={title}
          />
          <p className="mz-muted" role="status">
            {state === 'running' ? note : state === 'cancelled' ? '已取消，没有保存任何内容。' : note}
          </p>
        </>
      )}
      {actions !== undefined && <div className="mz-progress-actions">{actions}</div>}
    </section>
  );
};
