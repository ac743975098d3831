import type { ReactNode } from 'react';
import type { AppealView } from '../../../../shared/features/appeals/channels.ts';
import { dayOfInstant } from '../../../../shared/kernel/dates.ts';
import { Timeline } from '../../../ui/record/timeline.tsx';
import { RunningTerms } from '../../deadlines/parts/due-list.tsx';

/** At the right of an appeal: what is running, and what has been. */
export const AppealAside = ({ view: { appeal, clocks } }: { view: AppealView }): ReactNode => (
  <>
    <h2 className="mz-record-heading">期限</h2>
    <RunningTerms of={clocks} />
    <h2 className="mz-record-heading">经过</h2>
    <Timeline
      entries={appeal.history.toReversed().map(({ made, act, note }) => ({
        day: dayOfInstant(made.at),
        kind: '办理',
        title: act,
        about: [made.by.name, note].filter((text) => text !== '').join('：'),
        tone: 'neutral' as const,
      }))}
      label="经过"
    />
  </>
);
