import { z } from 'zod';
import { entityShape, optionalTextSchema, stampSchema } from '../../../kernel/entity.ts';
import { subjectKindSchema } from '../indicators.ts';
import { DECIMAL, fractionOf } from './decimal-text.ts';
import { isFormulaFunction } from './formula-functions.ts';

/** 数据分类, by which fields are offered. */
export const dataAreaLabels = {
  exam: '学业成绩',
  attendance: '出勤',
  homework: '作业',
  safety: '安全与事件',
  satisfaction: '投诉与满意',
  finance: '财务',
  staffing: '编制与人员',
  activity: '教研与活动',
  other: '其他',
} as const;
export const dataAreaSchema = z.enum([
  'exam',
  'attendance',
  'homework',
  'safety',
  'satisfaction',
  'finance',
  'staffing',
  'activity',
  'other',
]);
export type DataArea = z.infer<typeof dataAreaSchema>;

/** The name is what formulas call it by: a word that cannot be read as anything else. */
export const fieldNameSchema = z
  .string()
  .trim()
  .regex(
    /^\p{Script=Han}[\p{Script=Han}A-Za-z0-9]{0,19}$/u,
    '数据名称须以汉字开头，只能用汉字、字母和数字，不超过 20 个字',
  )
  .refine((name) => !isFormulaFunction(name), { error: '这个名称是公式里的函数，请换一个' });

const boundSchema = z.string().regex(DECIMAL, '须是数字，最多四位小数').nullable();

const fieldShape = {
  name: fieldNameSchema,
  area: dataAreaSchema,
  /** `%`, 次, 元 …; the value of 92.5 % is 92.5. Blank: a bare number. */
  unit: optionalTextSchema('单位', 6),
  decimals: z.number().int().min(0).max(4, '小数不能超过 4 位'),
  min: boundSchema,
  max: boundSchema,
  /** How it is reckoned: what is counted, over what time, from which register. */
  about: optionalTextSchema('说明', 300),
  /** For which subjects it makes sense. */
  kinds: z.array(subjectKindSchema).min(1, '请选择适用的考核对象').max(9),
} as const;

interface Bounded {
  readonly min: string | null;
  readonly max: string | null;
}
const inOrder = ({ min, max }: Bounded): boolean =>
  min === null || max === null || fractionOf(min).compare(fractionOf(max)) <= 0;
const disorder = { error: '下限不能大于上限', path: ['max'] };

/** 数据字段: one kind of figure that formulas may use. */
export const dataFieldSchema = z.object(fieldShape).refine(inOrder, disorder);
export type DataField = z.infer<typeof dataFieldSchema>;

/** The shipped ones, as their file in resources has them. */
export const dataFieldLibrarySchema = z.object({ fields: z.array(dataFieldSchema) });

/** One that the school added. */
export const schoolFieldSchema = z.object({ ...entityShape, ...fieldShape, saved: stampSchema });
export type SchoolField = z.infer<typeof schoolFieldSchema>;

/** What may be typed, in one line. */
export const allowedIn = ({ unit, decimals, min, max }: DataField): string => {
  const range =
    min !== null && max !== null
      ? `${min}${min.startsWith('-') ? ' 至 ' : '—'}${max}`
      : min !== null
        ? `不小于 ${min}`
        : max !== null
          ? `不大于 ${max}`
          : '数字';
  const places = decimals === 0 ? '整数' : `最多 ${String(decimals)} 位小数`;
  return `${range}${unit === '' || unit === '%' ? unit : ` ${unit}`}，${places}`;
};

/** A value with its unit: `92.5%`, `3 次`. */
export const withUnit = (value: string, unit: string): string =>
  unit === '' ? value : unit === '%' ? `${value}%` : `${value} ${unit}`;
