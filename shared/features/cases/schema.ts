import { decidingBodySchema, measureTargetSchema, measureKindSchema } from '../../law/vocabulary.ts';
import { paperFormSchema } from '../standards/measure.ts';
import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import {
  actorSchema,
  entityShape,
  fileRefSchema,
  idSchema,
  optionalTextSchema,
  stampSchema,
  textSchema,
} from '../../kernel/entity.ts';
import { lawRuleIdSchema } from '../../law/pack.ts';
import { employmentSchema } from '../organisation/schema.ts';
import { gravitySchema } from '../standards/severity.ts';

export const caseStates = [
  'registered',
  'established',
  'notified',
  'heard',
  'decided',
  'issued',
  'served',
  'executing',
  'rectified',
  'closed',
  'withdrawn',
] as const;
export const caseStateSchema = z.enum(caseStates);
export type CaseState = z.infer<typeof caseStateSchema>;

/** A person of the school named in a case, by name as well, so that the record reads the same after years. */
export const personRefSchema = z.object({ id: idSchema, name: z.string() });
export type PersonRef = z.infer<typeof personRefSchema>;

/** 当事人, with what the papers say of him or her as it was at the time. */
export const caseSubjectSchema = z.object({
  staffId: idSchema,
  number: z.string(),
  name: z.string(),
  department: z.string(),
  post: z.string(),
  postGrade: z.string(),
  employment: employmentSchema,
  managerial: z.boolean(),
});
export type CaseSubject = z.infer<typeof caseSubjectSchema>;

export const sourceKindLabels = {
  inspection: '检查发现',
  duty: '履职检查',
  report: '师生反映',
  parent: '家长反映',
  superior: '上级转办',
  evaluation: '考核发现',
  self: '本人报告',
  other: '其他',
} as const;
export const sourceKindSchema = z.enum([
  'inspection',
  'duty',
  'report',
  'parent',
  'superior',
  'evaluation',
  'self',
  'other',
]);

