import type { z } from 'zod';
import type {
  closePlanInput,
  followUpInput,
  goalDoneInput,
  planInput,
  proposeLeadInput,
  proposeRewardInput,
  settleRewardInput,
} from '../../../../shared/features/evaluation/feedback/inputs.ts';
import {
  closingLabels,
  followUpKindLabels,
  rewardOutcomeLabels,
} from '../../../../shared/features/evaluation/feedback/schema.ts';
import type { FeedbackView } from '../../../../shared/features/evaluation/feedback/views.ts';
import { subjectSourceOf } from '../../../../shared/features/evaluation/schema.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { CallContext } from '../../context.ts';
import { registerFoundLead } from '../../leads/index.ts';
import { dayOfInstant } from '../../../../shared/kernel/dates.ts';
import { demandNotBefore, demandPast, stampOf } from '../../record-acts.ts';
import { changeFeedback, keepFiles } from './change.ts';

/** 改进计划: made, or put right as long as nobody has followed it up. */
export const savePlan = (
  { cycleId, subjectId, rev, goals, ...plan }: z.output<typeof planInput>,
  context: CallContext,
): Promise<FeedbackView> =>
  changeFeedback({ cycleId, subjectId, rev }, 'plan', '制定改进计划', context, (_held, tx) => {
    for (const [at, { dueOn }] of goals.entries())
      if (dueOn < plan.startsOn || dueOn > plan.endsOn)
        throw invalidField(`goals.${String(at)}.dueOn`, '目标的完成日期须在计划的起止日期之内');
    return {
      next: {
        plan: {
          ...plan,
          goals: goals.map((goal) => ({ id: context.newId(), ...goal, done: null })),
          followUps: [],
          made: stampOf(tx),
          closing: null,
        },
      },
      note: `${String(goals.length)} 项目标`,
    };
  });

/** @throws AppError `illegal-step`: the acts are only offered with a plan, and refused without. */
const planOf = <P>(plan: P | null): P => {
  if (plan === null) throw new AppError('illegal-step', '还没有改进计划。');
  return plan;
};

/** 跟进: progress, trainings, visits, talks, each with what proves it. */
export const followUp = async (
  { cycleId, subjectId, rev, files, ...entry }: z.output<typeof followUpInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  demandPast('on', '日期', entry.on, context.today);
  const kept = await keepFiles(context.store, files);
  return changeFeedback({ cycleId, subjectId, rev }, 'followUp', '改进跟进', context, (held, tx) => {
    const plan = planOf(held.plan);
    demandNotBefore('on', '日期', entry.on, plan.startsOn, '计划的开始日期');
    if (entry.goalId !== null && !plan.goals.some(({ id }) => id === entry.goalId))
      throw invalidField('goalId', '这项目标不在计划里，请重新选择');
    const made = { id: context.newId(), ...entry, files: kept, made: stampOf(tx) };
    return {
      next: { plan: { ...plan, followUps: [...plan.followUps, made] } },
      note: `${followUpKindLabels[entry.kind]}${entry.title === '' ? '' : `：${entry.title}`}`,
    };
  });
};

/** 完成一项目标 */
export const completeGoal = (
  { goalId, on, note, ...target }: z.output<typeof goalDoneInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  demandPast('on', '完成日期', on, context.today);
  return changeFeedback(target, 'goalDone', '完成改进目标', context, (held, tx) => {
    const plan = planOf(held.plan);
    const goal = plan.goals.find(({ id }) => id === goalId);
    if (!goal) throw new AppError('not-found', '这项目标不在计划里，请刷新后重试。');
    if (goal.done) throw new AppError('illegal-step', '这项目标已经完成。');
    demandNotBefore('on', '完成日期', on, plan.startsOn, '计划的开始日期');
    const done = { ...stampOf(tx), on, note };
    return {
      next: {
        plan: { ...plan, goals: plan.goals.map((one) => (one.id === goalId ? { ...one, done } : one)) },
      },
      note: goal.goal,
    };
  });
};

