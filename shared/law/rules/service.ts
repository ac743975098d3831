import type { LawChecks } from '../findings.ts';
import type { ServiceProposal } from '../proposal.ts';

/** The rules on a service record before it counts as served and the term to object begins. */
export const serviceChecks: LawChecks<ServiceProposal> = {
  'service-unsigned': ({ name, way, completedOn }) =>
    way !== 'left' && completedOn === null ? [{ field: 'completedOn', words: { name } }] : [],

  'too-few-servers': ({ way, serverIds }) =>
    (way === 'direct' || way === 'left') && new Set(serverIds).size < 2
      ? [{ field: 'serverIds', words: { count: String(new Set(serverIds).size) } }]
      : [],

  'left-without-witness': ({ way, refusal }) =>
    way === 'left' && (refusal === null || (refusal.witness.trim() === '' && !refusal.hasRecording))
      ? [{ field: 'refusal.witness' }]
      : [],

  'electronic-without-consent': ({ way, consent, name }) =>
    way === 'electronic' && !consent ? [{ field: 'consent', words: { name } }] : [],
};
