import type { Paper } from '../documents/word/model.ts';
import { caseFormSamples } from './case-paper-samples.ts';
import { houseFormSamples } from './house-form-samples.ts';

/** One paper to be looked at. */
export interface PaperSample {
  /** Names its files: small letters, digits and hyphens. */
  readonly name: string;
  /** What it shows, in Chinese. */
  readonly title: string;
  readonly paper: () => Paper | Promise<Paper>;
}

/** Papers that `npm run papers` renders beside those of the demo school: every form, letterhead and difficulty. */
export const paperSamples: readonly PaperSample[] = [...houseFormSamples, ...caseFormSamples];
