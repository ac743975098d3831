import { decidingBodySchema } from '../../law/vocabulary.ts';
import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import {
  fileContentSchema,
  idSchema,
  optionalTextSchema,
  targetSchema,
  textSchema,
} from '../../kernel/entity.ts';
import { lawOverrideSchema } from '../../law/findings.ts';
import { gravitySchema } from '../standards/severity.ts';
import { sourceKindSchema } from './schema.ts';

/** What the forms of a case send. The same schemas check while typing. */

export const registerInput = z.object({
  matterCode: textSchema('问责事项', 64),
  summary: textSchema('事由', 300),
  occurredOn: daySchema,
  subjectIds: z.array(idSchema).min(1, '请至少选择一名当事人').max(20, '当事人不能超过 20 名'),
  source: z.object({
    kind: sourceKindSchema,
    note: optionalTextSchema('来源说明', 200),
    reporterId: z.string().nullable().default(null),
  }),
});

export const establishInput = targetSchema.extend({
  facts: textSchema('核实的事实', 5000),
  establishedOn: daySchema,
  checkerIds: z.array(idSchema).max(10, '核实人员不能超过 10 名'),
  gravity: gravitySchema,
});

export const declareConflictInput = targetSchema.extend({
  personId: idSchema,
  relation: textSchema('利害关系', 100),
  declaredOn: daySchema,
});

export const settleConflictInput = targetSchema.extend({
  conflictId: idSchema,
  outcome: z.enum(['dismissed', 'withdrawn']),
  note: textSchema('处理意见', 200),
});

export const attachEvidenceInput = targetSchema.extend({
  title: textSchema('证据名称', 60),
  file: fileContentSchema,
});

export const notifyInput = targetSchema.extend({
  way: z.enum(['oral', 'written']),
  notifiedOn: daySchema,
  /** Left out: the third working day after. */
  deadlineOn: daySchema.optional(),
});

export const hearStatementInput = targetSchema.extend({
  staffId: idSchema,
  outcome: z.enum(['stated', 'waived', 'lapsed']),
  heardOn: daySchema,
  text: optionalTextSchema('陈述内容', 5000),
  adoption: z.enum(['all', 'part', 'none']).nullable().default(null),
  adoptionReason: optionalTextSchema('采纳意见的理由', 1000),
});

export const requirementInput = z.object({
  text: z.string().trim().max(300, '整改要求不能超过 300 字').default(''),
  dueOn: daySchema.nullable().default(null),
  responsibleId: z.string().nullable().default(null),
  checkerId: z.string().nullable().default(null),
});

export const citationInput = z.object({ kind: z.enum(['law', 'school-rule']), ref: idSchema });

/** A decision while it is being typed: everything may still be missing, the law pack says what. */
export const decisionDraftInput = z.object({
  measureCode: z.string().max(64),
  grounds: z.array(citationInput).max(10, '依据不能超过 10 项').default([]),
  body: decidingBodySchema,
  decidedOn: daySchema,
  place: optionalTextSchema('会议地点', 60),
  attendeeIds: z.array(idSchema).max(30, '参加人员不能超过 30 名').default([]),
  reason: z.string().trim().max(2000, '认定与处理理由不能超过 2000 字').default(''),
  effectiveOn: daySchema,
  addressee: optionalTextSchema('主送', 60),
  requirements: z.array(requirementInput).max(20, '整改事项不能超过 20 项').default([]),
});
export type DecisionDraft = z.output<typeof decisionDraftInput>;

/** The decision as it is made: the plain fields have to be there. */
export const decideInput = targetSchema.extend({
  decision: decisionDraftInput.extend({
    measureCode: textSchema('措施', 64),
    reason: textSchema('认定与处理理由', 2000),
    requirements: z
      .array(requirementInput.extend({ text: textSchema('整改要求', 300) }))
      .max(20, '整改事项不能超过 20 项')
      .default([]),
  }),
  overrides: z.array(lawOverrideSchema).default([]),
});

export const issueInput = targetSchema.extend({
  /** Needed only to issue again a paper that would now read differently. */
  reissueReason: optionalTextSchema('重新印发的原因', 200),
});

export const voidNumberInput = targetSchema.extend({ reason: textSchema('作废原因', 200) });

export const serviceInput = targetSchema.extend({
  staffId: idSchema,
  way: z.enum(['direct', 'left', 'mail', 'electronic']),
  servedOn: daySchema,
  place: optionalTextSchema('送达地点', 60),
  receiver: optionalTextSchema('签收人', 30),
  relation: optionalTextSchema('与受送达人关系', 20),
  /** Signing, return receipt or arrival; null while there is none. */
  completedOn: daySchema.nullable(),
  refusal: z
    .object({
      reason: textSchema('拒收事由', 200),
      witness: optionalTextSchema('见证人', 60),
      hasRecording: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  consent: z.boolean().default(false),
  serverIds: z.array(idSchema).max(4, '送达人不能超过 4 名'),
});

export const reportRectificationInput = targetSchema.extend({
  itemId: idSchema,
  reportedOn: daySchema,
  text: textSchema('整改情况', 1000),
  files: z.array(fileContentSchema).max(10, '一次最多添加 10 个文件').default([]),
});

export const checkRectificationInput = targetSchema.extend({
  itemId: idSchema,
  checkedOn: daySchema,
  passed: z.boolean(),
  note: textSchema('复查意见', 500),
});

export const closeInput = targetSchema.extend({ note: textSchema('办结说明', 500) });
export const withdrawInput = targetSchema.extend({ reason: textSchema('撤销原因', 300) });
