import type { Clock } from '../features/context.ts';

const DAY = 24 * 60 * 60 * 1000;
/** China's civil time is UTC+8 all year round. */
const OFFSET = 8 * 60 * 60 * 1000;

/** A clock that is moved through two years of a school's life, and never beyond the present it was given. */
export interface DemoClock extends Clock {
  /** Moves to nine in the morning (China) of a day given as `YYYY-MM-DD`, or a minute on when that is past. */
  moveTo(day: string): void;
  /** Lets some minutes pass, so that what follows one another does so in the record as well. */
  pass(minutes: number): void;
}

export const createDemoClock = (present: number): DemoClock => {
  let at = present - 3 * 365 * DAY;
  const forward = (to: number): void => void (at = Math.min(present, Math.max(at + 60_000, to)));
  return {
    now: () => at,
    moveTo: (day) => forward(Date.parse(`${day}T09:00:00.000Z`) - OFFSET),
    pass: (minutes) => forward(at + minutes * 60_000),
  };
};
