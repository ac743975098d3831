import { z } from 'zod';
import { entityShape, stampSchema, textSchema } from '../../kernel/entity.ts';
import { lawGroundSchema, lawRuleSchema } from '../../law/pack.ts';
import { measureContentSchema } from './measure.ts';
import { paperTextContentSchema } from './paper-text.ts';
import { schoolRuleContentSchema } from './school-rule.ts';
import { severityMatrixContentSchema } from './severity-matrix.ts';

/**
 * The school's own standards: what is shipped is copied into the data folder once, and from then on belongs to the
 * school. A text is never overwritten: each change adds a version, and whatever was decided keeps the version it was
 * decided under.
 */
const versioned = <T extends z.ZodType>(
  content: T,
): z.ZodObject<{
  id: (typeof entityShape)['id'];
  rev: (typeof entityShape)['rev'];
  enabled: z.ZodBoolean;
  versions: z.ZodArray<
    z.ZodObject<{ version: z.ZodNumber; made: typeof stampSchema; why: z.ZodString; content: T }>
  >;
}> =>
  z.object({
    ...entityShape,
    enabled: z.boolean(),
    /** Oldest first; `version` counts from 1 and is never reused. The last one is in force. */
    versions: z
      .array(
        z.object({ version: z.number().int().min(1), made: stampSchema, why: z.string().max(200), content }),
      )
      .min(1),
  });

export const measureSchema = versioned(measureContentSchema);
export type Measure = z.infer<typeof measureSchema>;

export const matterFieldLabels = {
  teaching: '教育教学',
  service: '管理服务',
  ethics: '师德师风',
  safety: '安全管理',
  finance: '财务资产',
  discipline: '工作纪律',
  rights: '损害师生利益',
  reputation: '影响学校声誉',
  law: '违法违规',
  neglect: '失职渎职',
  pupil: '学生行为',
} as const;
export const matterFieldSchema = z.enum([
  'teaching',
  'service',
  'ethics',
  'safety',
  'finance',
  'discipline',
  'rights',
  'reputation',
  'law',
  'neglect',
  'pupil',
]);

export const matterSubjectLabels = { staff: '教职工', pupil: '学生', department: '部门' } as const;
export const matterSubjectSchema = z.enum(['staff', 'pupil', 'department']);

export const matterContentSchema = z.object({
  name: textSchema('事项名称', 30),
  field: matterFieldSchema,
  /** 师德案件: a statement is always heard, and sanctions of public-school teachers are the authority's. */
  ethics: z.boolean(),
  about: textSchema('表现', 300),
  /** Whom it can be about. */
  subjects: z.array(matterSubjectSchema).min(1, '请至少选择一类对象'),
  /** 学业成绩: it may be a subject of help, never of 教育惩戒 (第十二条). */
  academic: z.boolean(),
  grounds: z.array(z.string()),
  /** Measures proposed first, by code. */
  usualMeasures: z.array(z.string()),
});
export type MatterContent = z.infer<typeof matterContentSchema>;
export const matterSchema = versioned(matterContentSchema);
export type Matter = z.infer<typeof matterSchema>;

/** A ground of the law pack as the school has it: with its own checks of articles. */
export const storedGroundSchema = versioned(lawGroundSchema);
export type StoredGround = z.infer<typeof storedGroundSchema>;

/** A rule of the law pack as the school has it: text and level may be corrected, its code may not. */
export const storedRuleSchema = versioned(lawRuleSchema);
export type StoredRule = z.infer<typeof storedRuleSchema>;

/** 校内制度: may be cited once it is published. */
export const schoolRuleSchema = versioned(schoolRuleContentSchema);
export type SchoolRule = z.infer<typeof schoolRuleSchema>;

/** 裁量档次: the school has one. */
export const severityMatrixSchema = versioned(severityMatrixContentSchema);
export type SeverityMatrix = z.infer<typeof severityMatrixSchema>;

/** 文书用语 by key, which is the id. */
export const paperTextSchema = versioned(paperTextContentSchema);
export type PaperText = z.infer<typeof paperTextSchema>;

/** Anything with versions. */
export interface Versioned<C> {
  readonly enabled: boolean;
  readonly versions: readonly { readonly version: number; readonly content: C }[];
}

/** The version in force, with its number. */
export const inForce = <C>(record: Versioned<C>): { version: number; content: C } => {
  const last = record.versions.at(-1);
  if (!last) throw new RangeError('a versioned record without a version');
  return { version: last.version, content: last.content };
};

/** The content of one version, or undefined when there was never such a version. */
export const atVersion = <C>(record: Versioned<C>, version: number): C | undefined =>
  record.versions.find((entry) => entry.version === version)?.content;

/** Why a version that came with the program was made; nobody else may give these reasons. */
export const shippedReasons: readonly string[] = ['随程序提供', '随程序更新'];

/** The latest content that came with the program, or undefined for what the school added itself. */
export const shippedOf = <C>(record: {
  readonly versions: readonly { readonly why: string; readonly content: C }[];
}): C | undefined => record.versions.findLast(({ why }) => shippedReasons.includes(why))?.content;
