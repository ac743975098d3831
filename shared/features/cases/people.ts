import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { idSchema, textSchema } from '../../kernel/entity.ts';
import { pupilBandSchema } from '../../law/vocabulary.ts';
import { employmentSchema } from '../organisation/schema.ts';

/** A person of the school named in a case, by name as well, so that the record reads the same after years. */
export const personRefSchema = z.object({ id: idSchema, name: z.string() });
export type PersonRef = z.infer<typeof personRefSchema>;

export const subjectKindLabels = { staff: '教职工', pupil: '学生', department: '部门' } as const;
export const subjectKindSchema = z.enum(['staff', 'pupil', 'department']);
export type SubjectKind = z.infer<typeof subjectKindSchema>;

/** 当事人, with what the papers say of him or her as it was on the day of the matter. */
export const caseSubjectSchema = z.object({
  /** Id of the staff member, the pupil or the department. */
  personId: idSchema,
  kind: subjectKindSchema,
  /** 工号 or 学籍号; blank for a department. */
  number: z.string(),
  name: z.string(),
  /** Department of staff, class of a pupil. */
  department: z.string(),
  post: z.string(),
  postGrade: z.string(),
  /** Null for pupils and departments. */
  employment: employmentSchema.nullable(),
  /** 是否从事管理的人员: which track of sanctions applies. */
  managerial: z.boolean(),
  /** Stage and grade of a pupil on the day of the matter; null for all others. */
  band: pupilBandSchema.nullable(),
  /** Under eighteen, or a pupil whose birthday is not known. */
  minor: z.boolean(),
  /** 监护人 of a pupil, the first of the roster. */
  guardian: z.object({ name: z.string(), relation: z.string(), phone: z.string() }).nullable(),
});
export type CaseSubject = z.infer<typeof caseSubjectSchema>;

/** 回避: an interest that somebody declared, and what was decided about it. */
export const conflictSchema = z.object({
  id: idSchema,
  person: personRefSchema,
  relation: textSchema('利害关系', 100),
  declaredOn: daySchema,
  outcome: z.enum(['open', 'dismissed', 'withdrawn']),
  /** Why it was dismissed, or who takes over. */
  note: z.string().max(200),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const sourceKindLabels = {
  inspection: '检查发现',
  duty: '履职检查',
  report: '师生反映',
  parent: '家长反映',
  superior: '上级转办',
  evaluation: '考核发现',
  opinion: '舆情反映',
  self: '本人报告',
  lead: '线索转办',
  other: '其他',
} as const;
export const sourceKindSchema = z.enum([
  'inspection',
  'duty',
  'report',
  'parent',
  'superior',
  'evaluation',
  'opinion',
  'self',
  'lead',
  'other',
]);
