import { TERMS } from '../../../../shared/features/cases/clocks.ts';
import { addDays, formatShortDay, isDay, yearOf } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';

const WORKDAYS = TERMS.statement.workdays;
/** Longer than any row of days off, so that the term's last day is always among them. */
const LOOKED_AT = 40;

export interface UsualTerm {
  readonly day: string;
  /** 2026年11月27日 周五 */
  readonly text: string;
  readonly estimated: boolean;
}

/** The usual last day to speak after a notice: the third working day of the school's calendar; null while not known. */
export const useStatementTerm = (notifiedOn: string): UsualTerm | null => {
  const known = isDay(notifiedOn);
  const { data } = useCall(
    'calendar.days',
    known
      ? { from: addDays(notifiedOn, 1), to: addDays(notifiedOn, LOOKED_AT) }
      : { from: '2026-01-01', to: '2026-01-01' },
    { enabled: known, keepPrevious: true },
  );
  const last = data?.days.filter(({ working }) => working)[WORKDAYS - 1];
  if (!known || !last || last.day <= notifiedOn) return null;
  return {
    day: last.day,
    text: `${String(yearOf(last.day))}年${formatShortDay(last.day)}`,
    estimated: last.estimated,
  };
};
