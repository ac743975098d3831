import type { Candidate } from '../../../shared/features/publicity/channels.ts';
import type { Sanction } from '../../../shared/features/cases/sanction.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, sanctionCollection } from '../cases/index.ts';
import { publicityCollection } from './collections.ts';

/** 给予警告处分; 给予通报批评; 作出责令整改的处理 */
const outcomeOf = ({ measureKind, measureName }: Sanction): string => {
  if (measureKind === 'sanction') return `给予${measureName}${measureName.endsWith('处分') ? '' : '处分'}`;
  return measureKind === 'circular' || measureKind === 'talk'
    ? `给予${measureName}`
    : `作出${measureName}的处理`;
};

/** Numbers of the publicities that tell of each sanction; what was taken down may be shown again. */
const shownAlready = (reader: Reader): ReadonlyMap<string, string> =>
  new Map(
    reader
      .all(publicityCollection)
      .filter(({ state }) => state !== 'takenDown')
      .flatMap(({ number, content }) =>
        content.items.flatMap(({ sanctionId }) =>
          sanctionId === null ? [] : [[sanctionId, number] as const],
        ),
      ),
  );

/** Decisions that may be shown: in force, of staff or departments, and known to those whom they are about. */
export const candidatesOf = (reader: Reader, caseId?: string): Candidate[] => {
  const told = shownAlready(reader);
  return (
    caseId === undefined ? reader.all(sanctionCollection) : reader.by(sanctionCollection, 'case', caseId)
  )
    .flatMap((sanction): Candidate[] => {
      const record = reader.get(caseCollection, sanction.caseId);
      const subject = record?.subjects.find(({ personId }) => personId === sanction.personId);
      if (!record || !subject || sanction.annulled !== null || sanction.personKind === 'pupil') return [];
      const served =
        sanction.paperNumber === null ||
        record.services.some(({ personId }) => personId === sanction.personId);
      if (!served) return [];
      return [
        {
          sanctionId: sanction.id,
          caseId: sanction.caseId,
          caseNumber: sanction.caseNumber,
          personId: sanction.personId,
          personKind: sanction.personKind,
          name: subject.name,
          matter: sanction.matterName,
          measure: sanction.measureName,
          decidedOn: sanction.decidedOn,
          text: `因${sanction.matterName}方面的问题，${outcomeOf(sanction)}。`,
          basis: (record.decision?.grounds ?? []).map((ground) => ground.text).join('、'),
          shownIn: told.get(sanction.id) ?? null,
        },
      ];
    })
    .sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : a.decidedOn > b.decidedOn ? -1 : 0));
};
