import './lead.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NextAct } from '../../../../shared/features/leads/workflow.ts';
import { useCall } from '../../../app/calls.ts';
import { DueTag } from '../../deadlines/parts/due-tag.tsx';

const acts: Readonly<Record<NextAct, string>> = { triage: '研判', reply: '答复', close: '办结' };

/** 待办线索: what this person may do next, most pressing first, and sources that wait for a second person's consent. */
export const LeadsWaitingCard = (): ReactNode => {
  const waiting = useCall('leads.waiting', { limit: 5 });
  if (!waiting.data) return null;
  const { total, overdue, requests, leads } = waiting.data;
  if (total === 0 && requests.length === 0) return null;
  return (
    <section className="mz-card mz-lead-waiting" aria-label="待办线索">
      <header>
        <h2>待办线索</h2>
        <span className="mz-muted">
          {total} 条{overdue > 0 && `，其中 ${String(overdue)} 条已逾期`}
        </span>
        <Link to="/leads">全部线索</Link>
      </header>
      <ul>
        {requests.map(({ leadId, number, requestedBy }) => (
          <li key={`${leadId} ${requestedBy}`}>
            <Link to={`/leads/${leadId}`}>
              <strong>同意查看来源</strong>
              <span>
                {requestedBy}申请查看{number}的来源
              </span>
            </Link>
          </li>
        ))}
        {leads.map((one) => (
          <li key={one.id}>
            <Link to={`/leads/${one.id}`}>
              <strong>{one.nextAct ? acts[one.nextAct] : ''}</strong>
              <span>{one.summary}</span>
            </Link>
            {one.nextClock && <DueTag of={one.nextClock} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
