import { z } from 'zod';
import { daySchema } from '../../../kernel/dates.ts';
import {
  entityShape,
  fileRefSchema,
  idSchema,
  optionalTextSchema,
  stampSchema,
  textSchema,
} from '../../../kernel/entity.ts';

/**
 * What stands beside the scores where the school itself or its departments are evaluated (C7): what they say of
 * themselves, what others found, and what is to be done about it. One record for each subject of a cycle.
 */

/** 自评 on one dimension. */
export const selfTextShape = {
  done: optionalTextSchema('工作情况', 5000),
  strengths: optionalTextSchema('主要成效', 3000),
  problems: optionalTextSchema('存在问题', 3000),
  next: optionalTextSchema('改进打算', 3000),
} as const;
const selfTextSchema = z.object({
  dimensionId: idSchema,
  ...selfTextShape,
  files: z.array(fileRefSchema),
  saved: stampSchema,
});
export type SelfText = z.infer<typeof selfTextSchema>;

/** 第三方评估报告 */
export const outsideReportShape = {
  organ: textSchema('评估机构', 60),
  title: textSchema('报告名称', 80),
  day: daySchema,
  summary: textSchema('主要结论', 2000),
} as const;
const outsideReportSchema = z.object({
  id: idSchema,
  ...outsideReportShape,
  file: fileRefSchema,
  added: stampSchema,
});

export const actionKindLabels = { rectify: '整改', improve: '改进' } as const;
export const actionKindSchema = z.enum(['rectify', 'improve']);
export const actionShape = {
  kind: actionKindSchema,
  item: textSchema('事项', 300),
  /** The dimension it follows from; null: from none, e.g. from a report from outside. */
  dimensionId: idSchema.nullable().default(null),
  responsible: textSchema('责任人', 40),
  dueOn: daySchema,
} as const;
export const actionSchema = z.object({
  id: idSchema,
  ...actionShape,
  progress: z.array(z.object({ on: daySchema, text: z.string(), made: stampSchema })),
  closed: z
    .object({ on: daySchema, note: z.string(), files: z.array(fileRefSchema), made: stampSchema })
    .nullable(),
  made: stampSchema,
});
export type Action = z.infer<typeof actionSchema>;

export const selfEvaluationSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  subjectId: idSchema,
  /** 基本情况 and 总体结论, before and after what is said of the dimensions. */
  opening: z.string(),
  conclusion: z.string(),
  texts: z.array(selfTextSchema),
  reports: z.array(outsideReportSchema),
  actions: z.array(actionSchema),
});
export type SelfEvaluation = z.infer<typeof selfEvaluationSchema>;

/** How an action stands on a day. */
export const actionStates = ['open', 'late', 'closed'] as const;
export type ActionState = (typeof actionStates)[number];
export const actionStateLabels: Readonly<Record<ActionState, string>> = {
  open: '进行中',
  late: '已逾期',
  closed: '已完成',
};
export const actionState = (
  { closed, dueOn }: Pick<Action, 'closed' | 'dueOn'>,
  today: string,
): ActionState => (closed ? 'closed' : dueOn < today ? 'late' : 'open');
