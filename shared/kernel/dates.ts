import { z } from 'zod';

/**
 * Days and instants.
 *
 * A day is `YYYY-MM-DD` in China's civil calendar; an instant is an ISO string in UTC with milliseconds.
 * China keeps UTC+8 all year, so the offset is a constant and the result never depends on the PC's settings.
 */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

const parts = (day: string): { year: number; month: number; date: number } => {
  const match = DAY_PATTERN.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) };
};

const toMs = (day: string): number => {
  const { year, month, date } = parts(day);
  return Date.UTC(year, month - 1, date);
};

const fromMs = (ms: number): string => {
  const at = new Date(ms);
  return `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
};

/** True for a day that exists in the calendar (`2026-02-30` does not). */
export const isDay = (text: string): boolean => {
  if (!DAY_PATTERN.test(text)) return false;
  return fromMs(toMs(text)) === text && text >= '1900-01-01';
};

export const daySchema = z.string().refine(isDay, { error: '请填写有效日期，例如 2026年11月24日' });
export const instantSchema = z.iso.datetime({ precision: 3, error: '时间格式不正确' });

/** The civil day in China at an instant given in epoch milliseconds. */
export const dayOfMs = (epochMs: number): string => fromMs(epochMs + CHINA_OFFSET_MS);

/** The civil day in China at an ISO instant. */
export const dayOfInstant = (instant: string): string => dayOfMs(Date.parse(instant));

/** The ISO instant of epoch milliseconds. */
export const instantOfMs = (epochMs: number): string => new Date(epochMs).toISOString();

/** An instant that tells the civil day of an epoch time and nothing of its hour: `YYYY-MM-DDT00:00:00.000Z`. */
export const dayInstantOfMs = (epochMs: number): string => `${dayOfMs(epochMs)}T00:00:00.000Z`;

/** Epoch milliseconds of an ISO instant. */
export const msOfInstant = (instant: string): number => Date.parse(instant);

/** The day `days` later (earlier when negative). */
export const addDays = (day: string, days: number): string => fromMs(toMs(day) + days * DAY_MS);

/**
 * The day `months` later: same date, or the last day of the month where that date does not exist
 * (民法典第二百零二条: 到期月没有对应日的,月末日为期间的最后一日).
 */
export const addMonths = (day: string, months: number): string => {
  const { year, month, date } = parts(day);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12;
  const last = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  return fromMs(Date.UTC(targetYear, targetMonth, Math.min(date, last)));
};

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((toMs(to) - toMs(from)) / DAY_MS);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: string): number => new Date(toMs(day)).getUTCDay();

export const yearOf = (day: string): number => parts(day).year;

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `2026-11-24` → `2026年11月24日`: no leading zeros, as on official papers. */
export const formatDay = (day: string): string => {
  const { year, month, date } = parts(day);
  return `${String(year)}年${String(month)}月${String(date)}日`;
};

/** `2026-11-24` → `11月24日 周二`, for lists within one year. */
export const formatShortDay = (day: string): string => {
  const { month, date } = parts(day);
  return `${String(month)}月${String(date)}日 周${WEEKDAYS[weekdayOf(day)] ?? ''}`;
};

/** An instant as `2026年11月24日 14:05` in China's time. */
export const formatInstant = (instant: string): string => {
  const at = new Date(Date.parse(instant) + CHINA_OFFSET_MS);
  return `${formatDay(fromMs(at.getTime()))} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
};

const TYPED_FORMS: readonly RegExp[] = [
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})$/,
  /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})[日号]?$/,
  /^(?<m>\d{1,2})[-/.](?<d>\d{1,2})$/,
  /^(?<m>\d{1,2})月(?<d>\d{1,2})[日号]?$/,
];

/**
 * Reads a day as people type or paste it: `20261124`, `2026-11-24`, `2026/11/24`, `2026.11.24`, `2026年11月24日`,
 * `11-24` (the year of `today`), 今天, 昨天, 明天. Returns undefined when it is none of these or no such day exists.
 */
export const parseTypedDay = (text: string, today: string): string | undefined => {
  const trimmed = text.trim().replace(/\s+/g, '');
  if (trimmed === '今天') return today;
  if (trimmed === '昨天') return addDays(today, -1);
  if (trimmed === '明天') return addDays(today, 1);
  for (const form of TYPED_FORMS) {
    const groups = form.exec(trimmed)?.groups;
    if (!groups) continue;
    const year = groups['y'] ?? String(yearOf(today));
    const day = `${year}-${pad(Number(groups['m']))}-${pad(Number(groups['d']))}`;
    return isDay(day) ? day : undefined;
  }
  return undefined;
};
