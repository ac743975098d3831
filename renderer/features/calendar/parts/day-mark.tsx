import './calendar.css';
import type { ReactNode } from 'react';
import type { CalendarDay } from '../../../../shared/features/calendar/channels.ts';

/** What a day is, in words: for names that are read out, and under the pointer. */
export const natureWords = ({ nature, name, estimated }: CalendarDay): string => {
  const kind =
    nature === 'holiday'
      ? `放假${name === null ? '' : `（${name}）`}`
      : nature === 'make-up'
        ? '补班'
        : nature === 'weekend'
          ? '周末'
          : '工作日';
  return estimated && nature !== 'weekend' ? `${kind}（预估）` : kind;
};

/** 休 or 班 in its colour; nothing on days that are as always. */
export const DayMark = ({ day }: { day: CalendarDay }): ReactNode => {
  if (day.nature !== 'holiday' && day.nature !== 'make-up') return null;
  const off = day.nature === 'holiday';
  return (
    <span className={off ? 'mz-day-mark mz-day-off' : 'mz-day-mark mz-day-worked'} title={natureWords(day)}>
      {off ? (day.name ?? '休') : '班'}
    </span>
  );
};
