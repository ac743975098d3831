import type { FactsInput } from '../../../../shared/features/evaluation/results/schema.ts';
import type { CalibrationView } from '../../../../shared/features/evaluation/results/views.ts';
import type { Meeting } from '../../../../shared/features/evaluation/results/schema.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { Target } from '../../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { CallContext } from '../../context.ts';
import { requireCycle } from '../cycles.ts';
import { viewCalibration } from './calibration-view.ts';
import { factsCollection, meetingCollection } from './collections.ts';
import { isAnnual } from './grade-law.ts';

/**
 * Enters what the scores cannot say of a person's year: leave, first employment, refusal, measures from elsewhere.
 *
 * @throws AppError `illegal-step` outside of a running yearly assessment.
 */
export const saveFacts = (
  {
    cycleId,
    subjectId,
    rev,
    facts,
  }: {
    readonly cycleId: string;
    readonly subjectId: string;
    readonly rev: number;
    readonly facts: FactsInput;
  },
  context: CallContext,
): Promise<CalibrationView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const cycle = requireCycle(tx, cycleId);
    if (!isAnnual(cycle))
      throw new AppError('illegal-step', '请假、拒不参加考核等情况只用于教职工年度考核。');
    if (cycle.state !== 'scoring' && cycle.state !== 'closed')
      throw new AppError(
        'illegal-step',
        cycle.state === 'draft'
          ? '开始评分以后再填写考核情况。'
          : '考核结果已经确认，不能再改考核情况。确需更正的，先重新打开。',
      );
    if (!cycle.subjects.some(({ id }) => id === subjectId))
      throw new AppError('not-found', '这次考核没有这个对象，请刷新后重试。');
    const saved = { at: instantOfMs(tx.now), by: tx.actor };
    const [before] = tx.by(factsCollection, 'place', `${cycleId}/${subjectId}`);
    if (before) tx.replace(factsCollection, { ...before, ...facts, rev, saved });
    else tx.insert(factsCollection, { id: context.newId(), cycleId, subjectId, ...facts, saved });
    return viewCalibration(tx, cycle, context);
  });

type Minutes = Omit<Meeting, 'id' | 'rev' | 'cycleId' | 'saved'>;

/**
 * Records who sat together over the results, or corrects the record.
 *
 * @throws AppError `illegal-step` unless the sheets are in, `invalid` for a day to come.
 */
export const saveMeeting = (
  {
    cycleId,
    meeting,
    minutes,
  }: { readonly cycleId: string; readonly meeting: Target | null; readonly minutes: Minutes },
  context: CallContext,
): Promise<CalibrationView> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const cycle = requireCycle(tx, cycleId);
    if (cycle.state !== 'closed')
      throw new AppError('illegal-step', '收卷以后、确认结果以前才能登记校准会议。');
    if (minutes.heldOn > context.today)
      throw invalidField('minutes.heldOn', '会议日期不能晚于今天，请开会以后再登记');
    const saved = { at: instantOfMs(tx.now), by: tx.actor };
    if (meeting) {
      const before = tx.require(meetingCollection, meeting.id, '校准会议');
      if (before.cycleId !== cycleId) throw new AppError('not-found', '没有找到这次会议，请刷新后重试。');
      tx.replace(meetingCollection, { ...before, ...minutes, rev: meeting.rev, saved });
    } else tx.insert(meetingCollection, { id: context.newId(), cycleId, ...minutes, saved });
    return viewCalibration(tx, cycle, context);
  });
