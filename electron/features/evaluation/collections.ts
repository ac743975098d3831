import {
  indicatorSystemSchema,
  indicatorVersionSchema,
} from '../../../shared/features/evaluation/indicators.ts';
import {
  confirmedResultSchema,
  cycleSchema,
  scoreSheetSchema,
} from '../../../shared/features/evaluation/schema.ts';
import { defineCollection } from '../../store/types.ts';
import { dataCollections } from './data/collections.ts';
import { feedbackCollection } from './feedback/collections.ts';
import { selfEvaluationCollection } from './school/collections.ts';
import { resultsCollections } from './results/collections.ts';

export const indicatorSystemCollection = defineCollection({
  name: 'indicatorSystems',
  schema: indicatorSystemSchema,
  indexes: {},
  unique: [],
  duplicateMessage: () => '这个指标体系已经存在。',
});

export const indicatorVersionCollection = defineCollection({
  name: 'indicatorVersions',
  schema: indicatorVersionSchema,
  indexes: {
    system: ({ systemId }) => systemId,
    number: ({ systemId, number }) => `${systemId}/${String(number)}`,
  },
  unique: ['number'],
  duplicateMessage: () => '这一版指标已经建立，请刷新后查看。',
});

export const cycleCollection = defineCollection({
  name: 'cycles',
  schema: cycleSchema,
  indexes: { version: ({ versionId }) => versionId },
  unique: [],
  duplicateMessage: () => '这次考核已经存在。',
});

/** The one sheet of a rater about a subject. */
export const sheetKeyOf = (cycleId: string, groupId: string, raterId: string, subjectId: string): string =>
  [cycleId, groupId, raterId, subjectId].join('/');

export const scoreSheetCollection = defineCollection({
  name: 'scoreSheets',
  schema: scoreSheetSchema,
  indexes: {
    cycle: ({ cycleId }) => cycleId,
    place: ({ cycleId, groupId, raterId, subjectId }) => sheetKeyOf(cycleId, groupId, raterId, subjectId),
  },
  unique: ['place'],
  duplicateMessage: () => '这一行刚刚由别人填写，请刷新后查看。',
});

export const confirmedResultCollection = defineCollection({
  name: 'confirmedResults',
  schema: confirmedResultSchema,
  indexes: {
    cycle: ({ cycleId }) => cycleId,
    subject: ({ subjectId }) => subjectId,
    place: ({ cycleId, confirmation, subjectId }) => [cycleId, String(confirmation), subjectId].join('/'),
  },
  unique: ['place'],
  duplicateMessage: () => '考核结果已经确认，请刷新后查看。',
});

export const evaluationCollections = [
  indicatorSystemCollection,
  indicatorVersionCollection,
  cycleCollection,
  scoreSheetCollection,
  confirmedResultCollection,
  ...resultsCollections,
  ...dataCollections,
  feedbackCollection,
  selfEvaluationCollection,
] as const;
