import type { ImportPreview } from '../../../shared/features/organisation/import.ts';
import type { RosterFile } from '../../../shared/features/organisation/roster-rows.ts';
import { cellOf } from '../../../shared/features/organisation/teaching/plan.ts';

import type { Reader } from '../../store/types.ts';
import { pupilCollection, staffCollection } from './collections.ts';
import type { Plan } from './roster-planner.ts';
import { teachingCollection } from './teaching/collections.ts';
import { coversDay } from '../../../shared/kernel/span.ts';

/** How many rows and problems a screen is shown; the counts tell of all. */
const SHOWN = 300;

/** What a person was shown, so that applying something else is noticed. Ids are drawn anew and stay out of it. */
export const fingerprintOf = ({ plan }: Plan): string =>
  JSON.stringify([plan.rows, plan.problems, plan.people.map(({ before }) => before?.rev ?? 0)]);

/** How many the school has that are not in the file. */
export const absentOf = (reader: Reader, result: Plan, from: string): number => {
  if (result.kind === 'teachings')
    return new Set(
      reader
        .all(teachingCollection)
        .filter((teaching) => coversDay(teaching, from) && !result.plan.cells.has(cellOf(teaching)))
        .map(cellOf),
    ).size;
  const total = result.kind === 'staff' ? reader.count(staffCollection) : reader.count(pupilCollection);
  const known = result.plan.people.filter(({ before }) => before !== undefined).length;
  return Math.max(0, total - known);
};

export const previewOf = (
  token: string,
  fileName: string,
  file: RosterFile,
  result: Plan,
  absent: number,
): ImportPreview => {
  const { plan } = result;
  const problems = [...file.problems, ...plan.problems].sort((a, b) => a.row - b.row);
  const of = (kind: 'new' | 'changed' | 'same'): number =>
    plan.rows.filter((row) => row.kind === kind).length;
  return {
    token,
    kind: result.kind,
    fileName,
    sheet: file.sheets.join('、'),
    counts: {
      rows: result.kind === 'teachings' ? plan.rows.length : file.rows.length,
      created: of('new'),
      changed: of('changed'),
      same: of('same'),
      absent,
      problems: problems.length,
    },
    ignored: [...file.ignored],
    unknown: [...plan.missing],
    rows: [...plan.rows]
      .sort((a, b) => Number(a.kind === 'same') - Number(b.kind === 'same'))
      .slice(0, SHOWN),
    problems: problems.slice(0, SHOWN),
  };
};
