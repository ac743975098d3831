import type { ReactNode } from 'react';
import type { NextAct } from '../../../../shared/features/leads/workflow.ts';
import { useCall } from '../../../app/calls.ts';
import { WaitingCard, waitingCount } from '../../../ui/record/waiting-card.tsx';
import { DueTag } from '../../deadlines/parts/due-tag.tsx';

const acts: Readonly<Record<NextAct, string>> = { triage: '研判', reply: '答复', close: '办结' };

/** 待办线索: what this person may do next, most pressing first, and sources that wait for a second person's consent. */
export const LeadsWaitingCard = (): ReactNode => {
  const waiting = useCall('leads.waiting', { limit: 5 });
  if (!waiting.data) return null;
  const { total, overdue, requests, leads } = waiting.data;
  if (total === 0 && requests.length === 0) return null;
  return (
    <WaitingCard
      title="待办线索"
      count={waitingCount(total, overdue, '条')}
      all={{ path: '/leads', label: '全部线索' }}
      entries={[
        ...requests.map(({ leadId, number, requestedBy }) => ({
          key: `${leadId} ${requestedBy}`,
          path: `/leads/${leadId}`,
          act: '同意查看来源',
          about: `${requestedBy}申请查看${number}的来源`,
        })),
        ...leads.map(({ id, nextAct, summary, nextClock }) => ({
          key: id,
          path: `/leads/${id}`,
          act: nextAct ? acts[nextAct] : '',
          about: summary,
          due: nextClock && <DueTag of={nextClock} />,
        })),
      ]}
    />
  );
};
