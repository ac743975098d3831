import type { Paper } from '../documents/word/model.ts';

/** One paper to be looked at. */
export interface PaperSample {
  /** Names its files: small letters, digits and hyphens. */
  readonly name: string;
  /** What it shows, in Chinese. */
  readonly title: string;
  readonly paper: () => Paper | Promise<Paper>;
}
