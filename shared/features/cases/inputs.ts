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
import { decidingBodySchema } from '../../law/vocabulary.ts';
import { gravitySchema } from '../standards/severity.ts';
import { casePaperFormSchema } from './carrying-out.ts';
import { evidenceKindSchema } from './investigation.ts';
import { attendanceSchema, voteSchema } from './meeting.ts';
import { payInput } from './pay.ts';
import { sourceKindSchema, subjectKindSchema } from './people.ts';
import { routeSchema } from './states.ts';

/** What the forms of a case send, from registration to the end. The same schemas check while typing. */

export const subjectInput = z.object({ kind: subjectKindSchema, id: idSchema });

export const registerInput = z.object({
  matterCode: textSchema('问责事项', 64),
  /** Left out: pupils take the pupil route, all others the light one. */
  route: routeSchema.optional(),
  summary: textSchema('事由', 300),
  occurredOn: daySchema,
  subjects: z.array(subjectInput).min(1, '请至少选择一名当事人').max(20, '当事人不能超过 20 名'),
  source: z.object({
    kind: sourceKindSchema,
    note: optionalTextSchema('来源说明', 200),
    reporterId: z.string().nullable().default(null),
  }),
});

export const changeRouteInput = targetSchema.extend({
  route: routeSchema,
  reason: textSchema('改变办理方式的理由', 300),
});

export const addNoteInput = targetSchema.extend({ text: textSchema('备注', 2000) });

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
  kind: evidenceKindSchema.default('document'),
  form: z.enum(['original', 'copy']).default('copy'),
  origin: optionalTextSchema('证据来源', 100),
  collectorId: z.string().nullable().default(null),
  collectedOn: daySchema.nullable().default(null),
  file: evidenceFileSchema,
});

const guardianInput = z.object({
  name: textSchema('监护人', 30),
  way: z.enum(['visit', 'phone', 'message', 'written']),
  toldOn: daySchema,
});

export const notifyInput = targetSchema.extend({
  way: z.enum(['oral', 'written']),
  notifiedOn: daySchema,
  /** Left out: the third working day after. */
  deadlineOn: daySchema.optional(),
  /** 拟作出的处理, per person; a person left out is told the facts alone. */
  intended: z
    .array(z.object({ personId: idSchema, text: optionalTextSchema('拟作出的处理', 300) }))
    .default([]),
  hearingOffered: z.boolean().default(false),
  guardians: z.array(z.object({ personId: idSchema, guardian: guardianInput })).default([]),
});

export const hearStatementInput = targetSchema.extend({
  personId: idSchema,
  outcome: z.enum(['stated', 'waived', 'lapsed']),
  heardOn: daySchema,
  text: optionalTextSchema('陈述内容', 5000),
  adoption: z.enum(['all', 'part', 'none']).nullable().default(null),
  adoptionReason: optionalTextSchema('采纳意见的理由', 1000),
  hearingAsked: z.boolean().default(false),
});

export const holdHearingInput = targetSchema.extend({
  personId: idSchema,
  heldOn: daySchema,
  place: textSchema('听证地点', 60),
  chairId: idSchema,
  recorderId: idSchema,
  attendees: optionalTextSchema('参加人员', 300),
  minutes: textSchema('听证情况', 5000),
  opinion: textSchema('听证意见', 1000),
});

export const requirementInput = z.object({
  text: z.string().trim().max(300, '整改要求不能超过 300 字').default(''),
  dueOn: daySchema.nullable().default(null),
  responsibleId: z.string().nullable().default(null),
  checkerId: z.string().nullable().default(null),
});

export const citationInput = z.object({
  kind: z.enum(['law', 'school-rule']),
  ref: idSchema,
  /** 第六条, of a school rule; null for the whole rule, and for law, whose code names its article. */
  clause: z.string().max(40).nullish(),
});

const voteInput = z.object({ memberId: idSchema, vote: voteSchema });

/** One measure proposed for one person, with the votes on it where a meeting decides. */
export const proposedItemInput = z.object({
  personId: idSchema,
  measureCode: z.string().max(64),
  /** Days, for a measure counted in days. */
  days: z.number().int().min(1).max(180).nullable().default(null),
  /** Of a 绩效核减. */
  pay: payInput.nullable().default(null),
  votes: z.array(voteInput).max(60).default([]),
});

