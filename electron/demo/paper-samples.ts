import { caseFormSamples } from './case-paper-samples.ts';
import { houseFormSamples } from './house-form-samples.ts';
import type { PaperSample } from './paper-sample.ts';

/** Papers that `npm run papers` renders beside those of the demo school: every form, letterhead and difficulty. */
export const paperSamples: readonly PaperSample[] = [...houseFormSamples, ...caseFormSamples];
