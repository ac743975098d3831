import { indicatorsOf, type Band, type IndicatorContent } from './indicators.ts';
import type { CycleRules, DataPoints, Missing, SheetScores } from './rating.ts';
import { weightedMean } from './results/arithmetic.ts';
import { comparisonGroups, ranksOf, type Compared } from './results/comparison.ts';
import { groupState, type GroupState } from './results/group-state.ts';
import { scoreIndex, seatOf, type ScoreIndex, type Seat } from './results/score-index.ts';
import { standardise } from './results/standardise.ts';
import type { Figures, GradeStep, GroupFigure, RaterGroup } from './schema.ts';

/**
 * How a result is reckoned. Every figure that a person sees is rounded half up to two decimals where it arises, and the
 * next step goes on from the figure that is seen: whoever checks by hand with what stands on paper gets the same.
 *
 *  1. 指标得分   mean of the raters of one group, without the highest and lowest marks where the group trims; or what
 *               the formula gives                                       → rounded
 *  2. 维度得分   Σ (指标得分 ÷ 满分 × 指标权重), out of 100                → rounded
 *  3. 评分组得分 Σ (维度得分 × 维度权重) ÷ Σ 维度权重 of what it rates       → rounded; standardised where the cycle says
 *  4. 总分       Σ (评分组得分 × 评分组权重) ÷ Σ 评分组权重 that count       → rounded
 *
 * In between everything is a whole number or an exact fraction. Grades by quota, law and calibration come after:
 * see `settle.ts`.
 */
export type SubjectResult =
  | { readonly kind: 'complete'; readonly subjectId: string; readonly figures: Figures }
  | { readonly kind: 'incomplete'; readonly subjectId: string; readonly missing: readonly Missing[] };

/** The first band whose line the total reaches. */
export const gradeOf = (bands: readonly Band[], total: number): Band | undefined =>
  bands.find(({ from }) => total >= from);

/** The mean of one indicator over the groups that rated it, by their weights; undefined when none did. */
export const indicatorOverall = (
  groups: readonly RaterGroup[],
  figures: readonly GroupFigure[],
  indicatorId: string,
): number | undefined => {
  const parts = figures.flatMap((figure) => {
    const group = groups.find(({ id }) => id === figure.groupId);
    const found = figure.dimensions
      .flatMap(({ indicators }) => indicators)
      .find((indicator) => indicator.indicatorId === indicatorId);
    return group && found ? [{ value: found.points, weight: group.weight }] : [];
  });
  return parts.length === 0 ? undefined : weightedMean(parts);
};

const vetoesOf = (
  content: IndicatorContent,
  groups: readonly RaterGroup[],
  figures: readonly GroupFigure[],
): Figures['vetoes'] =>
  indicatorsOf(content).flatMap(({ id, vetoBelow }) => {
    if (vetoBelow === null) return [];
    const points = indicatorOverall(groups, figures, id);
    return points === undefined
      ? []
      : [{ indicatorId: id, points, below: vetoBelow, struck: points < vetoBelow }];
  });

/** The step from a grade to the lowest where a veto struck; undefined where it did not, or the grade is that already. */
export const vetoStep = (
  content: IndicatorContent,
  vetoes: Figures['vetoes'],
  from: string,
): GradeStep | undefined => {
  const struck = vetoes.filter((veto) => veto.struck);
  const to = content.bands.at(-1)?.label ?? '';
  if (struck.length === 0 || from === to) return undefined;
  const names = indicatorsOf(content)
    .filter(({ id }) => struck.some(({ indicatorId }) => indicatorId === id))
    .map(({ name }) => `“${name}”`);
  return { cause: 'veto', from, to, note: `${names.join('、')}低于否决线` };
};

