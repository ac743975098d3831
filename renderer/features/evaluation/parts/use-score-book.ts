import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SheetView } from '../../../../shared/features/evaluation/views.ts';
import { call } from '../../../api.ts';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { editSchema, ScoreBook, type BookView } from './score-book.ts';

const BATCH_MS = 350;

/** A score sheet bound to the screen: unsaved cells survive closing the window. */
export const useScoreBook = (sheet: SheetView): { readonly book: ScoreBook; readonly view: BookView } => {
  const { cycleId, groupId, raterId } = sheet;
  const draft = useDraft(`evaluation.scores:${cycleId}/${groupId}/${raterId ?? 'self'}`, editSchema.array());
  const [book] = useState(
    () =>
      new ScoreBook({
        rows: sheet.rows,
        indicatorIds: sheet.columns.map(({ indicatorId }) => indicatorId),
        kept: draft.found ?? [],
        save: (rows) => call('evaluation.saveScores', { cycleId, groupId, rows }),
        keep: (edits) => (edits.length === 0 ? draft.discard() : draft.keep(edits)),
        later: (act) => void setTimeout(act, BATCH_MS),
      }),
  );
  useEffect(() => book.adopt(sheet.rows), [book, sheet.rows]);
  // Leaving the page does not wait for the pause between two batches.
  useEffect(() => () => void book.flush(), [book]);
  return { book, view: useSyncExternalStore(book.subscribe, book.view) };
};
