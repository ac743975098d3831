import { noticeText, type NoticeText } from '../../../shared/features/publicity/notice.ts';
import type { Publicity, PublicityContent } from '../../../shared/features/publicity/schema.ts';
import { mayBeNamed } from '../../../shared/features/publicity/shown.ts';
import { findingsOf, type LawFinding } from '../../../shared/law/findings.ts';
import { publicityChecks, type PublicityProposal } from '../../../shared/law/rules/publicity.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, sanctionCollection } from '../cases/index.ts';
import { pupilCollection, staffCollection } from '../organisation/index.ts';
import { readLawPack } from '../standards/index.ts';

/** Everything that will be read on the board, as it will be read, but for where to object. */
const wholeText = ({ title, opening, items }: NoticeText): string =>
  [title, opening, ...items.flatMap(({ name, text }) => [name, text])].join('\n');

/** The text with blanks and dashes within its lines left out as well: 林 小雨, 138-1234-5678. */
const searched = (text: string): string => `${text}\n${text.replace(/[^\S\n]|-/g, '')}`;

/**
 * Names of pupils that stand in a text. A name is left out where it is that of a listed member of staff, or of a pupil
 * whose guardian has agreed to an honour.
 */
const minorsIn = (reader: Reader, { kind, items }: PublicityContent, text: string): string[] => {
  const allowed = new Set(
    items.flatMap((item) =>
      mayBeNamed(item, kind) || (item.personKind === 'staff' && item.personId !== null) ? [item.name] : [],
    ),
  );
  const names = new Set(reader.all(pupilCollection).map(({ name }) => name));
  return [...names].filter((name) => name.length > 1 && !allowed.has(name) && text.includes(name));
};

const proposalOf = (reader: Reader, content: PublicityContent): PublicityProposal => {
  const text = searched(wholeText(noticeText(content, null)));
  return {
    kind: content.kind,
    scope: content.scope,
    naming: content.naming,
    workdays: content.workdays,
    contact: content.contact,
    text,
    minors: minorsIn(reader, content, text),
    items: content.items.map(({ sanctionId, personKind, name, personId }) => {
      const sanction = sanctionId === null ? undefined : reader.get(sanctionCollection, sanctionId);
      const record = sanction && reader.get(caseCollection, sanction.caseId);
      return {
        personKind,
        name,
        sanction: sanction?.measureKind === 'sanction',
        undecided: sanctionId !== null && sanction?.annulled !== null,
        unserved:
          sanction?.paperNumber !== null &&
          record?.services.some((service) => service.personId === personId) === false,
      };
    }),
  };
};

/** What the law pack says of a publicity before it goes up. */
export const lawOf = (reader: Reader, content: PublicityContent): LawFinding[] =>
  findingsOf(readLawPack(reader), publicityChecks, proposalOf(reader, content));

const stillNamed = (reader: Reader, content: PublicityContent, shown: NoticeText): string[] => {
  if (content.naming === 'full') return [];
  const text = searched(wholeText(shown));
  const names = new Set(reader.all(staffCollection).map(({ name }) => name));
  return [...names].filter((name) => name.length > 1 && text.includes(name));
};

/** How a publicity reads, what the law says of it, and whom it still names. */
export const readingOf = (
  reader: Reader,
  content: PublicityContent,
  run: Publicity['run'],
): { shown: NoticeText; findings: LawFinding[]; stillNamed: string[] } => {
  const shown = noticeText(content, run);
  return { shown, findings: lawOf(reader, content), stillNamed: stillNamed(reader, content, shown) };
};
