import { z } from 'zod';
import { optionalTextSchema, textSchema } from '../../kernel/entity.ts';
import {
  decidingBodySchema,
  measureKindSchema,
  measureTargetSchema,
  pupilBandSchema,
  pupilFormSchema,
  pupilLevelSchema,
  sanctionKindSchema,
  staffTrackSchema,
} from '../../law/vocabulary.ts';
import { severitySchema } from './severity.ts';

/** 措施: what may follow a failing, for whom, who decides it, what it needs and what it brings about (B4). */

/** Which form the paper takes; a measure without one is carried out by word of mouth and recorded. */
export const paperFormLabels = {
  circular: '通报',
  order: '责令通知书',
  letter: '批评教育书',
  notice: '处理通知书',
  decision: '处分决定',
  'pupil-decision': '学生教育惩戒（纪律处分）决定书',
  referral: '移送函',
} as const;
export const paperFormSchema = z.enum([
  'circular',
  'order',
  'letter',
  'notice',
  'decision',
  'pupil-decision',
  'referral',
]);
export type PaperForm = z.infer<typeof paperFormSchema>;

/** What a measure does to other things, as far as a program has to know it. */
export const measureEffectSchema = z.object({
  /** The year's evaluation may not be 优秀. */
  barsExcellent: z.boolean(),
  /** Years, the current one first, in which the evaluation gets a comment and no grade. */
  ungradedYears: z.number().int().min(0).max(2),
  /** No higher post and no promotion while the period runs. */
  barsPromotion: z.boolean(),
  /** No 职称评审 while the period runs. */
  barsTitles: z.boolean(),
  /** No honours and awards while the period runs. */
  barsHonours: z.boolean(),
  /** 奖励性绩效 follows the adopted plan; base pay is never touched. */
  touchesPerformancePay: z.boolean(),
});
/** What a measure brings about that has no lasting effect. */
export const noEffect: Readonly<z.infer<typeof measureEffectSchema>> = {
  barsExcellent: false,
  ungradedYears: 0,
  barsPromotion: false,
  barsTitles: false,
  barsHonours: false,
  touchesPerformancePay: false,
};

export const effectLabels = {
  barsExcellent: '当年不得优秀',
  barsPromotion: '不得晋升岗位',
  barsTitles: '不得参加职称评审',
  barsHonours: '不得评优评先',
  touchesPerformancePay: '按方案核减奖励性绩效',
} as const;
export type MeasureEffect = z.infer<typeof measureEffectSchema>;

/** What has to be done before, around and after the measure. */
export const requirementLabels = {
  statement: '告知并听取陈述',
  investigation: '立案调查',
  hearing: '本人要求时听证',
  guardian: '事先告知监护人',
  rectification: '写明整改事项',
  filing: '报主管部门备案',
} as const;

export const measureContentSchema = z.object({
  name: textSchema('措施名称', 30),
  kind: measureKindSchema,
  about: textSchema('说明', 300),
  targets: z.array(measureTargetSchema).min(1, '请至少选择一类适用对象'),
  /** Whether it is for 从事管理的人员, for the others, or for both. */
  track: staffTrackSchema,
  /** Which sanction of the law it is; null for everything that is none. */
  sanction: sanctionKindSchema.nullable(),
  /** For measures on pupils: level, form and the grades for which it is allowed; null for all others. */
  pupil: z
    .object({
      level: pupilLevelSchema,
      form: pupilFormSchema,
      bands: z.array(pupilBandSchema).min(1, '请至少选择一个学段'),
    })
    .nullable(),
  decidedBy: z.array(decidingBodySchema).min(1, '请至少选择一个决定机构'),
  /** Codes of law grounds, proposed on the decision form. */
  grounds: z.array(z.string()),
  requires: z.object({
    /** 告知与陈述 before the decision. */
    statement: z.boolean(),
    /** 整改事项 with deadline, responsible person and checker. */
    rectification: z.boolean(),
    /** 立案与调查: the measure cannot be decided on the light route. */
    investigation: z.boolean(),
    /** A hearing has to be held where the person asks for it. */
    hearing: z.boolean(),
    /** 监护人: told before the decision. */
    guardian: z.boolean(),
    /** 报主管教育部门备案 after the decision. */
    filing: z.boolean(),
  }),
  paper: paperFormSchema.nullable(),
  /** What follows the 代字 of the school in the number of its paper, e.g. 责改 in 青一中责改〔2026〕1号; blank for 通报. */
  numberSuffix: z
    .string()
    .trim()
    .regex(/^\p{Script=Han}{0,4}$/u, '文号类别只能用汉字，不超过 4 字'),
  /** What follows from it, as shown to whoever decides and printed on the paper. */
  effects: optionalTextSchema('影响', 300),
  effect: measureEffectSchema,
  /** Months during which it has effects; null for a measure that is done once. */
  periodMonths: z.number().int().min(1).max(48).nullable(),
  /** Most days that it may last, for measures counted in days (停课不超过 7 天); null for all others. */
  maxDays: z.number().int().min(1).max(180).nullable(),
  /** The bands of the severity matrix for which it is usual. */
  severity: z.array(severitySchema),
});
export type MeasureContent = z.infer<typeof measureContentSchema>;
