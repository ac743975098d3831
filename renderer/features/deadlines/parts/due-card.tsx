import './due.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DeadlineView } from '../../../../shared/features/deadlines/channels.ts';
import { addDays, dayOfMs, formatShortDay } from '../../../../shared/kernel/dates.ts';
import { useDeadlines } from '../queries.ts';
import { DeadlineEntry } from './deadline-entry.tsx';

/** How far the card looks ahead. */
const DAYS = 7;
const SHOWN = 4;
/** CSS pixels of the tallest bar. */
const TALLEST = 44;

interface Bar {
  readonly label: string;
  readonly count: number;
  readonly kind: 'overdue' | 'today' | 'day';
}

const barsOf = (terms: readonly DeadlineView[], today: string): readonly Bar[] => [
  { label: '逾期', count: terms.filter(({ state }) => state === 'overdue').length, kind: 'overdue' },
  ...Array.from({ length: DAYS }, (_, ahead): Bar => {
    const day = addDays(today, ahead);
    return {
      label: ahead === 0 ? '今天' : (formatShortDay(day).split(' ')[1] ?? ''),
      count: terms.filter(({ dueOn }) => dueOn === day).length,
      kind: ahead === 0 ? 'today' : 'day',
    };
  }),
];

const Bars = ({ bars }: { bars: readonly Bar[] }): ReactNode => {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const words = bars.map(({ label, count }) => `${label} ${String(count)} 个`).join('，');
  return (
    <div className="mz-due-bars" role="img" aria-label={`到期的期限：${words}`}>
      {bars.map(({ label, count, kind }) => (
        <div key={label} aria-hidden>
          {count > 0 ? count : ''}
          <span
            className={`mz-due-bar mz-due-bar-${count === 0 ? 'none' : kind}`}
            style={{ height: Math.round((count / most) * TALLEST) }}
          />
          {label}
        </div>
      ))}
    </div>
  );
};

/** 今日: what is overdue, due today and in the next days, as a picture and with the most pressing terms. */
export const DueCard = (): ReactNode => {
  const today = dayOfMs(Date.now());
  const due = useDeadlines({ to: addDays(today, DAYS - 1) });
  const terms = (due.data?.deadlines ?? []).filter(({ state }) => state !== 'lapsed');
  if (terms.length === 0) return null;
  const mine = terms.filter((one) => one.mine);
  const shown = (mine.length > 0 ? mine : terms).slice(0, SHOWN);
  return (
    <section className="mz-card mz-due-card" aria-label="期限">
      <header>
        <h2>期限</h2>
        <span className="mz-muted">
          逾期和 7 天内到期 {terms.length} 个{mine.length > 0 && `，等您办理 ${String(mine.length)} 个`}
        </span>
        <Link to="/deadlines">期限日历</Link>
      </header>
      <Bars bars={barsOf(terms, today)} />
      <ul>
        {shown.map((one) => (
          <DeadlineEntry key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
};
