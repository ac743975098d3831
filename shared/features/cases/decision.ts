import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { fileRefSchema, idSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { lawRuleIdSchema } from '../../law/pack.ts';
import {
  decidingBodySchema,
  measureKindSchema,
  measureTargetSchema,
  pupilFormSchema,
  pupilLevelSchema,
  sanctionKindSchema,
} from '../../law/vocabulary.ts';
import { measureEffectSchema, paperFormSchema } from '../standards/measure.ts';
import { meetingSchema } from './meeting.ts';
import { payTermsSchema } from './pay.ts';
import { personRefSchema } from './people.ts';

/** A ground as it was cited: law of the school's pack, or a rule of the school. */
export const citationSchema = z.object({
  kind: z.enum(['law', 'school-rule']),
  /** Code of the ground, or id of the school rule. */
  ref: z.string(),
  version: z.number().int(),
  /** As papers print it. */
  text: z.string(),
});
export type Citation = z.infer<typeof citationSchema>;

/** The measure as it stood when the decision was made. */
export const decidedMeasureSchema = z.object({
  code: z.string(),
  version: z.number().int(),
  name: z.string(),
  kind: measureKindSchema,
  targets: z.array(measureTargetSchema),
  sanction: sanctionKindSchema.nullable(),
  pupilLevel: pupilLevelSchema.nullable(),
  pupilForm: pupilFormSchema.nullable(),
  paper: paperFormSchema.nullable(),
  numberSuffix: z.string(),
  effects: z.string(),
  effect: measureEffectSchema,
  filing: z.boolean(),
  periodMonths: z.number().int().nullable(),
});
export type DecidedMeasure = z.infer<typeof decidedMeasureSchema>;

/** A warning of the law pack that was gone past, as it read, and the reason given. */
export const keptOverrideSchema = z.object({
  ruleId: lawRuleIdSchema,
  message: z.string(),
  article: z.string(),
  reason: z.string(),
});

/** One measure for one person. */
export const decisionItemSchema = z.object({
  id: idSchema,
  personId: idSchema,
  measure: decidedMeasureSchema,
  /** Days, for a measure that is counted in days; null for all others. */
  days: z.number().int().min(1).nullable(),
  effectiveOn: daySchema,
  /** Last day of the measure's effects; null for one that is done once. */
  endsOn: daySchema.nullable(),
  /** 学校无权决定、只能建议: it takes effect only with the authority's own decision. */
  proposal: z.boolean(),
  /** Of a 绩效核减: by which plan, for which months, how much. */
  pay: payTermsSchema.nullable().default(null),
});
export type DecisionItem = z.infer<typeof decisionItemSchema>;

/**
 * 不得加重: what may come down on a person in this case at most, because a 复核 or 申诉 changed or annulled what was decided:
 * that which was annulled, or what stands instead of it.
 */
export const capSchema = z.object({
  personId: idSchema,
  /** Number of the appeal, e.g. 申〔2026〕1号. */
  appeal: z.string(),
  items: z.array(decisionItemSchema),
});
export type Cap = z.infer<typeof capSchema>;

export const decisionSchema = z.object({
  items: z.array(decisionItemSchema).min(1),
  grounds: z.array(citationSchema).min(1),
  body: decidingBodySchema,
  /** 决定人, where one person decides; null where a meeting does. */
  decider: personRefSchema.nullable(),
  /** Null where one person decides. */
  meeting: meetingSchema.nullable(),
  decidedOn: daySchema,
  /** 认定与处理理由 */
  reason: textSchema('认定与处理理由', 2000),
  /** 主送, for a 通报. */
  addressee: z.string(),
  overrides: z.array(keptOverrideSchema),
  decided: stampSchema,
});
export type Decision = z.infer<typeof decisionSchema>;

/** 报请与批复, 移送与反馈: what went to the authority or another organ, and what came back. */
export const submissionSchema = z.object({
  kind: z.enum(['proposal', 'referral']),
  /** 主管教育部门, 公安机关, 监察机关… */
  organ: textSchema('报送（移送）机关', 60),
  sentOn: daySchema,
  reason: textSchema('报请（移送）理由', 1000),
  sent: stampSchema,
  reply: z
    .object({
      repliedOn: daySchema,
      /** Whether the organ decided as proposed, decided otherwise, or gave the matter back. */
      outcome: z.enum(['approved', 'changed', 'returned']),
      /** 对方文号 */
      number: z.string().max(60),
      text: textSchema('批复（反馈）内容', 2000),
      file: fileRefSchema.nullable(),
      recorded: stampSchema,
    })
    .nullable(),
});
export type Submission = z.infer<typeof submissionSchema>;
/** What came back, in words; an organ that a matter was handed to does not decide on anything the school proposed. */
export const replyOutcomeLabels = {
  proposal: { approved: '同意建议，已作出决定', changed: '另作决定', returned: '退回学校处理' },
  referral: { approved: '已受理，由对方处理', changed: '已受理，由对方处理', returned: '退回学校处理' },
} as const;
