import type { ReactNode } from 'react';
import {
  dayOfMs,
  daysBetween,
  formatDay,
  formatInstant,
  formatShortDay,
  yearOf,
} from '../../../shared/kernel/dates.ts';
import { StatusTag } from '../record/status-tag.tsx';
import { deadlineText, moneyText, scoreNumber } from './format.ts';

/** 2026年11月24日; nothing but a dash where there is no day. */
export const DayText = ({ day }: { day: string | null }): ReactNode =>
  day === null ? (
    <span className="mz-muted">—</span>
  ) : (
    <time className="mz-nowrap" dateTime={day}>
      {formatDay(day)}
    </time>
  );

/** 11月24日 周二 within this year, otherwise with the year; the whole date on hover. */
export const ShortDayText = ({ day }: { day: string }): ReactNode => (
  <time className="mz-nowrap" dateTime={day} title={formatDay(day)}>
    {yearOf(day) === yearOf(dayOfMs(Date.now())) ? formatShortDay(day) : formatDay(day)}
  </time>
);

/** 2026年11月24日 14:05 in China's time. */
export const InstantText = ({ instant }: { instant: string | null }): ReactNode =>
  instant === null ? (
    <span className="mz-muted">—</span>
  ) : (
    <time className="mz-nowrap" dateTime={instant}>
      {formatInstant(instant)}
    </time>
  );

export interface DeadlineProps {
  /** The last day. */
  readonly day: string;
  /** Days or working days left, as the rules count them; calendar days from today if left out. */
  readonly left?: number;
  readonly unit?: '天' | '个工作日';
  /** From how many on it counts as due soon. */
  readonly soon?: number;
}

/** 还剩 3 个工作日 or 已逾期 2 天, with the date on hover. */
export const Deadline = ({ day, left, unit = '天', soon = 3 }: DeadlineProps): ReactNode => {
  const remaining = left ?? daysBetween(dayOfMs(Date.now()), day);
  return (
    <span title={formatDay(day)}>
      <StatusTag tone={remaining < 0 ? 'bad' : remaining <= soon ? 'due' : 'info'}>
        {deadlineText(remaining, unit)}
      </StatusTag>
    </span>
  );
};

/** ¥1,234.00 from fen. */
export const Money = ({ fen }: { fen: number }): ReactNode => (
  <span className="mz-nowrap">{moneyText(fen)}</span>
);

/** 86.5 / 100, the scale in a quieter voice. */
export const Score = ({ score, full }: { score: number; full: number }): ReactNode => (
  <span className="mz-nowrap">
    {scoreNumber(score)} <span className="mz-muted">/ {scoreNumber(full)}</span>
  </span>
);
