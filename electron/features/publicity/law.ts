import type { PublicityContent } from '../../../shared/features/publicity/schema.ts';
import { shownItems } from '../../../shared/features/publicity/shown.ts';
import { findingsOf, type LawFinding } from '../../../shared/law/findings.ts';
import { publicityChecks, type PublicityProposal } from '../../../shared/law/rules/publicity.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, sanctionCollection } from '../cases/index.ts';
import { pupilCollection } from '../organisation/index.ts';
import { readLawPack } from '../standards/index.ts';

/** Everything that will be read on the board, as it will be read. */
export const wholeText = (content: PublicityContent): string =>
  [
    content.title,
    content.lead,
    content.basis,
    ...shownItems(content).flatMap(({ name, text }) => [name, text]),
  ].join('\n');

/** Names of all pupils of the school: none of them may stand on a board, whoever typed it. */
const minors = (reader: Reader): string[] => reader.all(pupilCollection).map(({ name }) => name);

const proposalOf = (reader: Reader, content: PublicityContent): PublicityProposal => {
  const text = wholeText(content);
  return {
    kind: content.kind,
    scope: content.scope,
    naming: content.naming,
    workdays: content.workdays,
    contact: content.contact,
    text,
    // Honours of pupils may be shown with their guardians' consent; everything else names no child.
    minors:
      content.kind === 'honour'
        ? []
        : minors(reader).filter((name) => name.length > 1 && text.includes(name)),
    items: content.items.map(({ sanctionId, personKind, name, personId }) => {
      const sanction = sanctionId === null ? undefined : reader.get(sanctionCollection, sanctionId);
      const record = sanction && reader.get(caseCollection, sanction.caseId);
      return {
        personKind,
        name,
        sanction: sanction?.measureKind === 'sanction',
        undecided: sanctionId !== null && (!sanction || sanction.annulled !== null),
        unserved:
          record !== undefined &&
          sanction?.paperNumber !== null &&
          !record.services.some((service) => service.personId === personId),
      };
    }),
  };
};

/** What the law pack says of a publicity before it goes up. */
export const lawOf = (reader: Reader, content: PublicityContent): LawFinding[] =>
  findingsOf(readLawPack(reader), publicityChecks, proposalOf(reader, content));