/** 检查结束改进计划 */
export const closePlan = async (
  { cycleId, subjectId, rev, files, ...closing }: z.output<typeof closePlanInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  demandPast('on', '检查日期', closing.on, context.today);
  const kept = await keepFiles(context.store, files);
  return changeFeedback({ cycleId, subjectId, rev }, 'closePlan', '检查改进计划', context, (held, tx) => {
    const plan = planOf(held.plan);
    demandNotBefore('on', '检查日期', closing.on, plan.startsOn, '计划的开始日期');
    const open = plan.goals.filter(({ done }) => done === null).length;
    if (closing.result === 'met' && open > 0)
      throw invalidField('result', `还有 ${String(open)} 项目标没有完成，不能写“${closingLabels.met}”`);
    return {
      next: { plan: { ...plan, closing: { ...closing, files: kept, made: stampOf(tx) } } },
      note: closingLabels[closing.result],
    };
  });
};

/**
 * 转为线索: what came to light goes to whoever looks into it, in the same transaction.
 *
 * @throws AppError `forbidden` for whoever may not register leads.
 */
export const proposeLead = (
  { text, ...target }: z.output<typeof proposeLeadInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  if (!context.can('leads.register'))
    throw new AppError('forbidden', '您没有登记线索的权限，请由办公室登记。');
  return changeFeedback(target, 'proposeLead', '转为问责线索', context, (held, tx, { cycle, subject }) => {
    const source = subjectSourceOf(cycle.kind);
    const lead = registerFoundLead(
      tx,
      {
        channel: 'evaluation',
        content: `“${cycle.name}”中发现（考核对象：${subject.name}）：${text}`,
        staffIds: source === 'staff' ? [subject.id] : [],
        pupilIds: source === 'pupils' ? [subject.id] : [],
      },
      context,
    );
    return {
      next: {
        proposals: [
          ...held.proposals,
          {
            kind: 'lead',
            id: context.newId(),
            text,
            leadId: lead.id,
            number: lead.number,
            made: stampOf(tx),
          },
        ],
      },
      note: lead.number,
    };
  });
};

/** 建议奖励: kept with the evaluation, printed and exported. */
export const proposeReward = (
  { text, reward, ...target }: z.output<typeof proposeRewardInput>,
  context: CallContext,
): Promise<FeedbackView> =>
  changeFeedback(target, 'proposeReward', '建议奖励', context, (held, tx) => ({
    next: {
      proposals: [
        ...held.proposals,
        { kind: 'reward', id: context.newId(), text, reward, made: stampOf(tx), settled: null },
      ],
    },
    note: reward,
  }));

/**
 * 登记奖励建议的办理结果: what was decided about it, once.
 *
 * @throws AppError `not-found`, `illegal-step` when it was settled already, `invalid` for a day that cannot be.
 */
export const settleReward = (
  { proposalId, outcome, on, note, ...target }: z.output<typeof settleRewardInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  demandPast('on', '决定日期', on, context.today);
  return changeFeedback(target, 'settleReward', '办理奖励建议', context, (held, tx) => {
    const proposal = held.proposals.find(({ id }) => id === proposalId);
    if (proposal?.kind !== 'reward') throw new AppError('not-found', '没有这份奖励建议，请刷新后重试。');
    if (proposal.settled) throw new AppError('illegal-step', '这份奖励建议已经办理。');
    demandNotBefore('on', '决定日期', on, dayOfInstant(proposal.made.at), '提出建议的日期');
    const settled = { ...stampOf(tx), outcome, on, note };
    return {
      next: { proposals: held.proposals.map((one) => (one === proposal ? { ...proposal, settled } : one)) },
      note: `${proposal.reward}：${rewardOutcomeLabels[outcome]}`,
    };
  });
};
