import type { publicityDraftInput, TypedPublicity } from '../../../shared/features/publicity/inputs.ts';
import type { PublicityContent, PublicityItem } from '../../../shared/features/publicity/schema.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, sanctionCollection } from '../cases/index.ts';
import { staffCollection } from '../organisation/index.ts';
import type { z } from 'zod';

type Draft = z.output<typeof publicityDraftInput>;

/** Whom a line is about, as the record of the decision or the roster has it: a screen may say anything. */
const canonical = (reader: Reader, item: PublicityItem): PublicityItem => {
  const sanction = item.sanctionId === null ? undefined : reader.get(sanctionCollection, item.sanctionId);
  if (sanction) {
    const { personId, personKind, caseId } = sanction;
    const subject = reader.get(caseCollection, caseId)?.subjects.find((each) => each.personId === personId);
    return { ...item, personId, personKind, caseId, name: subject?.name ?? item.name };
  }
  const person =
    item.personKind === 'staff' && item.personId !== null
      ? reader.get(staffCollection, item.personId)
      : undefined;
  return { ...item, caseId: null, name: person?.name ?? item.name };
};

/** The lines with an id each, in the order given, each about whom it says. */
export const contentOf = (
  reader: Reader,
  draft: Draft | TypedPublicity,
  newId: () => string,
): PublicityContent => ({
  ...draft,
  items: draft.items.map((item) => canonical(reader, { ...item, id: item.id === '' ? newId() : item.id })),
});
