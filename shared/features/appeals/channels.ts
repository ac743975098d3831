import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { dueStates } from '../../kernel/due-state.ts';
import { fileContentSchema, idSchema } from '../../kernel/entity.ts';
import { openedFileSchema } from '../../kernel/large-file.ts';
import { lawFindingSchema } from '../../law/findings.ts';
import { subjectKindSchema } from '../cases/people.ts';
import {
  acceptInput,
  appealDraftInput,
  appealServiceInput,
  askCompletionInput,
  assignInput,
  attachInput,
  closeAppealInput,
  decideAppealInput,
  declareConflictInput,
  distributeInput,
  extendInput,
  forwardInput,
  issueAppealPaperInput,
  lookInput,
  panelMemberInput,
  recordResultInput,
  refuseInput,
  registerAppealInput,
  restoreInput,
  settleConflictInput,
  supplementInput,
  withdrawAppealInput,
} from './inputs.ts';
import { appealKindSchema, outcomeSchema } from './kinds.ts';
import { appealClockKindSchema, appealSchema, appealStateSchema, complainedItemSchema } from './schema.ts';
import { appealActs } from './workflow.ts';

/** A running term as it is shown: `words` says how it stands in working days. */
export const appealClockViewSchema = z.object({
  id: z.string(),
  kind: appealClockKindSchema,
  label: z.string(),
  ground: z.string(),
  basis: z.string(),
  dueOn: daySchema,
  state: z.enum(dueStates),
  words: z.string(),
  estimated: z.boolean(),
});
export type AppealClockView = z.infer<typeof appealClockViewSchema>;

/** A line of the list. Children are masked in it. */
export const appealRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  kind: appealKindSchema,
  state: appealStateSchema,
  inside: z.boolean(),
  caseId: idSchema,
  caseNumber: z.string(),
  matter: z.string(),
  person: z.string(),
  applicant: z.string(),
  /** The measures complained of, joined with 、. */
  against: z.string(),
  receivedOn: daySchema,
  outcome: outcomeSchema.nullable(),
  decidedOn: daySchema.nullable(),
  nextAct: z.enum(appealActs).nullable(),
  nextClock: appealClockViewSchema.nullable(),
});
export type AppealRow = z.infer<typeof appealRowSchema>;

const appealViewShape = z.object({
  appeal: appealSchema,
  nextAct: z.enum(appealActs).nullable(),
  /** Acts that the caller may do now. */
  acts: z.array(z.enum(appealActs)),
  /** What is still needed before the next act goes through. */
  missing: z.array(z.string()),
  clocks: z.array(appealClockViewSchema),
  /** How many days after the last day it came in; 0 when it was in time or no law sets a term. */
  lateDays: z.number().int(),
  /** Those who had a part in the decision complained of and may not handle it, by name with the reason. */
  involved: z.array(z.object({ name: z.string(), why: z.string() })),
  /** Why the caller, who had a part in the decision, may not judge it, in a sentence; blank for whoever may. */
  recusal: z.string(),
  /** Measures that could stand instead, for each item complained of: lighter ones alone. */
  lighter: z.array(
    z.object({
      itemId: idSchema,
      measures: z.array(
        z.object({ code: z.string(), name: z.string(), maxDays: z.number().int().nullable() }),
      ),
    }),
  ),
  /** Files of papers that are lacking something, in words. */
  lacking: z.array(z.object({ paperId: idSchema, fields: z.array(z.string()) })),
});
/** An interface, so that declarations name it instead of writing it out for every channel. */
export interface AppealView extends z.infer<typeof appealViewShape> {}
export const appealViewSchema: z.ZodType<AppealView> = appealViewShape;

/** Of one person in a case: what may be complained of, in which ways, and until when. */
export const complaintSchema = z.object({
  personId: idSchema,
  name: z.string(),
  kind: subjectKindSchema,
  place: z.string(),
  guardian: z.string(),
  items: z.array(complainedItemSchema),
  /** The day of service on record; null where there is none. */
  knownOn: daySchema.nullable(),
  ways: z.array(
    z.object({
      kind: appealKindSchema,
      organ: z.string(),
      inside: z.boolean(),
      /** Last day to apply by the service on record; null where no law or no day sets one. */
      dueOn: daySchema.nullable(),
      /** Why it is not open now; blank when it is. */
      closedBy: z.string(),
    }),
  ),
});
export type Complaint = z.infer<typeof complaintSchema>;

