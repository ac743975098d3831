import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import {
  incomingFileSchema,
  idSchema,
  optionalTextSchema,
  targetSchema,
  textSchema,
} from '../../kernel/entity.ts';
import { evidenceFileSchema } from '../../kernel/large-file.ts';
import { lawOverrideSchema } from '../../law/findings.ts';
import { serviceInput as caseServiceInput } from '../cases/inputs.ts';
import { attendanceSchema, voteSchema } from '../cases/meeting.ts';
import {
  appealKindSchema,
  applicantSchema,
  capacitySchema,
  flawSchema,
  lookKindSchema,
  outcomeSchema,
  receiptWaySchema,
} from './kinds.ts';

/** What the forms of an appeal send. The same schemas check while typing. */

export const registerAppealInput = z.object({
  caseId: idSchema,
  personId: idSchema,
  kind: appealKindSchema,
  capacity: applicantSchema,
  applicantName: textSchema('申请人', 30),
  contact: optionalTextSchema('联系方式', 60),
  receivedOn: daySchema,
  way: receiptWaySchema,
  /** 知道决定之日, where no service is on record. */
  knownOn: daySchema.nullable().default(null),
  itemIds: z.array(idSchema).min(1, '请选择不服的处理').max(60),
  requests: textSchema('请求事项', 1000),
  reasons: textSchema('事实和理由', 5000),
  files: z.array(incomingFileSchema).max(10, '一次最多添加 10 个文件').default([]),
});

export const attachInput = targetSchema.extend({
  title: textSchema('材料名称', 60),
  file: evidenceFileSchema,
});

export const askCompletionInput = targetSchema.extend({
  askedOn: daySchema,
  lacking: textSchema('需要补正的内容', 1000),
  /** Left out: the tenth working day after. */
  dueOn: daySchema.nullable().default(null),
});

export const supplementInput = targetSchema.extend({
  on: daySchema,
  note: textSchema('补正情况', 500),
  files: z.array(incomingFileSchema).max(10, '一次最多添加 10 个文件').default([]),
});

export const acceptInput = targetSchema.extend({
  on: daySchema,
  /** Needed only where it came late. */
  late: z
    .object({ reason: optionalTextSchema('逾期理由', 300), approver: optionalTextSchema('批准人', 30) })
    .default({ reason: '', approver: '' }),
});

export const refuseInput = targetSchema.extend({
  on: daySchema,
  reason: textSchema('不予受理的理由', 1000),
});

export const forwardInput = targetSchema.extend({
  on: daySchema,
  text: textSchema('报送材料和说明', 2000),
});

export const panelMemberInput = z.object({
  /** Null for somebody from outside, who is named. */
  staffId: z.string().nullable().default(null),
  name: optionalTextSchema('姓名', 30),
  capacity: capacitySchema,
  about: optionalTextSchema('单位或身份', 60),
});

export const assignInput = targetSchema.extend({
  name: textSchema('办理组织', 60),
  members: z.array(panelMemberInput).min(1, '请至少选择一名办理人员').max(15, '办理人员不能超过 15 名'),
  gapReason: optionalTextSchema('组成人员不齐的原因', 200),
});

export const declareConflictInput = targetSchema.extend({
  memberId: idSchema,
  relation: textSchema('利害关系', 100),
  declaredOn: daySchema,
});

export const settleConflictInput = targetSchema.extend({
  conflictId: idSchema,
  outcome: z.enum(['dismissed', 'withdrawn']),
  note: textSchema('处理意见', 200),
});

export const lookInput = targetSchema.extend({
  kind: lookKindSchema,
  on: daySchema,
  people: textSchema('参加人员', 200),
  text: textSchema('情况', 3000),
});

export const extendInput = targetSchema.extend({
  dueOn: daySchema,
  reason: textSchema('延长理由', 300),
  approver: textSchema('批准人', 30),
});

export const replacementInput = z.object({
  itemId: idSchema,
  measureCode: z.string().max(64),
  days: z.number().int().min(1).max(180).nullable().default(null),
});

const outcomeFields = {
  outcome: outcomeSchema,
  redo: z.boolean().default(false),
  /** Items that do not stand; none with 维持. */
  itemIds: z.array(idSchema).max(60).default([]),
  replacements: z.array(replacementInput).max(60).default([]),
  flaws: z.array(flawSchema).default([]),
};

/** A decision while it is being typed: everything may still be missing, the rules say what. */
export const appealDraftInput = z.object({
  ...outcomeFields,
  facts: z.string().trim().max(5000, '查明的事实不能超过 5000 字').default(''),
  reason: z.string().trim().max(3000, '理由不能超过 3000 字').default(''),
  decidedOn: daySchema,
  place: optionalTextSchema('会议地点', 60),
  chairId: z.string().default(''),
  recorderId: z.string().default(''),
  members: z
    .array(
      z.object({
        memberId: idSchema,
        attendance: attendanceSchema,
        note: optionalTextSchema('缺席或回避原因', 100),
      }),
    )
    .max(15)
    .default([]),
  votes: z
    .array(z.object({ memberId: idSchema, vote: voteSchema }))
    .max(15)
    .default([]),
  opinions: optionalTextSchema('讨论情况', 5000),
});
export type AppealDraft = z.output<typeof appealDraftInput>;

export const decideAppealInput = targetSchema.extend({
  decision: appealDraftInput.extend({
    facts: textSchema('复核查明的事实', 5000),
    reason: textSchema('理由', 3000),
    place: textSchema('会议地点', 60),
    chairId: textSchema('主持人', 64),
    recorderId: textSchema('记录人', 64),
  }),
  overrides: z.array(lawOverrideSchema).default([]),
});

/** What the authority decided, as it came. */
export const recordResultInput = targetSchema.extend({
  ...outcomeFields,
  facts: textSchema('查明的事实', 5000),
  reason: textSchema('理由', 3000),
  decidedOn: daySchema,
  number: optionalTextSchema('对方文号', 60),
  file: incomingFileSchema.nullable().default(null),
});

export const issueAppealPaperInput = targetSchema.extend({ paperId: idSchema });

export const appealServiceInput = caseServiceInput
  .omit({ personId: true, paperIds: true })
  .extend({ paperIds: z.array(idSchema).min(1, '请选择送达的文书') });

export const distributeInput = targetSchema.extend({
  paperId: idSchema,
  on: daySchema,
  note: textSchema('发送情况', 300),
});

export const restoreInput = targetSchema.extend({
  restorationId: idSchema,
  on: daySchema,
  note: textSchema('办理情况', 500),
});

export const closeAppealInput = targetSchema.extend({ note: textSchema('办结说明', 500) });

export const withdrawAppealInput = targetSchema.extend({
  on: daySchema,
  reason: textSchema('撤回的原因', 300),
});
