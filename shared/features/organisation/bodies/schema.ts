import { z } from 'zod';
import { daySchema } from '../../../kernel/dates.ts';
import { entityShape, idSchema, optionalTextSchema, textSchema } from '../../../kernel/entity.ts';
import { decidingBodyLabels } from '../../../law/vocabulary.ts';
import { capacitySchema } from '../../appeals/kinds.ts';

/**
 * 机构: a standing group or a meeting of the school, with its powers and those who sat in it over the years. Three of the
 * kinds are the meetings that may decide a case (`decidingBodySchema` of the law pack): they bear the same names here.
 */
export const bodyKindLabels = {
  'principal-meeting': decidingBodyLabels['principal-meeting'],
  'leading-group': decidingBodyLabels['leading-group'],
  'party-meeting': decidingBodyLabels['party-meeting'],
  supervision: '监督小组',
  investigation: '调查小组',
  review: '复核小组',
  'pupil-appeals': '学生申诉委员会',
  evaluation: '考核小组',
  finance: '财务小组',
  safety: '安全工作小组',
  congress: '教职工代表大会',
  parents: '家长委员会',
  other: '其他机构',
} as const;
export const bodyKindSchema = z.enum([
  'principal-meeting',
  'leading-group',
  'party-meeting',
  'supervision',
  'investigation',
  'review',
  'pupil-appeals',
  'evaluation',
  'finance',
  'safety',
  'congress',
  'parents',
  'other',
]);
export type BodyKind = z.infer<typeof bodyKindSchema>;

export const bodyPowerLabels = {
  decide: '研究决定问责处理',
  investigate: '核实与调查',
  review: '办理申诉与复核',
  supervise: '监督检查',
  evaluate: '组织考核',
  finance: '审核与监督财务',
  disclose: '公开与公示',
} as const;
export const bodyPowerSchema = z.enum([
  'decide',
  'investigate',
  'review',
  'supervise',
  'evaluate',
  'finance',
  'disclose',
]);
export type BodyPower = z.infer<typeof bodyPowerSchema>;

/** What a body of a kind is usually there for: the form begins with it. */
export const usualPowers: Readonly<Record<BodyKind, readonly BodyPower[]>> = {
  'principal-meeting': ['decide'],
  'leading-group': ['decide'],
  'party-meeting': ['decide'],
  supervision: ['supervise'],
  investigation: ['investigate'],
  review: ['review'],
  'pupil-appeals': ['review'],
  evaluation: ['evaluate'],
  finance: ['finance', 'disclose'],
  safety: ['supervise'],
  congress: ['supervise'],
  parents: ['supervise'],
  other: [],
};

/** True for the kinds that may decide a case: the meetings whose usual power it is. */
export const decidesCases = (kind: BodyKind): boolean => usualPowers[kind].includes('decide');

export const bodyRoleSchema = z.enum(['chair', 'deputy', 'secretary', 'member']);
export type BodyRole = z.infer<typeof bodyRoleSchema>;

const MEETING_ROLES = { chair: '召集人', deputy: '副召集人', secretary: '秘书', member: '参会人员' } as const;
const COMMITTEE_ROLES = { chair: '主任', deputy: '副主任', secretary: '秘书', member: '委员' } as const;
const GROUP_ROLES = { chair: '组长', deputy: '副组长', secretary: '秘书', member: '成员' } as const;

/** What a role is called in a body of this kind: 组长 of a group, 主任 of a committee, 召集人 of a meeting. */
export const roleLabel = (kind: BodyKind, role: BodyRole): string => {
  if (kind === 'principal-meeting' || kind === 'party-meeting') return MEETING_ROLES[role];
  if (kind === 'pupil-appeals' || kind === 'parents') return COMMITTEE_ROLES[role];
  return GROUP_ROLES[role];
};

export const entryWayLabels = {
  appointed: '任命',
  elected: '选举',
  office: '因职务担任',
  invited: '聘请',
} as const;
export const entryWaySchema = z.enum(['appointed', 'elected', 'office', 'invited']);

/** What is said of a member however he or she came in. */
export const seatSchema = z.object({
  /** Null for somebody from outside the staff: a parent, a pupil, a 法治副校长. */
  staffId: z.string().min(1, '请选择成员，或者去掉这一行').max(64).nullable(),
  name: z.string().trim().max(30, '姓名不能超过 30 字'),
  /** 单位或身份, of somebody from outside. */
  about: optionalTextSchema('单位或身份', 60),
  role: bodyRoleSchema,
  /** 分工 */
  task: optionalTextSchema('分工', 100),
  /** For whom one sits in a committee on pupils' appeals; null elsewhere. */
  stands: capacitySchema.nullable(),
  /** 得票情况, where he or she was elected. */
  votes: optionalTextSchema('得票情况', 60),
});
export type Seat = z.infer<typeof seatSchema>;

/** One person's time in a body, both days inclusive. It is ended, never deleted. */
export const bodyMemberSchema = seatSchema.extend({
  id: idSchema,
  startsOn: daySchema,
  endsOn: daySchema.nullable(),
  way: entryWaySchema,
  /** 任命文件或者选举会议, as it is cited. */
  basis: textSchema('任命文件或选举会议', 100),
  /** Why it ended; blank while it lasts. */
  endReason: z.string().max(100),
});
export type BodyMember = z.infer<typeof bodyMemberSchema>;

/** 届: from its first day to the last one planned. */
export const bodyTermSchema = z.object({
  startsOn: daySchema,
  endsOn: daySchema,
  basis: z.string().max(100),
});
export type BodyTerm = z.infer<typeof bodyTermSchema>;

export const bodySchema = z.object({
  ...entityShape,
  name: textSchema('机构名称', 40),
  kind: bodyKindSchema,
  powers: z.array(bodyPowerSchema),
  /** 职责, as the table prints it. */
  duties: optionalTextSchema('职责', 1000),
  /** 成立依据: the paper or the rule. */
  basis: optionalTextSchema('成立依据', 100),
  foundedOn: daySchema,
  dissolvedOn: daySchema.nullable(),
  dissolvedWhy: z.string().max(200),
  terms: z.array(bodyTermSchema),
  members: z.array(bodyMemberSchema),
});
export type Body = z.infer<typeof bodySchema>;
