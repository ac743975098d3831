import {
  adjustmentSchema,
  factsSchema,
  meetingSchema,
} from '../../../../shared/features/evaluation/results/schema.ts';
import { defineCollection } from '../../../store/types.ts';

export const factsCollection = defineCollection({
  name: 'assessmentFacts',
  schema: factsSchema,
  indexes: {
    cycle: ({ cycleId }) => cycleId,
    place: ({ cycleId, subjectId }) => `${cycleId}/${subjectId}`,
  },
  unique: ['place'],
  duplicateMessage: () => '这个人的考核情况刚刚由别人填写，请刷新后查看。',
});

export const meetingCollection = defineCollection({
  name: 'calibrationMeetings',
  schema: meetingSchema,
  indexes: { cycle: ({ cycleId }) => cycleId },
  unique: [],
  duplicateMessage: () => '这次会议已经登记。',
});

export const adjustmentCollection = defineCollection({
  name: 'adjustments',
  schema: adjustmentSchema,
  indexes: { cycle: ({ cycleId }) => cycleId, meeting: ({ meetingId }) => meetingId },
  unique: [],
  duplicateMessage: () => '这项调整已经登记。',
});

export const resultsCollections = [factsCollection, meetingCollection, adjustmentCollection] as const;
