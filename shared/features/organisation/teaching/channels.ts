import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { daySchema } from '../../../kernel/dates.ts';
import { fileContentSchema, idSchema, revSchema } from '../../../kernel/entity.ts';
import { courseSchema, teachingSchema } from './schema.ts';
import { courseViewSchema, teachingTableSchema, teachingViewSchema } from './views.ts';

/** A record as a form sends it: without id and rev it is new. */
const saved = { id: idSchema.optional(), rev: revSchema.optional() } as const;

export const saveCourseInput = courseSchema.omit({ id: true, rev: true }).extend(saved);
export const saveTeachingInput = teachingSchema.omit({ id: true, rev: true }).extend(saved);

export const layoutLabels = { list: '明细表', grid: '班级学科表' } as const;
export const teachingLayoutSchema = z.enum(['list', 'grid']);
export type TeachingLayout = z.infer<typeof teachingLayoutSchema>;

const cellSchema = z.object({
  classId: idSchema,
  courseId: idSchema,
  /** Who stood there when the change was made: another's change in between is a conflict. */
  seen: z.array(idSchema),
  staffIds: z.array(idSchema).max(10, '一个班的一门学科最多由 10 人任课'),
});

const courses = z.object({ courses: z.array(courseViewSchema) });

/** 学科 and 任课: who teaches which course in which class. */
export const teachingChannels = {
  'organisation.courses': query({ access: 'organisation.read', input: z.object({}), output: courses }),
  'organisation.saveCourse': command({
    access: 'organisation.write',
    input: saveCourseInput,
    output: courseViewSchema,
  }),
  /** Adds what schools of this stage usually teach and the list does not have yet. */
  'organisation.addUsualCourses': command({
    access: 'organisation.write',
    input: z.object({}),
    output: courses.extend({ added: z.number().int() }),
  }),
  /** 任课表 of a day, today if left out. */
  'organisation.teachingTable': query({
    access: 'organisation.read',
    input: z.object({ day: daySchema.nullable().default(null) }),
    output: teachingTableSchema,
  }),
  /** Everything ever laid down for a person, a class, a course or several of these, newest first. */
  'organisation.teachings': query({
    access: 'organisation.read',
    input: z.object({
      staffId: idSchema.nullable().default(null),
      classId: idSchema.nullable().default(null),
      courseId: idSchema.nullable().default(null),
    }),
    output: z.object({ teachings: z.array(teachingViewSchema) }),
  }),
  /** From a day on others teach in these cells; who taught before stays on record until the day before. */
  'organisation.handOverTeaching': command({
    access: 'organisation.write',
    input: z.object({ day: daySchema, cells: z.array(cellSchema).min(1, '没有要保存的改动').max(3000) }),
    output: z.object({ table: teachingTableSchema, changed: z.number().int() }),
  }),
  /** One assignment with its days, new or corrected. */
  'organisation.saveTeaching': command({
    access: 'organisation.write',
    input: saveTeachingInput,
    output: teachingViewSchema,
  }),
  'organisation.teachingTemplate': command({
    access: 'organisation.write',
    input: z.object({ layout: teachingLayoutSchema }),
    output: fileContentSchema,
  }),
  'organisation.exportTeachings': command({
    access: 'organisation.export',
    input: z.object({ layout: teachingLayoutSchema, day: daySchema.nullable().default(null) }),
    output: fileContentSchema,
  }),
  /** What each of these people teaches today, in that order. */
  'organisation.exportTeachers': command({
    access: 'organisation.export',
    input: z.object({ ids: z.array(idSchema).min(1, '没有可导出的内容').max(20_000) }),
    output: fileContentSchema,
  }),
};
