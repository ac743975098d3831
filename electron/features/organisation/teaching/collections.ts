import { courseSchema, teachingSchema } from '../../../../shared/features/organisation/teaching/schema.ts';
import { defineCollection } from '../../../store/types.ts';

export const courseCollection = defineCollection({
  name: 'courses',
  schema: courseSchema,
  indexes: { name: ({ name }) => name },
  unique: ['name'],
  duplicateMessage: (_index, key) => `学科“${key}”已经存在。`,
});

export const teachingCollection = defineCollection({
  name: 'teachings',
  schema: teachingSchema,
  indexes: {
    staff: ({ staffId }) => staffId,
    class: ({ classId }) => classId,
    course: ({ courseId }) => courseId,
    cell: ({ classId, courseId }) => `${classId} ${courseId}`,
  },
  unique: [],
  duplicateMessage: () => '这条任课已经存在。',
});
