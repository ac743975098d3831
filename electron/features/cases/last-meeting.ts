import type { LastMeeting } from '../../../shared/features/cases/channels.ts';
import type { DecidingBody } from '../../../shared/law/vocabulary.ts';
import type { Reader } from '../../store/types.ts';
import { rollOf, staffCollection } from '../organisation/index.ts';
import { caseCollection } from './collections.ts';

/**
 * What a meeting of a body begins with: those who sit in it by the school's own list, otherwise those of its last meeting
 * on a case who are still at the school; null where neither is known.
 */
export const lastMeetingOf = (reader: Reader, body: DecidingBody, today: string): LastMeeting | null => {
  const meetings = reader
    .all(caseCollection)
    .flatMap(({ decision, formerDecisions }) => [...formerDecisions, ...(decision ? [decision] : [])])
    .flatMap(({ meeting }) => (meeting?.body === body ? [meeting] : []));
  const last = meetings.toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0];
  const roll = rollOf(reader, body, today);
  if (!last && !roll) return null;
  const isHere = (id: string): boolean => {
    const leftOn = reader.get(staffCollection, id)?.leftOn;
    return leftOn === null || (leftOn !== undefined && leftOn >= today);
  };
  const herePerson = (id: string | null | undefined): string | null =>
    id === null || id === undefined || !isHere(id) ? null : id;
  return {
    name: last?.name ?? '',
    place: last?.place ?? '',
    chairId: herePerson(roll ? roll.chairId : last?.chair.id),
    recorderId: herePerson(roll?.secretaryId) ?? herePerson(last?.recorder.id),
    memberIds: (roll?.members ?? last?.members.map(({ person }) => person) ?? [])
      .map(({ id }) => id)
      .filter(isHere),
  };
};
