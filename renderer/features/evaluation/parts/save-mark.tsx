import './evaluation.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { BookView } from './score-book.ts';

/** Whether what is typed is on the disk: 已保存, 正在保存, or how much is not and why. */
export const SaveMark = ({ view, onRetry }: { view: BookView; onRetry: () => void }): ReactNode => {
  switch (view.state) {
    case 'saved':
      return <span className="mz-save-mark mz-save-mark-done">✓ 已保存</span>;
    case 'saving':
      return <span className="mz-save-mark mz-save-mark-open">… 正在保存</span>;
    case 'refused':
      return (
        <span className="mz-save-mark mz-save-mark-bad">
          ✕ {view.open} 格没有保存，红框处请改正，其余已保存
        </span>
      );
    case 'failed':
      return (
        <span className="mz-save-mark mz-save-mark-bad" title={view.problem}>
          ✕ {view.open} 格还没有保存，内容已在本机留底{' '}
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        </span>
      );
  }
};
