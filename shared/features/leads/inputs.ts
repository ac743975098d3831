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
import { subjectInput } from '../cases/inputs.ts';
import { routeSchema } from '../cases/states.ts';
import {
  answerWaySchema,
  leadChannelSchema,
  leadOutcomeSchema,
  leadWaySchema,
  replyToSchema,
  transferSchema,
} from './schema.ts';

/** What the forms of a lead send. The same schemas check while typing. */

const peopleShape = {
  staffIds: z.array(idSchema).max(20, '涉及的教职工不能超过 20 名').default([]),
  pupilIds: z.array(idSchema).max(20, '涉及的学生不能超过 20 名').default([]),
  others: z.array(textSchema('涉及的人', 40)).max(10, '其他涉及的人不能超过 10 名').default([]),
  /** Children who are not on the roster. */
  minors: z.array(textSchema('涉及的学生', 40)).max(10, '名册外的学生不能超过 10 名').default([]),
} as const;

const aboutShape = {
  content: textSchema('反映的内容', 5000),
  occurredOn: daySchema.nullable().default(null),
  occurredNote: optionalTextSchema('时间说明', 60),
  ...peopleShape,
  matterCode: z.string().max(64).nullable().default(null),
} as const;

/** 来源: kept apart from the lead the moment it arrives. */
export const sourceInput = z.object({
  name: optionalTextSchema('来源姓名', 60),
  contact: optionalTextSchema('联系方式', 100),
  note: optionalTextSchema('来源说明', 300),
});

const sourceFileInput = z.object({
  file: incomingFileSchema,
  /** True for a paper that would give the source away: it is then kept with the source. */
  reveals: z.boolean().default(false),
});

export const registerLeadInput = z.object({
  channel: leadChannelSchema,
  way: leadWaySchema,
  receivedOn: daySchema,
  ...aboutShape,
  replyTo: replyToSchema,
  /** A day by which a superior wants the answer; otherwise the school's own term counts. */
  answerBy: daySchema.nullable().default(null),
  source: sourceInput.default({ name: '', contact: '', note: '' }),
  files: z.array(sourceFileInput).max(10, '一次最多添加 10 个附件').default([]),
});

export const amendLeadInput = targetSchema.extend({
  ...aboutShape,
  reason: textSchema('更正原因', 200),
});

export const similarInput = z.object({
  /** The lead itself, where it is registered already. */
  id: idSchema.nullable().default(null),
  content: z.string().max(5000).default(''),
  day: daySchema,
  ...peopleShape,
});

export const attachInput = targetSchema.extend({ ...sourceFileInput.shape, file: evidenceFileSchema });

export const addSourceInput = targetSchema.extend({
  source: sourceInput.refine(({ name, contact }) => name !== '' || contact !== '', {
    path: ['name'],
    error: '请填写来源姓名或联系方式',
  }),
});

export const acknowledgeInput = targetSchema.extend({ on: daySchema, way: answerWaySchema });

/** What a case needs to begin with. */
export const caseStartInput = z.object({
  matterCode: textSchema('问责事由', 64),
  summary: textSchema('事由', 300),
  occurredOn: daySchema,
  subjects: z.array(subjectInput).min(1, '请至少选择一名当事人').max(20, '当事人不能超过 20 名'),
  /** Left out: pupils take the pupil route, all others the light one. */
  route: routeSchema.optional(),
});

const triageShape = { ...targetSchema.shape, reason: textSchema('研判意见', 1000) } as const;

export const triageInput = z.discriminatedUnion('way', [
  z.object({ way: z.literal('reply'), ...triageShape }),
  z.object({ way: z.literal('transfer'), ...triageShape, transfer: transferSchema }),
  z.object({ way: z.literal('case'), ...triageShape, case: caseStartInput }),
  z.object({ way: z.literal('shelve'), ...triageShape }),
]);

export const undoTriageInput = targetSchema.extend({ reason: textSchema('撤回原因', 300) });

export const replyInput = targetSchema.extend({
  repliedOn: daySchema,
  way: answerWaySchema,
  outcome: leadOutcomeSchema,
  text: textSchema('答复内容', 3000),
});

export const closeLeadInput = targetSchema.extend({
  outcome: leadOutcomeSchema,
  note: textSchema('办结说明', 500),
  withoutReply: optionalTextSchema('不答复的理由', 300),
});

export const reopenInput = targetSchema.extend({ reason: textSchema('重新办理的原因', 300) });

export const linkInput = targetSchema.extend({
  otherId: idSchema,
  reason: textSchema('理由', 300),
});

export const noteInput = z.object({ id: idSchema, text: textSchema('内部备注', 2000) });

export const requestSourceInput = z.object({ id: idSchema, reason: textSchema('查看理由', 300) });

export const answerSourceInput = z
  .object({
    requestId: idSchema,
    rev: targetSchema.shape.rev,
    granted: z.boolean(),
    note: optionalTextSchema('意见', 300),
  })
  .refine(({ granted, note }) => granted || note !== '', {
    path: ['note'],
    error: '不同意查看的，请写明理由',
  });

const phrasesSchema = z
  .array(textSchema('要遮盖的词句', 200).min(2, '要遮盖的词句至少 2 个字'))
  .max(60, '一次最多遮盖 60 处词句');

/** 临时遮盖: a copy for somebody, with what he may not see blacked out. */
export const copyInput = z.object({
  id: idSchema,
  phrases: phrasesSchema,
  purpose: textSchema('用途', 200),
});

export const redactInput = targetSchema.extend({
  phrases: phrasesSchema.min(1, '请至少写一处要遮盖的词句'),
  reason: textSchema('遮盖原因', 200),
});

export const leadPaperKinds = ['acknowledgement', 'transfer', 'reply'] as const;
export const leadPaperInput = z.object({ id: idSchema, kind: z.enum(leadPaperKinds) });
