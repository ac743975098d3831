import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema, targetSchema } from '../../kernel/entity.ts';
import { openedFileSchema } from '../../kernel/large-file.ts';
import { lawFindingSchema } from '../../law/findings.ts';
import { decidingBodySchema } from '../../law/vocabulary.ts';
import { caseActs } from './acts.ts';
import { casePaperFormSchema } from './carrying-out.ts';
import { startFileExportInput } from './file-export.ts';
import {
  addNoteInput,
  attachEvidenceInput,
  changeRouteInput,
  checkRectificationInput,
  closeInput,
  completeTaskInput,
  decideInput,
  decisionDraftInput,
  declareConflictInput,
  establishInput,
  extendClockInput,
  hearStatementInput,
  holdHearingInput,
  issueInput,
  issueRecordInput,
  liftSanctionInput,
  mergeInput,
  notifyInput,
  registerInput,
  reopenInput,
  reportRectificationInput,
  serviceInput,
  settleConflictInput,
  splitInput,
  voidNumberInput,
  withdrawInput,
} from './inputs.ts';
import {
  adoptReportInput,
  fileCaseInput,
  findingInput,
  interviewInput,
  planInput,
  recordReplyInput,
  referInput,
  returnReportInput,
  submitReportInput,
} from './investigation-inputs.ts';
import { batchCaseSchema, caseColumnSchema, caseRowSchema, clockViewSchema } from './list.ts';
import { sanctionSchema } from './sanction.ts';
import { caseRecordSchema } from './schema.ts';

/** A paper that may be made or has been made, for the tab of papers. */
export const paperOfferSchema = z.object({
  form: casePaperFormSchema,
  label: z.string(),
  personId: z.string().nullable(),
  aboutId: z.string().nullable(),
  /** The paper that stands for it already. */
  paperId: z.string().nullable(),
  number: z.string().nullable(),
  issuedPaperId: z.string().nullable(),
  /** Fields that it still lacks, in words; it can be looked at as a draft but not issued. */
  lacking: z.array(z.string()),
  /** What is to be thought of before it goes out. */
  warnings: z.array(lawFindingSchema),
});
export type PaperOffer = z.infer<typeof paperOfferSchema>;

/** The record page's content: the record, and what the rules say of it today. */
const caseViewShape = z.object({
  record: caseRecordSchema,
  nextAct: z.enum(caseActs).nullable(),
  /** Acts that the caller may do now. */
  acts: z.array(z.enum(caseActs)),
  /** What is still needed before the next act goes through. */
  missing: z.array(z.string()),
  clocks: z.array(clockViewSchema.extend({ id: z.string(), ground: z.string(), basis: z.string() })),
  sanctions: z.array(sanctionSchema),
  papers: z.array(paperOfferSchema),
});
/** An interface, so that declarations name it instead of writing it out for every channel. */
export interface CaseView extends z.infer<typeof caseViewShape> {}
export const caseViewSchema: z.ZodType<CaseView> = caseViewShape;

/** A past decision on a like matter, for comparison. */
export const precedentSchema = z.object({
  caseId: idSchema,
  number: z.string(),
  decidedOn: daySchema,
  matter: z.string(),
  severity: z.string(),
  measure: z.string(),
  measureCode: z.string(),
});
export type Precedent = z.infer<typeof precedentSchema>;

export const decisionCheckSchema = z.object({
  findings: z.array(lawFindingSchema),
  /** The numbers that the papers would get if it were decided now. */
  nextNumbers: z.array(z.string()),
  /** Fields that are still blank, in words. */
  missing: z.array(z.string()),
  /** How each proposal came out, in the order of the items; empty where no meeting decides. */
  tallies: z.array(z.object({ passed: z.boolean(), text: z.string() })),
  /** 出席情况: 应到 7 人，实到 6 人，回避 1 人，达到法定人数. Blank where no meeting decides. */
  quorum: z.string(),
  /** True when what passed is beyond the school's power: the decision becomes a proposal to the authority. */
  proposal: z.boolean(),
  precedents: z.array(precedentSchema),
});
export type DecisionCheck = z.infer<typeof decisionCheckSchema>;

/** Who sat in the last meeting of a body and where, to begin the next one with. */
export const lastMeetingSchema = z.object({
  name: z.string(),
  place: z.string(),
  /** Null when he or she has left the school. */
  chairId: z.string().nullable(),
  recorderId: z.string().nullable(),
  memberIds: z.array(idSchema),
});
export type LastMeeting = z.infer<typeof lastMeetingSchema>;

const changed = caseViewSchema;

