import type { ReactNode } from 'react';
import { actLabels } from '../../../../shared/features/cases/acts.ts';
import { useCall } from '../../../app/calls.ts';
import { Deadline } from '../../../ui/format/parts.tsx';
import { WaitingCard, waitingCount } from '../../../ui/record/waiting-card.tsx';

/** 待我办理: the cases whose next act this person may do, most pressing first. */
export const CasesWaitingCard = (): ReactNode => {
  const waiting = useCall('cases.waiting', { limit: 6 });
  if (!waiting.data || waiting.data.total === 0) return null;
  const { total, overdue, cases } = waiting.data;
  return (
    <WaitingCard
      title="待我办理"
      count={waitingCount(total, overdue, '件')}
      all={{ path: '/cases', label: '全部问责事项' }}
      entries={cases.map(({ id, nextAct, nextClock, people, matter }) => ({
        key: id,
        path: `/cases/${id}`,
        act: actLabels[nextAct],
        about: `${people.join('、')} · ${matter}`,
        due: nextClock && <Deadline day={nextClock.dueOn} left={nextClock.daysLeft} />,
      }))}
    />
  );
};
