import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { idSchema, stampSchema } from '../../kernel/entity.ts';

export const clockKindLabels = {
  handling: '办理期限',
  investigation: '办案期限',
  statement: '陈述期限',
  service: '送达期限',
  review: '复核申请期限',
  'pupil-appeal': '学生申诉期限',
  rectification: '整改期限',
  reply: '答复催办期限',
  task: '执行期限',
} as const;
export const clockKindSchema = z.enum([
  'handling',
  'investigation',
  'statement',
  'service',
  'review',
  'pupil-appeal',
  'rectification',
  'reply',
  'task',
]);
export type ClockKind = z.infer<typeof clockKindSchema>;

/** One running term. A case has several at a time. */
export const clockSchema = z.object({
  id: idSchema,
  kind: clockKindSchema,
  /** Where the term comes from, as shown. */
  ground: z.string(),
  startedOn: daySchema,
  dueOn: daySchema,
  /** The day before it was moved on by days off. */
  rolledFrom: daySchema.nullable(),
  /** True when the year's holiday notice was not known. */
  estimated: z.boolean(),
  /** e.g. 30 日, 3 个工作日 */
  basis: z.string(),
  personId: z.string().nullable(),
  itemId: z.string().nullable(),
  endedOn: daySchema.nullable(),
  /** 延长: from which day to which, why, and by whom it was approved. */
  extensions: z.array(
    stampSchema.extend({ from: daySchema, to: daySchema, reason: z.string(), approver: z.string() }),
  ),
});
export type Clock = z.infer<typeof clockSchema>;
