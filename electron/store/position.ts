import { dayOfMs } from '../../shared/kernel/dates.ts';
import { GENESIS_HASH } from './line.ts';

/** A place in the journal right behind a line, with that line's number and hash. */
export interface Position {
  readonly seq: number;
  readonly hash: string;
  /** Name of the month's file, e.g. `2026-11.jsonl`; empty before the first line. */
  readonly file: string;
  /** Bytes from the start of that file. */
  readonly offset: number;
}

/** Before the first line. */
export const START: Position = { seq: 0, hash: GENESIS_HASH, file: '', offset: 0 };

const MONTH_FILE = /^\d{4}-\d{2}\.jsonl$/;

/** The journal's files among the names in its folder, in order of their lines. */
export const monthFiles = (names: readonly string[]): string[] =>
  names.filter((name) => MONTH_FILE.test(name)).sort();

/**
 * The file for a line written now. Never one before `last`, so that the files in order of name hold the lines in order
 * of number even when the PC's clock is set back.
 */
export const monthFileAt = (epochMs: number, last: string): string => {
  const file = `${dayOfMs(epochMs).slice(0, 7)}.jsonl`;
  return file > last ? file : last;
};
