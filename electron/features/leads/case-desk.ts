import type { z } from 'zod';
import type { caseStartInput } from '../../../shared/features/leads/inputs.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';

/** What a case is registered from. No text in it names a pupil or a source, nor how the lead came in. */
export type CaseStart = z.output<typeof caseStartInput> & {
  readonly leadId: string;
  readonly leadNumber: string;
};

/** What leads ask of cases: the composition of the app joins the two, so that neither feature knows the other. */
export interface CaseDesk {
  /** Registers a case in the transaction of the lead it comes from: both stand or neither. @throws AppError. */
  start(tx: Tx, context: CallContext, from: CaseStart): { readonly id: string; readonly number: string };
  /** How a case stands, in words; undefined when there is none. `withdrawn`: nothing of it counts any more. */
  look(
    reader: Reader,
    caseId: string,
  ): { readonly number: string; readonly state: string; readonly withdrawn: boolean } | undefined;
}
