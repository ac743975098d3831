import { countLines } from '../../../shared/features/publicity/overall.ts';
import type { Reader } from '../../store/types.ts';
import { sanctionCollection } from '../cases/index.ts';

/** 问责情况汇总 of a period: decisions in force on staff and departments, by kind of matter and by measure. */
export const overallOf = (
  reader: Reader,
  { from, to }: { readonly from: string; readonly to: string },
): { lines: string[]; total: number } => {
  const counted = reader
    .all(sanctionCollection)
    .filter(
      ({ annulled, decidedOn, personKind }) =>
        annulled === null && personKind !== 'pupil' && decidedOn >= from && decidedOn <= to,
    );
  const ofEach = (what: string, nameOf: (sanction: (typeof counted)[number]) => string): string[] =>
    countLines(what, counted.map(nameOf));
  return {
    total: counted.length,
    lines: [
      ...ofEach('按事由', ({ matterName }) => matterName),
      ...ofEach('按措施', ({ measureName }) => measureName),
    ],
  };
};
