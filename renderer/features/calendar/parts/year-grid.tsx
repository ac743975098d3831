import './calendar.css';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { NamedDay } from '../../../../shared/features/calendar/rules.ts';
import { isWeekend } from '../../../../shared/features/calendar/rules.ts';
import type { CalendarContent } from '../../../../shared/features/calendar/schema.ts';
import { addDays, addMonths, formatDay, formatShortDay, weekdayOf } from '../../../../shared/kernel/dates.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

const daysOfMonth = (year: number, month: number): string[] => {
  const first = `${String(year)}-${String(month).padStart(2, '0')}-01`;
  const next = addMonths(first, 1);
  const days: string[] = [];
  for (let day = first; day < next; day = addDays(day, 1)) days.push(day);
  return days;
};

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

interface Marked {
  readonly word: string;
  readonly className: string;
}

const markOf = (day: string, rest: ReadonlySet<string>, work: ReadonlySet<string>): Marked => {
  if (rest.has(day)) return { word: '休', className: 'mz-year-rest' };
  if (work.has(day)) return { word: '班', className: 'mz-year-work' };
  return { word: '', className: isWeekend(day) ? 'mz-year-weekend' : '' };
};

const natureOf = ({ word }: Marked, day: string): string =>
  word === '休' ? '放假' : word === '班' ? '补班' : isWeekend(day) ? '周末' : '工作日';

export interface YearGridProps {
  readonly content: CalendarContent;
  readonly statutory: readonly NamedDay[];
  /** Left out where nothing may be changed. */
  readonly onToggle?: ((day: string) => void) | undefined;
}

/** Twelve months at a glance. Where it may be changed, a click or Enter goes round what a day can be; arrows move. */
export const YearGrid = ({ content, statutory, onToggle }: YearGridProps): ReactNode => {
  const { year } = content;
  const [on, setOn] = useState(`${String(year)}-01-01`);
  const box = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    const button = box.current?.querySelector('button[tabindex="0"]');
    if (button instanceof HTMLElement) button.focus();
  }, [on]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = addDays(on, step);
    if (!next.startsWith(String(year))) return;
    byKey.current = true;
    setOn(next);
  };

  const rest = new Set(content.rest);
  const work = new Set(content.work);
  const names = new Map(statutory.map(({ day, name }) => [day, name]));
  return (
    <div className="mz-year" ref={box} onKeyDown={onToggle && onKeyDown}>
      {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => {
        const days = daysOfMonth(year, month);
        const blanks = (weekdayOf(days[0] ?? '') + 6) % 7;
        return (
          <section key={month} className="mz-card mz-year-month" aria-label={`${String(month)}月`}>
            <h2>{month}月</h2>
            <div className="mz-year-week mz-year-head" aria-hidden>
              {WEEKDAYS.map((weekday) => (
                <span key={weekday}>{weekday}</span>
              ))}
            </div>
            <div className="mz-year-week">
              {Array.from({ length: blanks }, (_, blank) => (
                <span key={blank} />
              ))}
              {days.map((day) => (
                <YearDay
                  key={day}
                  day={day}
                  mark={markOf(day, rest, work)}
                  name={names.get(day)}
                  isOn={day === on}
                  onToggle={
                    onToggle &&
                    (() => {
                      setOn(day);
                      onToggle(day);
                    })
                  }
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
};

interface YearDayProps {
  readonly day: string;
  readonly mark: Marked;
  readonly name: string | undefined;
  readonly isOn: boolean;
  readonly onToggle: (() => void) | undefined;
}

const YearDay = ({ day, mark, name, isOn, onToggle }: YearDayProps): ReactNode => {
  const className = `mz-year-day ${mark.className}`;
  const label = `${formatDay(day)} ${formatShortDay(day).split(' ')[1] ?? ''}，${natureOf(mark, day)}${
    name === undefined ? '' : `，${name}`
  }`;
  const inside = (
    <>
      <span aria-hidden>{Number(day.slice(8))}</span>
      {mark.word !== '' && <small aria-hidden>{mark.word}</small>}
      <span className="mz-visually-hidden">{label}</span>
    </>
  );
  return onToggle ? (
    <button type="button" className={className} title={label} tabIndex={isOn ? 0 : -1} onClick={onToggle}>
      {inside}
    </button>
  ) : (
    <span className={className} title={label}>
      {inside}
    </span>
  );
};
