import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { actorSchema, entityShape, idSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { gravitySchema } from '../standards/severity.ts';
import {
  casePaperSchema,
  executionTaskSchema,
  internalNoteSchema,
  rectificationItemSchema,
  serviceRecordSchema,
} from './carrying-out.ts';
import { clockSchema } from './clock.ts';
import { capSchema, decisionSchema, submissionSchema } from './decision.ts';
import { hearingSchema, notificationSchema, statementSchema } from './hearing.ts';
import { evidenceSchema, filingSchema, investigationSchema } from './investigation.ts';
import { caseSubjectSchema, conflictSchema, personRefSchema, sourceKindSchema } from './people.ts';
import { caseStateSchema, routeSchema } from './states.ts';

export const caseEventSchema = z.object({
  made: stampSchema,
  act: z.string(),
  state: caseStateSchema,
  note: z.string(),
});

/** 并案与分案: which cases belong together, and why. */
export const caseLinksSchema = z.object({
  leadIds: z.array(idSchema),
  mergedInto: z.object({ caseId: idSchema, number: z.string() }).nullable(),
  mergedFrom: z.array(z.object({ caseId: idSchema, number: z.string() })),
  splitFrom: z.object({ caseId: idSchema, number: z.string() }).nullable(),
  splitInto: z.array(z.object({ caseId: idSchema, number: z.string() })),
});

const caseRecordShape = z.object({
  ...entityShape,
  /** 案号, e.g. 问责〔2026〕5号. */
  number: z.string(),
  numberId: idSchema,
  route: routeSchema,
  state: caseStateSchema,
  /** The matter as it stood when the case was registered. */
  matter: z.object({
    code: z.string(),
    version: z.number().int(),
    name: z.string(),
    ethics: z.boolean(),
    academic: z.boolean(),
  }),
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
  filing: filingSchema.nullable(),
  investigation: investigationSchema,
  evidence: z.array(evidenceSchema),
  notifications: z.array(notificationSchema),
  statements: z.array(statementSchema),
  hearings: z.array(hearingSchema),
  decision: decisionSchema.nullable(),
  /** Decisions that a later one replaced, oldest first. */
  formerDecisions: z.array(decisionSchema),
  caps: z.array(capSchema).default([]),
  submission: submissionSchema.nullable(),
  papers: z.array(casePaperSchema),
  services: z.array(serviceRecordSchema),
  rectification: z.array(rectificationItemSchema),
  tasks: z.array(executionTaskSchema),
  notes: z.array(internalNoteSchema),
  clocks: z.array(clockSchema),
  links: caseLinksSchema,
  closing: stampSchema.extend({ note: z.string() }).nullable(),
  withdrawal: stampSchema.extend({ reason: z.string() }).nullable(),
  reopenings: z.array(stampSchema.extend({ reason: z.string() })),
  history: z.array(caseEventSchema),
});
/** An interface, so that declarations name it instead of writing it out. */
export interface CaseRecord extends z.infer<typeof caseRecordShape> {}
export const caseRecordSchema: z.ZodType<CaseRecord> = caseRecordShape;
