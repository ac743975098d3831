import { appealSchema } from '../../../shared/features/appeals/schema.ts';
import { defineCollection } from '../../store/types.ts';

export const appealCollection = defineCollection({
  name: 'appeals',
  schema: appealSchema,
  indexes: {
    number: ({ number }) => number,
    case: (appeal) => appeal.case.id,
    person: ({ person }) => person.id,
  },
  unique: ['number'],
  duplicateMessage: (_index, key) => `编号 ${key} 已被使用，请重试。`,
});

export const appealsCollections = [appealCollection] as const;
