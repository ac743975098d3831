import type { LastMeeting } from '../../../shared/features/cases/channels.ts';
import type { DecidingBody } from '../../../shared/law/vocabulary.ts';
import type { Reader } from '../../store/types.ts';
import { staffCollection } from '../organisation/index.ts';
import { caseCollection } from './collections.ts';

/** The last meeting of a body that decided on a case, without those who have left the school since; null before the first. */
export const lastMeetingOf = (reader: Reader, body: DecidingBody, today: string): LastMeeting | null => {
  const meetings = reader
    .all(caseCollection)
    .flatMap(({ decision, formerDecisions }) => [...formerDecisions, ...(decision ? [decision] : [])])
    .flatMap(({ meeting }) => (meeting?.body === body ? [meeting] : []));
  const last = meetings.toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0];
  if (!last) return null;
  const isHere = (id: string): boolean => {
    const leftOn = reader.get(staffCollection, id)?.leftOn;
    return leftOn === null || (leftOn !== undefined && leftOn >= today);
  };
  return {
    name: last.name,
    place: last.place,
    chairId: isHere(last.chair.id) ? last.chair.id : null,
    recorderId: isHere(last.recorder.id) ? last.recorder.id : null,
    memberIds: last.members.map(({ person }) => person.id).filter(isHere),
  };
};
