import type { Cycle, Rater } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { scoreSheetCollection } from '../collections.ts';
import { sheetRaterId } from './ballots.ts';
import { changeCycle, requireGroup, type CycleTarget } from './change.ts';

const demandScoring = ({ state }: Cycle): void => {
  if (state === 'scoring') return;
  throw new AppError(
    'illegal-step',
    state === 'draft' ? '评分还没有开始，直接在方案里修改即可。' : '已经收卷，不能再改。',
  );
};

const withRater = (
  cycle: Cycle,
  groupId: string,
  raterIds: readonly string[],
  change: (rater: Rater) => Rater,
): Cycle => ({
  ...cycle,
  groups: cycle.groups.map((group) =>
    group.id === groupId
      ? {
          ...group,
          raters: group.raters.map((rater) => (raterIds.includes(rater.id) ? change(rater) : rater)),
        }
      : group,
  ),
});

export interface Extension extends CycleTarget {
  readonly to: string;
  readonly reason: string;
  readonly raters: { readonly groupId: string; readonly raterIds: readonly string[] } | null;
}

/**
 * Gives the whole cycle, or single raters, more days.
 *
 * @throws AppError `illegal-step` unless scoring runs, `invalid` for a day that is no later, `not-found` for raters.
 */
export const extendCycle = (
  { to, reason, raters, ...target }: Extension,
  context: CallContext,
): Promise<CycleView> =>
  changeCycle(target, context, (_tx, cycle) => {
    demandScoring(cycle);
    if (to <= cycle.endsOn) throw invalidField('to', `新的截止日期须晚于${formatDay(cycle.endsOn)}`);
    if (to < context.today) throw invalidField('to', '新的截止日期已经过去了');
    if (raters === null)
      return {
        after: {
          ...cycle,
          endsOn: to,
          // A term of one's own that ends no later than everybody's is none.
          groups: cycle.groups.map((group) => ({
            ...group,
            raters: group.raters.map((rater) =>
              rater.extendedTo !== null && rater.extendedTo <= to ? { ...rater, extendedTo: null } : rater,
            ),
          })),
        },
        what: 'extended',
        note: `全部延至${formatDay(to)}：${reason}`,
      };
    const group = requireGroup(cycle, raters.groupId);
    const named = group.raters.filter(({ id }) => raters.raterIds.includes(id));
    if (named.length !== new Set(raters.raterIds).size)
      throw new AppError('not-found', '有评分人不在这个组里，请刷新后重试。');
    const who = named.map(({ name }) => name).join('、');
    return {
      after: withRater(cycle, group.id, raters.raterIds, (rater) => ({ ...rater, extendedTo: to })),
      what: 'extended',
      note: `${group.name}的${who}延至${formatDay(to)}：${reason}`,
    };
  });

/** Of an anonymous rater nobody can say later which sheets were his: what is not to count goes now. */
const dropSheets = (tx: Tx, cycle: Cycle, groupId: string, storedId: string): void => {
  for (const sheet of tx.by(scoreSheetCollection, 'cycle', cycle.id))
    if (sheet.groupId === groupId && sheet.raterId === storedId)
      tx.remove(scoreSheetCollection, sheet.id, sheet.rev);
};

/**
 * Takes a rater out: he owes nothing any more.
 *
 * @throws AppError `illegal-step` unless scoring runs or where he is out already, `invalid` when too few raters are left.
 */
export const withdrawRater = (
  {
    groupId,
    raterId,
    reason,
    counted,
    ...target
  }: CycleTarget & { groupId: string; raterId: string; reason: string; counted: boolean },
  context: CallContext,
): Promise<CycleView> =>
  changeCycle(target, context, (tx, cycle) => {
    demandScoring(cycle);
    const group = requireGroup(cycle, groupId);
    const rater = group.raters.find(({ id }) => id === raterId);
    if (!rater) throw new AppError('not-found', '没有这名评分人，请刷新后重试。');
    if (rater.withdrawn !== null) throw new AppError('illegal-step', `“${rater.name}”已经退出。`);
    if (group.anonymous && !counted)
      dropSheets(tx, cycle, groupId, sheetRaterId(context, cycle, group, raterId));
    const withdrawn = { at: instantOfMs(tx.now), by: tx.actor, reason, counted };
    return {
      after: withRater(cycle, groupId, [raterId], (one) => ({ ...one, withdrawn })),
      note: `${group.name}的${rater.name}退出，已评完的${counted ? '仍计入' : '不计入'}：${reason}`,
    };
  });

/** @throws AppError `illegal-step` unless scoring runs and the rater is out. */
export const restoreRater = (
  { groupId, raterId, ...target }: CycleTarget & { groupId: string; raterId: string },
  context: CallContext,
): Promise<CycleView> =>
  changeCycle(target, context, (_tx, cycle) => {
    demandScoring(cycle);
    const group = requireGroup(cycle, groupId);
    const rater = group.raters.find(({ id }) => id === raterId);
    if (!rater) throw new AppError('not-found', '没有这名评分人，请刷新后重试。');
    if (rater.withdrawn === null) throw new AppError('illegal-step', `“${rater.name}”没有退出。`);
    return {
      after: withRater(cycle, groupId, [raterId], (one) => ({ ...one, withdrawn: null })),
      note: `${group.name}的${rater.name}恢复评分`,
    };
  });
