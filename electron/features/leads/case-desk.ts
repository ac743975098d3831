import type { Lead, LeadChannel } from '../../../shared/features/leads/schema.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';

/** What a case is registered from. No text in it names a pupil or a source. */
export interface CaseStart {
  readonly leadNumber: string;
  readonly channel: LeadChannel;
  readonly matterCode: string;
  readonly summary: string;
  readonly occurredOn: string;
  readonly subjectIds: readonly string[];
}

export interface StartedCase {
  readonly id: string;
  readonly number: string;
}

/** What leads ask of cases: the composition of the app joins the two, so that neither feature knows the other. */
export interface CaseDesk {
  /**
   * Registers a case from a lead, and lets `keep` write on the lead which one it was. When `keep` refuses, the case must
   * not count either.
   *
   * @throws AppError whatever cases or `keep` refuse.
   */
  start(context: CallContext, from: CaseStart, keep: (tx: Tx, started: StartedCase) => Lead): Promise<Lead>;
  /** How a case stands, in words; undefined when there is none. `withdrawn`: nothing of it counts any more. */
  look(
    reader: Reader,
    caseId: string,
  ): { readonly number: string; readonly state: string; readonly withdrawn: boolean } | undefined;
}
