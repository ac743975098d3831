import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { entityShape, fileRefSchema, idSchema, stampSchema, textSchema } from '../../kernel/entity.ts';

export const leadStates = [
  'received',
  'replying',
  'transferred',
  'filed',
  'shelved',
  'replied',
  'closed',
  'merged',
] as const;
export const leadStateSchema = z.enum(leadStates);
export type LeadState = z.infer<typeof leadStateSchema>;

/** 线索来源: from whom or from what it came. */
export const channelLabels = {
  pupil: '学生',
  parent: '家长',
  staff: '教职工',
  inspection: '检查',
  evaluation: '考核',
  duty: '履职检查',
  opinion: '舆情',
  superior: '上级转办',
  anonymous: '匿名',
  other: '其他',
} as const;
export const leadChannels = [
  'pupil',
  'parent',
  'staff',
  'inspection',
  'evaluation',
  'duty',
  'opinion',
  'superior',
  'anonymous',
  'other',
] as const;
export const leadChannelSchema = z.enum(leadChannels);
export type LeadChannel = z.infer<typeof leadChannelSchema>;

/** 反映方式: how it reached the school, and how it was answered. */
export const wayLabels = {
  visit: '来访',
  phone: '来电',
  letter: '来信',
  online: '网络',
  box: '意见箱',
  transfer: '转办',
  found: '工作中发现',
} as const;
export const leadWays = ['visit', 'phone', 'letter', 'online', 'box', 'transfer', 'found'] as const;
export const leadWaySchema = z.enum(leadWays);

export const answerWayLabels = {
  interview: '当面',
  phone: '电话',
  letter: '书面',
  online: '网络',
  code: '凭查询码查询',
} as const;
export const answerWaySchema = z.enum(['interview', 'phone', 'letter', 'online', 'code']);

/** Whom it is about: somebody on the roster, or a name as it was given. */
export const leadPersonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), id: idSchema, name: z.string() }),
  z.object({ kind: z.literal('pupil'), id: idSchema, name: z.string() }),
  /** `minor`: a child who is not on the roster, masked like a pupil. */
  z.object({ kind: z.literal('other'), name: textSchema('涉及的人', 40), minor: z.boolean() }),
]);
export type LeadPerson = z.infer<typeof leadPersonSchema>;

export const leadAttachmentSchema = z.object({ id: idSchema, file: fileRefSchema, added: stampSchema });
export type LeadAttachment = z.infer<typeof leadAttachmentSchema>;

/** Whom an answer is owed to: a known source, whoever holds the receipt code, or nobody. */
export const replyToSchema = z.enum(['source', 'code', 'nobody']);
export type ReplyTo = z.infer<typeof replyToSchema>;

export const clockKindLabels = { acknowledge: '受理告知期限', reply: '答复期限' } as const;
export const leadClockKindSchema = z.enum(['acknowledge', 'reply']);

export const leadClockSchema = z.object({
  id: idSchema,
  kind: leadClockKindSchema,
  ground: z.string(),
  startedOn: daySchema,
  dueOn: daySchema,
  rolledFrom: daySchema.nullable(),
  estimated: z.boolean(),
  endedOn: daySchema.nullable(),
});
export type LeadClock = z.infer<typeof leadClockSchema>;

export const triageWayLabels = {
  reply: '直接答复',
  transfer: '转办',
  case: '立为问责事项',
  shelve: '留存备查',
} as const;
export const triageWaySchema = z.enum(['reply', 'transfer', 'case', 'shelve']);
export type TriageWay = z.infer<typeof triageWaySchema>;

export const receiverKindLabels = { inside: '校内部门', authority: '主管部门', other: '其他单位' } as const;
export const receiverKindSchema = z.enum(['inside', 'authority', 'other']);

/** 转办: to whom, with what request, and until when an answer is asked for. */
export const transferSchema = z.object({
  receiverKind: receiverKindSchema,
  receiver: textSchema('转往单位', 60),
  request: textSchema('办理要求', 500),
  transferredOn: daySchema,
  answerBy: daySchema.nullable(),
});

/** 研判: what is to become of a lead, and why. */
export const triageSchema = z.object({
  way: triageWaySchema,
  reason: textSchema('研判意见', 1000),
  transfer: transferSchema.nullable(),
  case: z.object({ id: idSchema, number: z.string() }).nullable(),
  made: stampSchema,
});
export type Triage = z.infer<typeof triageSchema>;

export const outcomeLabels = {
  founded: '属实',
  partly: '部分属实',
  unfounded: '不属实',
  unclear: '无法核实',
  consulted: '咨询建议，不涉及核实',
} as const;
export const leadOutcomeSchema = z.enum(['founded', 'partly', 'unfounded', 'unclear', 'consulted']);

export const replySchema = z.object({
  id: idSchema,
  repliedOn: daySchema,
  way: answerWaySchema,
  outcome: leadOutcomeSchema,
  text: textSchema('答复内容', 3000),
  made: stampSchema,
});
export type Reply = z.infer<typeof replySchema>;

export const leadEventSchema = z.object({
  made: stampSchema,
  act: z.string(),
  state: leadStateSchema,
  note: z.string(),
});

/** A lead. Who reported it is never in here: that is kept in a collection of its own. */
export const leadSchema = z.object({
  ...entityShape,
  /** 线索编号, e.g. 线索〔2026〕1号. */
  number: z.string(),
  numberId: idSchema,
  state: leadStateSchema,
  channel: leadChannelSchema,
  way: leadWaySchema,
  receivedOn: daySchema,
  content: textSchema('反映的内容', 5000),
  occurredOn: daySchema.nullable(),
  /** When it happened in words, where no day can be given: 上学期. */
  occurredNote: z.string().max(60),
  people: z.array(leadPersonSchema).max(30),
  /** The kind of matter as it stood at registration; null while nobody has said. */
  matter: z.object({ code: z.string(), version: z.number().int(), name: z.string() }).nullable(),
  attachments: z.array(leadAttachmentSchema),
  replyTo: replyToSchema,
  registered: stampSchema,
  acknowledgement: z.object({ on: daySchema, way: answerWaySchema, made: stampSchema }).nullable(),
  triage: triageSchema.nullable(),
  replies: z.array(replySchema),
  closing: z
    .object({
      note: textSchema('办结说明', 500),
      outcome: leadOutcomeSchema,
      /** Why nobody was answered although an answer was owed; blank otherwise. */
      withoutReply: z.string().max(300),
      made: stampSchema,
    })
    .nullable(),
  /** Set on a duplicate: the lead that goes on in its place. */
  merged: z
    .object({ leadId: idSchema, number: z.string(), reason: z.string(), made: stampSchema })
    .nullable(),
  related: z.array(z.object({ leadId: idSchema, reason: z.string(), made: stampSchema })),
  /** 永久遮盖: who, when and why; what stood there is nowhere in the record. */
  redactions: z.array(z.object({ reason: z.string(), places: z.number().int(), made: stampSchema })),
  clocks: z.array(leadClockSchema),
  history: z.array(leadEventSchema),
});
export type Lead = z.infer<typeof leadSchema>;

/** 内部备注: apart from the lead, so that nothing that is shown or printed of a lead can carry it. */
export const leadNoteSchema = z.object({
  ...entityShape,
  leadId: idSchema,
  text: textSchema('内部备注', 2000),
  made: stampSchema,
});
export type LeadNote = z.infer<typeof leadNoteSchema>;
