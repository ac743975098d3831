import { Button } from 'antd';
import type { ReactNode } from 'react';
import { stateLabels } from '../../../../shared/features/cases/states.ts';
import { dayOfInstant, formatDay } from '../../../../shared/kernel/dates.ts';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import type { TimelineEntry } from '../../../../shared/kernel/timeline.ts';
import { Deadline } from '../../../ui/format/parts.tsx';
import { Timeline } from '../../../ui/record/timeline.tsx';
import type { TabProps } from './case-tabs.tsx';
import { isExtensible } from './extend-form.tsx';

/** What happened in a case, newest first. */
const historyOf = ({ record }: CaseView): TimelineEntry[] =>
  record.history
    .map((event): TimelineEntry => ({
      day: dayOfInstant(event.made.at),
      kind: stateLabels[event.state],
      title: event.act,
      about: [event.made.by.name, event.note].filter((text) => text !== '').join('：'),
      tone: event.state === 'closed' || event.state === 'rectified' ? 'good' : 'neutral',
    }))
    .reverse();

/** At the right of a case: the terms that run, which may be extended there, and what has been. */
export const CaseAside = ({ view, onOpen }: TabProps): ReactNode => (
  <>
    <h2 className="mz-case-heading">期限</h2>
    {view.clocks.length === 0 ? (
      <p className="mz-muted">现在没有在走的期限。</p>
    ) : (
      <ul className="mz-case-clocks">
        {view.clocks.map((clock) => {
          const extended = view.record.clocks.find(({ id }) => id === clock.id)?.extensions.at(-1);
          return (
            <li key={clock.id}>
              <div>
                <span>{clock.label}</span>
                <Deadline day={clock.dueOn} left={clock.daysLeft} />
              </div>
              <small>
                {formatDay(clock.dueOn)}止{clock.estimated && '（预估）'}，{clock.basis}
              </small>
              {clock.ground !== '' && <small>{clock.ground}</small>}
              {extended && (
                <small>
                  已由{formatDay(extended.from)}延长，{extended.approver}批准：{extended.reason}
                </small>
              )}
              {view.acts.includes('extendClock') && isExtensible(clock.kind) && (
                <Button
                  type="link"
                  size="small"
                  aria-label={`延长${clock.label}`}
                  onClick={() => onOpen({ what: 'extendClock', target: clock.id })}
                >
                  延长
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    )}
    <h2 className="mz-case-heading">经过</h2>
    <Timeline entries={historyOf(view)} label="经过" />
  </>
);
