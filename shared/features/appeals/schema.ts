import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import {
  entityShape,
  fileRefSchema,
  idSchema,
  optionalTextSchema,
  stampSchema,
  textSchema,
} from '../../kernel/entity.ts';
import { executionTaskSchema, serviceRecordSchema } from '../cases/carrying-out.ts';
import { keptOverrideSchema } from '../cases/decision.ts';
import { subjectKindSchema } from '../cases/people.ts';
import {
  appealKindSchema,
  applicantSchema,
  flawSchema,
  lookKindSchema,
  outcomeSchema,
  receiptWaySchema,
} from './kinds.ts';
import { panelConflictSchema, panelSchema, sittingSchema } from './panel.ts';

export const appealStates = [
  'received',
  'incomplete',
  'accepted',
  'forwarded',
  'refused',
  'decided',
  'issued',
  'served',
  'closed',
  'withdrawn',
] as const;
export const appealStateSchema = z.enum(appealStates);
export type AppealState = z.infer<typeof appealStateSchema>;

export const clockKindLabels = {
  admission: '受理审查期限',
  completion: '补正期限',
  handling: '办理期限',
  authority: '主管部门办理期限',
  service: '送达期限',
  remedy: '下一步救济期限',
} as const;
export const appealClockKindSchema = z.enum([
  'admission',
  'completion',
  'handling',
  'authority',
  'service',
  'remedy',
]);
export type AppealClockKind = z.infer<typeof appealClockKindSchema>;

export const appealClockSchema = z.object({
  id: idSchema,
  kind: appealClockKindSchema,
  ground: z.string(),
  basis: z.string(),
  startedOn: daySchema,
  dueOn: daySchema,
  rolledFrom: daySchema.nullable(),
  estimated: z.boolean(),
  endedOn: daySchema.nullable(),
  extensions: z.array(
    stampSchema.extend({ from: daySchema, to: daySchema, reason: z.string(), approver: z.string() }),
  ),
});
export type AppealClock = z.infer<typeof appealClockSchema>;

export const appealFileSchema = z.object({
  id: idSchema,
  title: textSchema('材料名称', 60),
  file: fileRefSchema,
  added: stampSchema,
});
export type AppealFile = z.infer<typeof appealFileSchema>;

/** One measure complained of, in the words in which it was told. */
export const complainedItemSchema = z.object({
  itemId: idSchema,
  measureName: z.string(),
  paperNumber: z.string().nullable(),
  effectiveOn: daySchema,
  endsOn: daySchema.nullable(),
});
export type ComplainedItem = z.infer<typeof complainedItemSchema>;

export const appealPaperFormLabels = {
  application: '申请登记表',
  completion: '补正通知书',
  acceptance: '受理通知书',
  refusal: '不予受理通知书',
  extension: '延长办理期限通知书',
  minutes: '集体研究记录',
  decision: '复核（申诉）决定书',
  correction: '更正（撤销）通知',
  'service-record': '送达回证',
} as const;
export const appealPaperFormSchema = z.enum([
  'application',
  'completion',
  'acceptance',
  'refusal',
  'extension',
  'minutes',
  'decision',
  'correction',
  'service-record',
]);
export type AppealPaperForm = z.infer<typeof appealPaperFormSchema>;

export const appealPaperSchema = z.object({
  id: idSchema,
  form: appealPaperFormSchema,
  title: z.string(),
  /** The day it is about: that of the act that called for it. */
  datedOn: daySchema,
  /** Of a 更正（撤销）通知: the paper of the case that it is about, with its number and whom that paper had reached. */
  former: z.object({ paperId: idSchema, number: z.string(), reached: z.array(z.string()) }).nullable(),
  /** Of a 送达回证: the service that it proves. */
  serviceId: z.string().nullable().default(null),
  numberId: z.string().nullable(),
  number: z.string().nullable(),
  issuedPaperId: z.string().nullable(),
  /** Of a 更正（撤销）通知: when and how everybody whom the former paper had reached was told. */
  distribution: stampSchema.extend({ on: daySchema, note: z.string() }).nullable(),
});
export type AppealPaper = z.infer<typeof appealPaperSchema>;

export const replacementSchema = z.object({
  /** The item of the former decision, and the one that stands instead. */
  itemId: idSchema,
  newItemId: idSchema,
  before: z.string(),
  after: z.string(),
  endsOn: daySchema.nullable(),
});

