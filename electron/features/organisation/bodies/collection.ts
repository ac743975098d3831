import { bodySchema } from '../../../../shared/features/organisation/bodies/schema.ts';
import { defineCollection } from '../../../store/types.ts';

export const bodyCollection = defineCollection({
  name: 'bodies',
  schema: bodySchema,
  indexes: {
    name: ({ name, dissolvedOn }) => (dissolvedOn === null ? name : undefined),
    kind: ({ kind }) => kind,
    member: ({ members }) => [...new Set(members.flatMap(({ staffId }) => staffId ?? []))],
  },
  unique: ['name'],
  duplicateMessage: (_index, key) => `机构“${key}”已经存在。`,
});
