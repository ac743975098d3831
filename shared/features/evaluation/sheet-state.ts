import { isRated, type Indicator, type IndicatorContent } from './indicators.ts';
import { dimensionsOf, raterIdsFor, type Missing, type SheetScores } from './rating.ts';
import type { Cycle, RaterGroup } from './schema.ts';
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

const key = (groupId: string, raterId: string): string => `${groupId}/${raterId}`;

/** The progress of every rater of every group; of a `self` group one figure for all, under `raterId` null. */
export const progressByRater = (
  content: IndicatorContent,
  cycle: Pick<Cycle, 'groups' | 'subjects'>,
  sheets: readonly SheetScores[],
): { readonly group: RaterGroup; readonly raterId: string | null; readonly progress: Progress }[] => {
  const subjects = new Set(cycle.subjects.map(({ id }) => id));
  const tally = new Map<string, { done: number; begun: number }>();
  const indicators = new Map(cycle.groups.map((group) => [group.id, indicatorsFor(content, group)]));
  const selfGroups = new Set(cycle.groups.filter(({ kind }) => kind === 'self').map(({ id }) => id));
  for (const { groupId, raterId, subjectId, scores } of sheets) {
    if (!subjects.has(subjectId)) continue;
    const state = sheetStateOf(indicators.get(groupId) ?? [], scores);
    if (state === 'open') continue;
    const place = key(groupId, selfGroups.has(groupId) ? '' : raterId);
    const counted = tally.get(place) ?? { done: 0, begun: 0 };
    counted[state] += 1;
    tally.set(place, counted);
  }
  const total = cycle.subjects.length;
  return cycle.groups.flatMap((group) => {
    const raterIds = group.kind === 'self' ? [null] : group.raters.map(({ id }) => id);
    return raterIds.map((raterId) => ({
      group,
      raterId,
      progress: { ...(tally.get(key(group.id, raterId ?? '')) ?? { done: 0, begun: 0 }), total },
    }));
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