/** 回避: an interest that somebody declared, and what was decided about it. */
export const conflictSchema = z.object({
  id: idSchema,
  person: personRefSchema,
  relation: textSchema('利害关系', 100),
  declaredOn: daySchema,
  outcome: z.enum(['open', 'dismissed', 'withdrawn']),
  /** Why it was dismissed, or who takes over. */
  note: z.string().max(200),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const evidenceSchema = z.object({
  id: idSchema,
  title: textSchema('证据名称', 60),
  file: fileRefSchema,
  added: stampSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** 告知: that a person was told the facts, the grounds and the right to speak. `round` counts establishments of facts. */
export const notificationSchema = z.object({
  staffId: idSchema,
  round: z.number().int().min(1),
  way: z.enum(['oral', 'written']),
  notifiedOn: daySchema,
  deadlineOn: daySchema,
});
export type Notification = z.infer<typeof notificationSchema>;

export const statementOutcomeLabels = { stated: '已陈述', waived: '书面放弃', lapsed: '逾期未陈述' } as const;
export const adoptionLabels = { all: '采纳', part: '部分采纳', none: '不予采纳' } as const;

export const statementSchema = z.object({
  staffId: idSchema,
  round: z.number().int().min(1),
  outcome: z.enum(['stated', 'waived', 'lapsed']),
  heardOn: daySchema,
  /** What the person said; blank only when nothing was said. */
  text: z.string().max(5000),
  /** Null until the statement was weighed, and where there was none. */
  adoption: z.enum(['all', 'part', 'none']).nullable(),
  adoptionReason: z.string().max(1000),
});
export type Statement = z.infer<typeof statementSchema>;

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
  paper: paperFormSchema.nullable(),
  numberSuffix: z.string(),
  effects: z.string(),
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

export const decisionSchema = z.object({
  measure: decidedMeasureSchema,
  grounds: z.array(citationSchema).min(1),
  body: decidingBodySchema,
  decidedOn: daySchema,
  place: z.string(),
  attendees: z.array(personRefSchema),
  /** 认定与处理理由 */
  reason: textSchema('认定与处理理由', 2000),
  effectiveOn: daySchema,
  /** Last day of the measure's effects; null for one that is done once. */
  endsOn: daySchema.nullable(),
  /** 主送, for a 通报. */
  addressee: z.string(),
  overrides: z.array(keptOverrideSchema),
  decided: stampSchema,
});
export type Decision = z.infer<typeof decisionSchema>;

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

export const serviceRecordSchema = z.object({
  id: idSchema,
  staffId: idSchema,
  way: z.enum(['direct', 'left', 'mail', 'electronic']),
  servedOn: daySchema,
  place: optionalTextSchema('送达地点', 60),
  receiver: optionalTextSchema('签收人', 30),
  /** 与受送达人关系: 本人, 同住成年家属… */
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

/** The paper of a decision: its number from the deciding transaction, and the issued paper once there is one. */
export const casePaperSchema = z.object({
  numberId: idSchema,
  number: z.string(),
  issuedPaperId: z.string().nullable(),
});

export const clockKindLabels = {
  handling: '办理期限',
  statement: '陈述期限',
  service: '送达期限',
  review: '复核申请期限',
  rectification: '整改期限',
} as const;
export const clockKindSchema = z.enum(['handling', 'statement', 'service', 'review', 'rectification']);

/** One running term. A case has several at a time. */
export const clockSchema = z.object({
  id: idSchema,
  kind: clockKindSchema,
  /** Where the term comes from, as shown. */
  ground: z.string(),
  startedOn: daySchema,
  dueOn: daySchema,
  /** The day before it was moved on by days off. */
  rolledFrom: daySchema.nullable(),
  /** True when the year's holiday notice was not known. */
  estimated: z.boolean(),
  /** e.g. 30 日, 3 个工作日 */
  basis: z.string(),
  staffId: z.string().nullable(),
  itemId: z.string().nullable(),
  endedOn: daySchema.nullable(),
});
export type Clock = z.infer<typeof clockSchema>;

export const caseEventSchema = z.object({
  made: stampSchema,
  act: z.string(),
  state: caseStateSchema,
  note: z.string(),
});

export const caseRecordSchema = z.object({
  ...entityShape,
  /** 案号, e.g. 问责〔2026〕5号. */
  number: z.string(),
  numberId: idSchema,
  route: z.enum(['light']),
  state: caseStateSchema,
  /** The matter as it stood when the case was registered. */
  matter: z.object({ code: z.string(), version: z.number().int(), name: z.string(), ethics: z.boolean() }),
  summary: textSchema('事由', 300),
  occurredOn: daySchema,
  source: z.object({
    kind: sourceKindSchema,
    note: z.string().max(200),
    reporter: personRefSchema.nullable(),
  }),
  registeredOn: daySchema,
  registeredBy: actorSchema,
  subjects: z.array(caseSubjectSchema).min(1, '请至少选择一名当事人'),
  gravity: gravitySchema.nullable(),
  checkers: z.array(personRefSchema),
  conflicts: z.array(conflictSchema),
  facts: z.string().max(5000),
  establishedOn: daySchema.nullable(),
  /** How many times facts were established; what was told and said belongs to one round. */
  round: z.number().int().nonnegative(),
  evidence: z.array(evidenceSchema),
  notifications: z.array(notificationSchema),
  statements: z.array(statementSchema),
  decision: decisionSchema.nullable(),
  paper: casePaperSchema.nullable(),
  services: z.array(serviceRecordSchema),
  rectification: z.array(rectificationItemSchema),
  clocks: z.array(clockSchema),
  closing: stampSchema.extend({ note: z.string() }).nullable(),
  withdrawal: stampSchema.extend({ reason: z.string() }).nullable(),
  history: z.array(caseEventSchema),
});
export type CaseRecord = z.infer<typeof caseRecordSchema>;

/** 处理记录: what a decision did to one person. Everything that asks about a person asks these. */
export const sanctionSchema = z.object({
  ...entityShape,
  caseId: idSchema,
  caseNumber: z.string(),
  staffId: idSchema,
  matterCode: z.string(),
  matterName: z.string(),
  occurredOn: daySchema,
  measureCode: z.string(),
  measureVersion: z.number().int(),
  measureName: z.string(),
  decidedOn: daySchema,
  effectiveOn: daySchema,
  endsOn: daySchema.nullable(),
  /** Number of its paper; null for a measure without one. */
  paperNumber: z.string().nullable(),
  summary: z.string(),
  /** Set when the decision was taken back: it then counts nowhere. */
  annulled: stampSchema.extend({ reason: z.string() }).nullable(),
});
export type Sanction = z.infer<typeof sanctionSchema>;
