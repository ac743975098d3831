import type { ReactNode } from 'react';
import { kindLabels } from '../../../../shared/features/appeals/kinds.ts';
import { actLabels } from '../../../../shared/features/appeals/workflow.ts';
import { useCall } from '../../../app/calls.ts';
import { WaitingCard, waitingCount } from '../../../ui/record/waiting-card.tsx';
import { DueTag } from '../../deadlines/parts/due-tag.tsx';

/** 待办申诉复核: what this person may do next, most pressing first. */
export const AppealsWaitingCard = (): ReactNode => {
  const waiting = useCall('appeals.waiting', { limit: 5 });
  if (!waiting.data || waiting.data.total === 0) return null;
  const { total, overdue, appeals } = waiting.data;
  return (
    <WaitingCard
      title="待办申诉复核"
      count={waitingCount(total, overdue, '件')}
      all={{ path: '/appeals', label: '全部申诉复核' }}
      entries={appeals.map(({ id, nextAct, nextClock, person, kind, against }) => ({
        key: id,
        path: `/appeals/${id}`,
        act: nextAct ? actLabels[nextAct] : '',
        about: `${person}：${kindLabels[kind]}（${against}）`,
        due: nextClock && <DueTag of={nextClock} />,
      }))}
    />
  );
};
