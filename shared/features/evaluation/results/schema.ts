import { z } from 'zod';
import { daySchema } from '../../../kernel/dates.ts';
import {
  entityShape,
  idSchema,
  optionalTextSchema,
  stampSchema,
  textSchema,
} from '../../../kernel/entity.ts';
import { HUNDRED } from '../decimal.ts';

/** What the scores cannot say of a person and his year, as the office enters it. */
export const factsShape = {
  /** 病假、事假等累计天数: calendar days, without maternity leave (人社部发〔2023〕6号第四十一条). */
  leaveDays: z.number().int('请假天数须是整数').min(0, '请假天数不能小于 0').max(366, '请假天数不能超过 366'),
  /** 初次就业不满半年 (第三十七条) */
  newlyEmployed: z.boolean(),
  /** 无正当理由拒不参加考核 (第四十四条) */
  refused: z.boolean(),
  /** 诫勉, 组织处理 and other measures that are not on record here and bar the highest grade (第四十三条). */
  barredBy: optionalTextSchema('处理名称', 60),
  note: optionalTextSchema('说明', 200),
} as const;
export const factsInputSchema = z.object(factsShape).refine(({ refused, note }) => !refused || note !== '', {
  error: '拒不参加考核的，请写明经过：何时由谁做了教育工作',
  path: ['note'],
});
export type FactsInput = z.infer<typeof factsInputSchema>;
export const factsSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  subjectId: idSchema,
  ...factsShape,
  saved: stampSchema,
});
export type Facts = z.infer<typeof factsSchema>;

/** 校准会议: who sat together over the results, and what was said. */
export const meetingShape = {
  heldOn: daySchema,
  place: optionalTextSchema('地点', 60),
  chair: textSchema('主持人', 30),
  present: textSchema('出席人员', 300),
  absent: optionalTextSchema('缺席与回避人员', 300),
  note: textSchema('会议情况', 2000),
} as const;
export const meetingInputSchema = z.object(meetingShape);
export const meetingSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  ...meetingShape,
  saved: stampSchema,
});
export type Meeting = z.infer<typeof meetingSchema>;

/** What a meeting settled about one subject, other than the reckoning had it. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('grade'), to: textSchema('等次', 10) }),
  z.object({
    kind: z.literal('total'),
    to: z.number().int('总分最多两位小数').min(0, '总分不能小于 0').max(HUNDRED, '总分不能超过 100 分'),
  }),
  /** 不占优秀名额 */
  z.object({ kind: z.literal('outsideQuota') }),
]);
export type Change = z.infer<typeof changeSchema>;
export const changeLabels = {
  grade: '调整等次',
  total: '调整总分',
  outsideQuota: '不占优秀名额',
} as const;

export const adjustmentReasonSchema = z
  .string()
  .trim()
  .min(4, '请写明调整理由，至少 4 个字')
  .max(300, '调整理由不能超过 300 字');

export const adjustmentSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  subjectId: idSchema,
  meetingId: idSchema,
  change: changeSchema,
  /** Grade or total as it stood before, in words. */
  before: z.string(),
  reason: z.string(),
  made: stampSchema,
  /** 撤销: the adjustment stays on record and has no effect. */
  undone: stampSchema.extend({ reason: z.string() }).nullable(),
});
export type Adjustment = z.infer<typeof adjustmentSchema>;