export const meetingInput = z.object({
  name: optionalTextSchema('会议名称', 60),
  place: optionalTextSchema('会议地点', 60),
  chairId: z.string().default(''),
  recorderId: z.string().default(''),
  members: z
    .array(
      z.object({
        personId: idSchema,
        attendance: attendanceSchema,
        note: optionalTextSchema('缺席或回避原因', 100),
      }),
    )
    .max(40, '参加人员不能超过 40 名')
    .default([]),
  opinions: optionalTextSchema('讨论情况', 5000),
});

/** A decision while it is being typed: everything may still be missing, the law pack says what. */
export const decisionDraftInput = z.object({
  items: z.array(proposedItemInput).max(60, '处理意见不能超过 60 项').default([]),
  grounds: z.array(citationInput).max(10, '依据不能超过 10 项').default([]),
  body: decidingBodySchema,
  decidedOn: daySchema,
  /** 决定人, where one person decides. */
  deciderId: z.string().nullable().default(null),
  /** Where a meeting decides. */
  meeting: meetingInput.nullable().default(null),
  reason: z.string().trim().max(2000, '认定与处理理由不能超过 2000 字').default(''),
  effectiveOn: daySchema,
  addressee: optionalTextSchema('主送', 60),
  /** 报送机关 for a proposal; left blank it is the authority. */
  organ: optionalTextSchema('报送机关', 60),
  requirements: z.array(requirementInput).max(20, '整改事项不能超过 20 项').default([]),
});
export type DecisionDraft = z.output<typeof decisionDraftInput>;

/** The decision as it is made: the plain fields have to be there. */
export const decideInput = targetSchema.extend({
  decision: decisionDraftInput.extend({
    items: z
      .array(proposedItemInput.extend({ measureCode: textSchema('措施', 64) }))
      .min(1, '请至少提出一项处理意见')
      .max(60, '处理意见不能超过 60 项'),
    reason: textSchema('认定与处理理由', 2000),
    requirements: z
      .array(requirementInput.extend({ text: textSchema('整改要求', 300) }))
      .max(20, '整改事项不能超过 20 项')
      .default([]),
  }),
  overrides: z.array(lawOverrideSchema).default([]),
});

export const issueInput = targetSchema.extend({
  paperId: idSchema,
  /** Needed only to issue again a paper that would now read differently. */
  reissueReason: optionalTextSchema('重新印发的原因', 200),
});

/** A paper of the course of the case: which form, and whom or what it is about. */
export const issueRecordInput = targetSchema.extend({
  form: casePaperFormSchema,
  personId: z.string().nullable().default(null),
  aboutId: z.string().nullable().default(null),
});

export const voidNumberInput = targetSchema.extend({
  paperId: idSchema,
  reason: textSchema('作废原因', 200),
});

export const serviceInput = targetSchema.extend({
  personId: idSchema,
  /** Left out: every paper of the decision that the person has not got yet. */
  paperIds: z.array(idSchema).min(1).optional(),
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
  files: z.array(incomingFileSchema).max(10, '一次最多添加 10 个文件').default([]),
});

export const checkRectificationInput = targetSchema.extend({
  itemId: idSchema,
  checkedOn: daySchema,
  passed: z.boolean(),
  note: textSchema('复查意见', 500),
});

export const completeTaskInput = targetSchema.extend({
  taskId: idSchema,
  on: daySchema,
  note: textSchema('办理情况', 500),
});

export const extendClockInput = targetSchema.extend({
  clockId: idSchema,
  dueOn: daySchema,
  reason: textSchema('延长理由', 300),
  approver: textSchema('批准人', 30),
});

export const liftSanctionInput = targetSchema.extend({
  sanctionId: idSchema,
  liftedOn: daySchema,
  /** 期间表现 */
  conduct: textSchema('期间表现', 500),
});

export const mergeInput = targetSchema.extend({
  /** The case that goes on, as it was seen. */
  into: targetSchema,
  reason: textSchema('并案理由', 300),
});

export const splitInput = targetSchema.extend({
  personIds: z.array(idSchema).min(1, '请选择分出的当事人'),
  reason: textSchema('分案理由', 300),
});

export const reopenInput = targetSchema.extend({ reason: textSchema('重新办理的理由', 300) });
export const closeInput = targetSchema.extend({ note: textSchema('办结说明', 500) });
export const withdrawInput = targetSchema.extend({ reason: textSchema('撤销原因', 300) });
