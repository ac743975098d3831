import type { CyclePlan } from '../../../shared/features/evaluation/channels.ts';
import { demandPlanChangeable } from '../../../shared/features/evaluation/plan-rules.ts';
import type { Cycle } from '../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../shared/features/evaluation/views.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField, type FieldIssue } from '../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { schoolYearCollection } from '../organisation/index.ts';
import { cycleCollection, indicatorSystemCollection, scoreSheetCollection } from './collections.ts';
import { requireCycle, runningProblems, startProblems, viewCycle } from './cycles.ts';
import { isSealed, openBallots, sheetRaterId } from './planning/ballots.ts';
import { chooseSubjects, type SubjectChoice } from './subjects.ts';
import { freezeVersion, requireVersion } from './systems.ts';

/** An event of a cycle's history, now and by the caller. */
export const cycleEvent = (
  tx: Tx,
  what: Cycle['history'][number]['what'],
  note = '',
): Cycle['history'][number] => ({ at: instantOfMs(tx.now), by: tx.actor, what, note });

/** One refusal that names everything at once, so that nobody fixes one thing only to hear of the next. */
export const refuseWithAll = (lead: string, problems: readonly FieldIssue[]): AppError => {
  const listed = problems.slice(0, 5).map(({ message }) => message);
  const more = problems.length > 5 ? `；另有 ${String(problems.length - 5)} 处` : '';
  return new AppError('invalid', `${lead}${listed.join('；')}${more}。`, { fields: problems });
};

const demandPeriod = (reader: Reader, { schoolYearId, term }: CyclePlan): void => {
  if (schoolYearId === null) {
    if (term !== null) throw invalidField('plan.term', '选择学期前请先选择学年');
    return;
  }
  const year = reader.get(schoolYearCollection, schoolYearId);
  if (!year) throw invalidField('plan.schoolYearId', '所选学年不存在，请重新选择');
  if (term !== null && !year.terms[term]) throw invalidField('plan.term', '所选学年没有这个学期');
};

/** @throws AppError `not-found` for an unknown version, `invalid` for an unknown year or term. */
export const createCycle = ({ plan }: { plan: CyclePlan }, context: CallContext): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const version = requireVersion(tx, plan.versionId);
    const { kind } = tx.require(indicatorSystemCollection, version.systemId, '指标体系');
    demandPeriod(tx, plan);
    const cycle = tx.insert(cycleCollection, {
      id: context.newId(),
      ...plan,
      kind,
      subjects: [],
      state: 'draft',
      confirmations: 0,
      sealed: null,
      published: null,
      history: [cycleEvent(tx, 'created')],
    });
    return viewCycle(tx, cycle, context);
  });

/**
 * Terms and withdrawals of single raters are no part of a plan: they change by acts of their own, with a reason. So does
 * who rates whom, once scoring runs.
 */
const keptTerms = ({ state, groups }: Cycle, after: Cycle['groups']): Cycle['groups'] =>
  after.map((group) => {
    const held = groups.find(({ id }) => id === group.id);
    const raters = group.raters.map((rater) => {
      const known = held?.raters.find(({ id }) => id === rater.id);
      const { extendedTo = null, withdrawn = null } = known ?? {};
      const own = { ...rater, extendedTo, withdrawn };
      return known && state === 'scoring' ? { ...own, subjectIds: known.subjectIds } : own;
    });
    return state === 'scoring' && held
      ? { ...group, raters, assignment: held.assignment }
      : { ...group, raters };
  });

/** @throws AppError `illegal-step` once confirmed, or when scoring runs and the change would touch the reckoning. */
export const savePlan = (
  { id, rev, plan }: { id: string; rev: number; plan: CyclePlan },
  context: CallContext,
): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requireCycle(tx, id);
    if (before.state === 'confirmed' || before.state === 'closed')
      throw new AppError(
        'illegal-step',
        before.state === 'closed'
          ? '已经收卷，方案不能再改。需要修改时请先重新打开评分。'
          : '考核结果已经确认，不能再改。需要修改时请先重新打开。',
      );
    demandPeriod(tx, plan);
    const version = requireVersion(tx, plan.versionId);
    const { kind } = tx.require(indicatorSystemCollection, version.systemId, '指标体系');
    const scoring = before.state === 'scoring';
    if (scoring) {
      const scored = new Set(
        tx
          .by(scoreSheetCollection, 'cycle', id)
          .filter(({ scores }) => Object.keys(scores).length > 0)
          .map(({ groupId, raterId }) => `${groupId}/${raterId}`),
      );
      demandPlanChangeable(before, plan, (group, raterId) =>
        isSealed(before, group)
          ? true
          : scored.has(`${group.id}/${sheetRaterId(context, before, group, raterId)}`),
      );
    }
    const after: Cycle = {
      ...before,
      ...plan,
      groups: keptTerms(before, plan.groups),
      rev,
      kind,
      // The subjects of another kind are other people.
      subjects: kind === before.kind ? before.subjects : [],
      history: scoring ? [...before.history, cycleEvent(tx, 'changed')] : before.history,
    };
    // What could not have been started must not come about while scoring runs.
    const problems = scoring ? runningProblems(tx, after) : [];
    if (problems.length > 0) throw refuseWithAll('不能这样修改：', problems);
    return viewCycle(tx, tx.replace(cycleCollection, after), context);
  });

/** @throws AppError `illegal-step` once scoring has begun, `invalid` for subjects of another kind. */
export const setSubjects = (
  { id, rev, subjects }: { id: string; rev: number; subjects: SubjectChoice },
  context: CallContext,
): Promise<CycleView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requireCycle(tx, id);
    if (before.state !== 'draft') throw new AppError('illegal-step', '评分已经开始，考核对象不能再改。');
    const chosen = chooseSubjects(tx, before.kind, subjects, context.today);
    return viewCycle(tx, tx.replace(cycleCollection, { ...before, rev, subjects: chosen }), context);
  });

/** Opens the sheets and freezes the version. @throws AppError `invalid` with everything that is missing. */
export const startCycle = async (
  { id, rev }: { id: string; rev: number },
  context: CallContext,
): Promise<CycleView> => {
  // Before the record: a key too many harms nobody, sheets without one would be lost to their raters.
  await openBallots(context, requireCycle(context.store, id));
  return context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requireCycle(tx, id);
    if (before.state !== 'draft') throw new AppError('illegal-step', '这次考核已经开始评分。');
    const problems = startProblems(tx, before, context);
    if (problems.length > 0) throw refuseWithAll('还不能开始评分：', problems);
    freezeVersion(tx, requireVersion(tx, before.versionId));
    const started = tx.replace(cycleCollection, {
      ...before,
      rev,
      state: 'scoring',
      history: [...before.history, cycleEvent(tx, 'started')],
    });
    return viewCycle(tx, started, context);
  });
};
