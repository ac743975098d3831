import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { entityShape, idSchema } from '../../kernel/entity.ts';
import {
  classSchema,
  departmentSchema,
  employmentSchema,
  genderSchema,
  postHoldingSchema,
  postSchema,
  pupilSchema,
  schoolYearSchema,
  staffSchema,
} from './schema.ts';

/** What lists and record pages show: records with the names that belong to their references, as of today. */

export const schoolYearViewSchema = schoolYearSchema.extend({
  /** `2026—2027 学年` */
  label: z.string(),
  current: z.boolean(),
});
export type SchoolYearView = z.infer<typeof schoolYearViewSchema>;

export const departmentViewSchema = departmentSchema.extend({
  /** Staff who hold a post here today. */
  staffCount: z.number().int(),
});
export type DepartmentView = z.infer<typeof departmentViewSchema>;

export const postViewSchema = postSchema.extend({ holders: z.number().int() });
export type PostView = z.infer<typeof postViewSchema>;

export const staffRowSchema = z.object({
  ...entityShape,
  number: z.string(),
  name: z.string(),
  gender: genderSchema,
  employment: employmentSchema,
  /** Held today, joined with 、. */
  department: z.string(),
  post: z.string(),
  departmentIds: z.array(idSchema),
  title: z.string(),
  phone: z.string(),
  joinedOn: daySchema.nullable(),
  leftOn: daySchema.nullable(),
  /** False from the day after the last one at the school. */
  present: z.boolean(),
});
export type StaffRow = z.infer<typeof staffRowSchema>;

export const staffViewSchema = z.object({
  record: staffSchema,
  department: z.string(),
  post: z.string(),
  managerial: z.boolean(),
  /** Same order as `record.holdings`. */
  holdings: z.array(
    postHoldingSchema.extend({ post: z.string(), department: z.string(), current: z.boolean() }),
  ),
  /** Classes led now. */
  classes: z.array(z.object({ id: idSchema, label: z.string() })),
});
export type StaffView = z.infer<typeof staffViewSchema>;

export const classViewSchema = classSchema.extend({
  label: z.string(),
  grade: z.number().int(),
  headTeacher: z.string(),
  pupilCount: z.number().int(),
});
export type ClassView = z.infer<typeof classViewSchema>;

export const pupilRowSchema = z.object({
  ...entityShape,
  number: z.string(),
  name: z.string(),
  gender: genderSchema,
  classId: idSchema,
  class: z.string(),
  guardians: z.string(),
  leftOn: daySchema.nullable(),
  present: z.boolean(),
});
export type PupilRow = z.infer<typeof pupilRowSchema>;

export const pupilViewSchema = z.object({ record: pupilSchema, class: z.string() });
export type PupilView = z.infer<typeof pupilViewSchema>;
