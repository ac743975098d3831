import './evaluation.css';
import type { ReactNode } from 'react';
import type { Progress } from '../../../../shared/features/evaluation/views.ts';

/** How many sheets are whole, as a bar and in figures; begun ones in a lighter shade. */
export const ProgressBar = ({ progress, unit = '份' }: { progress: Progress; unit?: string }): ReactNode => {
  const { done, begun, total } = progress;
  const share = (count: number): string => (total === 0 ? '0%' : `${String((count / total) * 100)}%`);
  const words =
    total === 0
      ? '没有要评的'
      : done === total
        ? `全部评完（${String(total)} ${unit}）`
        : `已评完 ${String(done)} / ${String(total)} ${unit}${begun > 0 ? `，另有 ${String(begun)} ${unit}评了一部分` : ''}`;
  return (
    <span className="mz-progress-bar" title={words}>
      <span className="mz-progress-track" aria-hidden>
        <span className="mz-progress-done" style={{ width: share(done) }} />
        <span className="mz-progress-begun" style={{ width: share(begun) }} />
      </span>
      <span className="mz-progress-words">
        {done} / {total}
        <span className="mz-visually-hidden">，{words}</span>
      </span>
    </span>
  );
};
