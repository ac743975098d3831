import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { stateLabels } from '../../../../shared/features/cases/states.ts';
import { dayOfInstant, formatDay } from '../../../../shared/kernel/dates.ts';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import type { TimelineEntry } from '../../../../shared/kernel/timeline.ts';
import { isOthersTerm } from '../../../../shared/features/cases/clocks.ts';
import { Deadline } from '../../../ui/format/parts.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { Timeline } from '../../../ui/record/timeline.tsx';
import { CaseAppeals } from '../../appeals/parts/case-appeals.tsx';
import { CasePublicities } from '../../publicity/parts/case-publicities.tsx';
import type { TabProps } from './tab-props.ts';
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

/** How many running terms are shown before one asks for the rest. */
const FIRST = 4;

const Clocks = ({ view, onOpen }: TabProps): ReactNode => {
  const [all, setAll] = useState(false);
  const { clocks } = view;
  if (clocks.length === 0) return <p className="mz-muted">现在没有在走的期限。</p>;
  return (
    <>
      <ul className="mz-record-terms mz-case-terms">
        {(all ? clocks : clocks.slice(0, FIRST)).map((clock) => {
          const extended = view.record.clocks.find(({ id }) => id === clock.id)?.extensions.at(-1);
          return (
            <li key={clock.id}>
              <div>
                <span>{clock.label}</span>
                {clock.daysLeft < 0 && isOthersTerm(clock.kind) ? (
                  <StatusTag tone="stopped">已届满</StatusTag>
                ) : (
                  <Deadline day={clock.dueOn} left={clock.daysLeft} />
                )}
              </div>
              <small>
                {formatDay(clock.dueOn)}止{clock.estimated && '（预估）'}，{clock.basis}
                {view.acts.includes('extendClock') && isExtensible(clock.kind) && (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`延长：${clock.label}`}
                    onClick={() => onOpen({ what: 'extendClock', target: clock.id })}
                  >
                    延长
                  </Button>
                )}
              </small>
              {clock.ground !== clock.basis && <small>{clock.ground}</small>}
              {extended && (
                <small>
                  已由{formatDay(extended.from)}延长，{extended.approver}批准：{extended.reason}
                </small>
              )}
            </li>
          );
        })}
      </ul>
      {clocks.length > FIRST && (
        <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '只看最近的期限' : `全部 ${String(clocks.length)} 个期限`}
        </Button>
      )}
    </>
  );
};

/** At the right of a case: the terms that run, which may be extended there, and what has been. */
export const CaseAside = ({ view, onOpen }: TabProps): ReactNode => (
  <>
    <h2 className="mz-record-heading">期限</h2>
    <Clocks view={view} onOpen={onOpen} />
    <CasePublicities caseId={view.record.id} />
    <CaseAppeals caseId={view.record.id} decided={view.sanctions.some(({ annulled }) => annulled === null)} />
    <h2 className="mz-record-heading">经过</h2>
    <Timeline entries={historyOf(view)} label="经过" />
  </>
);
