import type { ReactNode } from 'react';
import type { FieldIssue } from '../../../../shared/kernel/result.ts';

interface ProblemsPanelProps {
  /** What keeps it from being saved. */
  readonly hard: readonly FieldIssue[];
  /** What keeps it from being used. */
  readonly soft: readonly FieldIssue[];
  readonly onJump: (path: string) => void;
}

const Lines = ({
  issues,
  hard,
  onJump,
}: {
  issues: readonly FieldIssue[];
  hard: boolean;
  onJump: (path: string) => void;
}): ReactNode =>
  issues.map((issue, at) => (
    <li key={`${issue.path} ${String(at)}`}>
      <button
        type="button"
        className={hard ? 'mz-problem-hard' : ''}
        onClick={() => onJump(issue.path)}
        title="到这一处"
      >
        {hard ? '✕ ' : '○ '}
        {issue.message}
      </button>
    </li>
  ));

/** Everything still to be done to an indicator system; each line leads to its place. */
export const ProblemsPanel = ({ hard, soft, onJump }: ProblemsPanelProps): ReactNode => (
  <section className="mz-card mz-panel" aria-label="还需处理">
    <h2>还需处理{hard.length + soft.length > 0 && `（${String(hard.length + soft.length)} 处）`}</h2>
    {hard.length + soft.length === 0 ? (
      <p className="mz-sum-even">✓ 权重、等次和评分方法都齐全，可以用于考核。</p>
    ) : (
      <ul className="mz-problems">
        <Lines issues={hard} hard onJump={onJump} />
        <Lines issues={soft} hard={false} onJump={onJump} />
      </ul>
    )}
    {soft.length > 0 && hard.length === 0 && (
      <p className="mz-muted" style={{ marginTop: 8 }}>
        没补齐也可以先保存；补齐后才能用于考核。
      </p>
    )}
  </section>
);
