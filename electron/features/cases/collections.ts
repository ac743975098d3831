import { caseRecordSchema, sanctionSchema } from '../../../shared/features/cases/schema.ts';
import { defineCollection } from '../../store/types.ts';

export const caseCollection = defineCollection({
  name: 'cases',
  schema: caseRecordSchema,
  indexes: {
    number: ({ number }) => number,
    staff: ({ subjects }) => subjects.map(({ staffId }) => staffId),
    state: ({ state }) => state,
  },
  unique: ['number'],
  duplicateMessage: (_index, key) => `案号 ${key} 已被使用，请重试。`,
});

export const sanctionCollection = defineCollection({
  name: 'sanctions',
  schema: sanctionSchema,
  indexes: {
    case: ({ caseId }) => caseId,
    staff: ({ staffId }) => staffId,
  },
  unique: [],
  duplicateMessage: () => '这条处理记录已经存在。',
});

export const casesCollections = [caseCollection, sanctionCollection] as const;
