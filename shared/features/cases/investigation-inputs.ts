import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import {
  incomingFileSchema,
  idSchema,
  optionalTextSchema,
  targetSchema,
  textSchema,
} from '../../kernel/entity.ts';
import { lawOverrideSchema } from '../../law/findings.ts';
import { findingSchema, interviewSchema } from './investigation.ts';

/** What the forms of an investigation, a proposal to the authority and a referral send. */

export const fileCaseInput = targetSchema.extend({
  approverId: idSchema,
  approvedOn: daySchema,
  suspected: textSchema('涉嫌违反的规定', 500),
  reason: textSchema('立案理由', 1000),
  teamIds: z.array(idSchema).max(10, '办案人员不能超过 10 名'),
  suspension: z
    .object({
      personIds: z.array(idSchema).min(1, '请选择停职检查的人员'),
      from: daySchema,
      reason: textSchema('停职理由', 300),
    })
    .nullable()
    .default(null),
});

export const planInput = targetSchema.extend({
  steps: z
    .array(
      z.object({
        id: idSchema.optional(),
        text: textSchema('调查事项', 300),
        personId: z.string().nullable().default(null),
        dueOn: daySchema.nullable().default(null),
        doneOn: daySchema.nullable().default(null),
      }),
    )
    .max(40, '调查事项不能超过 40 项'),
});

export const interviewInput = targetSchema.extend({
  /** Given to correct one that is not yet final. */
  interviewId: idSchema.optional(),
  interview: interviewSchema
    .omit({ id: true, interviewers: true, recorder: true, recorded: true })
    .extend({ interviewerIds: z.array(idSchema).max(4), recorderId: idSchema }),
});

export const findingInput = targetSchema.extend({ finding: findingSchema });

export const submitReportInput = targetSchema.extend({
  course: textSchema('调查经过', 3000),
  facts: textSchema('查明的事实', 5000),
  positions: optionalTextSchema('当事人意见', 2000),
  nature: textSchema('定性与依据', 2000),
  signerIds: z.array(idSchema).max(10),
  reportedOn: daySchema,
});

export const adoptReportInput = targetSchema.extend({
  on: daySchema,
  note: optionalTextSchema('审议意见', 500),
});

export const returnReportInput = targetSchema.extend({ reason: textSchema('退回补充调查的理由', 300) });

export const referInput = targetSchema.extend({
  organ: textSchema('移送机关', 60),
  sentOn: daySchema,
  reason: textSchema('移送理由', 1000),
});

export const recordReplyInput = targetSchema.extend({
  repliedOn: daySchema,
  outcome: z.enum(['approved', 'changed', 'returned']),
  number: optionalTextSchema('对方文号', 60),
  text: textSchema('批复（反馈）内容', 2000),
  file: incomingFileSchema.nullable().default(null),
  /** 另作决定: what the authority decided for each person instead. */
  changedItems: z
    .array(
      z.object({
        personId: idSchema,
        measureCode: textSchema('措施', 64),
        days: z.number().int().nullable().default(null),
      }),
    )
    .default([]),
  effectiveOn: daySchema.nullable().default(null),
  overrides: z.array(lawOverrideSchema).default([]),
});
