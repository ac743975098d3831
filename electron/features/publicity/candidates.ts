import type { Candidate } from '../../../shared/features/publicity/channels.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, sanctionCollection } from '../cases/index.ts';

/** Decisions that may be shown: in force, of staff or departments, and known to those whom they are about. */
export const candidatesOf = (reader: Reader, caseId?: string): Candidate[] =>
  (caseId === undefined ? reader.all(sanctionCollection) : reader.by(sanctionCollection, 'case', caseId))
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
          measure: sanction.measureName,
          decidedOn: sanction.decidedOn,
          text: `因${sanction.matterName}方面的问题，给予${sanction.measureName}。`,
        },
      ];
    })
    .sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1));

/** Cells of fewer are put together: few enough people could be told apart (《个人信息保护法》第七十三条). */
const SMALLEST_CELL = 3;

const countLines = (what: string, names: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const large = [...counts].filter(([, count]) => count >= SMALLEST_CELL).sort((a, b) => b[1] - a[1]);
  const rest = names.length - large.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...large.map(([name, count]) => `${what}：${name} ${String(count)} 件（人次）`),
    ...(rest > 0 ? [`${what}：其他 ${String(rest)} 件（人次）`] : []),
  ];
};

/** 问责情况汇总 of a period: decisions in force by kind of matter and by measure. */
export const overallOf = (
  reader: Reader,
  { from, to }: { readonly from: string; readonly to: string },
): { lines: string[]; total: number } => {
  const counted = reader
    .all(sanctionCollection)
    .filter(({ annulled, decidedOn }) => annulled === null && decidedOn >= from && decidedOn <= to);
  return {
    total: counted.length,
    lines: [
      ...countLines(
        '事项',
        counted.map(({ matterName }) => matterName),
      ),
      ...countLines(
        '措施',
        counted.map(({ measureName }) => measureName),
      ),
    ],
  };
};
