import { isInForce, membersOn } from '../../../../shared/features/organisation/bodies/rules.ts';
import type { Reader } from '../../../store/types.ts';
import { bodyCollection } from './collection.ts';

/** Who sits in a body of the school on a day, of the staff. */
export interface Roll {
  readonly body: string;
  readonly chairId: string | null;
  readonly secretaryId: string | null;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** The roll of the body of this kind; null where the school has not entered one, or it has nobody yet. */
export const rollOf = (reader: Reader, kind: string, day: string): Roll | null => {
  const body = reader.by(bodyCollection, 'kind', kind).find((one) => isInForce(one, day));
  if (!body) return null;
  const sitting = membersOn(body, day).flatMap(({ staffId, name, role }) =>
    staffId === null ? [] : [{ id: staffId, name, role }],
  );
  if (sitting.length === 0) return null;
  return {
    body: body.name,
    chairId: sitting.find(({ role }) => role === 'chair')?.id ?? null,
    secretaryId: sitting.find(({ role }) => role === 'secretary')?.id ?? null,
    members: sitting.map(({ id, name }) => ({ id, name })),
  };
};
