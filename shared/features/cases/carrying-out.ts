import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { fileRefSchema, idSchema, optionalTextSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { personRefSchema } from './people.ts';

/** Which paper of a case it is. `decision` and what follows up to `referral` come from a decision, the rest from its course. */
export const casePaperFormLabels = {
  circular: '通报',
  order: '责令通知书',
  letter: '批评教育书',
  notice: '处理通知书',
  decision: '处分决定',
  'pupil-decision': '学生教育惩戒（纪律处分）决定书',
  proposal: '处分建议书',
  referral: '移送函',
  filing: '立案审批表',
  interview: '询问（谈话）笔录',
  report: '调查报告',
  'advance-notice': '拟处分（处理）告知书',
  'guardian-notice': '学生家长告知书',
  'statement-record': '陈述申辩笔录及复核意见',
  'hearing-record': '听证笔录',
  'meeting-record': '集体讨论记录',
  'service-record': '送达回证',
  'rectification-check': '整改复查销号单',
  lifting: '解除处分通知',
} as const;
export const casePaperFormSchema = z.enum([
  'circular',
  'order',
  'letter',
  'notice',
  'decision',
  'pupil-decision',
  'proposal',
  'referral',
  'filing',
  'interview',
  'report',
  'advance-notice',
  'guardian-notice',
  'statement-record',
  'hearing-record',
  'meeting-record',
  'service-record',
  'rectification-check',
  'lifting',
]);
export type CasePaperForm = z.infer<typeof casePaperFormSchema>;

/** Papers that carry a decision to somebody: they have to be issued and served. */
export const isDecisionPaper = (form: CasePaperForm): boolean =>
  ['circular', 'order', 'letter', 'notice', 'decision', 'pupil-decision'].includes(form);

/** True once the paper stands: issued by the school, or come in from the authority. */
export const isPaperOut = ({
  issuedPaperId,
  external,
}: Pick<CasePaper, 'issuedPaperId' | 'external'>): boolean => issuedPaperId !== null || external !== null;

/** A paper of the case: with its number from the transaction that called for it, and the issued file once there is one. */
export const casePaperSchema = z.object({
  id: idSchema,
  form: casePaperFormSchema,
  title: z.string(),
  personIds: z.array(idSchema),
  /** Items of the decision that it tells of. */
  itemIds: z.array(idSchema),
  /** The interview, hearing, rectification item or sanction that it is about; null for all others. */
  aboutId: z.string().nullable(),
  numberId: z.string().nullable(),
  number: z.string().nullable(),
  issuedPaperId: z.string().nullable(),
  /** 来文: made by the authority, kept here as it came; null for the school's own. */
  external: fileRefSchema.nullable(),
  /** Belongs to a decision that was replaced or annulled: kept, counts no more. */
  void: z.boolean(),
});
export type CasePaper = z.infer<typeof casePaperSchema>;

export const serviceRecordSchema = z.object({
  id: idSchema,
  personId: idSchema,
  /** The papers that reached the person with it. */
  paperIds: z.array(idSchema),
  way: z.enum(['direct', 'left', 'mail', 'electronic']),
  servedOn: daySchema,
  place: optionalTextSchema('送达地点', 60),
  receiver: optionalTextSchema('签收人', 30),
  /** 与受送达人关系: 本人, 同住成年家属, 监护人… */
  relation: optionalTextSchema('与受送达人关系', 20),
  /** The day that counts as service: signing, return receipt, arrival; for 留置 the day it was left. */
  completedOn: daySchema,
  refusal: z
    .object({
      reason: textSchema('拒收事由', 200),
      witness: z.string().max(60),
      hasRecording: z.boolean(),
    })
    .nullable(),
  consent: z.boolean(),
  servers: z.array(personRefSchema),
  recorded: stampSchema,
});
export type ServiceRecord = z.infer<typeof serviceRecordSchema>;

export const rectificationCheckSchema = z.object({
  checkedOn: daySchema,
  passed: z.boolean(),
  note: textSchema('复查意见', 500),
  checked: stampSchema,
});

/** 整改事项 */
export const rectificationItemSchema = z.object({
  id: idSchema,
  text: textSchema('整改要求', 300),
  dueOn: daySchema,
  responsible: personRefSchema,
  checker: personRefSchema,
  /** What the responsible person reported, newest last. */
  reports: z.array(
    z.object({
      reportedOn: daySchema,
      text: textSchema('整改情况', 1000),
      evidence: z.array(idSchema),
    }),
  ),
  checks: z.array(rectificationCheckSchema),
});
export type RectificationItem = z.infer<typeof rectificationItemSchema>;

export const taskKindLabels = {
  filing: '报送备案',
  archive: '存入人事档案',
  announce: '在规定范围内宣布',
  effect: '落实处理影响',
  help: '帮扶与补救',
  other: '其他',
} as const;
export const taskKindSchema = z.enum(['filing', 'archive', 'announce', 'effect', 'help', 'other']);

/** 执行事项: what has to be done so that a decision is carried out. */
export const executionTaskSchema = z.object({
  id: idSchema,
  kind: taskKindSchema,
  text: textSchema('执行事项', 300),
  /** The decision's item it follows from; null for one of the whole case. */
  itemId: z.string().nullable(),
  personId: z.string().nullable(),
  dueOn: daySchema.nullable(),
  responsible: personRefSchema.nullable(),
  done: stampSchema.extend({ on: daySchema, note: z.string().max(500) }).nullable(),
});
export type ExecutionTask = z.infer<typeof executionTaskSchema>;

/** 内部备注: seen by those who handle the case, never printed and never shown to others. */
export const internalNoteSchema = z.object({
  id: idSchema,
  text: textSchema('备注', 2000),
  made: stampSchema,
});