export const casesChannels = {
  'cases.list': query({
    access: 'cases.read',
    input: z.object({}),
    output: z.object({ cases: z.array(caseRowSchema) }),
  }),
  'cases.read': query({ access: 'cases.read', input: z.object({ id: idSchema }), output: caseViewSchema }),
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
  'cases.changeRoute': command({ access: 'cases.decide', input: changeRouteInput, output: changed }),
  'cases.addNote': command({ access: 'cases.register', input: addNoteInput, output: changed }),
  'cases.declareConflict': command({
    access: 'cases.register',
    input: declareConflictInput,
    output: changed,
  }),
  'cases.settleConflict': command({ access: 'cases.register', input: settleConflictInput, output: changed }),
  'cases.attachEvidence': command({ access: 'cases.register', input: attachEvidenceInput, output: changed }),
  'cases.openEvidence': query({
    access: 'cases.read',
    input: z.object({ id: idSchema, evidenceId: idSchema }),
    output: openedFileSchema,
  }),
  'cases.establishFacts': command({ access: 'cases.investigate', input: establishInput, output: changed }),
  'cases.fileCase': command({ access: 'cases.decide', input: fileCaseInput, output: changed }),
  'cases.planInvestigation': command({ access: 'cases.investigate', input: planInput, output: changed }),
  'cases.recordInterview': command({ access: 'cases.investigate', input: interviewInput, output: changed }),
  'cases.recordFinding': command({ access: 'cases.investigate', input: findingInput, output: changed }),
  'cases.submitReport': command({ access: 'cases.investigate', input: submitReportInput, output: changed }),
  'cases.adoptReport': command({ access: 'cases.decide', input: adoptReportInput, output: changed }),
  'cases.returnReport': command({ access: 'cases.decide', input: returnReportInput, output: changed }),
  'cases.notify': command({ access: 'cases.investigate', input: notifyInput, output: changed }),
  'cases.hearStatement': command({ access: 'cases.investigate', input: hearStatementInput, output: changed }),
  'cases.holdHearing': command({ access: 'cases.investigate', input: holdHearingInput, output: changed }),
  /** What the law pack says of a decision while it is being typed, how the votes came out, and what was done before. */
  'cases.checkDecision': query({
    access: 'cases.decide',
    input: z.object({ id: idSchema, decision: decisionDraftInput }),
    output: decisionCheckSchema,
  }),
  'cases.lastMeeting': query({
    access: 'cases.decide',
    input: z.object({ body: decidingBodySchema }),
    output: z.object({ meeting: lastMeetingSchema.nullable() }),
  }),
  /** Case, what it does to each person, and the numbers of its papers, all at once or not at all. */
  'cases.decide': command({ access: 'cases.decide', input: decideInput, output: changed }),
  'cases.refer': command({ access: 'cases.decide', input: referInput, output: changed }),
  'cases.recordReply': command({ access: 'cases.serve', input: recordReplyInput, output: changed }),
  /** A paper as it would print now: a draft until it is issued, then the issued file. */
  'cases.previewPaper': query({
    access: 'cases.read',
    input: z.object({
      id: idSchema,
      form: casePaperFormSchema,
      /** Which of several papers of the form. */
      paperId: z.string().nullable().default(null),
      personId: z.string().nullable().default(null),
      aboutId: z.string().nullable().default(null),
    }),
    output: z.object({ file: fileContentSchema, draft: z.boolean() }),
  }),
  /** Prints a paper of the decision and keeps it. Issuing again gives the same file. */
  'cases.issueNotice': command({ access: 'cases.serve', input: issueInput, output: changed }),
  /** Prints a paper of the course of the case and keeps it. */
  'cases.issueRecord': command({ access: 'cases.register', input: issueRecordInput, output: changed }),
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
  'cases.completeTask': command({ access: 'cases.serve', input: completeTaskInput, output: changed }),
  'cases.extendClock': command({ access: 'cases.decide', input: extendClockInput, output: changed }),
  'cases.liftSanction': command({ access: 'cases.serve', input: liftSanctionInput, output: changed }),
  'cases.merge': command({ access: 'cases.decide', input: mergeInput, output: changed }),
  'cases.split': command({ access: 'cases.decide', input: splitInput, output: changed }),
  'cases.reopen': command({ access: 'cases.decide', input: reopenInput, output: changed }),
  'cases.close': command({ access: 'cases.serve', input: closeInput, output: changed }),
  'cases.withdraw': command({ access: 'cases.decide', input: withdrawInput, output: changed }),
  /** 批量印发: issues all papers of the cases that wait for it, in the background. Whole cases or nothing of them. */
  'cases.startBatchIssue': command({
    access: 'cases.serve',
    input: z.object({
      ids: z.array(idSchema).min(1, '请选择要印发文书的事项').max(1000, '一次最多印发 1000 件事项的文书'),
    }),
    output: z.object({ jobId: idSchema }),
  }),
  /** What a finished batch did, case by case. */
  'cases.batchIssue': query({
    access: 'cases.serve',
    input: z.object({ jobId: idSchema }),
    output: z.object({ cases: z.array(batchCaseSchema) }),
  }),
  /** The papers of a finished batch as one zip, with a list of contents. */
  'cases.batchIssueFiles': query({
    access: 'cases.serve',
    input: z.object({ jobId: idSchema }),
    output: fileContentSchema,
  }),
  /** The cases as they are seen: those named, in that order. */
  'cases.exportList': command({
    access: 'cases.export',
    input: z.object({
      ids: z.array(idSchema).min(1, '没有可导出的事项').max(20_000, '一次最多导出 20000 件'),
      /** Columns to be written, in this order; left out, all of them. */
      columns: z.array(caseColumnSchema).min(1, '没有可导出的列').optional(),
    }),
    output: fileContentSchema,
  }),
  /** 案卷: the complete file of a case, made in the background; see `jobs.view`, its bytes by `jobs.readFile`. */
  'cases.startFileExport': command({
    access: 'cases.export',
    input: startFileExportInput,
    output: z.object({ jobId: idSchema }),
  }),
  /** Whole record of one case as a Word file, overrides of warnings included. */
  'cases.exportFile': command({
    access: 'cases.export',
    input: targetSchema.pick({ id: true }),
    output: fileContentSchema,
  }),
};
