import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { entityShape, idSchema, optionalTextSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { bandSchema, subjectKindSchema, weightSchema, type SubjectKind } from './indicators.ts';
import { scoreSchema } from './scores.ts';

/** Who rates (C1). In a `self` group each subject rates himself, so it has no list of raters. */
export const raterKindLabels = {
  leader: '领导评价',
  self: '自评',
  peer: '同行互评',
  pupil: '学生评教',
  parent: '家长评议',
  panel: '考核小组',
  observation: '课堂观摩',
  thirdParty: '第三方评价',
} as const;
export const raterKindSchema = z.enum([
  'leader',
  'self',
  'peer',
  'pupil',
  'parent',
  'panel',
  'observation',
  'thirdParty',
]);
export type RaterKind = z.infer<typeof raterKindSchema>;

/** Somebody who rates. With `userId` only that account enters the scores; without, an 考核员 copies them from paper. */
export const raterSchema = z.object({
  id: idSchema,
  name: textSchema('评分人', 30),
  userId: z.string().nullable(),
});
export type Rater = z.infer<typeof raterSchema>;

export const raterGroupSchema = z.object({
  id: idSchema,
  kind: raterKindSchema,
  name: textSchema('评分组名称', 30),
  /** Among the groups of the cycle. */
  weight: weightSchema,
  /** The dimensions this group rates; null: all of them. Their weights are then taken in proportion. */
  dimensionIds: z.array(idSchema).min(1, '评分组至少要评一个维度').nullable(),
  raters: z.array(raterSchema).max(500, '一个评分组不能超过 500 名评分人'),
});
export type RaterGroup = z.infer<typeof raterGroupSchema>;

/** Which records of the organisation the subjects of a kind are. */
export const subjectSourceOf = (
  kind: SubjectKind,
): 'staff' | 'pupils' | 'classes' | 'departments' | 'school' => {
  switch (kind) {
    case 'leader':
    case 'middle':
    case 'teacher':
    case 'support':
      return 'staff';
    case 'pupil':
    case 'family':
      return 'pupils';
    case 'class':
      return 'classes';
    case 'department':
      return 'departments';
    case 'school':
      return 'school';
  }
};

/** Who is evaluated, with name and place as they were when the cycle was put together: papers stay readable for ever. */
export const subjectSchema = z.object({
  /** The id of the member of staff (or class, department …: see `subjectSourceOf`). */
  id: idSchema,
  /** 工号 */
  number: z.string(),
  name: z.string(),
  department: z.string(),
  post: z.string(),
});
export type Subject = z.infer<typeof subjectSchema>;

/**
 * What happens when somebody has not given a single score: `block` leaves the result unfinished, `reweight` leaves him
 * out (and a group with nobody in it, whose weight the others then share in proportion). A sheet that was begun has to
 * be finished under either rule; nothing missing ever counts as 0.
 */
export const whenAbsentLabels = {
  block: '必须评齐才有结果',
  reweight: '未评的不计，权重由其余评分组按比例分担',
} as const;
export const whenAbsentSchema = z.enum(['block', 'reweight']);

export const cycleStateLabels = { draft: '筹备中', scoring: '评分中', confirmed: '已确认' } as const;
export const cycleStateSchema = z.enum(['draft', 'scoring', 'confirmed']);
export type CycleState = z.infer<typeof cycleStateSchema>;

/** What a person lays down about a cycle. */
export const cyclePlanShape = {
  name: textSchema('考核名称', 60),
  versionId: idSchema,
  /** Null: not bound to a school year. `term` counts from 0 within it, null: the whole year. */
  schoolYearId: z.string().nullable(),
  term: z.number().int().min(0).max(2).nullable(),
  startsOn: daySchema,
  endsOn: daySchema,
  about: optionalTextSchema('说明', 1000),
  whenAbsent: whenAbsentSchema,
  groups: z.array(raterGroupSchema).max(12, '评分组不能超过 12 个'),
} as const;

export const cycleEventLabels = {
  created: '建立',
  started: '开始评分',
  changed: '调整',
  confirmed: '确认结果',
  reopened: '重新打开',
} as const;

export const cycleSchema = z.object({
  ...entityShape,
  ...cyclePlanShape,
  kind: subjectKindSchema,
  subjects: z.array(subjectSchema).max(5000, '一次考核不能超过 5000 个对象'),
  state: cycleStateSchema,
  /** How often results were confirmed: 0 before the first time. */
  confirmations: z.number().int().min(0),
  history: z.array(
    stampSchema.extend({
      what: z.enum(['created', 'started', 'changed', 'confirmed', 'reopened']),
      note: z.string(),
    }),
  ),
});
export type Cycle = z.infer<typeof cycleSchema>;

/**
 * 一张评分表: what one rater gave one subject. A record of its own, so that a keystroke writes one row and two people
 * collide only on the same row, each seeing whose it is.
 */
export const scoreSheetSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  groupId: idSchema,
  /** The rater of the group; in a `self` group the subject himself. */
  raterId: idSchema,
  subjectId: idSchema,
  /** By indicator; an indicator without an entry was not scored yet. */
  scores: z.record(idSchema, scoreSchema),
  saved: stampSchema,
});
export type ScoreSheet = z.infer<typeof scoreSheetSchema>;

/** Points of one indicator in one group: the mean of its raters, in hundredths. */
export const indicatorFigureSchema = z.object({
  indicatorId: idSchema,
  points: z.number().int().min(0),
  raters: z.number().int().min(1),
});

export const dimensionFigureSchema = z.object({
  dimensionId: idSchema,
  /** Out of 100, in hundredths. */
  score: z.number().int().min(0),
  indicators: z.array(indicatorFigureSchema),
});

export const groupFigureSchema = z.object({
  groupId: idSchema,
  /** Out of 100, in hundredths. */
  total: z.number().int().min(0),
  /** Raters whose sheets were counted. */
  raters: z.number().int().min(1),
  dimensions: z.array(dimensionFigureSchema),
});
export type GroupFigure = z.infer<typeof groupFigureSchema>;

/** A veto that struck: the mean over all groups lies below the line. */
export const vetoFigureSchema = z.object({
  indicatorId: idSchema,
  points: z.number().int().min(0),
  below: z.number().int().min(0),
});

/** All figures of one finished result, in hundredths. */
export const figuresSchema = z.object({
  total: z.number().int().min(0),
  groups: z.array(groupFigureSchema).min(1),
  /** Groups in which nobody rated, left out by the cycle's rule. */
  leftOut: z.array(idSchema),
  /** Every item with a veto line, struck or not. */
  vetoes: z.array(vetoFigureSchema.extend({ struck: z.boolean() })),
  grade: z.string(),
  /** Ties share a rank; null for a vetoed subject, who is not ranked. */
  rank: z.number().int().min(1).nullable(),
});
export type Figures = z.infer<typeof figuresSchema>;

/** What one subject got when the results were confirmed. Frozen: never reckoned again. */
export const confirmedResultSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  subjectId: idSchema,
  /** Which confirmation of the cycle made it; a reopened cycle's results stay, withdrawn. */
  confirmation: z.number().int().min(1),
  withdrawn: stampSchema.nullable(),
  confirmed: stampSchema,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('graded'), figures: figuresSchema, ranked: z.number().int().min(0) }),
    /** 不定等次: left without a grade for a stated reason (人社部发〔2023〕6号第四十一、四十二条 give such grounds). */
    z.object({ kind: z.literal('undetermined'), reason: z.string() }),
  ]),
  bands: z.array(bandSchema),
});
export type ConfirmedResult = z.infer<typeof confirmedResultSchema>;
