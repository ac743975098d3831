import { actLabels } from '../../../../shared/features/cases/acts.ts';
import './case.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../../app/calls.ts';
import { Deadline } from '../../../ui/format/parts.tsx';

/** 待我办理: the cases whose next act this person may do, most pressing first. */
export const CasesWaitingCard = (): ReactNode => {
  const waiting = useCall('cases.waiting', { limit: 6 });
  if (!waiting.data || waiting.data.total === 0) return null;
  const { total, overdue, cases } = waiting.data;
  return (
    <section className="mz-card mz-case-waiting" aria-label="待我办理">
      <header>
        <h2>待我办理</h2>
        <span className="mz-muted">
          {total} 件{overdue > 0 && `，其中 ${String(overdue)} 件已逾期`}
        </span>
        <Link to="/cases">全部问责事项</Link>
      </header>
      <ul>
        {cases.map((one) => (
          <li key={one.id}>
            <Link to={`/cases/${one.id}`}>
              <strong>{actLabels[one.nextAct]}</strong>
              <span>
                {one.people.join('、')} · {one.matter}
              </span>
            </Link>
            {one.nextClock && <Deadline day={one.nextClock.dueOn} left={one.nextClock.daysLeft} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
