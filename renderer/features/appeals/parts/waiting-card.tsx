import './appeal.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { kindLabels } from '../../../../shared/features/appeals/kinds.ts';
import { actLabels } from '../../../../shared/features/appeals/workflow.ts';
import { useCall } from '../../../app/calls.ts';
import { DueTag } from '../../deadlines/parts/due-tag.tsx';

/** 待办申诉复核: what this person may do next, most pressing first. */
export const AppealsWaitingCard = (): ReactNode => {
  const waiting = useCall('appeals.waiting', { limit: 5 });
  if (!waiting.data || waiting.data.total === 0) return null;
  const { total, overdue, appeals } = waiting.data;
  return (
    <section className="mz-card mz-appeal-waiting" aria-label="待办申诉复核">
      <header>
        <h2>待办申诉复核</h2>
        <span className="mz-muted">
          {total} 件{overdue > 0 && `，其中 ${String(overdue)} 件已逾期`}
        </span>
        <Link to="/appeals">全部申诉复核</Link>
      </header>
      <ul>
        {appeals.map((one) => (
          <li key={one.id}>
            <Link to={`/appeals/${one.id}`}>
              <strong>{one.nextAct ? actLabels[one.nextAct] : ''}</strong>
              <span>
                {one.person}：{kindLabels[one.kind]}（{one.against}）
              </span>
            </Link>
            {one.nextClock && <DueTag of={one.nextClock} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
