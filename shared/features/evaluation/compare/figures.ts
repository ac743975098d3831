import { indicatorsOf, type IndicatorContent } from '../indicators.ts';
import { weightedMean } from '../results/arithmetic.ts';
import { indicatorOverall } from '../rules.ts';
import type { Figures, GroupFigure, RaterGroup, Subject } from '../schema.ts';
import type { ResultRow } from '../views.ts';
import { meanFrom, summaryOf } from './statistics.ts';
import { discriminationOf, easeOf } from './items.ts';
import type { ComparedDepartment, ComparedIndicator, ComparedPerson } from './views.ts';

/** What stands for the place of a subject without a department. */
export const NO_DEPARTMENT = '未分部门';
export const departmentOf = ({ department }: Pick<Subject, 'department'>): string =>
  department === '' ? NO_DEPARTMENT : department;

/** One dimension over the groups that rated it, by their weights; null when none did, or none may be shown. */
export const dimensionOverall = (
  groups: readonly RaterGroup[],
  figures: readonly GroupFigure[],
  dimensionId: string,
): number | null => {
  const parts = figures.flatMap((figure) => {
    const weight = groups.find(({ id }) => id === figure.groupId)?.weight ?? 0;
    const found = figure.dimensions.find((dimension) => dimension.dimensionId === dimensionId);
    return found && weight > 0 ? [{ value: found.score, weight }] : [];
  });
  return parts.length === 0 ? null : weightedMean(parts);
};

interface Graded {
  readonly subject: Subject;
  readonly figures: Figures;
}

/** The rows that have a total. */
export const gradedIn = (rows: readonly ResultRow[]): Graded[] =>
  rows.flatMap(({ subject, outcome }) =>
    outcome.kind === 'graded' ? [{ subject, figures: outcome.figures }] : [],
  );

/** Everybody with a total, dimension by dimension and indicator by indicator, best first. */
export const comparedPeople = (
  content: IndicatorContent,
  groups: readonly RaterGroup[],
  rows: readonly ResultRow[],
): ComparedPerson[] =>
  gradedIn(rows)
    .map(({ subject, figures }) => ({
      subjectId: subject.id,
      number: subject.number,
      name: subject.name,
      department: departmentOf(subject),
      total: figures.total,
      dimensions: content.dimensions.map(({ id }) => dimensionOverall(groups, figures.groups, id)),
      indicators: indicatorsOf(content).map(({ id }) => indicatorOverall(groups, figures.groups, id) ?? null),
    }))
    .sort((a, b) => b.total - a.total);

/** The mean of each column over the people who have a figure in it; null from fewer than `atLeast`. */
export const columnMeans = (
  rows: readonly (readonly (number | null)[])[],
  columns: number,
  atLeast: number,
): (number | null)[] =>
  Array.from({ length: columns }, (_, at) =>
    meanFrom(
      rows.flatMap((row) => row[at] ?? []),
      atLeast,
    ),
  );

/** The people department by department, best median first; those of whom nothing is said last. */
export const comparedDepartments = (
  people: readonly ComparedPerson[],
  atLeast: number,
): ComparedDepartment[] => {
  const names = [...new Set(people.map(({ department }) => department))];
  return names
    .map((name) => {
      const own = people.filter(({ department }) => department === name);
      return {
        name,
        count: own.length,
        summary: summaryOf(
          own.map(({ total }) => total),
          atLeast,
        ),
        dimensions: columnMeans(
          own.map(({ dimensions }) => dimensions),
          own[0]?.dimensions.length ?? 0,
          atLeast,
        ),
        indicators: columnMeans(
          own.map(({ indicators }) => indicators),
          own[0]?.indicators.length ?? 0,
          atLeast,
        ),
      };
    })
    .sort((a, b) => (b.summary?.median ?? -1) - (a.summary?.median ?? -1) || b.count - a.count);
};

/** How each indicator was reached, and how well it tells the people apart. */
export const comparedIndicators = (
  content: IndicatorContent,
  people: readonly ComparedPerson[],
  atLeast: number,
): ComparedIndicator[] => {
  const dimensionNames = content.dimensions.flatMap(({ name, indicators }) => indicators.map(() => name));
  return indicatorsOf(content).map(({ id, name, fullMarks }, at) => {
    const points = people.flatMap(({ total, indicators }) => {
      const own = indicators[at] ?? null;
      return own === null ? [] : [{ total, points: own }];
    });
    const all = points.map((one) => one.points);
    const summary = summaryOf(all, atLeast);
    return {
      indicatorId: id,
      name,
      dimension: dimensionNames[at] ?? '',
      fullMarks,
      count: all.length,
      mean: summary?.mean ?? null,
      ease: summary === null ? null : easeOf(all, fullMarks),
      spread: summary?.spread ?? null,
      discrimination: discriminationOf(points, fullMarks),
    };
  });
};
