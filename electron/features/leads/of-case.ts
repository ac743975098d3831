import type { LeadChannel, LeadState } from '../../../shared/features/leads/schema.ts';
import type { Reader } from '../../store/types.ts';
import { leadCollection } from './collections.ts';

/** A lead as the page of its case names it. */
export interface CaseLead {
  readonly id: string;
  readonly number: string;
  readonly channel: LeadChannel;
  readonly receivedOn: string;
  readonly state: LeadState;
}

/** The leads that a case came from, those that were merged into them included. */
export const leadsOfCase = (reader: Reader, caseId: string): CaseLead[] => {
  const started = reader.by(leadCollection, 'case', caseId);
  const merged = started.flatMap(({ id }) => reader.by(leadCollection, 'mergedInto', id));
  return [...started, ...merged].map(({ id, number, channel, receivedOn, state }) => ({
    id,
    number,
    channel,
    receivedOn,
    state,
  }));
};
