import { z } from 'zod';
import { daySchema } from '../../../kernel/dates.ts';
import { idSchema, incomingFileSchema, optionalTextSchema, textSchema } from '../../../kernel/entity.ts';
import {
  closingSchema,
  followUpShape,
  goalShape,
  reviewOutcomeSchema,
  settleRewardShape,
  signingSchema,
  stanceSchema,
  talkShape,
  tellingWaySchema,
} from './schema.ts';

/** What the forms of a feedback send. The same schemas check while typing; a channel takes them with their target. */

export const feedbackPlace = z.object({ cycleId: idSchema, subjectId: idSchema });
/** `rev` 0: nothing was recorded yet. */
export const feedbackTarget = feedbackPlace.extend({ rev: z.number().int().min(0) });

const files = z.array(incomingFileSchema).max(10, '一次最多添加 10 个文件').default([]);

export const tellFields = z.object({
  on: daySchema,
  way: tellingWaySchema,
  /** The last day to object by the school's plan; not asked where the law sets it. */
  objectBy: daySchema.nullable().default(null),
});

export const talkFields = z.object({ ...talkShape, files });

export const signFields = z
  .object({
    on: daySchema,
    stance: stanceSchema,
    text: optionalTextSchema('本人意见', 2000),
    signing: signingSchema,
    files,
  })
  .refine(({ stance, text }) => stance === 'agree' || text !== '', {
    error: '保留意见或者有异议的，请写明本人意见',
    path: ['text'],
  })
  .refine(({ signing, files: papers }) => signing.kind !== 'signed' || papers.length > 0, {
    error: '请添加本人签字的反馈单（扫描件或者照片）',
    path: ['files'],
  });

export const fileReviewFields = z.object({
  filedOn: daySchema,
  requests: textSchema('请求', 500),
  reasons: textSchema('理由', 3000),
  /** The last day for the answer by the school's plan; left out where the law sets it. */
  replyBy: daySchema.nullable().default(null),
  lateReason: optionalTextSchema('超过期限仍受理的理由', 300),
  files,
});

export const extendReviewFields = z.object({ dueOn: daySchema, reason: textSchema('延长理由', 300) });

export const decideReviewFields = z.object({
  decidedOn: daySchema,
  reviewerIds: z.array(idSchema).min(1, '请选择复核人').max(7, '复核人不能超过 7 名'),
  outcome: reviewOutcomeSchema,
  /** Sent back, to where: the meeting over the grades, or the scoring. */
  reopenTo: z.enum(['closed', 'scoring']).default('closed'),
  findings: textSchema('核实情况', 3000),
  reason: textSchema('复核意见和理由', 2000),
});

export const withdrawReviewFields = z.object({ on: daySchema, reason: textSchema('撤回的原因', 300) });

export const planGoalInput = z.object(goalShape);
export const planFields = z
  .object({
    startsOn: daySchema,
    endsOn: daySchema,
    responsible: textSchema('责任人', 30),
    goals: z.array(planGoalInput).min(1, '请至少写一项改进目标').max(10, '改进目标不能超过 10 项'),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    error: '结束日期不能早于开始日期',
    path: ['endsOn'],
  });

export const followUpFields = z
  .object({ ...followUpShape, files })
  .refine(({ kind, title }) => kind !== 'training' || title !== '', {
    error: '请填写培训名称',
    path: ['title'],
  });

export const goalDoneFields = z.object({
  goalId: idSchema,
  on: daySchema,
  note: textSchema('完成情况', 500),
});

export const closePlanFields = z.object({
  on: daySchema,
  result: closingSchema,
  checker: textSchema('检查人', 30),
  note: textSchema('检查情况', 1000),
  files,
});

export const proposeLeadFields = z.object({
  text: textSchema('反映的问题', 2000).min(10, '请写清楚什么问题，至少 10 个字'),
});

export const proposeRewardFields = z.object({
  text: textSchema('主要事迹', 2000),
  reward: textSchema('建议的奖励', 100),
});

export const settleRewardFields = z.object({ proposalId: idSchema, ...settleRewardShape });

export const tellInput = feedbackTarget.and(tellFields);
export const talkInput = feedbackTarget.and(talkFields);
export const signInput = feedbackTarget.and(signFields);
export const fileReviewInput = feedbackTarget.and(fileReviewFields);
export const extendReviewInput = feedbackTarget.and(extendReviewFields);
export const decideReviewInput = feedbackTarget.and(decideReviewFields);
export const withdrawReviewInput = feedbackTarget.and(withdrawReviewFields);
export const planInput = feedbackTarget.and(planFields);
export const followUpInput = feedbackTarget.and(followUpFields);
export const goalDoneInput = feedbackTarget.and(goalDoneFields);
export const closePlanInput = feedbackTarget.and(closePlanFields);
export const proposeLeadInput = feedbackTarget.and(proposeLeadFields);
export const proposeRewardInput = feedbackTarget.and(proposeRewardFields);
export const settleRewardInput = feedbackTarget.and(settleRewardFields);
