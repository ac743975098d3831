import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { takenOffIn, takenTwice } from '../../../../shared/features/evaluation/results/twice.ts';
import { subjectSourceOf, type Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { addDays, yearOf } from '../../../../shared/kernel/dates.ts';
import type { Reader } from '../../../store/types.ts';
import { standingSanctions } from '../../cases/index.ts';
import { assessedYearOf, isAnnual } from './grade-law.ts';

/** A cycle that is about no year looks back on the twelve months before it ends. */
const LOOKS_BACK = 365;

/**
 * Whom one matter may have come down on twice, by subject, with the question to be answered: in a case of the evaluated
 * time that stands, and in marks taken off or a veto.
 */
export const countedTwice = (
  reader: Reader,
  cycle: Cycle,
  content: IndicatorContent,
  rows: readonly ResultRow[],
): ReadonlyMap<string, string> => {
  const source = subjectSourceOf(cycle.kind);
  const found = new Map<string, string>();
  if (source !== 'staff' && source !== 'pupils') return found;
  const within = (day: string): boolean =>
    isAnnual(cycle)
      ? yearOf(day) === assessedYearOf(cycle)
      : day >= addDays(cycle.endsOn, -LOOKS_BACK) && day <= cycle.endsOn;
  for (const { subject, outcome } of rows) {
    if (outcome.kind !== 'graded') continue;
    const cases = standingSanctions(reader, subject.id).filter(({ effectiveOn }) => within(effectiveOn));
    const question = takenTwice(cases, takenOffIn(content, outcome.figures));
    if (question !== '') found.set(subject.id, question);
  }
  return found;
};