export const appealDecisionSchema = z.object({
  outcome: outcomeSchema,
  /** 责令重新处理: the case is taken up again. */
  redo: z.boolean(),
  /** Items changed or annulled; none where all stands. */
  itemIds: z.array(idSchema),
  replacements: z.array(replacementSchema),
  flaws: z.array(flawSchema),
  facts: textSchema('复核查明的事实', 5000),
  reason: textSchema('理由', 3000),
  decidedOn: daySchema,
  /** Null where the authority decided. */
  sitting: sittingSchema.nullable(),
  /** Of the authority: its number and the paper as it came. */
  number: optionalTextSchema('对方文号', 60),
  file: fileRefSchema.nullable(),
  overrides: z.array(keptOverrideSchema),
  /** What it did to the case, in words, for the record. */
  effects: z.array(z.string()),
  decided: stampSchema,
});
export type AppealDecision = z.infer<typeof appealDecisionSchema>;

const appealShape = z.object({
  ...entityShape,
  /** e.g. 申〔2026〕1号 */
  number: z.string(),
  numberId: idSchema,
  kind: appealKindSchema,
  state: appealStateSchema,
  /** True where the school decides; else the authority does, and this is the record of what went in and out. */
  inside: z.boolean(),
  /** Who decides on it, as papers say it. */
  organ: z.string(),
  case: z.object({ id: idSchema, number: z.string(), matter: z.string() }),
  /** 被处理人, as the case names him or her. */
  person: z.object({
    id: idSchema,
    kind: subjectKindSchema,
    name: z.string(),
    place: z.string(),
    minor: z.boolean(),
    guardian: z.string(),
  }),
  applicant: z.object({
    capacity: applicantSchema,
    name: textSchema('申请人', 30),
    contact: optionalTextSchema('联系方式', 60),
  }),
  receivedOn: daySchema,
  way: receiptWaySchema,
  requests: textSchema('请求事项', 1000),
  reasons: textSchema('事实和理由', 5000),
  files: z.array(appealFileSchema),
  items: z.array(complainedItemSchema).min(1),
  paperIds: z.array(idSchema),
  decidedOn: daySchema,
  /** 知道决定之日: the service that is on record, else as it was told. */
  knownOn: daySchema,
  /** The term to apply; null where no law sets one. */
  limit: z
    .object({
      dueOn: daySchema,
      rolledFrom: daySchema.nullable(),
      estimated: z.boolean(),
      basis: z.string(),
      ground: z.string(),
    })
    .nullable(),
  /** Why it is heard although it came late, and who approved. */
  late: z
    .object({ reason: textSchema('逾期理由', 300), approver: textSchema('批准人', 30), on: daySchema })
    .nullable(),
  /** 补正, asked for once. */
  completion: z
    .object({
      askedOn: daySchema,
      lacking: textSchema('需要补正的内容', 1000),
      dueOn: daySchema,
      received: z.object({ on: daySchema, note: textSchema('补正情况', 500) }).nullable(),
    })
    .nullable(),
  admission: z
    .object({ accepted: z.boolean(), on: daySchema, reason: z.string().max(1000), made: stampSchema })
    .nullable(),
  panel: panelSchema.nullable(),
  conflicts: z.array(panelConflictSchema),
  /** 查核: what the handlers read, whom they heard. */
  looks: z.array(
    z.object({
      id: idSchema,
      kind: lookKindSchema,
      on: daySchema,
      people: textSchema('参加人员', 200),
      text: textSchema('情况', 3000),
      made: stampSchema,
    }),
  ),
  /** 报送材料和说明, where the authority decides. */
  forwarding: z
    .object({ on: daySchema, text: textSchema('报送材料和说明', 2000), made: stampSchema })
    .nullable(),
  decision: appealDecisionSchema.nullable(),
  papers: z.array(appealPaperSchema),
  services: z.array(serviceRecordSchema),
  /** 恢复事项: what has to be undone of what was carried out. */
  restorations: z.array(executionTaskSchema.pick({ id: true, kind: true, text: true, done: true })),
  clocks: z.array(appealClockSchema),
  closing: stampSchema.extend({ note: z.string() }).nullable(),
  withdrawal: stampSchema.extend({ on: daySchema, reason: z.string() }).nullable(),
  registered: stampSchema,
  history: z.array(
    z.object({ made: stampSchema, act: z.string(), state: appealStateSchema, note: z.string() }),
  ),
});
/** An interface, so that declarations name it instead of writing it out. */
export interface Appeal extends z.infer<typeof appealShape> {}
export const appealSchema: z.ZodType<Appeal> = appealShape;
