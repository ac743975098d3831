import { z } from 'zod';

const courseSchema = z.string().trim().min(1, '请填写学科').max(20, '学科名称不能超过 20 个字');

/** What a column of a table of marks is. `full` in hundredths; null: as the file, or an earlier table, has it. */
export const examMeaningSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'pupilNumber',
      'pupilName',
      'class',
      'course',
      'mark',
      'full',
      'teacherNumber',
      'teacherName',
      'ignored',
    ]),
  }),
  /** One column for a course: its marks stand below. */
  z.object({
    kind: z.literal('marksOf'),
    course: courseSchema,
    full: z.number().int().min(1, '满分须大于 0').max(100_000, '满分不能超过 1000').nullable(),
  }),
  z.object({ kind: z.literal('teacherOf'), course: courseSchema }),
]);
export type ExamMeaning = z.infer<typeof examMeaningSchema>;
