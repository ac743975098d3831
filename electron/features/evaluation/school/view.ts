import type { SelfEvaluationView } from '../../../../shared/features/evaluation/school/channels.ts';
import type { SelfEvaluation } from '../../../../shared/features/evaluation/school/schema.ts';
import { compareYears, type YearResult } from '../../../../shared/features/evaluation/school/years.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { gradeIn } from '../../../../shared/features/evaluation/results/published.ts';
import { subjectSourceOf, type Cycle, type Subject } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { confirmedResultCollection, cycleCollection } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { currentResults } from '../results.ts';
import { requireVersion } from '../systems.ts';
import { selfEvaluationCollection } from './collections.ts';

export interface SelfPlace {
  readonly cycleId: string;
  readonly subjectId: string;
}

/** True for cycles whose subjects write about themselves: the school and its departments. */
export const writesAboutItself = ({ kind }: Pick<Cycle, 'kind'>): boolean =>
  ['school', 'departments'].includes(subjectSourceOf(kind));

/** @throws AppError `not-found` for a subject that is none, `illegal-step` for a cycle of other subjects. */
export const requirePlace = (
  reader: Reader,
  { cycleId, subjectId }: SelfPlace,
): { cycle: Cycle; subject: Subject } => {
  const cycle = requireCycle(reader, cycleId);
  if (!writesAboutItself(cycle))
    throw new AppError('illegal-step', '只有学校整体和部门的考核才有自评与整改。');
  const subject = cycle.subjects.find(({ id }) => id === subjectId);
  if (!subject) throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
  return { cycle, subject };
};

export const selfEvaluationOf = (
  reader: Reader,
  { cycleId, subjectId }: SelfPlace,
): SelfEvaluation | undefined => reader.by(selfEvaluationCollection, 'place', `${cycleId}/${subjectId}`)[0];

export const blankRecord = (place: SelfPlace): SelfEvaluationView['record'] => ({
  cycleId: place.cycleId,
  subjectId: place.subjectId,
  opening: '',
  conclusion: '',
  texts: [],
  reports: [],
  actions: [],
});

interface Earlier {
  readonly cycle: Cycle;
  readonly grade: string;
  readonly total: number | null;
  readonly result: YearResult | null;
}

/** The latest confirmed evaluation of the same kind that ended before this one began, with this subject in it. */
const earlierOf = (reader: Reader, cycle: Cycle, subjectId: string, seesNames: boolean): Earlier | null => {
  const found = reader.by(confirmedResultCollection, 'subject', subjectId).flatMap((result) => {
    const other = reader.get(cycleCollection, result.cycleId);
    return other && result.withdrawn === null && other.kind === cycle.kind && other.endsOn < cycle.startsOn
      ? [{ other }]
      : [];
  });
  const [latest] = found.toSorted((a, b) => b.other.endsOn.localeCompare(a.other.endsOn));
  if (!latest) return null;
  const { other } = latest;
  const row = shownRows(other, currentResults(reader, other).rows, seesNames).find(
    ({ subject }) => subject.id === subjectId,
  );
  return {
    cycle: other,
    grade: (row && gradeIn(row)) ?? '不定等次',
    total: row?.outcome.kind === 'graded' ? row.outcome.figures.total : null,
    result: row ? yearOf(reader, other, row) : null,
  };
};

const yearOf = (reader: Reader, cycle: Cycle, { outcome }: ResultRow): YearResult | null =>
  outcome.kind === 'graded'
    ? {
        content: requireVersion(reader, cycle.versionId).content,
        groups: cycle.groups,
        figures: outcome.figures,
      }
    : null;

/** Self-evaluation, reports, actions and the comparison with the year before, as the caller may see them. */
export const viewSelfEvaluation = (
  reader: Reader,
  place: SelfPlace,
  { can }: Pick<CallContext, 'can'>,
): SelfEvaluationView => {
  const { cycle, subject } = requirePlace(reader, place);
  const held = selfEvaluationOf(reader, place);
  const { content, rows, confirmed } = currentResults(reader, cycle);
  const manages = can('evaluation.manage');
  const row = shownRows(cycle, rows, manages).find((one) => one.subject.id === subject.id);
  const earlier = earlierOf(reader, cycle, subject.id, manages);
  const record = held ?? { ...blankRecord(place) };
  return {
    cycleId: cycle.id,
    cycleName: cycle.name,
    state: cycle.state,
    subject,
    rev: held?.rev ?? 0,
    record,
    dimensions: content.dimensions.map(({ id, name }) => ({ id, name })),
    grade: row ? (gradeIn(row) ?? '') : '',
    total: row?.outcome.kind === 'graded' ? row.outcome.figures.total : null,
    confirmed: confirmed !== null,
    before: earlier && {
      cycleId: earlier.cycle.id,
      cycleName: earlier.cycle.name,
      grade: earlier.grade,
      total: earlier.total,
    },
    rows: compareYears(row ? yearOf(reader, cycle, row) : null, earlier?.result ?? null),
    mayWrite: manages && cycle.state !== 'draft' && cycle.state !== 'confirmed',
    mayAct: manages && cycle.state !== 'draft',
  };
};
