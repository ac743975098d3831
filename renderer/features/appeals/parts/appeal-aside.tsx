import type { ReactNode } from 'react';
import type { AppealView } from '../../../../shared/features/appeals/channels.ts';
import { dayOfInstant, formatDay } from '../../../../shared/kernel/dates.ts';
import { Timeline } from '../../../ui/record/timeline.tsx';
import { DueTag, EstimatedMark } from '../../deadlines/parts/due-tag.tsx';

/** At the right of an appeal: what is running, and what has been. */
export const AppealAside = ({ view: { appeal, clocks } }: { view: AppealView }): ReactNode => (
  <>
    <h2 className="mz-appeal-heading">期限</h2>
    {clocks.length === 0 ? (
      <p className="mz-muted">现在没有在走的期限。</p>
    ) : (
      <ul className="mz-appeal-clocks">
        {clocks.map((clock) => (
          <li key={clock.id}>
            {clock.label} <DueTag of={clock} /> {clock.estimated && <EstimatedMark />}
            <small>
              {formatDay(clock.dueOn)}止。{clock.ground}
            </small>
          </li>
        ))}
      </ul>
    )}
    <h2 className="mz-appeal-heading">经过</h2>
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
