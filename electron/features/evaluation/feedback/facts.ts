import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import { profileOf } from '../../../../shared/features/evaluation/feedback/profile.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { isReviewableByLaw, remedyText } from '../../../../shared/features/evaluation/feedback/terms.ts';
import type { Limit } from '../../../../shared/features/evaluation/feedback/schema.ts';
import type { SheetFacts } from '../../../../shared/features/evaluation/feedback/views.ts';
import { subjectSourceOf, type Cycle, type Subject } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import { gradeIn } from '../../../../shared/features/evaluation/results/published.ts';
import { currentResults, type CurrentResults } from '../results.ts';
import { consequencesFor } from '../results/consequences.ts';
import { isAnnual } from '../results/grade-law.ts';

/** The confirmed results of a cycle, read once for as many sheets as are wanted. */
export interface ConfirmedCycle {
  readonly cycle: Cycle;
  readonly results: CurrentResults;
  /** The rows as the people themselves may see them. */
  readonly shown: readonly ResultRow[];
  readonly confirmedAt: string;
}

/** @throws AppError `illegal-step` unless the results are confirmed. */
export const confirmedCycle = (reader: Reader, cycle: Cycle): ConfirmedCycle => {
  const results = currentResults(reader, cycle);
  if (cycle.state !== 'confirmed' || results.confirmed === null)
    throw new AppError('illegal-step', '考核结果还没有确认（或者已重新打开），确认以后才能反馈。');
  const shown = shownRows(cycle, results.rows, false);
  return { cycle, results, shown, confirmedAt: results.confirmed.at };
};

/** What one subject is told of. @throws AppError `not-found` for somebody who is none. */
export const rowIn = ({ shown }: ConfirmedCycle, subjectId: string): ResultRow => {
  const row = shown.find(({ subject }) => subject.id === subjectId);
  if (!row) throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
  return row;
};

const noteOf = ({ outcome }: ResultRow): string => {
  switch (outcome.kind) {
    case 'undetermined':
    case 'assigned':
    case 'concealed':
      return outcome.reason;
    case 'graded':
      return outcome.figures.gradeSteps.map(({ note, from, to }) => `${from}调整为${to}：${note}`).join('；');
    case 'incomplete':
      return '';
  }
};

const rankOf = (
  { outcome }: ResultRow,
  ranked: CurrentResults['ranked'],
  { kind }: Pick<Cycle, 'kind'>,
): string => {
  const unit = ['staff', 'pupils'].includes(subjectSourceOf(kind)) ? '人' : '个';
  if (outcome.kind !== 'graded' || outcome.figures.rank === null) return '';
  const { rank, within } = outcome.figures;
  return `第 ${String(rank)} 名（${within === '' ? '' : `${within}，`}共 ${String(ranked.get(within) ?? 0)} ${unit}参加排名）`;
};

/** Whether the law gives this person a review. */
export const byLawFor = (cycle: Cycle, row: ResultRow): boolean =>
  isReviewableByLaw(cycle, gradeIn(row) ?? null);

/** Everything that stands on the sheet of one subject. `limit`: the last day to object, once he was told. */
export const sheetFacts = (
  reader: Reader,
  confirmed: ConfirmedCycle,
  subject: Subject,
  limit: Pick<Limit, 'dueOn'> | null,
): SheetFacts => {
  const { cycle, results, confirmedAt } = confirmed;
  const row = rowIn(confirmed, subject.id);
  const figures = row.outcome.kind === 'graded' ? row.outcome.figures : null;
  const shown = figures?.groups ?? [];
  const reckoned = results.rows.find((one) => one.subject.id === subject.id)?.outcome;
  const names = new Map(cycle.groups.map(({ id, name, weight }) => [id, { name, weight }]));
  const all = confirmed.shown.flatMap(({ outcome }) =>
    outcome.kind === 'graded' ? [{ groups: outcome.figures.groups }] : [],
  );
  const profile = profileOf(results.content, cycle, { groups: shown }, all);
  const byLaw = byLawFor(cycle, row);
  return {
    confirmation: cycle.confirmations,
    confirmedAt,
    grade: gradeIn(row) ?? '不定等次',
    note: noteOf(row),
    total: figures?.total ?? null,
    rank: rankOf(row, results.ranked, cycle),
    groups: shown.flatMap(({ groupId, total }) => {
      const group = names.get(groupId);
      return group ? [{ ...group, total }] : [];
    }),
    hidden: (reckoned?.kind === 'graded' ? reckoned.figures.groups : [])
      .filter(({ groupId }) => !shown.some((one) => one.groupId === groupId))
      .flatMap(({ groupId }) => names.get(groupId)?.name ?? []),
    minSample: cycle.minSample,
    standings: [...profile.standings],
    strengths: [...profile.strengths],
    weak: [...profile.weak],
    consequences: isAnnual(cycle) ? consequencesFor(reader, cycle, subject.id).lines : [],
    remedy: remedyText(byLaw, limit, formatDay),
    byLaw,
  };
};

/** 86.50 or nothing. */
export const totalText = (total: number | null): string => (total === null ? '—' : formatResult(total));
