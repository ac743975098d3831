import { z } from 'zod';
import { daySchema, formatDay } from '../../kernel/dates.ts';
import { idSchema } from '../../kernel/entity.ts';
import { formatFen } from '../../kernel/money.ts';

/**
 * 绩效核减: only 奖励性绩效, only by a plan of the school that was adopted, by the clause that says so (国办发〔2008〕133号). What is
 * fixed of a salary is never touched.
 */

/** `YYYY-MM`. */
export const monthSchema = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, '请选择月份');

/** As it is typed: everything may still be blank. */
export const payInput = z.object({
  /** The plan among the school's rules. */
  ruleId: z.string().max(64).default(''),
  clause: z.string().max(40).default(''),
  months: z.array(monthSchema).max(12, '核减月份不能超过 12 个月').default([]),
  /** 金额, in fen; 0 while it is blank. */
  fen: z.number().int('金额精确到分').min(0).max(100_000_000, '金额过大').default(0),
});
export type PayDraft = z.output<typeof payInput>;

/** As it is kept with the decision, in the words of the plan as it stood. */
export const payTermsSchema = z.object({
  ruleId: idSchema,
  version: z.number().int(),
  plan: z.string(),
  adoptedBy: z.string(),
  adoptedOn: daySchema,
  /** 批准文号, or when and where it was filed. */
  approval: z.string(),
  clause: z.string(),
  months: z.array(monthSchema).min(1),
  /** In fen. */
  fen: z.number().int().positive(),
});
export type PayTerms = z.infer<typeof payTermsSchema>;

/** 2026年11月、12月 would be read wrongly over a year's end: each with its year. */
export const monthsText = (months: readonly string[]): string =>
  [...months]
    .sort()
    .map((month) => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`)
    .join('、');

/** 按照《奖励性绩效工资分配方案》（2025年9月1日通过）第十二条，核减2026年11月奖励性绩效240.00元 */
export const payText = ({ plan, adoptedOn, clause, months, fen }: PayTerms): string =>
  `按照《${plan}》（${formatDay(adoptedOn)}通过）${clause}，核减${monthsText(months)}奖励性绩效${formatFen(fen)}`;

/** What of the terms is still blank, in words. */
export const payBlanks = (pay: PayDraft | null): string[] => [
  ...((pay?.ruleId ?? '') === '' ? ['绩效分配方案'] : []),
  ...((pay?.clause ?? '') === '' ? ['方案条款'] : []),
  ...((pay?.months.length ?? 0) === 0 ? ['核减月份'] : []),
  ...((pay?.fen ?? 0) === 0 ? ['核减金额'] : []),
];
