import { z } from 'zod';
import { daySchema } from '../../../kernel/dates.ts';
import { entityShape, idSchema, textSchema } from '../../../kernel/entity.ts';

/** 学科 as the school teaches it. */
export const courseSchema = z.object({
  ...entityShape,
  name: textSchema('学科名称', 20),
  /** Order in lists and as columns, smallest first. */
  order: z.number().int().nonnegative(),
  /** 停开: taught no more after this day; who taught it stays. */
  closedOn: daySchema.nullable(),
});
export type Course = z.infer<typeof courseSchema>;

/** 任课: somebody teaches a course in a class from one day to another. `endsOn` is the last day, null: until further notice. */
export const teachingSchema = z.object({
  ...entityShape,
  staffId: idSchema,
  classId: idSchema,
  courseId: idSchema,
  startsOn: daySchema,
  endsOn: daySchema.nullable(),
});
export type Teaching = z.infer<typeof teachingSchema>;
