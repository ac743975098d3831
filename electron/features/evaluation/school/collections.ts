import { selfEvaluationSchema } from '../../../../shared/features/evaluation/school/schema.ts';
import { defineCollection } from '../../../store/types.ts';

export const selfEvaluationCollection = defineCollection({
  name: 'selfEvaluations',
  schema: selfEvaluationSchema,
  indexes: {
    cycle: ({ cycleId }) => cycleId,
    place: ({ cycleId, subjectId }) => `${cycleId}/${subjectId}`,
  },
  unique: ['place'],
  duplicateMessage: () => '这份自评刚刚由别人填写，请刷新后查看。',
});
