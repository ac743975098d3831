import { divideHalfUp } from './decimal.ts';
import {
  indicatorsOf,
  type Band,
  type Dimension,
  type Indicator,
  type IndicatorContent,
} from './indicators.ts';
import { pointsOf, type Score } from './scores.ts';
import type { Cycle, Figures, GroupFigure, Rater, RaterGroup, Subject } from './schema.ts';

/**
 * How a result is reckoned. Every figure that a person sees is rounded half up to two decimals where it arises, and the
 * next step goes on from the figure that is seen: whoever checks by hand with what stands on paper gets the same.
 *
 *  1. 指标得分   mean of the raters of one group                        → rounded
 *  2. 维度得分   Σ (指标得分 ÷ 满分 × 指标权重), out of 100                → rounded
 *  3. 评分组得分 Σ (维度得分 × 维度权重) ÷ Σ 维度权重 of what it rates       → rounded
 *  4. 总分       Σ (评分组得分 × 评分组权重) ÷ Σ 评分组权重 that count       → rounded
 *
 * In between everything is a whole number or an exact fraction.
 */

/** A sheet as the rules need it. */
export interface SheetScores {
  readonly groupId: string;
  readonly raterId: string;
  readonly subjectId: string;
  readonly scores: Readonly<Record<string, Score>>;
}

export type CycleRules = Pick<Cycle, 'groups' | 'whenAbsent'>;

/** What one rater still owes one subject. `all`: he has not begun. */
export interface Missing {
  readonly groupId: string;
  readonly raterId: string;
  readonly all: boolean;
  readonly indicatorIds: readonly string[];
}

export type SubjectResult =
  | { readonly kind: 'complete'; readonly subjectId: string; readonly figures: Figures }
  | { readonly kind: 'incomplete'; readonly subjectId: string; readonly missing: readonly Missing[] };

/** The dimensions that a group rates, in the order of the system. */
export const dimensionsOf = (content: IndicatorContent, group: RaterGroup): Dimension[] => {
  const { dimensionIds } = group;
  return dimensionIds === null
    ? content.dimensions
    : content.dimensions.filter(({ id }) => dimensionIds.includes(id));
};

/** True when the rater was given this subject; without a list he rates everybody but himself. */
export const rates = (rater: Rater, subjectId: string): boolean =>
  rater.subjectIds === null ? rater.staffId !== subjectId : rater.subjectIds.includes(subjectId);

/** Who has to fill in a sheet about this subject in this group. */
export const raterIdsFor = (group: RaterGroup, subjectId: string): string[] => {
  switch (group.kind) {
    case 'self':
      return [subjectId];
    case 'data':
      return [];
    default:
      return group.raters.filter((rater) => rates(rater, subjectId)).map(({ id }) => id);
  }
};

/** How many hundredths the mean of `points` is, rounded half up. */
export const meanOf = (points: readonly number[]): number =>
  divideHalfUp(BigInt(points.reduce((sum, each) => sum + each, 0)), BigInt(points.length));

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** Step 2: a dimension out of 100 in hundredths, from each indicator's points; one exact fraction, rounded once. */
export const dimensionScore = (dimension: Dimension, pointsAt: (indicator: Indicator) => number): number => {
  const common = dimension.indicators.reduce((all, { fullMarks }) => lcm(all, BigInt(fullMarks)), 1n);
  const weighted = dimension.indicators.reduce(
    (sum, indicator) =>
      sum + BigInt(pointsAt(indicator)) * BigInt(indicator.weight) * (common / BigInt(indicator.fullMarks)),
    0n,
  );
  return divideHalfUp(weighted, common);
};

/** Steps 3 and 4: a weighted mean of figures in hundredths, rounded half up. */
export const weightedMean = (
  parts: readonly { readonly value: number; readonly weight: number }[],
): number => {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const sum = parts.reduce((total, { value, weight }) => total + value * weight, 0);
  return divideHalfUp(BigInt(sum), BigInt(weights));
};

/** The first band whose line the total reaches. */
export const gradeOf = (bands: readonly Band[], total: number): Band | undefined =>
  bands.find(({ from }) => total >= from);

/** 1, 2, 2, 4 …: as many as are better, plus one. Same order as the values given. */
export const ranksOf = (totals: readonly number[]): number[] => {
  const firstPlace = new Map<number, number>();
  [...totals]
    .sort((a, b) => b - a)
    .forEach((total, place) => {
      if (!firstPlace.has(total)) firstPlace.set(total, place + 1);
    });
  return totals.map((total) => firstPlace.get(total) ?? 0);
};

type SheetsByRater = ReadonlyMap<string, SheetScores>;
const sheetKey = (groupId: string, raterId: string): string => `${groupId}/${raterId}`;

interface GroupState {
  readonly group: RaterGroup;
  readonly figure: GroupFigure | undefined;
  readonly missing: readonly Missing[];
}

