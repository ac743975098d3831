import type { DutyRow, DutyView, PersonDuties } from '../../../shared/features/duties/channels.ts';
import { dutiesOf, dutyDifference, versionOn } from '../../../shared/features/duties/rules.ts';
import {
  holderKey,
  holderKindLabels,
  rhythmLabels,
  type DutyItem,
  type DutyList,
} from '../../../shared/features/duties/schema.ts';

import { roleLabel } from '../../../shared/features/organisation/bodies/schema.ts';

import type { Staff } from '../../../shared/features/organisation/schema.ts';
import type { Reader } from '../../store/types.ts';
import { bodyCollection, departmentCollection, placeOf, staffCollection } from '../organisation/index.ts';
import { dutyListCollection } from './collections.ts';
import { dutyStaff, holderName, holdersOn, type HolderPeople } from './holders.ts';
import { coversDay } from '../../../shared/kernel/span.ts';

const kinds = Object.keys(holderKindLabels);

/** Posts first, then heads of classes, then bodies, each by name; what was ended at the end. */
export const listsInOrder = (reader: Reader): DutyList[] =>
  [...reader.all(dutyListCollection)].sort(
    (a, b) =>
      Number(a.endedOn !== null) - Number(b.endedOn !== null) ||
      kinds.indexOf(a.holder.kind) - kinds.indexOf(b.holder.kind) ||
      a.title.localeCompare(b.title, 'zh-CN'),
  );

export const dutyRow = (
  reader: Reader,
  list: DutyList,
  holders: ReadonlyMap<string, HolderPeople>,
  today: string,
): DutyRow => {
  const shown = versionOn(list, today) ?? list.versions[0];
  return {
    id: list.id,
    title: list.title,
    kind: list.holder.kind,
    holder: holderName(reader, list.holder),
    people: [...(holders.get(holderKey(list.holder))?.names ?? [])],
    items: shown?.items.length ?? 0,
    version: shown?.version ?? 1,
    appliesFrom: shown?.appliesFrom ?? today,
    endedOn: list.endedOn,
  };
};

/** A duty in one line: the text, then what is asked of it. */
export const itemLine = ({ text, standard, rhythm, sole, ground }: DutyItem): string => {
  const more = [
    standard,
    ...(rhythm === 'none' ? [] : [`${rhythmLabels[rhythm]}检查`]),
    ...(sole ? ['一人负责'] : []),
    ...(ground === '' ? [] : [`依据：${ground}`]),
  ].filter((part) => part !== '');
  return more.length === 0 ? text : `${text}（${more.join('；')}）`;
};

export const dutyView = (reader: Reader, list: DutyList, today: string): DutyView => {
  const people = holdersOn(reader, today).get(holderKey(list.holder))?.people ?? [];
  return {
    record: list,
    holder: holderName(reader, list.holder),
    people: people.map(({ id, name, number }) => {
      const staff = reader.get(staffCollection, id);
      return { id, name, about: staff ? `${number} ${placeOf(reader, staff, today).department}` : number };
    }),
    changes: list.versions
      .map(({ version, appliesFrom, why, made, items }, at) => {
        const before = list.versions[at - 1]?.items;
        const { added, dropped, changed } = dutyDifference(before ?? items, items);
        return {
          version,
          appliesFrom,
          why,
          by: made.by.name,
          added: added.map(itemLine),
          dropped: dropped.map(itemLine),
          changed: changed.map((one) => ({ before: itemLine(one.before), after: itemLine(one.after) })),
        };
      })
      .reverse(),
    applies: versionOn(list, today)?.version ?? null,
  };
};

/** Why a list is a person's on a day. */
const throughOf = (reader: Reader, staff: Staff, { holder }: DutyList, day: string): string => {
  switch (holder.kind) {
    case 'post':
      return staff.holdings
        .filter((held) => held.postId === holder.id && coversDay(held, day))
        .map(({ departmentId }) => reader.get(departmentCollection, departmentId)?.name ?? '')
        .filter((name) => name !== '')
        .join('、');
    case 'body': {
      const body = reader.get(bodyCollection, holder.id);
      const roles = (body?.members ?? [])
        .filter((member) => member.staffId === staff.id && coversDay(member, day))
        .map(({ role }) => (body ? roleLabel(body.kind, role) : ''));
      return [body?.name ?? '', ...roles].join(' ');
    }
    case 'head':
      return dutyStaff(reader, staff, day).heads.join('、');
  }
};

export const personDuties = (reader: Reader, staff: Staff, day: string): PersonDuties => ({
  day,
  lists: dutiesOf(dutyStaff(reader, staff, day), listsInOrder(reader), reader.all(bodyCollection), day).map(
    ({ list, version }) => ({
      id: list.id,
      title: list.title,
      through: throughOf(reader, staff, list, day),
      appliesFrom: version.appliesFrom,
      items: version.items,
    }),
  ),
});
