import './deadlines.css';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { CalendarDay } from '../../../../shared/features/calendar/channels.ts';
import type { DeadlineView } from '../../../../shared/features/deadlines/channels.ts';
import { formatDay, formatShortDay } from '../../../../shared/kernel/dates.ts';
import { DayMark, natureWords } from '../../calendar/parts/day-mark.tsx';
import { dueTones } from './due-tag.tsx';
import { dayAfterKey, inWeeks } from './span.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;
/** Chips that fit into a day; the rest is told by number. */
const CHIPS = 3;

export interface MonthGridProps {
  readonly days: readonly CalendarDay[];
  readonly deadlines: ReadonlyMap<string, readonly DeadlineView[]>;
  readonly today: string;
  /** The day that the keys move from; its month is the one in view. */
  readonly on: string;
  readonly onMove: (day: string) => void;
  readonly onOpen: (day: string) => void;
}

/** A month in whole weeks. Arrows go from day to day and on into the next month, Enter opens a day. */
export const MonthGrid = ({ days, deadlines, today, on, onMove, onOpen }: MonthGridProps): ReactNode => {
  const grid = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (!byKey.current) return;
    const cell = grid.current?.querySelector('[tabindex="0"]');
    if (cell instanceof HTMLElement) cell.focus();
    byKey.current = false;
  }, [on, days]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = dayAfterKey(event.key, on);
    if (next !== undefined) {
      event.preventDefault();
      byKey.current = true;
      onMove(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (event.target instanceof HTMLAnchorElement) return;
      event.preventDefault();
      onOpen(on);
    }
  };

  return (
    <div className="mz-month" role="grid" aria-label="期限日历" ref={grid} onKeyDown={onKeyDown}>
      <div className="mz-month-week mz-month-head" role="row">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday} role="columnheader" aria-label={`周${weekday}`}>
            {weekday}
          </span>
        ))}
      </div>
      {inWeeks(days).map((week) => (
        <div className="mz-month-week" role="row" key={week[0]?.day}>
          {week.map((day) => (
            <DayCell
              key={day.day}
              facts={day}
              deadlines={deadlines.get(day.day) ?? []}
              isToday={day.day === today}
              isOn={day.day === on}
              inMonth={day.day.slice(0, 7) === on.slice(0, 7)}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  );
};

const chipText = ({ label, people, recordTitle }: DeadlineView): string =>
  `${label} ${people.length > 0 ? people.join('、') : recordTitle}`;

/** What a day's cell says when it is read out, before its terms. */
const cellName = (facts: CalendarDay, count: number): string =>
  [
    formatDay(facts.day),
    formatShortDay(facts.day).split(' ')[1] ?? '',
    natureWords(facts),
    count === 0 ? '没有期限' : `${String(count)} 个期限`,
  ].join('，');

interface DayCellProps {
  readonly facts: CalendarDay;
  readonly deadlines: readonly DeadlineView[];
  readonly isToday: boolean;
  readonly isOn: boolean;
  readonly inMonth: boolean;
  readonly onOpen: (day: string) => void;
}

const DayCell = ({ facts, deadlines, isToday, isOn, inMonth, onOpen }: DayCellProps): ReactNode => {
  const shown = deadlines.length > CHIPS ? deadlines.slice(0, CHIPS - 1) : deadlines;
  const hidden = deadlines.length - shown.length;
  const classes = [
    'mz-month-day',
    facts.working ? '' : 'mz-month-free',
    inMonth ? '' : 'mz-month-outside',
    isToday ? 'mz-month-today' : '',
  ];
  return (
    <div
      role="gridcell"
      tabIndex={isOn ? 0 : -1}
      aria-current={isToday ? 'date' : undefined}
      className={classes.filter((one) => one !== '').join(' ')}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) onOpen(facts.day);
      }}
    >
      <span className="mz-visually-hidden">{cellName(facts, deadlines.length)}</span>
      <div className="mz-month-date" aria-hidden>
        <span>{Number(facts.day.slice(8))}</span>
        {isToday && <em>今天</em>}
        <DayMark day={facts} />
      </div>
      {shown.map((one) => (
        <Link
          key={one.id}
          to={one.recordPath}
          tabIndex={-1}
          title={`${one.title}，${one.words}`}
          className={`mz-chip-due mz-status-${dueTones[one.state]}`}
        >
          {one.state === 'overdue' ? `逾期 ${chipText(one)}` : chipText(one)}
        </Link>
      ))}
      {hidden > 0 && <span className="mz-month-more">还有 {hidden} 个</span>}
    </div>
  );
};