export const appealCheckSchema = z.object({
  findings: z.array(lawFindingSchema),
  /** 出席情况 and how the votes came out, in words. */
  quorum: z.string(),
  tally: z.string(),
  passed: z.boolean(),
  /** What will happen at once when it is decided so. */
  effects: z.array(z.string()),
  /** The number that the decision would get. */
  nextNumber: z.string(),
});
export type AppealCheck = z.infer<typeof appealCheckSchema>;

const changed = appealViewSchema;
const handled = <I extends z.ZodType>(input: I) =>
  command({ access: 'appeals.handle', input, output: changed });

export const appealsChannels = {
  'appeals.list': query({
    access: 'cases.read',
    input: z.object({}),
    output: z.object({ appeals: z.array(appealRowSchema) }),
  }),
  'appeals.read': query({
    access: 'cases.read',
    input: z.object({ id: idSchema }),
    output: appealViewSchema,
  }),
  /** Those that stand on a case, newest first. */
  'appeals.ofCase': query({
    access: 'cases.read',
    input: z.object({ caseId: idSchema }),
    output: z.object({ appeals: z.array(appealRowSchema) }),
  }),
  'appeals.waiting': query({
    access: 'appeals.handle',
    input: z.object({ limit: z.number().int().min(1).max(50).default(6) }),
    output: z.object({
      total: z.number().int(),
      overdue: z.number().int(),
      appeals: z.array(appealRowSchema),
    }),
  }),
  /** Cases with a decision that somebody may complain of, newest first. */
  'appeals.cases': query({
    access: 'appeals.handle',
    input: z.object({}),
    output: z.object({
      cases: z.array(
        z.object({ caseId: idSchema, number: z.string(), matter: z.string(), people: z.string() }),
      ),
    }),
  }),
  'appeals.begin': query({
    access: 'appeals.handle',
    input: z.object({ caseId: idSchema }),
    output: z.object({
      number: z.string(),
      matter: z.string(),
      complaints: z.array(complaintSchema),
    }),
  }),
  'appeals.register': handled(registerAppealInput),
  'appeals.attach': handled(attachInput),
  'appeals.openFile': query({
    access: 'cases.read',
    input: z.object({ id: idSchema, fileId: idSchema }),
    output: openedFileSchema,
  }),
  'appeals.askCompletion': handled(askCompletionInput),
  'appeals.supplement': handled(supplementInput),
  'appeals.accept': handled(acceptInput),
  'appeals.refuse': handled(refuseInput),
  'appeals.forward': handled(forwardInput),
  /** Who of the people named may not handle it, and which groups a committee lacks, while it is being typed. */
  'appeals.checkPanel': query({
    access: 'appeals.handle',
    input: z.object({ id: idSchema, members: z.array(panelMemberInput).max(15) }),
    output: z.object({ findings: z.array(lawFindingSchema), gaps: z.array(z.string()) }),
  }),
  'appeals.assign': handled(assignInput),
  'appeals.declareConflict': handled(declareConflictInput),
  'appeals.settleConflict': handled(settleConflictInput),
  'appeals.look': handled(lookInput),
  'appeals.extend': handled(extendInput),
  /** What the rules say of a decision while it is typed, how the votes came out, what it will do. Changes nothing. */
  'appeals.checkDecision': query({
    access: 'appeals.handle',
    input: z.object({ id: idSchema, decision: appealDraftInput }),
    output: appealCheckSchema,
  }),
  /** The appeal, the case, what stands of it for the person and the numbers of its papers, all at once or not at all. */
  'appeals.decide': handled(decideAppealInput),
  'appeals.recordResult': handled(recordResultInput),
  /** A paper as it would print now: a draft until it is issued, then the issued file. */
  'appeals.previewPaper': query({
    access: 'cases.read',
    input: z.object({ id: idSchema, paperId: idSchema }),
    output: z.object({ file: fileContentSchema, draft: z.boolean() }),
  }),
  /** 送达回证 of what is to be served, to be signed by hand. */
  'appeals.serviceForm': query({
    access: 'cases.read',
    input: z.object({ id: idSchema }),
    output: fileContentSchema,
  }),
  'appeals.issue': handled(issueAppealPaperInput),
  'appeals.serve': handled(appealServiceInput),
  'appeals.distribute': handled(distributeInput),
  'appeals.restore': handled(restoreInput),
  'appeals.close': handled(closeAppealInput),
  'appeals.withdraw': handled(withdrawAppealInput),
  /** The appeals as they are seen: those named, in that order. Children are masked. */
  'appeals.exportList': command({
    access: 'cases.export',
    input: z.object({ ids: z.array(idSchema).min(1, '没有可导出的申请').max(5000) }),
    output: fileContentSchema,
  }),
};
