import { isRated, type Indicator, type IndicatorContent } from './indicators.ts';
import { dimensionsOf, raterIdsFor, rates, type Missing, type SheetScores } from './rating.ts';
import type { Cycle, Rater, RaterGroup } from './schema.ts';
import type { Progress } from './views.ts';

/** The indicators for which the raters of a group give marks, in the order of the system. */
export const indicatorsFor = (content: IndicatorContent, group: RaterGroup): Indicator[] =>
  dimensionsOf(content, group).flatMap(({ indicators }) => indicators.filter(isRated));

export type SheetState = 'done' | 'begun' | 'open';

/** How far one sheet is: `done` only when no indicator is left. */
export const sheetStateOf = (
  indicators: readonly Indicator[],
  scores: SheetScores['scores'] | undefined,
): SheetState => {
  if (!scores) return 'open';
  const given = indicators.filter(({ id }) => Object.hasOwn(scores, id)).length;
  return given === 0 ? 'open' : given === indicators.length ? 'done' : 'begun';
};

export const addProgress = (parts: readonly Progress[]): Progress => ({
  done: parts.reduce((sum, { done }) => sum + done, 0),
  begun: parts.reduce((sum, { begun }) => sum + begun, 0),
  total: parts.reduce((sum, { total }) => sum + total, 0),
});

interface Tally {
  readonly done: number;
  readonly begun: number;
}

const NOTHING: Tally = { done: 0, begun: 0 };

/** Finished and begun sheets by the id under which they are kept. */
const tallyOf = (
  indicators: readonly Indicator[],
  subjects: ReadonlySet<string>,
  sheets: readonly SheetScores[],
): ReadonlyMap<string, Tally> => {
  const tally = new Map<string, Tally>();
  for (const { raterId, subjectId, scores } of sheets) {
    if (!subjects.has(subjectId)) continue;
    const state = sheetStateOf(indicators, scores);
    if (state === 'open') continue;
    const { done, begun } = tally.get(raterId) ?? NOTHING;
    tally.set(raterId, state === 'done' ? { done: done + 1, begun } : { done, begun: begun + 1 });
  }
  return tally;
};

const total = (tallies: Iterable<Tally>): Tally => {
  let [done, begun] = [0, 0];
  for (const one of tallies) {
    done += one.done;
    begun += one.begun;
  }
  return { done, begun };
};

export interface RaterTally {
  readonly group: RaterGroup;
  /** Null: one figure for all of the group, since its raters are the subjects themselves or nameless. */
  readonly raterId: string | null;
  readonly progress: Progress;
}

/**
 * The progress of every rater of every group that has something to fill in. A `self` group has one figure for all. So has
 * an anonymous group, unless `storedId` finds the sheets of its raters.
 *
 * Whoever withdrew owes nothing: what he finished counts, or is left out with him.
 */
export const progressByRater = (
  content: IndicatorContent,
  cycle: Pick<Cycle, 'groups' | 'subjects'>,
  sheets: readonly SheetScores[],
  storedId?: (group: RaterGroup, raterId: string) => string | undefined,
): RaterTally[] => {
  const subjects = new Set(cycle.subjects.map(({ id }) => id));
  return cycle.groups.flatMap((group): RaterTally[] => {
    const indicators = indicatorsFor(content, group);
    if (group.kind === 'data' || indicators.length === 0) return [];
    const tally = tallyOf(
      indicators,
      subjects,
      sheets.filter(({ groupId }) => groupId === group.id),
    );
    if (group.kind === 'self')
      return [{ group, raterId: null, progress: { ...total(tally.values()), total: subjects.size } }];
    const due = (rater: Rater): number => cycle.subjects.filter(({ id }) => rates(rater, id)).length;
    const byRater = group.raters.map((rater): RaterTally & { readonly stored: string | undefined } => {
      const stored = group.anonymous ? storedId?.(group, rater.id) : rater.id;
      const { done, begun } = tally.get(stored ?? '') ?? NOTHING;
      const { withdrawn } = rater;
      const progress =
        withdrawn === null
          ? { done, begun, total: due(rater) }
          : withdrawn.counted
            ? { done, begun: 0, total: done }
            : { ...NOTHING, total: 0 };
      return { group, raterId: rater.id, progress, stored };
    });
    if (byRater.every(({ stored }) => stored !== undefined))
      return byRater.map(({ raterId, progress }) => ({ group, raterId, progress }));
    const expected = byRater.reduce((sum, { progress }) => sum + progress.total, 0);
    const { done, begun } = total(tally.values());
    // Finished sheets of raters who withdrew are among them, and nobody can tell which they are.
    return [{ group, raterId: null, progress: { done, begun, total: Math.max(expected, done) } }];
  });
};

/** What a rater is called: in a `self` group he is the subject himself. */
export const raterNameIn = (group: RaterGroup, raterId: string): string =>
  group.kind === 'self' ? '本人' : (group.raters.find(({ id }) => id === raterId)?.name ?? '已删去的评分人');

/** What is still missing, one sentence each. */
export const describeMissing = (
  content: IndicatorContent,
  groups: readonly RaterGroup[],
  missing: readonly Missing[],
): string[] =>
  missing.flatMap((gap) => {
    const group = groups.find(({ id }) => id === gap.groupId);
    if (!group) return [];
    const named = (ids: readonly string[]): string =>
      dimensionsOf(content, group)
        .flatMap(({ indicators }) => indicators)
        .filter(({ id }) => ids.includes(id))
        .map(({ name }) => name)
        .join('、');
    switch (gap.kind) {
      case 'scores': {
        const who = `${group.name}：${raterNameIn(group, gap.raterId)}`;
        return gap.all
          ? [`${who}还没有评分`]
          : [`${who}还差 ${String(gap.indicatorIds.length)} 项（${named(gap.indicatorIds)}）`];
      }
      case 'ballots':
        return [`${group.name}：还有 ${String(gap.owed)} 张匿名评分表没有评完`];
      case 'data':
        return [`${group.name}：缺少数据（${named(gap.indicatorIds)}）`];
      case 'raters':
        return gap.finished === 0
          ? [`${group.name}：没有人评分`]
          : [
              `${group.name}：评完的只有 ${String(gap.finished)} 人，少于最少评分人数 ${String(gap.needed)} 人`,
            ];
    }
  });

/** True when this rater has to fill in a sheet about this subject. */
export const isSheetOf = (
  cycle: Pick<Cycle, 'subjects'>,
  group: RaterGroup,
  raterId: string,
  subjectId: string,
): boolean =>
  cycle.subjects.some(({ id }) => id === subjectId) && raterIdsFor(group, subjectId).includes(raterId);
