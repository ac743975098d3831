import { classLabel } from '../../../shared/features/organisation/grades.ts';
import type { Staff } from '../../../shared/features/organisation/schema.ts';
import { holdsOn, type DutyStaff } from '../../../shared/features/duties/rules.ts';
import { holderKey, type DutyHolder } from '../../../shared/features/duties/schema.ts';
import type { Reader } from '../../store/types.ts';
import { bodyCollection, classCollection, postCollection, staffCollection } from '../organisation/index.ts';
import { coversDay } from '../../../shared/kernel/span.ts';

/**
 * A member of staff as duties look at him on a day. Who heads a class is kept without dates: on a past day it is the head of
 * today, of classes that were at the school then.
 */
export const dutyStaff = (reader: Reader, staff: Staff, day: string): DutyStaff => ({
  ...staff,
  heads: reader
    .by(classCollection, 'headTeacher', staff.id)
    .filter(
      ({ entryYear, graduatedOn }) =>
        `${String(entryYear)}-09-01` <= day && (graduatedOn === null || day <= graduatedOn),
    )
    .map((held) => classLabel(held, day)),
});

/** What a holder is called: the post, the body, 班主任. */
export const holderName = (reader: Reader, holder: DutyHolder): string => {
  switch (holder.kind) {
    case 'post':
      return reader.get(postCollection, holder.id)?.name ?? '';
    case 'body':
      return reader.get(bodyCollection, holder.id)?.name ?? '';
    case 'head':
      return '班主任';
  }
};

/** Everything that duties may belong to: posts, heads of classes, bodies that have not been dissolved by the day. */
export const allHolders = (reader: Reader, day: string): DutyHolder[] => [
  ...reader.all(postCollection).map(({ id }): DutyHolder => ({ kind: 'post', id })),
  { kind: 'head' },
  ...reader
    .all(bodyCollection)
    .filter(({ dissolvedOn }) => dissolvedOn === null || day <= dissolvedOn)
    .map(({ id }): DutyHolder => ({ kind: 'body', id })),
];

export interface HolderPeople {
  readonly called: string;
  readonly names: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly number: string }[];
}

/** Who holds each of them on the day, by the holder's key; members from outside are named without an id. */
export const holdersOn = (reader: Reader, day: string): Map<string, HolderPeople> => {
  const bodies = reader.all(bodyCollection);
  const people = new Map<string, { id: string; name: string; number: string }[]>();
  for (const staff of [...reader.all(staffCollection)].sort((a, b) => (a.number < b.number ? -1 : 1)))
    for (const key of holdsOn(dutyStaff(reader, staff, day), bodies, day))
      people.set(key, [...(people.get(key) ?? []), { id: staff.id, name: staff.name, number: staff.number }]);
  const guests = new Map(
    bodies.map((body) => [
      holderKey({ kind: 'body', id: body.id }),
      body.members
        .filter((member) => member.staffId === null && coversDay(member, day))
        .map(({ name }) => name),
    ]),
  );
  return new Map(
    allHolders(reader, day).map((holder) => {
      const key = holderKey(holder);
      const own = people.get(key) ?? [];
      return [
        key,
        {
          called: holderName(reader, holder),
          people: own,
          names: [...own.map(({ name }) => name), ...(guests.get(key) ?? [])],
        },
      ];
    }),
  );
};
