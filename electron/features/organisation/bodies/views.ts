import type { BodyRow, BodyView } from '../../../../shared/features/organisation/bodies/channels.ts';
import {
  bodyGaps,
  decidersAmong,
  isInForce,
  membersOn,
  termOn,
} from '../../../../shared/features/organisation/bodies/rules.ts';
import {
  bodyKindSchema,
  roleLabel,
  type Body,
} from '../../../../shared/features/organisation/bodies/schema.ts';
import type { Reader } from '../../../store/types.ts';
import { staffCollection } from '../collections.ts';
import { placeOf } from '../readers.ts';
import { bodyCollection } from './collection.ts';
import { coversDay } from '../../../../shared/kernel/span.ts';

const lastDayOf =
  (reader: Reader) =>
  (staffId: string): string | null =>
    reader.get(staffCollection, staffId)?.leftOn ?? null;

/** From the bodies that decide to those that watch, as the kinds are listed; those dissolved at the end. */
export const bodiesInOrder = (reader: Reader): Body[] =>
  [...reader.all(bodyCollection)].sort(
    (a, b) =>
      Number(a.dissolvedOn !== null) - Number(b.dissolvedOn !== null) ||
      bodyKindSchema.options.indexOf(a.kind) - bodyKindSchema.options.indexOf(b.kind) ||
      (a.foundedOn < b.foundedOn ? -1 : 1),
  );

export const bodyRow = (reader: Reader, body: Body, today: string): BodyRow => {
  const sitting = membersOn(body, today);
  // A committee on pupils' appeals has a leader of the school in it by law: he or she stays out case by case.
  const deciders =
    body.kind === 'pupil-appeals' ? [] : decidersAmong(body, reader.all(bodyCollection), today);
  return {
    id: body.id,
    rev: body.rev,
    name: body.name,
    kind: body.kind,
    powers: body.powers,
    chair: sitting.find(({ role }) => role === 'chair')?.name ?? '',
    members: sitting.length,
    foundedOn: body.foundedOn,
    dissolvedOn: body.dissolvedOn,
    termEndsOn: termOn(body, today)?.endsOn ?? null,
    gaps: [
      ...bodyGaps(body, today, lastDayOf(reader)),
      ...(deciders.length > 0 ? [`${deciders.join('、')}也参加研究决定，应当换人`] : []),
    ],
  };
};

/** A body as it stands on a day; the members of that day first, then all others, the latest first. */
export const bodyView = (reader: Reader, body: Body, day: string): BodyView => {
  const sitting = membersOn(body, day);
  const others = body.members
    .filter((member) => !coversDay(member, day))
    .sort((a, b) => (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : 0));
  return {
    record: body,
    day,
    inForce: isInForce(body, day),
    members: [...sitting, ...others].map((member) => {
      const staff = member.staffId === null ? undefined : reader.get(staffCollection, member.staffId);
      const place = staff && placeOf(reader, staff, day);
      return {
        ...member,
        roleName: roleLabel(body.kind, member.role),
        sitting: coversDay(member, day),
        place: place ? [place.department, place.post].filter((part) => part !== '').join(' ') : member.about,
        left: (staff?.leftOn ?? day) < day,
      };
    }),
    gaps: bodyGaps(body, day, lastDayOf(reader)),
    deciders: decidersAmong(body, reader.all(bodyCollection), day),
  };
};
