import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { dueStates } from '../../kernel/due-state.ts';
import { fileContentSchema } from '../../kernel/entity.ts';

/** Names a deadline among those of all sources: `source/key`. */
export const deadlineIdSchema = z.string().min(3).max(200);

/** A running term as lists and calendars show it. */
export const deadlineViewSchema = z.object({
  id: deadlineIdSchema,
  /** Source and kind, unique among all kinds: what filters go by. */
  kind: z.string(),
  /** 办理期限 */
  label: z.string(),
  /** 问责事项 */
  sourceLabel: z.string(),
  title: z.string(),
  ground: z.string(),
  startedOn: daySchema,
  dueOn: daySchema,
  rolledFrom: daySchema.nullable(),
  estimated: z.boolean(),
  recordPath: z.string(),
  recordNumber: z.string(),
  recordTitle: z.string(),
  people: z.array(z.string()),
  /** Who has to act, in words; empty when nobody in the house has to. */
  responsible: z.string(),
  /** True when it is the caller who has to act, alone or with others who hold the same permission. */
  mine: z.boolean(),
  othersTerm: z.boolean(),
  state: z.enum(dueStates),
  days: z.number().int(),
  workdays: z.number().int(),
  /** 还剩 3 个工作日, 已逾期 2 天 */
  words: z.string(),
  /** True when the caller may take it along in a sheet. */
  exportable: z.boolean(),
});
export type DeadlineView = z.infer<typeof deadlineViewSchema>;

export const deadlineFilterSchema = z
  .object({
    /** First and last due day, both included. */
    from: daySchema.optional(),
    to: daySchema.optional(),
    kinds: z.array(z.string()).max(100).optional(),
    states: z.array(z.enum(dueStates)).optional(),
    mine: z.boolean().default(false),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: '结束日期不能早于开始日期。',
    path: ['to'],
  });
export type DeadlineFilter = z.output<typeof deadlineFilterSchema>;

/** A term that rests on an estimate, and what the present calendar makes of it. */
export const recountSchema = z.object({
  id: deadlineIdSchema,
  label: z.string(),
  recordNumber: z.string(),
  recordTitle: z.string(),
  recordPath: z.string(),
  people: z.array(z.string()),
  before: daySchema,
  after: daySchema,
  /** True while the notice of that year is still not there: counting again would change nothing for good. */
  stillEstimated: z.boolean(),
  othersTerm: z.boolean(),
});
export type Recount = z.infer<typeof recountSchema>;

const exported = z.array(deadlineIdSchema).min(1, '没有可导出的期限').max(5000);

export const deadlinesChannels = {
  /** Running terms of every kind that the caller may see, the most pressing first. */
  'deadlines.list': query({
    access: 'signed-in',
    input: deadlineFilterSchema,
    output: z.object({
      today: daySchema,
      deadlines: z.array(deadlineViewSchema),
      /** Every kind among them, before filters. */
      kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
    }),
  }),
  /** The terms as they are seen: those named, in that order. */
  'deadlines.export': command({
    access: 'signed-in',
    input: z.object({ ids: exported }),
    output: fileContentSchema,
  }),
  /** The same for the calendar of a telephone or an office program (.ics); names nobody. */
  'deadlines.exportCalendar': command({
    access: 'signed-in',
    input: z.object({ ids: exported }),
    output: fileContentSchema,
  }),
  /** Running terms that were counted before a year's notice was known. */
  'deadlines.estimated': query({
    access: 'school.write',
    input: z.object({}),
    output: z.object({
      terms: z.array(recountSchema),
      /** How many more there are that the caller may not see. */
      hidden: z.number().int(),
    }),
  }),
  /** Counts the terms named again by the present calendar; those not estimated stay as they are. */
  'deadlines.recompute': command({
    access: 'school.write',
    input: z.object({ ids: z.array(deadlineIdSchema).min(1, '请至少选择一个期限').max(5000) }),
    output: z.object({ recomputed: z.number().int() }),
  }),
};
