import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema, instantSchema } from '../../kernel/dates.ts';
import { dueStates } from '../../kernel/due-state.ts';
import { fileContentSchema, idSchema } from '../../kernel/entity.ts';
import { openedFileSchema } from '../../kernel/large-file.ts';
import {
  acknowledgeInput,
  addSourceInput,
  amendLeadInput,
  answerSourceInput,
  attachInput,
  closeLeadInput,
  copyInput,
  leadPaperInput,
  linkInput,
  noteInput,
  redactInput,
  registerLeadInput,
  reopenInput,
  replyInput,
  requestSourceInput,
  similarInput,
  triageInput,
  undoTriageInput,
} from './inputs.ts';
import { sourceLookSchema } from './source-schema.ts';
import {
  leadChannelSchema,
  leadClockKindSchema,
  leadNoteSchema,
  leadSchema,
  leadStateSchema,
  leadWaySchema,
  replyToSchema,
  triageWaySchema,
} from './schema.ts';
import { leadActs } from './acts.ts';

/** A running term as it is shown: `words` says how it stands in working days. */
export const leadClockViewSchema = z.object({
  kind: leadClockKindSchema,
  label: z.string(),
  ground: z.string(),
  dueOn: daySchema,
  state: z.enum(dueStates),
  words: z.string(),
  estimated: z.boolean(),
});
export type LeadClockView = z.infer<typeof leadClockViewSchema>;

const nextActSchema = z.enum(['triage', 'reply', 'close']);

/** A line of the list. Pupils are masked in it, and nothing in it tells who reported. */
export const leadRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  state: leadStateSchema,
  channel: leadChannelSchema,
  way: leadWaySchema,
  receivedOn: daySchema,
  summary: z.string(),
  people: z.array(z.string()),
  matter: z.string().nullable(),
  replyTo: replyToSchema,
  triage: triageWaySchema.nullable(),
  nextAct: nextActSchema.nullable(),
  /** The term that ends first, if one is running. */
  nextClock: leadClockViewSchema.nullable(),
});
export type LeadRow = z.infer<typeof leadRowSchema>;

export const similarLeadSchema = leadRowSchema
  .pick({ id: true, number: true, state: true, receivedOn: true, summary: true })
  .extend({ score: z.number().int(), reasons: z.array(z.string()) });
export type SimilarLead = z.infer<typeof similarLeadSchema>;

/** A lead that another one names. */
export const linkedLeadSchema = leadRowSchema
  .pick({ id: true, number: true, state: true, receivedOn: true, summary: true })
  .extend({ reason: z.string() });
export type LinkedLead = z.infer<typeof linkedLeadSchema>;

export const sourceRequestViewSchema = z.object({
  id: idSchema,
  rev: z.number().int(),
  reason: z.string(),
  requestedAt: instantSchema,
  requestedBy: z.string(),
  answer: z
    .object({
      granted: z.boolean(),
      note: z.string(),
      at: instantSchema,
      by: z.string(),
      openUntil: instantSchema.nullable(),
    })
    .nullable(),
  /** True for the caller: may consent or refuse; may open the source with it now. */
  mayAnswer: z.boolean(),
  mayOpen: z.boolean(),
});
export type SourceRequestView = z.infer<typeof sourceRequestViewSchema>;

/** What a record page tells of the source: that there is one, and who asked and looked. Never who it is. */
export const sourceStateSchema = z.object({
  held: z.boolean(),
  files: z.number().int(),
  mayRequest: z.boolean(),
  requests: z.array(sourceRequestViewSchema),
  looks: z.array(
    sourceLookSchema.pick({ id: true, at: true, reason: true, what: true }).extend({ by: z.string() }),
  ),
});
export type SourceState = z.infer<typeof sourceStateSchema>;

/** The record page's content: the lead, and what the rules say of it today. */
export const leadViewSchema = z.object({
  lead: leadSchema,
  nextAct: nextActSchema.nullable(),
  /** Acts that the caller may do now. */
  acts: z.array(z.enum(leadActs)),
  clocks: z.array(leadClockViewSchema),
  source: sourceStateSchema,
  notes: z.array(leadNoteSchema),
  /** Leads that went into this one. */
  duplicates: z.array(linkedLeadSchema),
  related: z.array(linkedLeadSchema),
  case: z.object({ id: idSchema, number: z.string(), state: z.string(), withdrawn: z.boolean() }).nullable(),
  /** Words that a copy would black out first: pupils, and the people it is about. */
  proposedPhrases: z.array(z.object({ text: z.string(), pupil: z.boolean() })),
});
export type LeadView = z.infer<typeof leadViewSchema>;

const changed = leadViewSchema;

