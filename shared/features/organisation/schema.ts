import { z } from 'zod';
import { entityShape, optionalTextSchema, textSchema } from '../../kernel/entity.ts';
import { daySchema } from '../../kernel/dates.ts';

/** 学年: `2026—2027 学年`, with its two terms. Days are inclusive. */
export const schoolYearSchema = z.object({
  ...entityShape,
  /** The calendar year in which it begins. */
  startYear: z.number().int().min(1990).max(2100),
  terms: z
    .array(z.object({ name: textSchema('学期名称', 20), startsOn: daySchema, endsOn: daySchema }))
    .min(1, '请至少设置一个学期')
    .max(3),
});
export type SchoolYear = z.infer<typeof schoolYearSchema>;

export const departmentSchema = z.object({
  ...entityShape,
  name: textSchema('部门名称', 40),
  /** Order in lists, smallest first. */
  order: z.number().int().nonnegative(),
  /** A department that was closed stays for the history of those who worked in it. */
  closedOn: daySchema.nullable(),
});
export type Department = z.infer<typeof departmentSchema>;

/**
 * 编制与身份: decides which track of sanctions a person falls under
 * (《事业单位工作人员处分规定》第二条 covers staff in 编制 alone).
 */
export const employmentLabels = {
  established: '在编',
  contract: '编外合同',
  dispatched: '劳务派遣',
  temporary: '临时聘用',
} as const;
export const employmentSchema = z.enum(['established', 'contract', 'dispatched', 'temporary']);

export const postKindLabels = {
  leader: '校领导',
  middle: '中层管理',
  teacher: '专任教师',
  support: '教辅',
  logistics: '工勤后勤',
} as const;
export const postKindSchema = z.enum(['leader', 'middle', 'teacher', 'support', 'logistics']);
export type PostKind = z.infer<typeof postKindSchema>;

/** 岗位 as the school's list has it, e.g. 语文教师, 教务主任, 班主任. */
export const postSchema = z.object({
  ...entityShape,
  name: textSchema('岗位名称', 40),
  kind: postKindSchema,
  /** 是否从事管理的人员: six kinds of sanction instead of four. */
  managerial: z.boolean(),
});
export type Post = z.infer<typeof postSchema>;

/** A person holding a post from one day to another; several at once are usual. `endsOn` is the last day. */
export const postHoldingSchema = z.object({
  postId: z.string().min(1),
  departmentId: z.string().min(1),
  startsOn: daySchema,
  endsOn: daySchema.nullable(),
});
export type PostHolding = z.infer<typeof postHoldingSchema>;

export const genderLabels = { male: '男', female: '女' } as const;
export const genderSchema = z.enum(['male', 'female']);

export const staffNumberSchema = z
  .string()
  .trim()
  .min(1, '请填写工号')
  .max(20, '工号不能超过 20 位')
  .regex(/^[A-Za-z0-9-]+$/, '工号只能用字母、数字和横线');

export const staffSchema = z.object({
  ...entityShape,
  /** 工号: by this alone is a person matched when a roster is imported again. */
  number: staffNumberSchema,
  name: textSchema('姓名', 30),
  gender: genderSchema,
  employment: employmentSchema,
  /** 岗位等级, e.g. 专业技术十级. */
  postGrade: optionalTextSchema('岗位等级', 30),
  /** 职称 */
  title: optionalTextSchema('职称', 30),
  partyMember: z.boolean(),
  phone: optionalTextSchema('手机', 20),
  joinedOn: daySchema.nullable(),
  /** Last day at the school; the person and the history stay. */
  leftOn: daySchema.nullable(),
  holdings: z.array(postHoldingSchema),
});
export type Staff = z.infer<typeof staffSchema>;

export const classSchema = z.object({
  ...entityShape,
  /** The calendar year in which the class entered the school: the grade follows from it and the school year. */
  entryYear: z.number().int().min(1990).max(2100),
  /** Grade at entry: 1 … 12 (小学一年级 = 1, 初一 = 7, 高一 = 10). */
  entryGrade: z.number().int().min(1).max(12),
  /** 班号 within the grade. */
  ordinal: z.number().int().min(1).max(60),
  headTeacherId: z.string().nullable(),
  graduatedOn: daySchema.nullable(),
});
export type SchoolClass = z.infer<typeof classSchema>;

export const guardianSchema = z.object({
  name: textSchema('监护人姓名', 30),
  relation: textSchema('与学生关系', 10),
  phone: optionalTextSchema('监护人电话', 20),
});

export const pupilNumberSchema = z
  .string()
  .trim()
  .min(1, '请填写学籍号')
  .max(30, '学籍号不能超过 30 位')
  .regex(/^[A-Za-z0-9]+$/, '学籍号只能用字母和数字');

export const pupilSchema = z.object({
  ...entityShape,
  /** 学籍号 */
  number: pupilNumberSchema,
  name: textSchema('姓名', 30),
  gender: genderSchema,
  bornOn: daySchema.nullable(),
  classId: z.string().min(1),
  guardians: z.array(guardianSchema).max(4),
  enrolledOn: daySchema.nullable(),
  leftOn: daySchema.nullable(),
});
export type Pupil = z.infer<typeof pupilSchema>;
