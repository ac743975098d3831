import { formatDay, isDay, parseTypedDay } from '../../../shared/kernel/dates.ts';

/** The day that typed text means, null for nothing, or the text itself where it means none. */
export const dayOrText = (typed: string, today: string): string | null => {
  const text = typed.trim();
  return text === '' ? null : (parseTypedDay(text, today) ?? text);
};

/** A day as the field shows it; a text that is no day as it was typed. */
export const shownDay = (value: string | null | undefined): string => {
  if (value === null || value === undefined) return '';
  return isDay(value) ? formatDay(value) : value;
};
