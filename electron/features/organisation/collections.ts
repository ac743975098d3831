import {
  classSchema,
  departmentSchema,
  postSchema,
  pupilSchema,
  schoolYearSchema,
  staffSchema,
} from '../../../shared/features/organisation/schema.ts';
import { schoolSchema } from '../../../shared/features/organisation/school.ts';
import { defineCollection } from '../../store/types.ts';
import { bodyCollection } from './bodies/collection.ts';
import { courseCollection, teachingCollection } from './teaching/collections.ts';

export const schoolCollection = defineCollection({
  name: 'school',
  schema: schoolSchema,
  // One data folder holds one school.
  indexes: { only: () => 'school' },
  unique: ['only'],
  duplicateMessage: () => '这个数据文件夹里已经有一所学校。',
});

export const schoolYearCollection = defineCollection({
  name: 'schoolYears',
  schema: schoolYearSchema,
  indexes: { startYear: ({ startYear }) => String(startYear) },
  unique: ['startYear'],
  duplicateMessage: (_index, key) => `${key}—${String(Number(key) + 1)} 学年已经设置过。`,
});

export const departmentCollection = defineCollection({
  name: 'departments',
  schema: departmentSchema,
  indexes: { name: ({ name }) => name },
  unique: ['name'],
  duplicateMessage: (_index, key) => `部门“${key}”已经存在。`,
});

export const postCollection = defineCollection({
  name: 'posts',
  schema: postSchema,
  indexes: { name: ({ name }) => name },
  unique: ['name'],
  duplicateMessage: (_index, key) => `岗位“${key}”已经存在。`,
});

export const staffCollection = defineCollection({
  name: 'staff',
  schema: staffSchema,
  indexes: {
    number: ({ number }) => number,
    department: ({ holdings }) => holdings.map(({ departmentId }) => departmentId),
    post: ({ holdings }) => holdings.map(({ postId }) => postId),
  },
  unique: ['number'],
  duplicateMessage: (_index, key) => `工号 ${key} 已有人使用。`,
});

export const classCollection = defineCollection({
  name: 'classes',
  schema: classSchema,
  indexes: {
    place: ({ entryYear, entryGrade, ordinal }) =>
      `${String(entryYear)}|${String(entryGrade)}|${String(ordinal)}`,
    headTeacher: ({ headTeacherId }) => headTeacherId ?? undefined,
  },
  unique: ['place'],
  duplicateMessage: () => '同一年入学的这个班已经存在。',
});

export const pupilCollection = defineCollection({
  name: 'pupils',
  schema: pupilSchema,
  indexes: { number: ({ number }) => number, class: ({ classId }) => classId },
  unique: ['number'],
  duplicateMessage: (_index, key) => `学籍号 ${key} 已有学生使用。`,
});

export const organisationCollections = [
  schoolCollection,
  schoolYearCollection,
  departmentCollection,
  postCollection,
  staffCollection,
  classCollection,
  pupilCollection,
  bodyCollection,
  courseCollection,
  teachingCollection,
] as const;
