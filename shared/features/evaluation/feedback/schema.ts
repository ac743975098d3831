import { z } from 'zod';
import { daySchema } from '../../../kernel/dates.ts';
import {
  entityShape,
  fileRefSchema,
  idSchema,
  optionalTextSchema,
  stampSchema,
  textSchema,
} from '../../../kernel/entity.ts';

/**
 * What follows a confirmed result with the person it is about: he is told, spoken with, says what he thinks, may object,
 * and gets help. One record for each subject and confirmation; where the results were taken back it stays as it is.
 */

/** 告知方式 */
export const tellingWayLabels = {
  interview: '当面交给本人',
  letter: '书面送达',
  online: '网上告知',
} as const;
export const tellingWaySchema = z.enum(['interview', 'letter', 'online']);

/** The last day to object: by law, or as the school's own plan has it. */
const limitSchema = z.object({
  dueOn: daySchema,
  rolledFrom: daySchema.nullable(),
  estimated: z.boolean(),
  ground: z.string(),
  /** True for a term of so many days: it is counted again when the calendar of a year becomes known. */
  counted: z.boolean(),
});
export type Limit = z.infer<typeof limitSchema>;

export const toldSchema = z.object({
  on: daySchema,
  way: tellingWaySchema,
  /** The result sheet as it was handed over, byte for byte. */
  sheet: fileRefSchema,
  /** Null: neither law nor plan sets a term. */
  limit: limitSchema.nullable(),
  made: stampSchema,
});

export const talkShape = {
  on: daySchema,
  place: optionalTextSchema('地点', 60),
  /** 谈话人 */
  talkers: textSchema('谈话人', 100),
  recorder: textSchema('记录人', 30),
  /** 肯定的成绩, 指出的不足, 提出的要求 */
  praise: optionalTextSchema('肯定的成绩', 1000),
  faults: optionalTextSchema('指出的不足', 1000),
  demands: optionalTextSchema('提出的要求', 1000),
  /** 本人陈述 */
  reply: textSchema('本人陈述', 2000),
} as const;
const talkSchema = z.object({ ...talkShape, files: z.array(fileRefSchema), made: stampSchema });

export const stanceLabels = { agree: '同意考核结果', reserve: '保留意见', object: '有异议' } as const;
export const stanceSchema = z.enum(['agree', 'reserve', 'object']);

/** 本人签字, or that it was refused before two witnesses. */
export const signingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed') }),
  z.object({
    kind: z.literal('refused'),
    witnesses: z
      .array(textSchema('见证人', 30))
      .length(2, '拒绝签字的，须有两名见证人')
      .refine(([one, other]) => one !== other, { error: '两名见证人不能是同一个人' }),
    note: textSchema('拒签情况', 300),
  }),
]);

/** As it is kept: by hand on paper, or 本人登录签署: by the person himself, who was logged in. */
const keptSigningSchema = z.discriminatedUnion('kind', [
  ...signingSchema.options,
  z.object({ kind: z.literal('own') }),
]);
export type KeptSigning = z.infer<typeof keptSigningSchema>;

const signedSchema = z.object({
  on: daySchema,
  stance: stanceSchema,
  text: z.string(),
  signing: keptSigningSchema,
  /** The signed paper, scanned. */
  files: z.array(fileRefSchema),
  made: stampSchema,
});

export const reviewOutcomeLabels = { upheld: '维持原结果', sentBack: '退回重新考核' } as const;
export const reviewOutcomeSchema = z.enum(['upheld', 'sentBack']);

