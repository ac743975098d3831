import { endMembers } from '../../../../shared/features/organisation/bodies/rules.ts';
import type { Tx } from '../../../store/types.ts';
import { bodyCollection } from './collection.ts';

/** Ends all that a person holds in bodies on the last day at the school. */
export const endSeatsOf = (tx: Tx, staffId: string, lastDay: string): void => {
  for (const body of tx.by(bodyCollection, 'member', staffId)) {
    const own = body.members.filter((member) => member.staffId === staffId);
    const ended = new Map(endMembers(own, lastDay, '离校').map((member) => [member.id, member]));
    const members = body.members.flatMap((member) =>
      member.staffId === staffId ? (ended.get(member.id) ?? []) : [member],
    );
    if (members.length < body.members.length || members.some((member, at) => member !== body.members[at]))
      tx.replace(bodyCollection, { ...body, members });
  }
};