export const leadsChannels = {
  'leads.list': query({
    access: 'leads.read',
    input: z.object({}),
    output: z.object({ leads: z.array(leadRowSchema) }),
  }),
  'leads.read': query({ access: 'leads.read', input: z.object({ id: idSchema }), output: leadViewSchema }),
  /** Leads that wait for something the caller may do, the most pressing first. */
  'leads.waiting': query({
    access: 'leads.read',
    input: z.object({ limit: z.number().int().min(1).max(50).default(6) }),
    output: z.object({
      total: z.number().int(),
      overdue: z.number().int(),
      /** Wishes to see a source that wait for the caller's consent. */
      requests: z.array(z.object({ leadId: idSchema, number: z.string(), requestedBy: z.string() })),
      leads: z.array(leadRowSchema),
    }),
  }),
  /** Leads that may tell of the same, while one is typed or beside one that is registered. */
  'leads.similar': query({
    access: 'leads.read',
    input: similarInput,
    output: z.object({ leads: z.array(similarLeadSchema) }),
  }),
  /**
   * Registers a lead. The receipt code of one that is answered by code, and the slip with it, are in this answer and
   * nowhere else: they can never be had again.
   */
  'leads.register': command({
    access: 'leads.register',
    input: registerLeadInput,
    output: z.object({
      view: leadViewSchema,
      receipt: z.object({ code: z.string(), slip: fileContentSchema }).nullable(),
      /** True when the source's name stood in a text and was taken out of it. */
      concealed: z.boolean(),
    }),
  }),
  'leads.amend': command({ access: 'leads.register', input: amendLeadInput, output: changed }),
  'leads.attach': command({ access: 'leads.register', input: attachInput, output: changed }),
  'leads.addSource': command({ access: 'leads.register', input: addSourceInput, output: changed }),
  'leads.openAttachment': query({
    access: 'leads.read',
    input: z.object({ id: idSchema, attachmentId: idSchema }),
    output: openedFileSchema,
  }),
  'leads.acknowledge': command({ access: 'leads.handle', input: acknowledgeInput, output: changed }),
  /** What is to become of a lead; a case is registered in the same breath, or nothing is changed. */
  'leads.triage': command({ access: 'leads.handle', input: triageInput, output: changed }),
  'leads.undoTriage': command({ access: 'leads.handle', input: undoTriageInput, output: changed }),
  'leads.reply': command({ access: 'leads.handle', input: replyInput, output: changed }),
  'leads.close': command({ access: 'leads.handle', input: closeLeadInput, output: changed }),
  'leads.reopen': command({ access: 'leads.handle', input: reopenInput, output: changed }),
  /** Says that two leads belong together; both go on. */
  'leads.relate': command({ access: 'leads.handle', input: linkInput, output: changed }),
  /** Puts a duplicate into another lead, which goes on for both. */
  'leads.merge': command({ access: 'leads.handle', input: linkInput, output: changed }),
  'leads.unmerge': command({ access: 'leads.handle', input: undoTriageInput, output: changed }),
  'leads.addNote': command({ access: 'leads.register', input: noteInput, output: changed }),
  'leads.requestSource': command({ access: 'leads.source', input: requestSourceInput, output: changed }),
  'leads.answerSource': command({ access: 'leads.source', input: answerSourceInput, output: changed }),
  /** Opens the source for whoever was allowed to, and puts the look on record before it answers. */
  'leads.openSource': command({
    access: 'leads.source',
    input: z.object({ id: idSchema }),
    output: z.object({
      name: z.string(),
      contact: z.string(),
      note: z.string(),
      files: z.array(z.object({ id: idSchema, name: z.string() })),
      openUntil: instantSchema,
    }),
  }),
  'leads.openSourceFile': command({
    access: 'leads.source',
    input: z.object({ id: idSchema, fileId: idSchema }),
    output: fileContentSchema,
  }),
  /** What whoever holds a receipt code is told: how it stands and the answer, nothing of what was reported. */
  'leads.lookUp': query({
    access: 'leads.register',
    input: z.object({ code: z.string().trim().min(1, '请输入查询码').max(60, '查询码过长') }),
    output: z.object({
      state: z.string(),
      asOf: daySchema,
      reply: z.object({ on: daySchema, text: z.string() }).nullable(),
    }),
  }),
  /** 受理告知书, 转办单, 答复函 as they print now. */
  'leads.paper': query({ access: 'leads.handle', input: leadPaperInput, output: fileContentSchema }),
  'leads.copy': command({ access: 'leads.handle', input: copyInput, output: fileContentSchema }),
  'leads.redact': command({ access: 'leads.handle', input: redactInput, output: changed }),
  /** The leads as they are seen: those named, in that order. Sources and pupils are masked always. */
  'leads.exportList': command({
    access: 'leads.export',
    input: z.object({
      ids: z.array(idSchema).min(1, '没有可导出的线索').max(5000),
      maskStaff: z.boolean().default(false),
    }),
    output: fileContentSchema,
  }),
};