const resultOf = (index: ScoreIndex, subject: number, states: readonly GroupState[]): SubjectResult => {
  const { content, groups } = index;
  const subjectId = index.subjects[subject]?.id ?? '';
  const missing = states.flatMap((state) => state.missing);
  if (missing.length > 0) return { kind: 'incomplete', subjectId, missing };
  const counted = states.flatMap(({ figure }) => (figure ? [figure] : []));
  if (counted.length === 0) {
    // Everybody stayed away: nothing to re-weight, so all of it is missing.
    const everything = groups.map(({ id, minRaters }, at) => ({
      kind: 'raters' as const,
      groupId: id,
      finished: states[at]?.finished ?? 0,
      needed: minRaters,
    }));
    return { kind: 'incomplete', subjectId, missing: everything };
  }
  const total = weightedMean(
    groups.flatMap(({ weight }, at) => {
      const figure = states[at]?.figure;
      return figure ? [{ value: figure.total, weight }] : [];
    }),
  );
  const vetoes = vetoesOf(content, groups, counted);
  const byTotal = gradeOf(content.bands, total)?.label ?? '';
  const veto = vetoStep(content, vetoes, byTotal);
  const leftOut = groups.flatMap(({ id, minRaters }, at) => {
    const state = states[at];
    return state && !state.figure ? [{ groupId: id, finished: state.finished, needed: minRaters }] : [];
  });
  return {
    kind: 'complete',
    subjectId,
    figures: {
      total,
      reckonedTotal: null,
      groups: counted,
      leftOut: leftOut.map(({ groupId }) => groupId),
      tooFew: leftOut.filter(({ finished }) => finished > 0),
      vetoes,
      grade: veto?.to ?? byTotal,
      gradeSteps: veto ? [veto] : [],
      outsideQuota: '',
      rank: null,
      within: '',
    },
  };
};

/** True when a veto item struck: the subject has the lowest grade and takes no rank. */
export const isVetoed = (figures: Figures): boolean => figures.vetoes.some(({ struck }) => struck);

const standardiseAll = (
  rules: CycleRules,
  states: readonly GroupState[][],
  peers: ReadonlyMap<string, readonly number[]>,
): void => {
  const { standardise: measure } = rules;
  if (measure === null) return;
  for (const places of peers.values())
    for (const at of rules.groups.keys()) {
      const rated = places.flatMap((place) => {
        const [row, figure] = [states[place], states[place]?.[at]?.figure];
        return row && figure ? [{ row, figure }] : [];
      });
      const moved = standardise(
        rated.map(({ figure }) => figure),
        measure,
      );
      for (const [place, { row }] of rated.entries()) {
        const [state, figure] = [row[at], moved[place]];
        if (state && figure) row[at] = { ...state, figure };
      }
    }
};

/**
 * The same results with their ranks, each within its comparison group. Whoever is vetoed or named in `without` takes no
 * place.
 */
export const rankResults = (
  rules: Pick<CycleRules, 'rankWithin'>,
  subjects: readonly Compared[],
  results: readonly SubjectResult[],
  without: ReadonlySet<string> = new Set(),
): SubjectResult[] => {
  const ranked = [...results];
  for (const [within, places] of comparisonGroups(rules.rankWithin, subjects)) {
    const takers = places.flatMap((place) => {
      const result = results[place];
      return result?.kind === 'complete' && !isVetoed(result.figures) && !without.has(result.subjectId)
        ? [{ place, total: result.figures.total }]
        : [];
    });
    const ranks = ranksOf(takers.map(({ total }) => total));
    const rankAt = new Map(takers.map(({ place }, at) => [place, ranks[at] ?? null]));
    for (const place of places) {
      const result = results[place];
      if (result?.kind === 'complete')
        ranked[place] = {
          ...result,
          figures: { ...result.figures, rank: rankAt.get(place) ?? null, within },
        };
    }
  }
  return ranked;
};

const noData: DataPoints = new Map();

/**
 * The results of all subjects, in their order. Does not depend on the order of the sheets. A subject with anything
 * missing has no total at all, and what is missing is named.
 *
 * @param data points of the formula indicators; an entry that is not there is missing, never 0
 */
export const computeResults = (
  content: IndicatorContent,
  rules: CycleRules,
  subjects: readonly Compared[],
  sheets: readonly SheetScores[],
  data: DataPoints = noData,
): SubjectResult[] => {
  const index = scoreIndex(content, rules.groups, subjects);
  const width = rules.groups.length;
  const cells = Array.from({ length: subjects.length * width }, (): Seat[] => []);
  for (const sheet of sheets) {
    const seat = seatOf(index, sheet);
    cells[seat.cell]?.push(seat);
  }
  const states = subjects.map((_, subject) =>
    rules.groups.map((_group, group) =>
      groupState(index, rules, { subject, group }, cells[subject * width + group] ?? [], data),
    ),
  );
  standardiseAll(rules, states, comparisonGroups(rules.rankWithin, subjects));
  return rankResults(
    rules,
    subjects,
    subjects.map((_, subject) => resultOf(index, subject, states[subject] ?? [])),
  );
};

/** How many subjects take part in the ranking; with `within` only those of one comparison group. */
export const rankedCount = (results: readonly SubjectResult[], within?: string): number =>
  results.filter(
    (result) =>
      result.kind === 'complete' &&
      result.figures.rank !== null &&
      (within === undefined || result.figures.within === within),
  ).length;
