import { publicitySchema } from '../../../shared/features/publicity/schema.ts';
import { defineCollection } from '../../store/types.ts';

export const publicityCollection = defineCollection({
  name: 'publicities',
  schema: publicitySchema,
  indexes: {
    number: ({ number }) => number,
    case: ({ content }) => content.items.flatMap(({ caseId }) => caseId ?? []),
    state: ({ state }) => state,
  },
  unique: ['number'],
  duplicateMessage: (_index, key) => `编号 ${key} 已被使用，请重试。`,
});

export const publicityCollections = [publicityCollection] as const;
