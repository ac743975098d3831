import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { idSchema } from '../../kernel/entity.ts';
import { caseActs } from './acts.ts';
import { clockKindSchema } from './clock.ts';
import { caseStateSchema, routeSchema } from './states.ts';

/** A running term as a list shows it. `daysLeft` counts calendar days, negative when it has passed. */
export const clockViewSchema = z.object({
  kind: clockKindSchema,
  label: z.string(),
  dueOn: daySchema,
  daysLeft: z.number().int(),
  estimated: z.boolean(),
});
export type ClockView = z.infer<typeof clockViewSchema>;

/** What a list of cases can show of each. */
export const caseColumnLabels = {
  number: '案号',
  state: '状态',
  route: '办理方式',
  matter: '问责事由',
  people: '当事人',
  clock: '下一个期限',
  nextAct: '下一步',
  measure: '措施',
  paperNumber: '文号',
  registeredOn: '登记日期',
  occurredOn: '事发日期',
  summary: '事由摘要',
} as const;
export const caseColumnSchema = z.enum([
  'number',
  'state',
  'route',
  'matter',
  'people',
  'clock',
  'nextAct',
  'measure',
  'paperNumber',
  'registeredOn',
  'occurredOn',
  'summary',
]);
export type CaseColumn = z.infer<typeof caseColumnSchema>;

export const caseRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  route: routeSchema,
  state: caseStateSchema,
  matter: z.string(),
  summary: z.string(),
  people: z.array(z.string()),
  /** True when a minor is among the people. */
  hasMinor: z.boolean(),
  occurredOn: daySchema,
  registeredOn: daySchema,
  /** Names of the measures decided; null while nothing is decided. */
  measure: z.string().nullable(),
  /** Numbers of the decision's papers, joined with 、. */
  paperNumber: z.string().nullable(),
  /** The term that ends first, if one is running. */
  nextClock: clockViewSchema.nullable(),
  /** The act that moves it on, whoever may do it; null at the end. */
  nextAct: z.enum(caseActs).nullable(),
  /** How many papers wait to be issued. */
  papersDue: z.number().int(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** What a batch did with one case: its papers, or why none of them was issued. */
export const batchCaseSchema = z.object({
  caseId: idSchema,
  number: z.string(),
  papers: z.array(z.object({ issuedPaperId: idSchema, title: z.string(), number: z.string().nullable() })),
  /** Null when all papers were issued. */
  problem: z.string().nullable(),
});
export type BatchCase = z.infer<typeof batchCaseSchema>;
