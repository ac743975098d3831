import { z } from 'zod';
import { daySchema } from '../../../kernel/dates.ts';
import { idSchema } from '../../../kernel/entity.ts';
import { subjectKindSchema } from '../indicators.ts';
import { raterKindSchema } from '../schema.ts';
import { summarySchema } from './statistics.ts';

/** Figures are hundredths, correlations and discriminations thousandths; null: cannot be said, or may not be shown. */
const figure = z.number().int().nullable();

const comparedDepartmentSchema = z.object({
  name: z.string(),
  /** How many of it have a total. */
  count: z.number().int(),
  /** Null from fewer than the cycle's minimum sample. */
  summary: summarySchema.nullable(),
  /** Means, in the order of the view's dimensions and indicators. */
  dimensions: z.array(figure),
  indicators: z.array(figure),
});
export type ComparedDepartment = z.infer<typeof comparedDepartmentSchema>;

const comparedPersonSchema = z.object({
  subjectId: idSchema,
  number: z.string(),
  name: z.string(),
  department: z.string(),
  total: z.number().int(),
  dimensions: z.array(figure),
  indicators: z.array(figure),
});
export type ComparedPerson = z.infer<typeof comparedPersonSchema>;

const comparedIndicatorSchema = z.object({
  indicatorId: idSchema,
  name: z.string(),
  dimension: z.string(),
  fullMarks: z.number().int(),
  count: z.number().int(),
  mean: figure,
  /** 难度: the share of the full marks that was reached, in hundredths of a percent. */
  ease: figure,
  spread: figure,
  /** 区分度 in thousandths. */
  discrimination: figure,
});
export type ComparedIndicator = z.infer<typeof comparedIndicatorSchema>;

const comparedYearSchema = z.object({
  cycleId: idSchema,
  name: z.string(),
  endsOn: daySchema,
  /** By the same indicator system; otherwise only dimensions of the same name are set beside each other. */
  sameSystem: z.boolean(),
  confirmed: z.boolean(),
  summary: summarySchema.nullable(),
  dimensions: z.array(figure),
  /** Means, in the order of the view's departments. */
  departments: z.array(figure),
  /** Totals, in the order of the view's people. */
  people: z.array(figure),
});
export type ComparedYear = z.infer<typeof comparedYearSchema>;

const comparedGroupSchema = z.object({
  groupId: idSchema,
  name: z.string(),
  kind: raterKindSchema,
  anonymous: z.boolean(),
  summary: summarySchema.nullable(),
  /** 宽严: how far it lies above the other groups in what both rate, on average. */
  severity: figure,
});
export type ComparedGroup = z.infer<typeof comparedGroupSchema>;

const comparedPairSchema = z.object({
  a: idSchema,
  b: idSchema,
  /** Names of the dimensions that both rate. */
  dimensions: z.array(z.string()),
  subjects: z.number().int(),
  /** Spearman's ρ. */
  correlation: figure,
  /** The mean of a less that of b. */
  difference: figure,
});
export type ComparedPair = z.infer<typeof comparedPairSchema>;

const comparedRaterSchema = z.object({
  groupId: idSchema,
  groupName: z.string(),
  name: z.string(),
  subjects: z.number().int(),
  severity: z.number().int(),
  agreement: figure,
});
export type ComparedRater = z.infer<typeof comparedRaterSchema>;

export const compareViewSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  kind: subjectKindSchema,
  confirmed: z.boolean(),
  minSample: z.number().int(),
  /** How many subjects are in view, and how many of them have a total. */
  subjects: z.number().int(),
  graded: z.number().int(),
  /** How many averages of rater groups are left out because too few people gave them. */
  hidden: z.number().int(),
  /** Of the whole cycle, to choose from. */
  allDepartments: z.array(z.string()),
  dimensions: z.array(z.object({ id: idSchema, name: z.string() })),
  summary: summarySchema.nullable(),
  dimensionMeans: z.array(figure),
  departments: z.array(comparedDepartmentSchema),
  people: z.array(comparedPersonSchema),
  indicators: z.array(comparedIndicatorSchema),
  /** Earlier ones first, this one last; empty without an earlier one to compare with. */
  years: z.array(comparedYearSchema),
  groups: z.array(comparedGroupSchema),
  pairs: z.array(comparedPairSchema),
  /** Kendall's W of all groups in what all of them rate. */
  concordance: figure,
  /** Raters of open groups, for those who run the evaluation; null for everybody else. */
  raters: z.array(comparedRaterSchema).nullable(),
});
export type CompareView = z.infer<typeof compareViewSchema>;
