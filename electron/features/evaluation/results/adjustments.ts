import { keptBackBySubject } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import {
  changeLabels,
  type Adjustment,
  type Change,
} from '../../../../shared/features/evaluation/results/schema.ts';
import type { CalibrationView } from '../../../../shared/features/evaluation/results/views.ts';
import { openGrades } from '../../../../shared/features/evaluation/results/settle.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { cycleCollection } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { cycleEvent } from '../plan.ts';
import { currentResults } from '../results.ts';
import { adjustmentCollection, meetingCollection } from './collections.ts';
import { viewCalibration } from './calibration-view.ts';
import { gradeEffects } from './grade-law.ts';

const demandClosed = (cycle: Cycle): void => {
  if (cycle.state === 'confirmed')
    throw new AppError('illegal-step', '考核结果已经确认，不能再调整。确需调整的，先写明理由重新打开。');
  if (cycle.state !== 'closed') throw new AppError('illegal-step', '收卷以后才能校准结果。请先收卷。');
};

/** What an adjustment says in words: `调整等次：优秀`. */
export const changeWords = (change: Change): string => {
  switch (change.kind) {
    case 'grade':
      return `${changeLabels.grade}：${change.to}`;
    case 'total':
      return `${changeLabels.total}：${formatResult(change.to)}`;
    case 'outsideQuota':
      return changeLabels.outsideQuota;
  }
};

type Graded = Extract<ResultRow['outcome'], { kind: 'graded' }>;

/** @throws AppError where neither a veto nor the law lets the meeting go there, or nothing would change. */
const demandPossible = (
  tx: Tx,
  cycle: Cycle,
  subjectId: string,
  change: Change,
  { figures, vetoed }: Graded,
): void => {
  const { content, quota, rows } = currentResults(tx, cycle);
  const lowest = content.bands.at(-1);
  switch (change.kind) {
    case 'total':
      if ((keptBackBySubject(cycle, rows, true).get(subjectId)?.total ?? '') !== '')
        throw new AppError(
          'illegal-step',
          '这个对象的总分不公开（从总分能推算出匿名评分），请直接调整等次。',
        );
      if (change.to === figures.total) throw invalidField('change.to', '总分没有变化，不需要调整');
      return;
    case 'outsideQuota':
      if (!quota) throw new AppError('illegal-step', '这次考核没有优秀名额，不需要单列。');
      return;
    case 'grade': {
      if (!content.bands.some(({ label }) => label === change.to))
        throw invalidField('change.to', '这次考核没有这个等次，请重新选择');
      if (change.to === figures.grade) throw invalidField('change.to', '等次没有变化，不需要调整');
      if (vetoed && change.to !== lowest?.label)
        throw new AppError('unlawful', '一票否决的，等次不能由会议调高。评分有误的，重新打开评分后更正。');
      const effect = gradeEffects(tx, cycle, content).get(subjectId);
      if (effect && !openGrades(content.bands, false, effect.kind).includes(change.to))
        throw new AppError('unlawful', `${effect.note}会议不能另定等次。`);
    }
  }
};

/**
 * Records what a meeting settled about a subject.
 *
 * @throws AppError `illegal-step` unless the sheets are in, `unlawful` where a veto or the law stands against it.
 */
export const adjust = (
  {
    cycleId,
    rev,
    subjectId,
    meetingId,
    change,
    reason,
  }: {
    readonly cycleId: string;
    readonly rev: number;
    readonly subjectId: string;
    readonly meetingId: string;
    readonly change: Change;
    readonly reason: string;
  },
  context: CallContext,
): Promise<CalibrationView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const cycle = requireCycle(tx, cycleId);
    demandClosed(cycle);
    const meeting = tx.require(meetingCollection, meetingId, '校准会议');
    if (meeting.cycleId !== cycleId) throw invalidField('meetingId', '所选会议不是这次考核的，请重新选择');
    const row = currentResults(tx, cycle).rows.find(({ subject }) => subject.id === subjectId);
    if (!row) throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
    const { subject, outcome } = row;
    if (outcome.kind !== 'graded')
      throw new AppError('illegal-step', `${subject.name}还没有可以校准的结果。`);
    const standing = tx
      .by(adjustmentCollection, 'cycle', cycleId)
      .some((one) => one.undone === null && one.subjectId === subjectId && one.change.kind === change.kind);
    if (standing)
      throw new AppError(
        'illegal-step',
        `${subject.name}已有一项“${changeLabels[change.kind]}”，请先撤销再另行调整。`,
      );
    demandPossible(tx, cycle, subjectId, change, outcome);
    const { total, grade } = outcome.figures;
    tx.insert(adjustmentCollection, {
      id: context.newId(),
      cycleId,
      subjectId,
      meetingId,
      change,
      before: change.kind === 'total' ? formatResult(total) : grade,
      reason,
      made: { at: instantOfMs(tx.now), by: tx.actor },
      undone: null,
    });
    const after = tx.replace(cycleCollection, {
      ...cycle,
      rev,
      history: [
        ...cycle.history,
        cycleEvent(tx, 'adjusted', `${subject.name}：${changeWords(change)}。理由：${reason}`),
      ],
    });
    return viewCalibration(tx, after, context);
  });

/** Takes an adjustment back; it stays on record. @throws AppError `illegal-step` when it is undone already. */
export const undoAdjustment = (
  { id, rev, reason }: { readonly id: string; readonly rev: number; readonly reason: string },
  context: CallContext,
): Promise<CalibrationView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const adjustment = tx.require(adjustmentCollection, id, '调整');
    const cycle = requireCycle(tx, adjustment.cycleId);
    demandClosed(cycle);
    if (adjustment.undone !== null) throw new AppError('illegal-step', '这项调整已经撤销。');
    undo(tx, { ...adjustment, rev }, reason);
    const name = cycle.subjects.find((subject) => subject.id === adjustment.subjectId)?.name ?? '';
    const after = tx.replace(cycleCollection, {
      ...cycle,
      history: [
        ...cycle.history,
        cycleEvent(tx, 'adjusted', `撤销${name}的“${changeWords(adjustment.change)}”。理由：${reason}`),
      ],
    });
    return viewCalibration(tx, after, context);
  });

const undo = (tx: Tx, adjustment: Adjustment, reason: string): void => {
  tx.replace(adjustmentCollection, {
    ...adjustment,
    undone: { at: instantOfMs(tx.now), by: tx.actor, reason },
  });
};

/** Takes all adjustments of a cycle back, once the scores under them may change. */
export const undoAllAdjustments = (tx: Tx, cycleId: string, reason: string): void => {
  for (const adjustment of tx.by(adjustmentCollection, 'cycle', cycleId))
    if (adjustment.undone === null) undo(tx, adjustment, reason);
};
