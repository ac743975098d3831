import { z } from 'zod';

/** The words in which the law pack, the catalogue and the cases speak of people, bodies and measures: one list each. */

/** Who may receive a measure. The first four are 编制与身份 of staff. */
export const measureTargetLabels = {
  established: '在编人员',
  contract: '编外合同人员',
  dispatched: '劳务派遣人员',
  temporary: '临时聘用人员',
  pupil: '学生',
  department: '部门',
} as const;
export const measureTargetSchema = z.enum([
  'established',
  'contract',
  'dispatched',
  'temporary',
  'pupil',
  'department',
]);
export type MeasureTarget = z.infer<typeof measureTargetSchema>;

/** 从事管理的人员 fall under six kinds of sanction, other staff in 编制 under four (《事业单位工作人员处分规定》第二条). */
export const staffTrackLabels = {
  any: '不限',
  managerial: '仅限从事管理的人员',
  other: '仅限非管理人员',
} as const;
export const staffTrackSchema = z.enum(['any', 'managerial', 'other']);

/**
 * Stage and grade as the rules on pupils tell them apart: 第十条 of 《中小学教育惩戒规则（试行）》 starts at the upper grades of
 * primary school, 开除学籍 at senior school alone.
 */
export const pupilBandLabels = {
  'primary-lower': '小学低年级（一至三年级）',
  'primary-upper': '小学高年级（四至六年级）',
  junior: '初中',
  senior: '高中',
} as const;
export const pupilBandSchema = z.enum(['primary-lower', 'primary-upper', 'junior', 'senior']);
export type PupilBand = z.infer<typeof pupilBandSchema>;

/** The band of a grade counted from 1 (小学一年级) to 12 (高三). @throws RangeError outside of it. */
export const pupilBandOf = (grade: number): PupilBand => {
  if (!Number.isInteger(grade) || grade < 1 || grade > 12)
    throw new RangeError(`no such grade: ${String(grade)}`);
  if (grade <= 3) return 'primary-lower';
  if (grade <= 6) return 'primary-upper';
  return grade <= 9 ? 'junior' : 'senior';
};

export const decidingBodyLabels = {
  teacher: '任课教师或班主任',
  department: '部门负责人',
  'principal-meeting': '校长办公会',
  'leading-group': '问责工作领导小组',
  'party-meeting': '学校党组织会议',
  authority: '主管教育部门',
} as const;
export const decidingBodySchema = z.enum([
  'teacher',
  'department',
  'principal-meeting',
  'leading-group',
  'party-meeting',
  'authority',
]);
export type DecidingBody = z.infer<typeof decidingBodySchema>;

/** Bodies of the school that decide by talking it over: attendance and votes have to be on record. */
export const isMeeting = (body: DecidingBody): boolean =>
  body === 'principal-meeting' || body === 'leading-group' || body === 'party-meeting';

/** What a measure is in the eyes of the law: decides which rules apply to it. */
export const measureKindLabels = {
  talk: '批评教育与谈话',
  order: '责令检查、整改',
  circular: '通报',
  qualification: '取消资格',
  pay: '绩效核减',
  post: '岗位与职务处理',
  sanction: '处分',
  contract: '聘用（劳动）合同处理',
  referral: '移送',
  discipline: '教育惩戒',
  'pupil-sanction': '学生纪律处分',
  remedial: '补救与帮扶',
} as const;
export const measureKindSchema = z.enum([
  'talk',
  'order',
  'circular',
  'qualification',
  'pay',
  'post',
  'sanction',
  'contract',
  'referral',
  'discipline',
  'pupil-sanction',
  'remedial',
]);
export type MeasureKind = z.infer<typeof measureKindSchema>;

/** Kinds of sanction of staff, lightest first within each of the two tracks, with their periods in months. */
export const sanctionKindLabels = {
  warning: '警告',
  demerit: '记过',
  'major-demerit': '记大过',
  downgrade: '降级',
  'lower-post': '降低岗位等级',
  removal: '撤职',
  dismissal: '开除',
} as const;
export const sanctionKindSchema = z.enum([
  'warning',
  'demerit',
  'major-demerit',
  'downgrade',
  'lower-post',
  'removal',
  'dismissal',
]);
export type SanctionKind = z.infer<typeof sanctionKindSchema>;

/**
 * Months that each sanction runs: 《事业单位工作人员处分规定》 for staff, 《政务处分法》第七、八条 for 从事管理的人员; null for 开除,
 * which has no period.
 */
export const sanctionMonths: Readonly<Record<SanctionKind, number | null>> = {
  warning: 6,
  demerit: 12,
  'major-demerit': 18,
  downgrade: 24,
  'lower-post': 24,
  removal: 24,
  dismissal: null,
};

/** The sanctions of each track (《政务处分法》第七条; 《事业单位工作人员处分规定》). */
export const sanctionsOfTrack: Readonly<Record<'managerial' | 'other', readonly SanctionKind[]>> = {
  managerial: ['warning', 'demerit', 'major-demerit', 'downgrade', 'removal', 'dismissal'],
  other: ['warning', 'demerit', 'lower-post', 'dismissal'],
};

/** How grave a measure on a pupil is: 第八条 on the spot, 第九条 by the school, 第十条 grave, and 纪律处分. */
export const pupilLevelLabels = {
  light: '轻微（第八条，教师当场实施）',
  serious: '较重（第九条，学校决定）',
  grave: '严重（第十条第一款，学校决定）',
  sanction: '纪律处分（第十条第二款）',
} as const;
export const pupilLevelSchema = z.enum(['light', 'serious', 'grave', 'sanction']);
export type PupilLevel = z.infer<typeof pupilLevelSchema>;

/** Measures on pupils that have a limit of their own. */
export const pupilFormLabels = {
  ordinary: '一般',
  standing: '教室内站立',
  suspension: '停课或停学',
  expulsion: '开除学籍',
  'special-school': '转入专门学校',
} as const;
export const pupilFormSchema = z.enum(['ordinary', 'standing', 'suspension', 'expulsion', 'special-school']);
export type PupilForm = z.infer<typeof pupilFormSchema>;
