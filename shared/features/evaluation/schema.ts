import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import {
  entityShape,
  fileRefSchema,
  idSchema,
  optionalTextSchema,
  stampSchema,
  textSchema,
} from '../../kernel/entity.ts';
import { bandSchema, subjectKindSchema, weightSchema, type SubjectKind } from './indicators.ts';
import { scoreSchema } from './scores.ts';

/**
 * Who rates (C1). In a `self` group each subject rates himself, so it has no list of raters. A `data` group has none
 * either: it carries the weight of dimensions that consist of formulas alone.
 */
export const raterKindLabels = {
  leader: '领导评价',
  self: '自评',
  peer: '同行互评',
  pupil: '学生评教',
  parent: '家长评议',
  panel: '考核小组',
  observation: '课堂观摩',
  thirdParty: '第三方评价',
  data: '数据指标',
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
  'data',
]);
export type RaterKind = z.infer<typeof raterKindSchema>;

/** 退出: he rates no more. `counted` says whether the sheets that he had finished still count. */
const withdrawalSchema = stampSchema.extend({ reason: textSchema('退出原因', 200), counted: z.boolean() });

/** Somebody who rates. With `userId` only that account enters the scores; without, an 考核员 copies them from paper. */
export const raterSchema = z.object({
  id: idSchema,
  name: textSchema('评分人', 30),
  userId: z.string().nullable(),
  /** The member of staff he is, for rules of who rates whom: nobody rates himself as his own colleague. */
  staffId: idSchema.nullable().default(null),
  /** The class for which he speaks, as a pupil or parent. */
  classId: idSchema.nullable().default(null),
  /** Whom he rates; null: every subject of the cycle but himself. */
  subjectIds: z.array(idSchema).nullable().default(null),
  /** 延期: his own last day of rating, after that of the cycle. */
  extendedTo: daySchema.nullable().default(null),
  withdrawn: withdrawalSchema.nullable().default(null),
});
export type Rater = z.infer<typeof raterSchema>;

/** 去掉最高分、最低分: of each indicator's marks, where at least `from` raters gave some. */
export const trimSchema = z
  .object({
    highest: z.number().int().min(0).max(10, '最多去掉 10 个最高分'),
    lowest: z.number().int().min(0).max(10, '最多去掉 10 个最低分'),
    from: z.number().int().min(2, '至少 2 人评分时才能去掉高低分').max(500),
  })
  .refine(({ highest, lowest, from }) => highest + lowest < from, {
    error: '去掉的个数须少于起算人数，否则没有分数可算',
    path: ['from'],
  });
export type Trim = z.infer<typeof trimSchema>;

/** 谁评谁: by what rule the subjects of each rater were laid down. `all` leaves it open: everybody rates everybody. */
export const assignmentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  /** Whoever is in the same department. */
  z.object({ kind: z.literal('department') }),
  /**
   * By class: pupils and parents rate those who teach the class for which they speak, teachers rate the classes and pupils
   * whom they teach. `teachers` says which teachers are meant: all and the head teacher, the head teacher alone, or those of
   * one course.
   */
  z.object({
    kind: z.literal('class'),
    teachers: z.enum(['all', 'head', 'course']).default('all'),
    courseId: idSchema.nullable().default(null),
    /** True: those count too who taught the class earlier in the term or year of the cycle and do so no more. */
    former: z.boolean().default(false),
  }),
  /** So many raters for each subject, drawn evenly; the same seed draws the same. */
  z.object({
    kind: z.literal('random'),
    perSubject: z.number().int().min(1, '每个对象至少 1 名评分人').max(100),
    sameDepartment: z.boolean(),
    seed: z.number().int().min(0).max(999_999_999),
  }),
  z.object({ kind: z.literal('manual') }),
]);
export type Assignment = z.infer<typeof assignmentSchema>;