export const reviewSchema = z.object({
  id: idSchema,
  filedOn: daySchema,
  /** Where it came in after the last day: why it is taken up all the same. */
  lateReason: z.string(),
  requests: z.string(),
  reasons: z.string(),
  files: z.array(fileRefSchema),
  filed: stampSchema,
  /** The last day for the answer. */
  reply: limitSchema,
  extension: stampSchema.extend({ from: daySchema, reason: z.string() }).nullable(),
  decision: z
    .object({
      /** Null: an answer to an opinion on an evaluation of the school's own is not numbered either. */
      number: z.string(),
      numberId: z.string(),
      decidedOn: daySchema,
      outcome: reviewOutcomeSchema,
      findings: z.string(),
      reason: z.string(),
      reviewers: z.array(z.object({ id: idSchema, name: z.string() })),
      /** The answer as it was made. */
      paper: fileRefSchema,
      made: stampSchema,
    })
    .nullable(),
  /** 本人撤回 */
  withdrawn: stampSchema.extend({ on: daySchema, reason: z.string() }).nullable(),
});
export type Review = z.infer<typeof reviewSchema>;

export const goalShape = {
  goal: textSchema('改进目标', 200),
  measure: textSchema('改进措施', 500),
  helper: optionalTextSchema('帮扶人', 30),
  dueOn: daySchema,
} as const;
const goalSchema = z.object({
  id: idSchema,
  ...goalShape,
  /** 完成 */
  done: stampSchema.extend({ on: daySchema, note: z.string() }).nullable(),
});
export type Goal = z.infer<typeof goalSchema>;

export const followUpKindLabels = {
  progress: '进展',
  training: '培训',
  visit: '听课、走访',
  talk: '谈心谈话',
} as const;
export const followUpKindSchema = z.enum(['progress', 'training', 'visit', 'talk']);
export const followUpShape = {
  kind: followUpKindSchema,
  on: daySchema,
  /** The goal it is about; null: the plan as a whole. */
  goalId: idSchema.nullable().default(null),
  /** Of a training: its name. */
  title: optionalTextSchema('名称', 60),
  /** 学时; null where none were counted. */
  hours: z.number().min(0.5, '学时至少 0.5').max(500, '学时不能超过 500').nullable().default(null),
  text: textSchema('情况', 1000),
} as const;

export const closingLabels = { met: '达到目标', partly: '部分达到', unmet: '没有达到' } as const;
export const closingSchema = z.enum(['met', 'partly', 'unmet']);

const planSchema = z.object({
  startsOn: daySchema,
  endsOn: daySchema,
  /** 责任人: who looks after the plan. */
  responsible: z.string(),
  goals: z.array(goalSchema),
  followUps: z.array(
    z.object({ id: idSchema, ...followUpShape, files: z.array(fileRefSchema), made: stampSchema }),
  ),
  made: stampSchema,
  closing: z
    .object({
      on: daySchema,
      result: closingSchema,
      checker: z.string(),
      note: z.string(),
      files: z.array(fileRefSchema),
      made: stampSchema,
    })
    .nullable(),
});
export type ImprovementPlan = z.infer<typeof planSchema>;

export const rewardOutcomeLabels = { granted: '已给予奖励', declined: '没有采纳' } as const;
export const rewardOutcomeSchema = z.enum(['granted', 'declined']);
export const settleRewardShape = {
  outcome: rewardOutcomeSchema,
  on: daySchema,
  /** Who decided it, and by which paper. */
  note: textSchema('办理情况', 300),
} as const;

export const proposalSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lead'),
    id: idSchema,
    text: z.string(),
    leadId: idSchema,
    number: z.string(),
    made: stampSchema,
  }),
  z.object({
    kind: z.literal('reward'),
    id: idSchema,
    text: z.string(),
    reward: z.string(),
    made: stampSchema,
    /** What those who decide about rewards made of it; null while it waits. */
    settled: stampSchema.extend(settleRewardShape).nullable().default(null),
  }),
]);
export type Proposal = z.infer<typeof proposalSchema>;

export const feedbackSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  subjectId: idSchema,
  /** Which confirmation of the cycle the result is from. */
  confirmation: z.number().int().min(1),
  told: toldSchema.nullable(),
  talk: talkSchema.nullable(),
  signed: signedSchema.nullable(),
  reviews: z.array(reviewSchema),
  plan: planSchema.nullable(),
  proposals: z.array(proposalSchema),
  history: z.array(stampSchema.extend({ what: z.string(), note: z.string() })),
});
export type Feedback = z.infer<typeof feedbackSchema>;
