import { dutyListSchema, holderKey } from '../../../shared/features/duties/schema.ts';
import { defineCollection } from '../../store/types.ts';

export const dutyListCollection = defineCollection({
  name: 'dutyLists',
  schema: dutyListSchema,
  // A list that was ended makes room for another one.
  indexes: { holder: ({ holder, endedOn }) => (endedOn === null ? holderKey(holder) : undefined) },
  unique: ['holder'],
  duplicateMessage: () => '已经有一份在用的职责，请修改那一份，不要另建。',
});

export const dutiesCollections = [dutyListCollection] as const;
