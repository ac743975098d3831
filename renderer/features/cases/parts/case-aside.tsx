import { stateLabels } from '../../../../shared/features/cases/states.ts';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import { dayOfInstant, formatDay } from '../../../../shared/kernel/dates.ts';
import type { TimelineEntry } from '../../../../shared/kernel/timeline.ts';
import { Deadline } from '../../../ui/format/parts.tsx';
import { Timeline } from '../../../ui/record/timeline.tsx';

/** What happened in a case, newest first. */
export const historyOf = ({ record }: CaseView): TimelineEntry[] =>
  record.history
    .map((event): TimelineEntry => ({
      day: dayOfInstant(event.made.at),
      kind: stateLabels[event.state],
      title: event.act,
      about: [event.made.by.name, event.note].filter((text) => text !== '').join('：'),
      tone: event.state === 'closed' || event.state === 'rectified' ? 'good' : 'neutral',
    }))
    .reverse();

/** At the right of a case: what is running, and what has been. */
export const CaseAside = ({ view }: { view: CaseView }): ReactNode => (
  <>
    <h2 className="mz-case-heading">期限</h2>
    {view.clocks.length === 0 ? (
      <p className="mz-muted">现在没有在走的期限。</p>
    ) : (
      <ul className="mz-case-clocks">
        {view.clocks.map((clock) => (
          <li key={clock.id}>
            {clock.label} <Deadline day={clock.dueOn} left={clock.daysLeft} />
            <small>
              {formatDay(clock.dueOn)}止，{clock.basis}
              {clock.estimated && '（预估）'}
              {clock.ground !== '' && `，${clock.ground}`}
            </small>
          </li>
        ))}
      </ul>
    )}
    <h2 className="mz-case-heading">经过</h2>
    <Timeline entries={historyOf(view)} label="经过" />
  </>
);
