import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { fileRefSchema, idSchema, optionalTextSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { gravitySchema } from '../standards/severity.ts';
import { personRefSchema } from './people.ts';

export const evidenceKindLabels = {
  document: '书证',
  object: '物证（照片）',
  'audio-visual': '视听资料',
  electronic: '电子数据',
  witness: '证人证言',
  statement: '当事人陈述',
  appraisal: '鉴定意见',
  inspection: '勘验、检查笔录',
  other: '其他',
} as const;
export const evidenceKindSchema = z.enum([
  'document',
  'object',
  'audio-visual',
  'electronic',
  'witness',
  'statement',
  'appraisal',
  'inspection',
  'other',
]);

export const evidenceFormLabels = { original: '原件', copy: '复制件' } as const;

/** 证据: the file as it came in, found by its hash, with where it comes from and who took it. */
export const evidenceSchema = z.object({
  id: idSchema,
  title: textSchema('证据名称', 60),
  kind: evidenceKindSchema,
  form: z.enum(['original', 'copy']),
  /** 来源 */
  origin: optionalTextSchema('证据来源', 100),
  /** 提取人; null when the program does not know. */
  collector: personRefSchema.nullable(),
  collectedOn: daySchema.nullable(),
  file: fileRefSchema,
  added: stampSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** 立案: who approved it and when, from which day the term to decide runs, and who investigates. */
export const filingSchema = z.object({
  approver: personRefSchema,
  approvedOn: daySchema,
  /** 涉嫌违反的条款, in words. */
  suspected: textSchema('涉嫌违反的规定', 500),
  reason: textSchema('立案理由', 1000),
  /** 办案人员: at least two; the first leads. */
  team: z.array(personRefSchema),
  /** 停职检查: by whom it was decided, and from when; null where nobody was suspended. */
  suspension: z
    .object({ personIds: z.array(idSchema), from: daySchema, reason: textSchema('停职理由', 300) })
    .nullable(),
});
export type Filing = z.infer<typeof filingSchema>;

/** 调查方案: what is to be found out, how, by whom, until when. */
export const planStepSchema = z.object({
  id: idSchema,
  text: textSchema('调查事项', 300),
  person: personRefSchema.nullable(),
  dueOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
});
export type PlanStep = z.infer<typeof planStepSchema>;

export const interviewKindLabels = {
  subject: '询问当事人',
  witness: '询问证人',
  complainant: '询问反映人',
  talk: '谈话（诫勉）记录',
} as const;
export const interviewKindSchema = z.enum(['subject', 'witness', 'complainant', 'talk']);

/** 询问笔录、谈话记录. Times are `HH:mm`. */
export const interviewSchema = z.object({
  id: idSchema,
  kind: interviewKindSchema,
  /** Id of the person when he or she belongs to the school; null for outsiders. */
  personId: z.string().nullable(),
  name: textSchema('被询问人', 30),
  /** 单位、岗位或与学生的关系 */
  capacity: optionalTextSchema('身份', 60),
  minor: z.boolean(),
  /** 在场监护人或合适成年人, for a minor. */
  adult: optionalTextSchema('在场监护人或合适成年人', 40),
  heldOn: daySchema,
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写开始时间，例如 09:30'),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写结束时间，例如 10:15'),
  place: textSchema('询问地点', 60),
  interviewers: z.array(personRefSchema),
  recorder: personRefSchema,
  /** 已告知权利义务和申请回避的权利 */
  rightsTold: z.boolean(),
  lines: z
    .array(z.object({ question: z.string().max(500), answer: z.string().max(3000) }))
    .min(1, '请至少记录一问一答')
    .max(200),
  /** 签名: signed, or refused with the reason. */
  signed: z.boolean(),
  refusal: optionalTextSchema('拒签说明', 200),
  /** 诫勉: the demands and the person's own attitude; blank for other kinds. */
  demands: optionalTextSchema('要求与整改期限', 500),
  recorded: stampSchema,
});
export type Interview = z.infer<typeof interviewSchema>;

export const responsibilityLabels = {
  direct: '直接责任',
  leading: '主要领导责任',
  important: '重要领导责任',
  none: '不负有责任',
} as const;
export const responsibilitySchema = z.enum(['direct', 'leading', 'important', 'none']);

/** 责任认定: of one person, what was found, how grave, with which circumstances, and what is proposed. */
export const findingSchema = z.object({
  personId: idSchema,
  responsibility: responsibilitySchema,
  facts: textSchema('认定的事实', 3000),
  gravity: gravitySchema,
  /** Codes of circumstances of the school's matrix, with how they were established. */
  circumstances: z.array(z.object({ code: z.string(), note: z.string().max(300) })),
  /** Codes of the measures proposed. */
  measureCodes: z.array(z.string()),
  opinion: optionalTextSchema('处理建议', 1000),
});
export type Finding = z.infer<typeof findingSchema>;

/** 调查报告: written by the team, looked at by whoever adopts it; with its adoption the set of files is closed. */
export const investigationReportSchema = z.object({
  course: textSchema('调查经过', 3000),
  facts: textSchema('查明的事实', 5000),
  /** 当事人对事实的意见 */
  positions: optionalTextSchema('当事人意见', 2000),
  nature: textSchema('定性与依据', 2000),
  signers: z.array(personRefSchema),
  reportedOn: daySchema,
  submitted: stampSchema,
  /** Set when the report was adopted. */
  adoption: stampSchema.extend({ note: z.string().max(500), on: daySchema, digest: z.string() }).nullable(),
  /** Times that it was given back, with the reason. */
  returns: z.array(stampSchema.extend({ reason: z.string() })),
});
export type InvestigationReport = z.infer<typeof investigationReportSchema>;

export const investigationSchema = z.object({
  plan: z.array(planStepSchema),
  interviews: z.array(interviewSchema),
  findings: z.array(findingSchema),
  report: investigationReportSchema.nullable(),
});
export type Investigation = z.infer<typeof investigationSchema>;
