import { feedbackSchema } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { defineCollection } from '../../../store/types.ts';

/** The one feedback about a result; `confirmation` tells a result from those that were taken back before it. */
export const feedbackKeyOf = (cycleId: string, confirmation: number, subjectId: string): string =>
  [cycleId, String(confirmation), subjectId].join('/');

export const feedbackCollection = defineCollection({
  name: 'evaluationFeedback',
  schema: feedbackSchema,
  indexes: {
    cycle: ({ cycleId }) => cycleId,
    subject: ({ subjectId }) => subjectId,
    place: ({ cycleId, confirmation, subjectId }) => feedbackKeyOf(cycleId, confirmation, subjectId),
  },
  unique: ['place'],
  duplicateMessage: () => '这个人的反馈刚刚由别人登记，请刷新后查看。',
});