const groupState = (
  content: IndicatorContent,
  group: RaterGroup,
  subjectId: string,
  sheets: SheetsByRater,
  whenAbsent: CycleRules['whenAbsent'],
): GroupState => {
  const dimensions = dimensionsOf(content, group);
  const indicators = dimensions.flatMap((dimension) => dimension.indicators);
  const missing: Missing[] = [];
  const counted: SheetScores[] = [];
  for (const raterId of raterIdsFor(group, subjectId)) {
    const sheet = sheets.get(sheetKey(group.id, raterId));
    const open = indicators.filter(({ id }) => !sheet || !Object.hasOwn(sheet.scores, id));
    if (sheet && open.length === 0) counted.push(sheet);
    else {
      const all = open.length === indicators.length;
      if (all && whenAbsent === 'reweight') continue;
      missing.push({ groupId: group.id, raterId, all, indicatorIds: open.map(({ id }) => id) });
    }
  }
  if (missing.length > 0 || counted.length === 0) return { group, figure: undefined, missing };

  const pointsById = new Map<string, number>();
  for (const indicator of indicators) {
    const points: number[] = [];
    for (const sheet of counted) {
      const score = sheet.scores[indicator.id];
      if (score) points.push(pointsOf(indicator, score));
    }
    pointsById.set(indicator.id, meanOf(points));
  }
  const figures = dimensions.map((dimension) => ({
    dimensionId: dimension.id,
    score: dimensionScore(dimension, ({ id }) => pointsById.get(id) ?? 0),
    indicators: dimension.indicators.map(({ id }) => ({
      indicatorId: id,
      points: pointsById.get(id) ?? 0,
      raters: counted.length,
      trimmed: [],
    })),
  }));
  const total = weightedMean(
    dimensions.map(({ weight }, place) => ({ value: figures[place]?.score ?? 0, weight })),
  );
  return {
    group,
    figure: { groupId: group.id, total, raters: counted.length, dimensions: figures, standardised: null },
    missing,
  };
};

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

const subjectResult = (
  content: IndicatorContent,
  rules: CycleRules,
  subjectId: string,
  sheets: SheetsByRater,
): SubjectResult => {
  const states = rules.groups.map((group) => groupState(content, group, subjectId, sheets, rules.whenAbsent));
  const missing = states.flatMap((state) => state.missing);
  const counted = states.flatMap(({ group, figure }) => (figure ? [{ group, figure }] : []));
  if (missing.length > 0) return { kind: 'incomplete', subjectId, missing };
  if (counted.length === 0) {
    // Everybody stayed away: nothing to re-weight, so all of it is missing.
    const everything = rules.groups.flatMap((group) =>
      raterIdsFor(group, subjectId).map((raterId) => ({
        groupId: group.id,
        raterId,
        all: true,
        indicatorIds: dimensionsOf(content, group).flatMap(({ indicators }) =>
          indicators.map(({ id }) => id),
        ),
      })),
    );
    return { kind: 'incomplete', subjectId, missing: everything };
  }

  const total = weightedMean(
    counted.map(({ group, figure }) => ({ value: figure.total, weight: group.weight })),
  );
  const groups = counted.map(({ figure }) => figure);
  const vetoes = indicatorsOf(content).flatMap(({ id, vetoBelow }) => {
    if (vetoBelow === null) return [];
    const points = indicatorOverall(rules.groups, groups, id);
    return points === undefined
      ? []
      : [{ indicatorId: id, points, below: vetoBelow, struck: points < vetoBelow }];
  });
  const grade = vetoes.some(({ struck }) => struck) ? content.bands.at(-1) : gradeOf(content.bands, total);
  return {
    kind: 'complete',
    subjectId,
    figures: {
      total,
      groups,
      leftOut: states.filter(({ figure }) => !figure).map(({ group }) => group.id),
      vetoes,
      grade: grade?.label ?? '',
      gradeSteps: [],
      rank: null,
      within: '',
    },
  };
};

/** True when a veto item struck: the subject has the lowest grade and takes no rank. */
export const isVetoed = (figures: Figures): boolean => figures.vetoes.some(({ struck }) => struck);

/**
 * The results of all subjects, in their order. Does not depend on the order of the sheets. A subject with anything
 * missing has no total at all, and what is missing is named.
 */
export const computeResults = (
  content: IndicatorContent,
  rules: CycleRules,
  subjects: readonly Pick<Subject, 'id'>[],
  sheets: readonly SheetScores[],
): SubjectResult[] => {
  const bySubject = new Map<string, Map<string, SheetScores>>();
  for (const sheet of sheets) {
    const held = bySubject.get(sheet.subjectId) ?? new Map<string, SheetScores>();
    held.set(sheetKey(sheet.groupId, sheet.raterId), sheet);
    bySubject.set(sheet.subjectId, held);
  }
  const none: SheetsByRater = new Map();
  const results = subjects.map(({ id }) => subjectResult(content, rules, id, bySubject.get(id) ?? none));

  const ranked = results.flatMap((result) =>
    result.kind === 'complete' && !isVetoed(result.figures) ? [result] : [],
  );
  const ranks = ranksOf(ranked.map(({ figures }) => figures.total));
  const rankBySubject = new Map(ranked.map(({ subjectId }, place) => [subjectId, ranks[place] ?? null]));
  return results.map((result) =>
    result.kind === 'complete'
      ? { ...result, figures: { ...result.figures, rank: rankBySubject.get(result.subjectId) ?? null } }
      : result,
  );
};

/** How many subjects take part in the ranking. */
export const rankedCount = (results: readonly SubjectResult[]): number =>
  results.filter((result) => result.kind === 'complete' && result.figures.rank !== null).length;
