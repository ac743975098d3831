import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema, targetSchema } from '../../kernel/entity.ts';
import { lawFindingSchema } from '../../law/findings.ts';
import {
  attachEvidenceInput,
  checkRectificationInput,
  closeInput,
  decideInput,
  decisionDraftInput,
  declareConflictInput,
  establishInput,
  hearStatementInput,
  issueInput,
  notifyInput,
  registerInput,
  reportRectificationInput,
  serviceInput,
  settleConflictInput,
  voidNumberInput,
  withdrawInput,
} from './inputs.ts';
import { caseRecordSchema, caseStateSchema, clockKindSchema } from './schema.ts';
import { caseActs } from './workflow.ts';

/** A running term as a list shows it. `daysLeft` counts calendar days, negative when it has passed. */
export const clockViewSchema = z.object({
  kind: clockKindSchema,
  label: z.string(),
  dueOn: daySchema,
  daysLeft: z.number().int(),
  estimated: z.boolean(),
});
export type ClockView = z.infer<typeof clockViewSchema>;

export const caseRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  state: caseStateSchema,
  matter: z.string(),
  summary: z.string(),
  people: z.array(z.string()),
  occurredOn: daySchema,
  registeredOn: daySchema,
  /** Null while nothing is decided. */
  measure: z.string().nullable(),
  paperNumber: z.string().nullable(),
  /** The term that ends first, if one is running. */
  nextClock: clockViewSchema.nullable(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** The record page's content: the record, and what the rules say of it today. */
export const caseViewSchema = z.object({
  record: caseRecordSchema,
  nextAct: z.enum(caseActs).nullable(),
  /** Acts that the caller may do now. */
  acts: z.array(z.enum(caseActs)),
  /** What is still needed before the next act goes through. */
  missing: z.array(z.string()),
  clocks: z.array(clockViewSchema.extend({ id: z.string(), ground: z.string(), basis: z.string() })),
});
export type CaseView = z.infer<typeof caseViewSchema>;

export const decisionCheckSchema = z.object({
  findings: z.array(lawFindingSchema),
  /** The number that the paper would get if it were decided now; null for a measure without a paper. */
  nextNumber: z.string().nullable(),
  /** Fields that are still blank, in words. */
  missing: z.array(z.string()),
});
export type DecisionCheck = z.infer<typeof decisionCheckSchema>;

/** Papers that can be looked at before they are printed. */
export const previewKindSchema = z.enum(['notice', 'service-record']);

const changed = caseViewSchema;

export const casesChannels = {
  'cases.list': query({
    access: 'cases.read',
    input: z.object({}),
    output: z.object({ cases: z.array(caseRowSchema) }),
  }),
  'cases.read': query({
    access: 'cases.read',
    input: z.object({ id: idSchema }),
    output: caseViewSchema,
  }),
  /** What waits for the caller: cases whose next act he or she may do, soonest term first. */
  'cases.waiting': query({
    access: 'cases.read',
    input: z.object({ limit: z.number().int().min(1).max(50).default(6) }),
    output: z.object({
      total: z.number().int(),
      overdue: z.number().int(),
      cases: z.array(caseRowSchema.extend({ nextAct: z.enum(caseActs) })),
    }),
  }),
  'cases.register': command({ access: 'cases.register', input: registerInput, output: changed }),
  'cases.declareConflict': command({
    access: 'cases.register',
    input: declareConflictInput,
    output: changed,
  }),
  'cases.settleConflict': command({
    access: 'cases.register',
    input: settleConflictInput,
    output: changed,
  }),
  'cases.attachEvidence': command({
    access: 'cases.register',
    input: attachEvidenceInput,
    output: changed,
  }),
  'cases.readEvidence': query({
    access: 'cases.read',
    input: z.object({ id: idSchema, evidenceId: idSchema }),
    output: fileContentSchema,
  }),
  'cases.establishFacts': command({
    access: 'cases.investigate',
    input: establishInput,
    output: changed,
  }),
  'cases.notify': command({ access: 'cases.investigate', input: notifyInput, output: changed }),
  'cases.hearStatement': command({
    access: 'cases.investigate',
    input: hearStatementInput,
    output: changed,
  }),
  /** What the law pack says of a decision while it is being typed. Changes nothing. */
  'cases.checkDecision': query({
    access: 'cases.decide',
    input: z.object({ id: idSchema, decision: decisionDraftInput }),
    output: decisionCheckSchema,
  }),
  /** Case, what it does to each person, and the number of its paper, all at once or not at all. */
  'cases.decide': command({ access: 'cases.decide', input: decideInput, output: changed }),
  /** The paper as it would print now: a draft until it is issued, then the issued file. */
  'cases.previewPaper': query({
    access: 'cases.read',
    input: z.object({ id: idSchema, kind: previewKindSchema, staffId: idSchema.optional() }),
    output: z.object({ file: fileContentSchema, draft: z.boolean() }),
  }),
  /** Prints the paper of a decision and keeps it. Issuing again gives the same file. */
  'cases.issueNotice': command({ access: 'cases.serve', input: issueInput, output: changed }),
  'cases.voidNumber': command({ access: 'papers.void', input: voidNumberInput, output: changed }),
  'cases.recordService': command({ access: 'cases.serve', input: serviceInput, output: changed }),
  'cases.reportRectification': command({
    access: 'cases.serve',
    input: reportRectificationInput,
    output: changed,
  }),
  'cases.checkRectification': command({
    access: 'cases.serve',
    input: checkRectificationInput,
    output: changed,
  }),
  'cases.close': command({ access: 'cases.serve', input: closeInput, output: changed }),
  'cases.withdraw': command({ access: 'cases.decide', input: withdrawInput, output: changed }),
  /** The cases as they are seen: those named, in that order. */
  'cases.exportList': command({
    access: 'cases.export',
    input: z.object({ ids: z.array(idSchema).min(1, '没有可导出的事项').max(5000) }),
    output: fileContentSchema,
  }),
  /** Whole record of one case as a Word file, overrides of warnings included. */
  'cases.exportFile': command({
    access: 'cases.export',
    input: targetSchema.pick({ id: true }),
    output: fileContentSchema,
  }),
};
