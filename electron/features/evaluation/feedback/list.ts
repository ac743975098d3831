import { feedbackState } from '../../../../shared/features/evaluation/feedback/state.ts';
import type { FeedbackList } from '../../../../shared/features/evaluation/feedback/views.ts';
import type { Reader } from '../../../store/types.ts';
import { requireCycle } from '../cycles.ts';
import { gradeIn } from '../../../../shared/features/evaluation/results/published.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { currentResults } from '../results.ts';
import { feedbackCollection } from './collections.ts';
import { dueWords, runningTerms } from './terms.ts';

/** How far feedback is with everybody of a cycle; no rows while the results are not confirmed. */
export const feedbackList = (reader: Reader, cycleId: string, today: string): FeedbackList => {
  const cycle = requireCycle(reader, cycleId);
  const all = reader.by(feedbackCollection, 'cycle', cycleId);
  const stands = cycle.state === 'confirmed';
  const standing = new Map(
    all
      .filter(({ confirmation }) => stands && confirmation === cycle.confirmations)
      .map((held) => [held.subjectId, held]),
  );
  const { content, rows: reckoned } = currentResults(reader, cycle);
  const rows = shownRows(cycle, reckoned, false);
  return {
    cycleId,
    state: cycle.state,
    bands: content.bands,
    rows: stands
      ? rows.map((row) => {
          const held = standing.get(row.subject.id);
          const [next] = held ? runningTerms(held, today) : [];
          return {
            subject: row.subject,
            state: feedbackState(held),
            grade: gradeIn(row) ?? '',
            total: row.outcome.kind === 'graded' ? row.outcome.figures.total : null,
            toldOn: held?.told?.on ?? null,
            due: next ? dueWords(next) : '',
            dueOn: next?.limit.dueOn ?? null,
            proposals: held?.proposals.length ?? 0,
          };
        })
      : [],
    withdrawn: all.length - standing.size,
  };
};
