import { addDays, addMonths, daysBetween, formatDay, yearOf } from '../../../../shared/kernel/dates.ts';
import { awaitsLifting, isRunning, type Sanction } from '../../../../shared/features/cases/sanction.ts';

/** Where the periods of sanctions lie on a common line of time, in shares that a screen draws. */

/** How a sanction stands on a day. `once` has no period: it is done with its being told. */
export type PeriodState = 'ahead' | 'running' | 'awaiting' | 'over' | 'lifted' | 'annulled' | 'once';

export const periodStateLabels: Readonly<Record<PeriodState, string>> = {
  ahead: '尚未生效',
  running: '处理期间',
  awaiting: '期满待解除',
  over: '期间已满',
  lifted: '已解除',
  annulled: '已撤销',
  once: '一次性处理',
};

export const periodStateOf = (sanction: Sanction, today: string): PeriodState => {
  if (sanction.annulled !== null) return 'annulled';
  if (sanction.lifting !== null && sanction.lifting.liftedOn <= today) return 'lifted';
  if (sanction.endsOn === null) return 'once';
  if (today < sanction.effectiveOn) return 'ahead';
  if (isRunning(sanction, today)) return 'running';
  return awaitsLifting(sanction, today) ? 'awaiting' : 'over';
};

/** What may be lifted: a sanction whose period is over, and one of a pupil who has mended (第十四条). */
export const isLiftable = (sanction: Sanction, today: string): boolean =>
  awaitsLifting(sanction, today) ||
  (sanction.pupilLevel === 'sanction' && periodStateOf(sanction, today) === 'running');

export interface Axis {
  readonly from: string;
  /** Not before `from`. */
  readonly to: string;
  readonly ticks: readonly { readonly day: string; readonly label: string; readonly at: number }[];
}

/** Months between ticks, the smallest that leaves at most this many of them. */
const STEPS = [1, 3, 6, 12, 24] as const;
const MOST_TICKS = 8;

const shareOf = (from: string, to: string, day: string): number => {
  const whole = Math.max(1, daysBetween(from, to));
  return Math.min(1, Math.max(0, daysBetween(from, day) / whole));
};

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;

/** A line of time from the first day that matters to the last, today included, with its ticks. */
export const axisOf = (periods: readonly Pick<Sanction, 'effectiveOn' | 'endsOn'>[], today: string): Axis => {
  const days = [today, ...periods.flatMap(({ effectiveOn, endsOn }) => [effectiveOn, endsOn ?? effectiveOn])];
  const from = firstOfMonth(days.reduce((least, day) => (day < least ? day : least)));
  const last = days.reduce((most, day) => (day > most ? day : most));
  const to = addMonths(firstOfMonth(last), 1);
  const months = Math.max(1, Math.round(daysBetween(from, to) / 30.44));
  const step = STEPS.find((each) => months / each <= MOST_TICKS) ?? 24;
  const ticks = Array.from({ length: Math.floor(months / step) + 1 }, (_, at) => addMonths(from, at * step))
    .filter((day) => day < to)
    .map((day, at) => ({
      day,
      at: shareOf(from, to, day),
      label:
        at === 0 || day.slice(5, 7) === '01'
          ? formatDay(day).replace(/\d+日$/, '')
          : `${String(Number(day.slice(5, 7)))}月`,
    }));
  return { from, to, ticks };
};

/** Where a day stands on the line, 0 … 1. */
export const placeOf = ({ from, to }: Axis, day: string): number => shareOf(from, to, day);

/** Beginning and length of a period on the line, 0 … 1; one without an end is a point. */
export const lineOf = (
  axis: Axis,
  { effectiveOn, endsOn }: Pick<Sanction, 'effectiveOn' | 'endsOn'>,
): { readonly start: number; readonly length: number } => {
  const start = placeOf(axis, effectiveOn);
  return { start, length: endsOn === null ? 0 : placeOf(axis, addDays(endsOn, 1)) - start };
};

/** 6 个月, 1 年, 15 天: how long a period is, in the unit in which it comes out even. */
export const lengthText = (from: string, endsOn: string): string => {
  const after = addDays(endsOn, 1);
  for (let months = 1; months <= 60; months += 1)
    if (addMonths(from, months) === after || addMonths(from, months) === endsOn)
      return months % 12 === 0 ? `${String(months / 12)} 年` : `${String(months)} 个月`;
  return `${String(daysBetween(from, after))} 天`;
};

/** 2026年11月20日至2027年5月19日, the second year left out where it is the same. */
export const spanText = (from: string, endsOn: string | null): string => {
  if (endsOn === null) return `自${formatDay(from)}起`;
  const until = formatDay(endsOn);
  return `${formatDay(from)}至${yearOf(from) === yearOf(endsOn) ? until.replace(/^\d+年/, '') : until}`;
};
