import { appealSamples } from './appeals.ts';
import { assessmentSamples } from './assessment.ts';
import type { LawSamples } from './base.ts';
import { decisionSamples, sanctionSamples } from './decision.ts';
import { paperSamples } from './papers.ts';
import { procedureSamples } from './procedure.ts';
import { publicitySamples } from './publicity.ts';
import { pupilSamples } from './pupils.ts';

/** For every rule of the law pack a case that it stops, and its nearest lawful neighbour. */
export const lawSamples: LawSamples = {
  ...decisionSamples,
  ...sanctionSamples,
  ...pupilSamples,
  ...procedureSamples,
  ...paperSamples,
  ...assessmentSamples,
  ...publicitySamples,
  ...appealSamples,
};