export const raterGroupSchema = z.object({
  id: idSchema,
  kind: raterKindSchema,
  name: textSchema('评分组名称', 30),
  /** Among the groups of the cycle. */
  weight: weightSchema,
  /** The dimensions this group rates; null: all of them. Their weights are then taken in proportion. */
  dimensionIds: z.array(idSchema).min(1, '评分组至少要评一个维度').nullable(),
  raters: z.array(raterSchema).max(500, '一个评分组不能超过 500 名评分人'),
  /** 匿名: nobody, however privileged, sees who gave which score; see `ballots.ts`. */
  anonymous: z.boolean().default(false),
  /** 最少评分人数: with fewer finished sheets about a subject the group does not count for him. */
  minRaters: z.number().int().min(1, '最少评分人数至少是 1').max(500).default(1),
  trim: trimSchema.nullable().default(null),
  assignment: assignmentSchema.default({ kind: 'all' }),
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
  /** The departments and classes by which rules find his raters; of a pupil the class he is in. */
  departmentIds: z.array(idSchema).default([]),
  classIds: z.array(idSchema).default([]),
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

/**
 * 筹备 → 评分 → 收卷 → 确认. `closed`: no score comes in any more, the identities behind anonymous scores are gone for
 * good, and the meeting that settles the grades may begin.
 */
export const cycleStateLabels = {
  draft: '筹备中',
  scoring: '评分中',
  closed: '已收卷',
  confirmed: '已确认',
} as const;
export const cycleStateSchema = z.enum(['draft', 'scoring', 'closed', 'confirmed']);
export type CycleState = z.infer<typeof cycleStateSchema>;

/** 组内标准化: each group's totals are brought to one mean and spread, so that a mild group weighs like a strict one. */
export const standardiseSchema = z.object({
  mean: z.number().int().min(1000, '标准化均值至少 10 分').max(9500, '标准化均值不能超过 95 分'),
  spread: z.number().int().min(100, '标准差至少 1 分').max(3000, '标准差不能超过 30 分'),
});

/** Among whom a subject is ranked, standardised and counted for the quota. */
export const rankWithinLabels = { all: '全体', department: '同部门', post: '同岗位' } as const;
export const rankWithinSchema = z.enum(['all', 'department', 'post']);
export type RankWithin = z.infer<typeof rankWithinSchema>;

/**
 * 优秀比例: at most `share` of those who take part get the highest grade, rounded down. Comparison groups smaller than
 * `poolBelow` are counted together; `floor` is promised to each group of at least that size.
 */
export const quotaSchema = z.object({
  /** Hundredths of a percent: 2000 is 20 %. */
  share: weightSchema.min(1, '优秀比例须大于 0'),
  by: z.enum(['all', 'group']),
  poolBelow: z.number().int().min(0).max(100),
  floor: z.number().int().min(0).max(10),
  /** Why this cycle may go beyond the share that its kind allows: number of the approving paper. */
  approval: optionalTextSchema('审核文号', 40),
});
export type Quota = z.infer<typeof quotaSchema>;

/**
 * 事业单位年度考核: on what ground the share of 优秀 is 20, 25 or 15 % (人社部发〔2023〕6号第十五条). Null in `annual`: the
 * cycle is the school's own evaluation, to which the rules of the yearly assessment do not apply.
 */
export const annualConditionLabels = {
  usual: '一般情况（优秀不超过 20%）',
  honoured: '获集体记功以上奖励、重大创新贡献或单位绩效优秀（不超过 25%，须经审核同意）',
  troubled: '单位绩效不合格、问题较多或被问责（一般不超过 15%）',
} as const;
export const annualConditionSchema = z.enum(['usual', 'honoured', 'troubled']);

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
  standardise: standardiseSchema.nullable().default(null),
  rankWithin: rankWithinSchema.default('all'),
  /** Group averages are shown to nobody from fewer raters than this. */
  minSample: z.number().int().min(1).max(50).default(3),
  quota: quotaSchema.nullable().default(null),
  annual: annualConditionSchema.nullable().default(null),
  /** 考核年度: the year of which a yearly assessment speaks, where it is not that of the last day of scoring. */
  assessedYear: z.number().int().min(2000).max(2100).nullable().default(null),
  groups: z.array(raterGroupSchema).max(12, '评分组不能超过 12 个'),
} as const;

export const cycleEventLabels = {
  created: '建立',
  started: '开始评分',
  changed: '调整',
  extended: '延期',
  closed: '收卷',
  adjusted: '校准',
  confirmed: '确认结果',
  reopened: '重新打开',
  published: '公布结果',
} as const;
const cycleEventSchema = z.enum([
  'created',
  'started',
  'changed',
  'extended',
  'closed',
  'adjusted',
  'confirmed',
  'reopened',
  'published',
]);

export const cycleSchema = z.object({
  ...entityShape,
  ...cyclePlanShape,
  kind: subjectKindSchema,
  subjects: z.array(subjectSchema).max(5000, '一次考核不能超过 5000 个对象'),
  state: cycleStateSchema,
  /** How often results were confirmed: 0 before the first time. */
  confirmations: z.number().int().min(0),
  /** Once anonymous scores were sealed, not even reopening lets their raters come back to them. */
  sealed: stampSchema.nullable().default(null),
  published: stampSchema.nullable().default(null),
  history: z.array(stampSchema.extend({ what: cycleEventSchema, note: z.string() })),
});
export type Cycle = z.infer<typeof cycleSchema>;

/** 佐证 of a score sheet: a kept file, for one indicator or for the whole. */
export const sheetFileSchema = fileRefSchema.extend({ indicatorId: idSchema.nullable() });
export type SheetFile = z.infer<typeof sheetFileSchema>;

/**
 * 一张评分表: what one rater gave one subject. A record of its own, so that a keystroke writes one row and two people
 * collide only on the same row, each seeing whose it is.
 */
export const scoreSheetSchema = z.object({
  ...entityShape,
  cycleId: idSchema,
  groupId: idSchema,
  /** The rater of the group; in a `self` group the subject himself; in an anonymous group a token that names nobody. */
  raterId: idSchema,
  subjectId: idSchema,
  /** By indicator; an indicator without an entry was not scored yet. */
  scores: z.record(idSchema, scoreSchema),
  /** 评语: what the rater says to single indicators, and to the whole. */
  notes: z.record(idSchema, z.string()).default({}),
  remark: z.string().default(''),
  /** 佐证: files in the store's attachments, by hash. */
  files: z.array(sheetFileSchema).default([]),
  saved: stampSchema,
});
export type ScoreSheet = z.infer<typeof scoreSheetSchema>;

/** Points of one indicator in one group, in hundredths: the mean of its raters, or what its formula gives. */
export const indicatorFigureSchema = z.object({
  indicatorId: idSchema,
  points: z.number().int().min(0),
  /** How many marks the mean is of, after trimming; 0 for a formula. */
  raters: z.number().int().min(0),
  /** 去掉的分: marks taken out of the mean as highest and lowest. */
  trimmed: z.array(z.number().int().min(0)).readonly().default([]),
});

export type IndicatorFigure = z.infer<typeof indicatorFigureSchema>;

export const dimensionFigureSchema = z.object({
  dimensionId: idSchema,
  /** Out of 100, in hundredths. */
  score: z.number().int().min(0),
  indicators: z.array(indicatorFigureSchema),
});

export const groupFigureSchema = z.object({
  groupId: idSchema,
  /** Out of 100, in hundredths; standardised where the cycle says so. */
  total: z.number().int().min(0),
  /** Raters whose sheets were counted; 0 where the group rates by formulas alone. */
  raters: z.number().int().min(0),
  dimensions: z.array(dimensionFigureSchema),
  /** The total before standardising, with mean and spread of the comparison group; null when none took place. */
  standardised: z
    .object({
      raw: z.number().int().min(0),
      /** In hundredths, as shown; the reckoning goes on from the exact values. */
      mean: z.number().int().min(0),
      spread: z.number().int().min(0),
      peers: z.number().int().min(1),
    })
    .nullable()
    .default(null),
});
export type GroupFigure = z.infer<typeof groupFigureSchema>;

/** Why a grade is not the one that the total alone would give. */
export const gradeCauseLabels = {
  veto: '一票否决',
  sanction: '处分、处理的影响',
  quota: '优秀名额',
  adjustment: '校准',
} as const;
const gradeStepSchema = z.object({
  cause: z.enum(['veto', 'sanction', 'quota', 'adjustment']),
  from: z.string(),
  to: z.string(),
  note: z.string(),
});
export type GradeStep = z.infer<typeof gradeStepSchema>;

/** A veto that struck: the mean over all groups lies below the line. */
export const vetoFigureSchema = z.object({
  indicatorId: idSchema,
  points: z.number().int().min(0),
  below: z.number().int().min(0),
});

/** All figures of one finished result, in hundredths. */
export const figuresSchema = z.object({
  total: z.number().int().min(0),
  /** The total that was reckoned, where the meeting settled on another one. */
  reckonedTotal: z.number().int().min(0).nullable().default(null),
  groups: z.array(groupFigureSchema),
  /** Groups in which nobody rated, left out by the cycle's rule. */
  leftOut: z.array(idSchema),
  /** Those of them in which somebody rated, but fewer than the group has to have. */
  tooFew: z
    .array(z.object({ groupId: idSchema, finished: z.number().int(), needed: z.number().int() }))
    .default([]),
  /** Every item with a veto line, struck or not. */
  /** `points` is always there in a record; null where a reader may not see it. */
  vetoes: z.array(
    vetoFigureSchema.extend({ points: z.number().int().min(0).nullable(), struck: z.boolean() }),
  ),
  grade: z.string(),
  /** From the grade that the total gives to `grade`, step by step. */
  gradeSteps: z.array(gradeStepSchema).default([]),
  /** 不占优秀名额: the reason why the grade takes none of the places; blank for everybody else. */
  outsideQuota: z.string().default(''),
  /** Ties share a rank; null for a vetoed subject, who is not ranked. */
  rank: z.number().int().min(1).nullable(),
  /** Among whom: the department or post, blank for all. */
  within: z.string().default(''),
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
    /** 直接定等: graded without a total, for whoever refused to take part (第四十四条). */
    z.object({ kind: z.literal('assigned'), grade: z.string(), reason: z.string() }),
  ]),
  bands: z.array(bandSchema),
});
export type ConfirmedResult = z.infer<typeof confirmedResultSchema>;
