import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema, targetSchema } from '../../kernel/entity.ts';
import { dueStates } from '../../kernel/due-state.ts';
import { lawFindingSchema } from '../../law/findings.ts';
import {
  addProofInput,
  answerObjectionInput,
  createPublicityInput,
  editPublicityInput,
  finishInput,
  recordObjectionInput,
  showPublicityInput,
  takeDownInput,
  typedPublicityInput,
} from './inputs.ts';
import type { NoticeText } from './notice.ts';
import {
  publicityContentSchema,
  publicityKindSchema,
  publicitySchema,
  publicityStateSchema,
  scopeSchema,
  type Publicity,
} from './schema.ts';
import { publicityActs } from './workflow.ts';

/** How long it still hangs, in working days. */
const dueSchema = z.object({
  dueOn: daySchema,
  state: z.enum(dueStates),
  words: z.string(),
  /** True when it was counted before the year's notice on holidays was known. */
  estimated: z.boolean(),
});

export const publicityRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  /** As others read it. */
  title: z.string(),
  kind: publicityKindSchema,
  scope: scopeSchema,
  state: publicityStateSchema,
  items: z.number().int(),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  /** Null while it is not up. */
  due: dueSchema.nullable(),
  openObjections: z.number().int(),
  /** True while it is up although what it shows may not be shown any more, e.g. after its decision was set aside. */
  mustComeDown: z.boolean(),
});
export type PublicityRow = z.infer<typeof publicityRowSchema>;

const noticeTextSchema: z.ZodType<NoticeText> = z.object({
  title: z.string(),
  opening: z.string(),
  items: z.array(z.object({ id: z.string(), name: z.string(), text: z.string() })),
  period: z.string(),
  objection: z.string(),
});

/** What a publicity shows, and what the law has to say of that. */
const readingShape = {
  shown: noticeTextSchema,
  findings: z.array(lawFindingSchema),
  /** Members of staff whose whole names can be read although names are hidden: they are in none of its lines. */
  stillNamed: z.array(z.string()),
};

const recordSchema: z.ZodType<Publicity> = publicitySchema;

export const publicityViewSchema = z.object({
  record: recordSchema,
  acts: z.array(z.enum(publicityActs)),
  /** What the next act still lacks: of a draft to go up, of one that is up to be ended. */
  missing: z.array(z.string()),
  due: dueSchema.nullable(),
  /** The cases whose decisions it tells of. */
  cases: z.array(z.object({ id: idSchema, number: z.string() })),
  mustComeDown: z.boolean(),
  ...readingShape,
});
export type PublicityView = z.infer<typeof publicityViewSchema>;
const viewSchema: z.ZodType<PublicityView> = publicityViewSchema;

/** A decision that may be shown: in force, served, of staff or departments. */
export const candidateSchema = z.object({
  sanctionId: idSchema,
  caseId: idSchema,
  caseNumber: z.string(),
  personId: idSchema,
  personKind: z.enum(['staff', 'department']),
  name: z.string(),
  matter: z.string(),
  measure: z.string(),
  decidedOn: daySchema,
  text: z.string(),
  /** What the decision was based on, as it was cited. */
  basis: z.string(),
  /** Number of the publicity that tells of it already; null when none does. */
  shownIn: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const publicityChannels = {
  'publicity.list': query({
    access: 'publicity.read',
    input: z.object({}),
    output: z.object({ publicities: z.array(publicityRowSchema) }),
  }),
  /** Those that tell of a decision of a case, newest first. */
  'publicity.ofCase': query({
    access: 'publicity.read',
    input: z.object({ caseId: idSchema }),
    output: z.object({ publicities: z.array(publicityRowSchema) }),
  }),
  'publicity.read': query({
    access: 'publicity.read',
    input: z.object({ id: idSchema }),
    output: viewSchema,
  }),
  /** Decisions that may be shown, newest first; with their words already free of what must not be read. */
  'publicity.candidates': query({
    access: 'publicity.manage',
    input: z.object({ caseId: idSchema.optional() }),
    output: z.object({ candidates: z.array(candidateSchema) }),
  }),
  /** Counts of a period, by kind of matter and measure, without pupils: no cell of fewer than three. */
  'publicity.overall': query({
    access: 'publicity.manage',
    input: z.object({ from: daySchema, to: daySchema }),
    output: z.object({ lines: z.array(z.string()), total: z.number().int() }),
  }),
  /** What a new publicity usually says: where to object, as it stood last time. */
  'publicity.usual': query({
    access: 'publicity.manage',
    input: z.object({}),
    output: z.object({ department: z.string(), phone: z.string(), how: z.string() }),
  }),
  /** The last day of a publicity that goes up on a day. */
  'publicity.term': query({
    access: 'publicity.manage',
    input: z.object({ startsOn: daySchema, workdays: publicityContentSchema.shape.workdays }),
    output: z.object({ endsOn: daySchema, estimated: z.boolean() }),
  }),
  /** What the law says of a publicity while it is typed, and how it would read. Changes nothing. */
  'publicity.check': query({
    access: 'publicity.manage',
    input: z.object({ content: typedPublicityInput }),
    output: z.object(readingShape),
  }),
  'publicity.create': command({
    access: 'publicity.manage',
    input: createPublicityInput,
    output: viewSchema,
  }),
  'publicity.edit': command({ access: 'publicity.manage', input: editPublicityInput, output: viewSchema }),
  'publicity.show': command({ access: 'publicity.manage', input: showPublicityInput, output: viewSchema }),
  'publicity.addProof': command({ access: 'publicity.manage', input: addProofInput, output: viewSchema }),
  'publicity.readProof': query({
    access: 'publicity.read',
    input: z.object({ id: idSchema, hash: z.string() }),
    output: fileContentSchema,
  }),
  'publicity.recordObjection': command({
    access: 'publicity.manage',
    input: recordObjectionInput,
    output: viewSchema,
  }),
  'publicity.answerObjection': command({
    access: 'publicity.manage',
    input: answerObjectionInput,
    output: viewSchema,
  }),
  'publicity.takeDown': command({ access: 'publicity.manage', input: takeDownInput, output: viewSchema }),
  'publicity.finish': command({ access: 'publicity.manage', input: finishInput, output: viewSchema }),
  /** Removes a draft that was never shown; its number becomes void. */
  'publicity.discard': command({
    access: 'publicity.manage',
    input: targetSchema,
    output: z.object({ number: z.string() }),
  }),
  /** The notice or the report of its result: a draft until it went up, then the file itself. */
  'publicity.paper': query({
    access: 'publicity.read',
    input: z.object({ id: idSchema, which: z.enum(['notice', 'result']), sheet: z.enum(['A4', 'A3']) }),
    output: z.object({ file: fileContentSchema, draft: z.boolean() }),
  }),
  'publicity.exportList': command({
    access: 'publicity.manage',
    input: z.object({ ids: z.array(idSchema).min(1, '没有可导出的公示').max(5000) }),
    output: fileContentSchema,
  }),
};
