import type { ReactNode } from 'react';
import type { LeadView } from '../../../../shared/features/leads/channels.ts';
import { dayOfInstant } from '../../../../shared/kernel/dates.ts';
import type { TimelineEntry } from '../../../../shared/kernel/timeline.ts';
import { Timeline } from '../../../ui/record/timeline.tsx';
import { RunningTerms } from '../../deadlines/parts/due-list.tsx';

interface Moment {
  readonly at: string;
  readonly entry: TimelineEntry;
}

const moment = (at: string, kind: string, title: string, about: readonly string[]): Moment => ({
  at,
  entry: {
    day: dayOfInstant(at),
    kind,
    title,
    about: about.filter((text) => text !== '').join('：'),
    tone: 'neutral',
  },
});

/** What happened with a lead, newest first: acts on it, and who asked for its source and looked at it. */
const historyOf = ({ lead, source }: LeadView): TimelineEntry[] =>
  [
    ...lead.history.map(({ made, act, note }) => moment(made.at, '办理', act, [made.by.name, note])),
    ...source.requests.flatMap(({ requestedAt, requestedBy, reason, answer }) => [
      moment(requestedAt, '来源', '申请查看来源', [requestedBy, reason]),
      ...(answer
        ? [
            moment(answer.at, '来源', answer.granted ? '同意查看来源' : '不同意查看来源', [
              answer.by,
              answer.note,
            ]),
          ]
        : []),
    ]),
    ...source.looks.map(({ at, by, what }) => moment(at, '来源', `查看${what}`, [by])),
  ]
    .map((each, order) => ({ ...each, order }))
    .sort((a, b) => b.at.localeCompare(a.at) || b.order - a.order)
    .map(({ entry }) => entry);

/** At the right of a lead: what is running, and what has been. */
export const LeadAside = ({ view }: { view: LeadView }): ReactNode => (
  <>
    <h2 className="mz-record-heading">期限</h2>
    <RunningTerms of={view.clocks} />
    <h2 className="mz-record-heading">经过</h2>
    <Timeline entries={historyOf(view)} label="经过" />
  </>
);
