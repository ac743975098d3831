import { z } from 'zod';
import { entityShape, idSchema, optionalTextSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { HUNDRED } from './decimal.ts';

/** Whom an indicator system is for (B1). */
export const subjectKindLabels = {
  leader: '校领导',
  middle: '中层干部',
  teacher: '教师',
  support: '教辅后勤',
  pupil: '学生',
  class: '班级',
  department: '部门',
  school: '学校整体',
  family: '家庭教育配合',
} as const;
export const subjectKindSchema = z.enum([
  'leader',
  'middle',
  'teacher',
  'support',
  'pupil',
  'class',
  'department',
  'school',
  'family',
]);
export type SubjectKind = z.infer<typeof subjectKindSchema>;

/** Whole hundredths of a percent: 3000 is 30 %. */
export const weightSchema = z
  .number()
  .int('权重最多两位小数')
  .min(0, '权重不能小于 0')
  .max(HUNDRED, '权重不能超过 100%');

/** Marks in hundredths: 850 is 8.5. */
const marksSchema = z
  .number()
  .int('分数最多两位小数')
  .min(0, '分数不能小于 0')
  .max(100_000, '分数不能超过 1000');

/** Whole marks, so that every share of the full marks stays a fraction that a spreadsheet reckons exactly. */
const fullMarksSchema = marksSchema
  .min(100, '满分至少 1 分')
  .refine((marks) => marks % 100 === 0, { error: '满分须是整数' });

export const levelSchema = z.object({
  id: idSchema,
  /** 优、良、中、差, as it is typed and printed. */
  label: textSchema('等级名称', 10),
  points: marksSchema,
});
export type Level = z.infer<typeof levelSchema>;

export const methodLabels = {
  points: '直接打分',
  levels: '等级',
  deduct: '扣分/加分',
  formula: '公式计算',
} as const;

export const methodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points') }),
  z.object({ kind: z.literal('levels'), levels: z.array(levelSchema).max(10, '等级不能超过 10 个') }),
  z.object({
    kind: z.literal('deduct'),
    /** 起评分 */
    start: marksSchema,
    /** 最多扣、最多加: the caps of what one rater may take away or add. */
    maxDeduct: marksSchema,
    maxAdd: marksSchema,
  }),
  /** Nobody rates it: the marks come of data fields (B1), e.g. `及格率 * 0.6 + 优秀率 * 0.4`. See `formula.ts`. */
  z.object({ kind: z.literal('formula'), expression: z.string().trim().max(300, '公式不能超过 300 个字') }),
]);
export type Method = z.infer<typeof methodSchema>;

export const indicatorSchema = z.object({
  id: idSchema,
  name: textSchema('指标名称', 60),
  /** 评分标准: what is looked at. */
  standard: optionalTextSchema('评分标准', 500),
  /** 佐证材料: what proves it. */
  evidence: optionalTextSchema('佐证材料', 200),
  /** Within its dimension. */
  weight: weightSchema,
  fullMarks: fullMarksSchema,
  method: methodSchema,
  /** 一票否决: an average below this line puts the subject into the lowest grade; null: not such an item. */
  vetoBelow: marksSchema.nullable(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

export const dimensionSchema = z.object({
  id: idSchema,
  name: textSchema('维度名称', 40),
  /** Within the system. */
  weight: weightSchema,
  indicators: z.array(indicatorSchema).max(30, '一个维度不能超过 30 项指标'),
});
export type Dimension = z.infer<typeof dimensionSchema>;

/** A grade and the total from which on it is given, highest first; the last begins at 0 and is the grade of a veto. */
export const bandSchema = z.object({
  label: textSchema('等次名称', 10),
  from: z.number().int('分数线最多两位小数').min(0, '分数线不能小于 0').max(HUNDRED, '分数线不能超过 100 分'),
});
export type Band = z.infer<typeof bandSchema>;

/**
 * What an indicator system says. While it is being written it may be incomplete (weights that do not total 100 yet):
 * it can be saved at any time, and `contentProblems` says what is missing before it can be used.
 */
export const indicatorContentSchema = z.object({
  name: textSchema('指标体系名称', 60),
  about: optionalTextSchema('说明', 1000),
  dimensions: z.array(dimensionSchema).max(20, '不能超过 20 个维度'),
  bands: z.array(bandSchema).min(2, '至少要有两个等次').max(8, '等次不能超过 8 个'),
});
export type IndicatorContent = z.infer<typeof indicatorContentSchema>;

export const indicatorSystemSchema = z.object({ ...entityShape, kind: subjectKindSchema });
export type IndicatorSystem = z.infer<typeof indicatorSystemSchema>;

/** One version of a system. Once a cycle is being scored by it, it never changes again. */
export const indicatorVersionSchema = z.object({
  ...entityShape,
  systemId: idSchema,
  /** 1, 2, 3 … within the system. */
  number: z.number().int().min(1),
  content: indicatorContentSchema,
  created: stampSchema,
  saved: stampSchema,
  frozen: stampSchema.nullable(),
});
export type IndicatorVersion = z.infer<typeof indicatorVersionSchema>;

/** What a shipped system is about: the whole of somebody's work, or one side of it. */
export const libraryThemeLabels = {
  general: '综合',
  ethics: '师德',
  teaching: '教学',
  research: '教研',
  management: '管理',
  learning: '学业',
  conduct: '行为',
  safety: '安全',
  finance: '财务',
  family: '家校',
} as const;
export const libraryThemeSchema = z.enum([
  'general',
  'ethics',
  'teaching',
  'research',
  'management',
  'learning',
  'conduct',
  'safety',
  'finance',
  'family',
]);

/** A system of the shipped library, as its file in resources has it: ids are given when a school takes it over. */
export const libraryFileSchema = z.object({
  kind: subjectKindSchema,
  theme: libraryThemeSchema,
  name: z.string(),
  about: z.string(),
  bands: z.array(z.object({ label: z.string(), from: z.number() })),
  dimensions: z.array(
    z.object({
      name: z.string(),
      weight: z.number(),
      indicators: z.array(
        z.object({
          name: z.string(),
          standard: z.string(),
          evidence: z.string(),
          weight: z.number(),
          fullMarks: z.number(),
          method: z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('points') }),
            z.object({
              kind: z.literal('levels'),
              levels: z.array(z.object({ label: z.string(), points: z.number() })),
            }),
            z.object({
              kind: z.literal('deduct'),
              start: z.number(),
              maxDeduct: z.number(),
              maxAdd: z.number(),
            }),
            z.object({ kind: z.literal('formula'), expression: z.string() }),
          ]),
          vetoBelow: z.number().nullable().default(null),
        }),
      ),
    }),
  ),
});
export type LibraryFile = z.infer<typeof libraryFileSchema>;

/** True when people give marks for it; a formula takes them from data. */
export const isRated = ({ method }: Indicator): boolean => method.kind !== 'formula';

/** All indicators of a system in the order in which they are printed. */
export const indicatorsOf = (content: IndicatorContent): Indicator[] =>
  content.dimensions.flatMap((dimension) => dimension.indicators);
