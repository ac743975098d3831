import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { fileRefSchema, optionalTextSchema, textSchema } from '../../kernel/entity.ts';

/** 校内制度: its text, how it was adopted, and its clauses, so that papers can cite 《制度》第×条. */

export const ruleScopeLabels = { staff: '教职工', pupils: '学生', all: '全校' } as const;
export const ruleScopeSchema = z.enum(['staff', 'pupils', 'all']);

/** 第三条, 第三条第二款第一项: as it is cited. */
export const clauseNumber =
  /^第[一二三四五六七八九十百]+条(第[一二三四五六七八九十]+款)?(第[一二三四五六七八九十]+项)?$/;

export const clauseSchema = z.object({
  no: z.string().trim().regex(clauseNumber, '条号请写成“第三条”“第三条第二款”'),
  text: textSchema('条文', 1000),
});

/** The steps of 《中小学教育惩戒规则（试行）》第五、六条, which staff rules take in part (《事业单位人事管理条例》第四条). */
export const adoptionStepLabels = {
  consulted: '征求意见',
  discussed: '家长委员会、教职工代表大会讨论',
  filed: '报主管部门备案',
} as const;
export const adoptionStepSchema = z
  .object({
    on: daySchema.nullable().default(null),
    /** Who was asked, which meeting talked it over, where it was filed. */
    note: optionalTextSchema('说明', 100),
  })
  .default({ on: null, note: '' });

export const schoolRuleContentSchema = z
  .object({
    title: textSchema('制度名称', 60),
    scope: ruleScopeSchema.default('staff'),
    consulted: adoptionStepSchema,
    discussed: adoptionStepSchema,
    /** 审议通过: which meeting adopted it, and when. */
    adoptedBy: optionalTextSchema('通过会议', 60),
    adoptedOn: daySchema.nullable(),
    filed: adoptionStepSchema,
    publishedOn: daySchema.nullable(),
    /** 文号, where it has one. */
    number: optionalTextSchema('文号', 40),
    clauses: z.array(clauseSchema).max(200, '条文不能超过 200 条').default([]),
    /** The text as it was published: Word or PDF, kept by its hash. */
    file: fileRefSchema.nullable().default(null),
  })
  .superRefine((rule, context) => {
    const wrong = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    const days = [
      { path: ['consulted', 'on'], name: '征求意见日期', on: rule.consulted.on },
      { path: ['discussed', 'on'], name: '讨论日期', on: rule.discussed.on },
      { path: ['adoptedOn'], name: '通过日期', on: rule.adoptedOn },
      { path: ['publishedOn'], name: '公布日期', on: rule.publishedOn },
    ];
    const known = days.flatMap(({ on, ...rest }) => (on === null ? [] : [{ ...rest, on }]));
    known.forEach((day, at) => {
      const before = known[at - 1];
      if (before && day.on < before.on) wrong(day.path, `${day.name}不能早于${before.name}`);
    });
    rule.clauses.forEach(({ no }, at) => {
      if (rule.clauses.findIndex((other) => other.no === no) !== at)
        wrong(['clauses', at, 'no'], `${no}重复`);
    });
  });
export type SchoolRuleContent = z.infer<typeof schoolRuleContentSchema>;

/** What of the adoption is still missing before the rule may be published, in words; empty when it may. */
export const missingAdoption = (rule: SchoolRuleContent): string[] => {
  const meeting = rule.adoptedOn === null || rule.adoptedBy === '' ? ['校长办公会审议通过'] : [];
  if (rule.scope === 'staff') return meeting;
  return [
    ...(rule.consulted.on === null ? [adoptionStepLabels.consulted] : []),
    ...(rule.discussed.on === null ? [adoptionStepLabels.discussed] : []),
    ...meeting,
  ];
};

/** How far a rule has come on its way into force. */
export type RuleStanding = 'drafted' | 'adopted' | 'published';
export const ruleStandingLabels = {
  drafted: '拟订中',
  adopted: '已通过，未公布',
  published: '已公布',
} as const;

export const ruleStanding = ({ adoptedOn, publishedOn }: SchoolRuleContent): RuleStanding => {
  if (publishedOn !== null) return 'published';
  return adoptedOn === null ? 'drafted' : 'adopted';
};

/**
 * A rule as a paper cites it: 《考勤制度》第三条, or the rule as a whole.
 *
 * @throws RangeError for a clause that the rule does not have.
 */
export const citeSchoolRule = (
  { title, clauses }: Pick<SchoolRuleContent, 'title' | 'clauses'>,
  clause: string | null = null,
): string => {
  if (clause === null) return `《${title}》`;
  if (!clauses.some(({ no }) => no === clause)) throw new RangeError(`《${title}》 has no ${clause}`);
  return `《${title}》${clause}`;
};
