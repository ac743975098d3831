import {
  leadReceiptSchema,
  leadSourceSchema,
  sourceLookSchema,
  sourceRequestSchema,
} from '../../../shared/features/leads/source-schema.ts';
import { leadNoteSchema, leadSchema } from '../../../shared/features/leads/schema.ts';
import { defineCollection } from '../../store/types.ts';

export const leadCollection = defineCollection({
  name: 'leads',
  schema: leadSchema,
  indexes: {
    number: ({ number }) => number,
    case: ({ triage }) => triage?.case?.id,
    mergedInto: ({ merged }) => merged?.leadId,
    related: ({ related }) => related.map(({ leadId }) => leadId),
    staff: ({ people }) => people.flatMap((person) => (person.kind === 'staff' ? [person.id] : [])),
  },
  unique: ['number'],
  duplicateMessage: (_index, key) => `线索编号 ${key} 已被使用，请重试。`,
});

export const leadNoteCollection = defineCollection({
  name: 'lead-notes',
  schema: leadNoteSchema,
  indexes: { lead: ({ leadId }) => leadId },
  unique: [],
  duplicateMessage: () => '这条备注已经存在。',
});

export const leadReceiptCollection = defineCollection({
  name: 'lead-receipts',
  schema: leadReceiptSchema,
  indexes: { lead: ({ leadId }) => leadId },
  unique: ['lead'],
  duplicateMessage: () => '这条线索已经出具过查询码。',
});

/** Kept apart from everything else: only `source.ts` reads who it is. */
export const leadSourceCollection = defineCollection({
  name: 'lead-sources',
  schema: leadSourceSchema,
  indexes: { lead: ({ leadId }) => leadId },
  unique: ['lead'],
  duplicateMessage: () => '这条线索已经登记过来源。',
});

export const sourceRequestCollection = defineCollection({
  name: 'source-requests',
  schema: sourceRequestSchema,
  indexes: { lead: ({ leadId }) => leadId },
  unique: [],
  duplicateMessage: () => '这条申请已经存在。',
});

export const sourceLookCollection = defineCollection({
  name: 'source-looks',
  schema: sourceLookSchema,
  indexes: { lead: ({ leadId }) => leadId },
  unique: [],
  duplicateMessage: () => '这条查看记录已经存在。',
});

export const leadsCollections = [
  leadCollection,
  leadNoteCollection,
  leadReceiptCollection,
  leadSourceCollection,
  sourceRequestCollection,
  sourceLookCollection,
] as const;
