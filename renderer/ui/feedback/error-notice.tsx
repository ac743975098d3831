import { Alert, Button, Space } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from './problem.ts';

const titles: Readonly<Record<string, string>> = {
  invalid: '填写的内容需要修改',
  forbidden: '没有权限',
  'not-found': '找不到要的内容',
  conflict: '与已有的内容冲突',
  'illegal-step': '现在还不能这样做',
  unlawful: '这样做不合规定',
  locked: '暂时不能操作',
  storage: '数据没有写入磁盘',
  internal: '程序出现意外错误',
  unreachable: '与数据程序失去联系',
};

export interface ErrorNoticeProps {
  readonly problem: Problem;
  /** Offers 重试. */
  readonly onRetry?: (() => void) | undefined;
  /** What would be lawful or possible instead, as buttons. */
  readonly actions?: ReactNode;
  readonly onClose?: (() => void) | undefined;
}

/** A failure in words: what happened, why, the article behind a legal stop, and what to do now. */
export const ErrorNotice = ({ problem, onRetry, actions, onClose }: ErrorNoticeProps): ReactNode => (
  <Alert
    role="alert"
    showIcon
    type={problem.code === 'illegal-step' || problem.code === 'conflict' ? 'warning' : 'error'}
    title={titles[problem.code] ?? '操作没有完成'}
    {...(onClose ? { closable: { onClose, 'aria-label': '关闭提示' } } : {})}
    description={
      <>
        <p style={{ whiteSpace: 'pre-line' }}>{problem.message}</p>
        {problem.article !== undefined && <p className="mz-muted">依据：{problem.article}</p>}
        {(onRetry ?? actions) !== undefined && (
          <Space wrap style={{ marginTop: 8 }}>
            {onRetry && <Button onClick={onRetry}>重试</Button>}
            {actions}
          </Space>
        )}
      </>
    }
  />
);
