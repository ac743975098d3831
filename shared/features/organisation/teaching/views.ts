import { z } from 'zod';
import { daySchema } from '../../../kernel/dates.ts';
import { idSchema } from '../../../kernel/entity.ts';
import { courseSchema, teachingSchema } from './schema.ts';

export const courseViewSchema = courseSchema.extend({
  /** Classes in which it is taught today. */
  classCount: z.number().int(),
});
export type CourseView = z.infer<typeof courseViewSchema>;

/** One assignment with the names that belong to it. */
export const teachingViewSchema = teachingSchema.extend({
  teacher: z.string(),
  number: z.string(),
  class: z.string(),
  course: z.string(),
  /** In force on the day asked for. */
  current: z.boolean(),
});
export type TeachingView = z.infer<typeof teachingViewSchema>;

/** 任课表: who teaches what on a day, classes as rows and courses as columns. */
export const teachingTableSchema = z.object({
  day: daySchema,
  classes: z.array(
    z.object({ id: idSchema, label: z.string(), grade: z.number().int(), headTeacher: z.string() }),
  ),
  courses: z.array(z.object({ id: idSchema, name: z.string() })),
  /** Everybody at the school on that day, as cells name them. */
  staff: z.array(z.object({ id: idSchema, number: z.string(), name: z.string(), about: z.string() })),
  cells: z.array(z.object({ classId: idSchema, courseId: idSchema, staffIds: z.array(idSchema) })),
});
export type TeachingTable = z.infer<typeof teachingTableSchema>;
