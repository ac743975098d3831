import { z } from 'zod';

/** 救济的种类: which way of objecting it is, and where it is decided. */
export const appealKinds = ['review', 'appeal', 'pupil-appeal', 'teacher-appeal'] as const;
export const appealKindSchema = z.enum(appealKinds);
export type AppealKind = z.infer<typeof appealKindSchema>;

export const kindLabels: Readonly<Record<AppealKind, string>> = {
  review: '复核',
  appeal: '申诉',
  'pupil-appeal': '学生申诉',
  'teacher-appeal': '教师申诉',
};

export const kindAbout: Readonly<Record<AppealKind, string>> = {
  review: '教职工对学校的处理不服，向学校申请重新审查。',
  appeal: '教职工对复核决定不服，向主管部门提出；这里登记往来和结果。',
  'pupil-appeal': '学生或者家长对教育惩戒、纪律处分不服，由学校的学生申诉委员会处理。',
  'teacher-appeal': '教师依照《教师法》第三十九条向教育行政部门提出；这里登记往来和结果。',
};

/** Of whose decisions each kind complains. */
export const isKindFor = (kind: AppealKind, person: 'staff' | 'pupil' | 'department'): boolean =>
  (kind === 'pupil-appeal') === (person === 'pupil') && (kind === 'review' || person !== 'department');

/**
 * Whether the school decides on it itself. In cases of 师德 the review, too, is the authority's (《中小学教师违反职业道德行为处理办法》
 * 第九条), and so is every review of what the authority decided.
 */
export const isDecidedHere = (
  kind: AppealKind,
  { ethics, byAuthority }: { readonly ethics: boolean; readonly byAuthority: boolean },
): boolean => kind === 'pupil-appeal' || (kind === 'review' && !ethics && !byAuthority);

export const applicantLabels = { self: '本人', guardian: '监护人', agent: '代理人' } as const;
export const applicantSchema = z.enum(['self', 'guardian', 'agent']);

export const receiptWayLabels = {
  direct: '当面递交',
  mail: '邮寄',
  electronic: '电子邮件等电子方式',
  oral: '口头提出并记录',
} as const;
export const receiptWaySchema = z.enum(['direct', 'mail', 'electronic', 'oral']);

export const outcomeLabels = { uphold: '维持', change: '变更', annul: '撤销' } as const;
export const outcomeSchema = z.enum(['uphold', 'change', 'annul']);
export type AppealOutcome = z.infer<typeof outcomeSchema>;

/** Why a decision does not stand (《事业单位工作人员处分规定》 on 撤销 and 变更). */
export const flawLabels = {
  facts: '认定的事实不清、证据不足',
  procedure: '违反规定的程序，影响公正处理',
  power: '超越职权或者滥用职权',
  grounds: '适用依据不当',
  weight: '处理明显不当',
} as const;
export const flawSchema = z.enum(['facts', 'procedure', 'power', 'grounds', 'weight']);
export type AppealFlaw = z.infer<typeof flawSchema>;

export const lookKindLabels = {
  files: '审阅案卷',
  hearing: '听取申请人意见',
  inquiry: '核实询问',
  reply: '听取原承办部门意见',
  other: '其他',
} as const;
export const lookKindSchema = z.enum(['files', 'hearing', 'inquiry', 'reply', 'other']);

/** 学生申诉委员会: whom a member stands for (《中小学教育惩戒规则（试行）》第十七条). */
export const capacityLabels = {
  leader: '学校负责人',
  teacher: '教师代表',
  pupil: '学生代表',
  parent: '家长代表',
  'law-principal': '法治副校长',
  outside: '校外代表',
  staff: '校内人员',
} as const;
export const capacitySchema = z.enum([
  'leader',
  'teacher',
  'pupil',
  'parent',
  'law-principal',
  'outside',
  'staff',
]);
export type Capacity = z.infer<typeof capacitySchema>;
