import {
  columnMeans,
  comparedDepartments,
  comparedIndicators,
  comparedPeople,
  departmentOf,
  gradedIn,
} from '../../../../shared/features/evaluation/compare/figures.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { compareGroups } from '../../../../shared/features/evaluation/compare/rater-groups.ts';
import { summaryOf } from '../../../../shared/features/evaluation/compare/statistics.ts';
import type { CompareView } from '../../../../shared/features/evaluation/compare/views.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { CallContext } from '../../context.ts';
import { requireCycle } from '../cycles.ts';
import { currentResults } from '../results.ts';
import { raterSeverities } from './rater-severity.ts';
import { comparedYears } from './years.ts';

const groupAverages = (rows: readonly ResultRow[]): number =>
  gradedIn(rows).reduce((sum, { figures }) => sum + figures.groups.length, 0);

/** @throws AppError `illegal-step` before scoring has begun: there is nothing to compare. */
export const requireScored = (cycle: Cycle): void => {
  if (cycle.state === 'draft') throw new AppError('illegal-step', '评分还没有开始，没有可对比的结果。');
};

/**
 * The results of a cycle set beside each other, as the caller may see them.
 *
 * @throws AppError `not-found`, `illegal-step` before scoring has begun
 */
export const compare = (
  { cycleId, departments }: { readonly cycleId: string; readonly departments: readonly string[] },
  context: CallContext,
): CompareView => {
  const { store } = context;
  const cycle = requireCycle(store, cycleId);
  requireScored(cycle);
  const { content, rows: all, confirmed } = currentResults(store, cycle);
  const seesNames = context.can('evaluation.manage');
  const wanted = new Set(departments);
  const isWanted = ({ subject }: ResultRow): boolean =>
    wanted.size === 0 || wanted.has(departmentOf(subject));
  const inView = all.filter(isWanted);
  const rows = shownRows(cycle, all, seesNames).filter(isWanted);
  const { minSample } = cycle;
  const people = comparedPeople(content, cycle.groups, rows);
  const compared = comparedDepartments(people, minSample);
  const totals = people.map(({ total }) => total);
  const summary = summaryOf(totals, minSample);
  const dimensionMeans = columnMeans(
    people.map((person) => person.dimensions),
    content.dimensions.length,
    minSample,
  );
  const { groups, pairs, concordance } = compareGroups(content, cycle.groups, rows, minSample);
  return {
    cycleId,
    cycleName: cycle.name,
    kind: cycle.kind,
    confirmed: confirmed !== null,
    minSample,
    subjects: rows.length,
    graded: people.length,
    hidden: groupAverages(inView) - groupAverages(rows),
    allDepartments: [...new Set(all.map(({ subject }) => departmentOf(subject)))],
    dimensions: content.dimensions.map(({ id, name }) => ({ id, name })),
    summary,
    dimensionMeans,
    departments: compared,
    people,
    indicators: comparedIndicators(content, people, minSample),
    years: comparedYears(store, cycle, content, {
      wanted,
      seesNames,
      departments: compared.map(({ name }) => name),
      people: people.map(({ subjectId }) => subjectId),
      own: {
        summary,
        dimensions: dimensionMeans,
        departments: compared.map((department) => department.summary?.mean ?? null),
        people: totals,
      },
    }),
    groups,
    pairs,
    concordance,
    raters: seesNames
      ? raterSeverities(
          store,
          cycle,
          content,
          rows.map(({ subject }) => subject.id),
        )
      : null,
  };
};
