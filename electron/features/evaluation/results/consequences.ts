import { consequencesOf } from '../../../../shared/features/evaluation/results/annual.ts';
import type { ConsequenceView } from '../../../../shared/features/evaluation/results/views.ts';
import type { ConfirmedResult, Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { yearOf } from '../../../../shared/kernel/dates.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import { standingSanctions } from '../../cases/index.ts';
import { confirmedResultCollection, cycleCollection } from '../collections.ts';
import { confirmedResults } from '../results.ts';
import { assessedYearOf, isAnnual } from './grade-law.ts';

/** The grade of a frozen result; null for one without. */
const gradeOfResult = ({ outcome }: ConfirmedResult): string | null => {
  switch (outcome.kind) {
    case 'graded':
      return outcome.figures.grade;
    case 'assigned':
      return outcome.grade;
    case 'undetermined':
      return null;
  }
};

/** The standing grade of the yearly assessment of the year before. */
const before = (reader: Reader, cycle: Cycle, subjectId: string): ConsequenceView['before'] => {
  const year = assessedYearOf(cycle) - 1;
  for (const result of reader.by(confirmedResultCollection, 'subject', subjectId)) {
    const other = reader.get(cycleCollection, result.cycleId);
    const grade = gradeOfResult(result);
    if (
      result.withdrawn === null &&
      other &&
      grade !== null &&
      isAnnual(other) &&
      assessedYearOf(other) === year
    )
      return { cycleName: other.name, grade, at: result.confirmed.at };
  }
  return null;
};

/**
 * What a person's grade in a confirmed yearly assessment brings with it (人社部发〔2023〕6号第二十七条至第三十一条),
 * two years running and a post that a sanction has lowered already included.
 *
 * @throws AppError `illegal-step` unless it is a confirmed yearly assessment, `not-found` for somebody else.
 */
export const consequencesFor = (reader: Reader, cycle: Cycle, subjectId: string): ConsequenceView => {
  if (!isAnnual(cycle)) throw new AppError('illegal-step', '只有教职工年度考核才有规定的结果运用。');
  if (cycle.state !== 'confirmed') throw new AppError('illegal-step', '确认结果以后才能看结果运用。');
  const result = confirmedResults(reader, cycle).find((one) => one.subjectId === subjectId);
  if (!result) throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
  const grade = gradeOfResult(result);
  const earlier = before(reader, cycle, subjectId);
  const year = assessedYearOf(cycle);
  const lowered = standingSanctions(reader, subjectId).some(
    ({ sanction, effectiveOn }) =>
      (sanction === 'downgrade' || sanction === 'lower-post') && yearOf(effectiveOn) === year,
  );
  return {
    subjectId,
    grade,
    before: earlier,
    lines: consequencesOf(grade, earlier?.grade ?? null, lowered).map((line) => ({
      text: line.text,
      article: `《事业单位工作人员考核规定》${line.article}`,
    })),
  };
};
