import { isRated, type Indicator, type IndicatorContent } from './indicators.ts';
import { dimensionsOf, raterIdsFor, type Missing, type SheetScores } from './rules.ts';
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

/** Who still owes what, one sentence each. */
export const describeMissing = (
  content: IndicatorContent,
  groups: readonly RaterGroup[],
  missing: readonly Missing[],
): string[] =>
  missing.flatMap(({ groupId, raterId, all, indicatorIds }) => {
    const group = groups.find(({ id }) => id === groupId);
    if (!group) return [];
    const who = `${group.name}：${raterNameIn(group, raterId)}`;
    if (all) return [`${who}还没有评分`];
    const names = indicatorsFor(content, group)
      .filter(({ id }) => indicatorIds.includes(id))
      .map(({ name }) => name);
    return [`${who}还差 ${String(names.length)} 项（${names.join('、')}）`];
  });

/** True when this rater has to fill in a sheet about this subject. */
export const isSheetOf = (
  cycle: Pick<Cycle, 'subjects'>,
  group: RaterGroup,
  raterId: string,
  subjectId: string,
): boolean =>
  cycle.subjects.some(({ id }) => id === subjectId) && raterIdsFor(group, subjectId).includes(raterId);
