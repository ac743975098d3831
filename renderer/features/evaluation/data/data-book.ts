import type { DataTable, DataTableRow } from '../../../../shared/features/evaluation/data/views.ts';
import type { SavedScores, SheetRow } from '../../../../shared/features/evaluation/views.ts';
import { call } from '../../../api.ts';
import type { RowToSave } from '../parts/score-book.ts';

/**
 * A cycle's data typed like a score sheet: the same book that keeps what is typed, sends it in batches and settles
 * conflicts, with fields in place of indicators. Everybody's figures stand on one sheet, so its rater is nobody.
 */
const NOBODY = 'data';

export const pointsKey = (indicatorId: string): string => `points ${indicatorId}`;
export const sourceKey = (field: string): string => `source ${field}`;
export const MISSING_KEY = 'missing';
export const NUMBER_KEY = 'number';

/** A row of data as the book knows rows: what the formulas give rides along and is new with every answer. */
export const bookRow = (row: DataTableRow, mayEnter: boolean): SheetRow => ({
  raterId: NOBODY,
  subject: row.subject,
  rev: row.rev,
  cells: {
    ...row.cells,
    ...Object.fromEntries(Object.entries(row.points).map(([id, points]) => [pointsKey(id), points])),
    ...Object.fromEntries(Object.entries(row.sources).map(([name, words]) => [sourceKey(name), words])),
    [MISSING_KEY]: row.missing.join('、'),
    [NUMBER_KEY]: row.subject.number,
  },
  notes: {},
  remark: '',
  files: [],
  saved: null,
  mayEnter,
});

/** Saves what the book sends. */
export const saveFigures = async (
  { cycleId }: Pick<DataTable, 'cycleId'>,
  rows: readonly RowToSave[],
): Promise<SavedScores> => {
  const answer = await call('evaluation.saveData', {
    cycleId,
    rows: rows.map(({ subjectId, rev, cells }) => ({
      subjectId,
      rev,
      cells: cells.map(({ indicatorId, text }) => ({ field: indicatorId, text })),
    })),
  });
  return {
    rows: answer.rows.map((row) => bookRow(row, true)),
    problems: answer.problems.map(({ subjectId, field, message }) => ({
      raterId: NOBODY,
      subjectId,
      indicatorId: field,
      message,
    })),
    conflicts: answer.conflicts.map((conflict) => ({ raterId: NOBODY, ...conflict })),
  };
};
