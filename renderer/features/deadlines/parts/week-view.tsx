import './deadlines.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CalendarDay } from '../../../../shared/features/calendar/channels.ts';
import type { DeadlineView } from '../../../../shared/features/deadlines/channels.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { DayMark } from '../../calendar/parts/day-mark.tsx';
import { DeadlineEntry } from './deadline-entry.tsx';
import { dayTitle } from './span.ts';

interface DaysProps {
  readonly days: readonly CalendarDay[];
  readonly deadlines: ReadonlyMap<string, readonly DeadlineView[]>;
  readonly today: string;
  readonly onOpen: (day: string) => void;
}

interface DaySectionProps extends Omit<DaysProps, 'days' | 'deadlines'> {
  readonly facts: CalendarDay;
  readonly due: readonly DeadlineView[];
}

const DaySection = ({ facts, due, today, onOpen }: DaySectionProps): ReactNode => (
  <section
    className={`mz-day ${facts.working ? '' : 'mz-month-free'} ${facts.day === today ? 'mz-month-today' : ''}`}
  >
    <header>
      <h2>
        <Button type="text" size="small" onClick={() => onOpen(facts.day)}>
          {dayTitle(facts.day, today)}
        </Button>
      </h2>
      {facts.day === today && <em>今天</em>}
      <DayMark day={facts} />
    </header>
    {due.length > 0 && (
      <ul>
        {due.map((one) => (
          <DeadlineEntry key={one.id} of={one} />
        ))}
      </ul>
    )}
  </section>
);

/** Seven days side by side, each with its terms in full. */
export const WeekView = ({ days, deadlines, ...rest }: DaysProps): ReactNode => (
  <div className="mz-week">
    {days.map((facts) => (
      <DaySection key={facts.day} facts={facts} due={deadlines.get(facts.day) ?? []} {...rest} />
    ))}
  </div>
);

/** The days on which something ends, one below the other. */
export const AgendaView = ({ days, deadlines, ...rest }: DaysProps): ReactNode => {
  const busy = days.filter(({ day }) => deadlines.has(day));
  if (busy.length === 0)
    return <EmptyState title="这段时间没有到期的期限" about="往后翻，或取消上方的筛选再看。" />;
  return (
    <div className="mz-agenda">
      {busy.map((facts) => (
        <DaySection key={facts.day} facts={facts} due={deadlines.get(facts.day) ?? []} {...rest} />
      ))}
    </div>
  );
};
