import { z } from 'zod';
import { daySchema, instantSchema } from '../../../kernel/dates.ts';
import { fileContentSchema, idSchema } from '../../../kernel/entity.ts';
import { bandSchema } from '../indicators.ts';
import { cycleStateSchema, subjectSchema } from '../schema.ts';
import { feedbackSchema } from './schema.ts';
import { feedbackStates, feedbackSteps } from './state.ts';

export const feedbackStateSchema = z.enum(feedbackStates);

export const feedbackRowSchema = z.object({
  subject: subjectSchema,
  state: feedbackStateSchema,
  /** Blank: 不定等次. */
  grade: z.string(),
  /** Hundredths; null without a total. */
  total: z.number().int().nullable(),
  toldOn: daySchema.nullable(),
  /** What falls due next, in words; blank when nothing does. */
  due: z.string(),
  dueOn: daySchema.nullable(),
  proposals: z.number().int(),
});
export type FeedbackRow = z.infer<typeof feedbackRowSchema>;

export const feedbackListSchema = z.object({
  cycleId: idSchema,
  state: cycleStateSchema,
  bands: z.array(bandSchema),
  /** Empty unless results are confirmed. */
  rows: z.array(feedbackRowSchema),
  /** Feedbacks to results that were taken back. */
  withdrawn: z.number().int(),
});
export type FeedbackList = z.infer<typeof feedbackListSchema>;

const standingSchema = z.object({
  indicatorId: idSchema,
  name: z.string(),
  dimension: z.string(),
  points: z.number().int(),
  fullMarks: z.number().int(),
  share: z.number().int(),
  mean: z.number().int().nullable(),
});

export const sheetFactsSchema = z.object({
  confirmation: z.number().int(),
  confirmedAt: instantSchema,
  grade: z.string(),
  /** Why there is no grade, or how it was settled otherwise; blank for a usual one. */
  note: z.string(),
  total: z.number().int().nullable(),
  rank: z.string(),
  groups: z.array(z.object({ name: z.string(), weight: z.number().int(), total: z.number().int() })),
  /** Groups whose averages are not shown, by name. */
  hidden: z.array(z.string()),
  minSample: z.number().int(),
  standings: z.array(standingSchema),
  strengths: z.array(standingSchema),
  weak: z.array(standingSchema),
  consequences: z.array(z.object({ text: z.string(), article: z.string() })),
  remedy: z.string(),
  byLaw: z.boolean(),
});
export type SheetFacts = z.infer<typeof sheetFactsSchema>;

export const feedbackActs = [
  'tell',
  'talk',
  'sign',
  'fileReview',
  'extendReview',
  'decideReview',
  'withdrawReview',
  'plan',
  'followUp',
  'goalDone',
  'closePlan',
  'proposeLead',
  'proposeReward',
  'settleReward',
] as const;
export const feedbackActSchema = z.enum(feedbackActs);
export type FeedbackAct = z.infer<typeof feedbackActSchema>;

export const feedbackViewSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  subject: subjectSchema,
  /** What the subject is called: 人, 部门. */
  ofPeople: z.boolean(),
  bands: z.array(bandSchema),
  /** Null while the results are open again. */
  sheet: sheetFactsSchema.nullable(),
  feedback: feedbackSchema.nullable(),
  rev: z.number().int().min(0),
  state: feedbackStateSchema,
  way: z.array(
    z.object({
      step: z.enum(feedbackSteps),
      state: z.enum(['done', 'current', 'ahead', 'skipped']),
      day: daySchema.nullable(),
    }),
  ),
  acts: z.array(feedbackActSchema),
  /** Feedbacks to earlier, withdrawn results of the same evaluation, latest first. */
  earlier: z.array(
    z.object({
      feedback: feedbackSchema,
      grade: z.string(),
      state: feedbackStateSchema,
      withdrawnAt: instantSchema,
    }),
  ),
});
export type FeedbackView = z.infer<typeof feedbackViewSchema>;

export const feedbackPapers = ['sheet', 'talk', 'reply', 'plan', 'reward'] as const;
export const feedbackPaperSchema = z.enum(feedbackPapers);
export type FeedbackPaper = z.infer<typeof feedbackPaperSchema>;
export const feedbackPaperLabels: Readonly<Record<FeedbackPaper, string>> = {
  sheet: '考核结果反馈单',
  talk: '考核反馈谈话记录',
  reply: '考核结果复核答复书',
  plan: '改进计划表',
  reward: '奖励建议表',
};

export const paperPreviewSchema = z.object({ file: fileContentSchema, draft: z.boolean() });
