import { caseRecordSchema } from '../../../shared/features/cases/schema.ts';
import { sanctionSchema } from '../../../shared/features/cases/sanction.ts';
import { defineCollection } from '../../store/types.ts';

export const caseCollection = defineCollection({
  name: 'cases',
  schema: caseRecordSchema,
  indexes: {
    number: ({ number }) => number,
    person: ({ subjects }) => subjects.map(({ personId }) => personId),
    state: ({ state }) => state,
    lead: ({ links }) => links.leadIds,
  },
  unique: ['number'],
  duplicateMessage: (_index, key) => `案号 ${key} 已被使用，请重试。`,
});

export const sanctionCollection = defineCollection({
  name: 'sanctions',
  schema: sanctionSchema,
  indexes: {
    case: ({ caseId }) => caseId,
    person: ({ personId }) => personId,
    matter: ({ matterCode }) => matterCode,
  },
  unique: [],
  duplicateMessage: () => '这条处理记录已经存在。',
});

export const casesCollections = [caseCollection, sanctionCollection] as const;
