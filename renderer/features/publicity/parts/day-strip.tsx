import type { ReactNode } from 'react';
import type { CalendarDay } from '../../../../shared/features/calendar/channels.ts';
import { addDays, formatDay, weekdayOf } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

export const weekdayWords = (day: string): string => `星期${WEEKDAYS[weekdayOf(day)] ?? ''}`;

interface Counted extends CalendarDay {
  /** Which working day of the term it is; null for the first day and days off. */
  readonly count: number | null;
}

const counted = (days: readonly CalendarDay[], startsOn: string): Counted[] => {
  let count = 0;
  return days.map((one) => {
    if (one.day === startsOn || !one.working) return { ...one, count: null };
    count += 1;
    return { ...one, count };
  });
};

/** Monday stands first: how many places of the first week stay empty. */
const lead = (day: string): number => (weekdayOf(day) + 6) % 7;

const wordsOf = ({ day, count, name, nature }: Counted, startsOn: string, endsOn: string): string => {
  const rest = name ?? (nature === 'weekend' ? '周末' : '休息日');
  return [
    formatDay(day),
    day === startsOn ? '张贴' : count === null ? rest : `第 ${String(count)} 个工作日`,
    ...(day === endsOn ? ['最后一日'] : []),
  ].join('，');
};

const classOf = ({ day, count }: Counted, startsOn: string, endsOn: string, today: string): string =>
  [
    day === startsOn ? 'mz-strip-start' : count === null ? 'mz-strip-rest' : 'mz-strip-day',
    ...(day === endsOn ? ['mz-strip-end'] : []),
    ...(day < today ? ['mz-strip-past'] : []),
    ...(day === today ? ['mz-strip-today'] : []),
  ].join(' ');

/** The days of a publicity as a small calendar: which are counted, which are off, and where today is. */
export const DayStrip = ({
  startsOn,
  endsOn,
  today,
}: {
  startsOn: string;
  endsOn: string;
  today: string;
}): ReactNode => {
  const to = addDays(endsOn, 6 - lead(endsOn));
  const { data } = useCall('calendar.days', { from: startsOn, to: to < startsOn ? endsOn : to });
  if (!data) return null;
  const days = counted(data.days, startsOn).filter(({ day }) => day <= endsOn);
  return (
    <figure className="mz-strip" aria-label={`公示期：${formatDay(startsOn)}至${formatDay(endsOn)}`}>
      <div aria-hidden className="mz-strip-head">
        {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ol>
        {days.map((one, at) => (
          <li
            key={one.day}
            title={wordsOf(one, startsOn, endsOn)}
            className={classOf(one, startsOn, endsOn, today)}
            {...(at === 0 ? { style: { gridColumnStart: lead(one.day) + 1 } } : {})}
            {...(one.day === today ? { 'aria-current': 'date' as const } : {})}
          >
            <span aria-hidden>{Number(one.day.slice(8))}</span>
            <small aria-hidden>{one.day === startsOn ? '贴' : (one.count ?? '休')}</small>
            <span className="mz-visually-hidden">{wordsOf(one, startsOn, endsOn)}</span>
          </li>
        ))}
      </ol>
      <figcaption className="mz-muted">张贴当天不算，下面的数字是第几个工作日。</figcaption>
    </figure>
  );
};
