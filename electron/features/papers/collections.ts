import { letterheadSchema } from '../../../shared/features/papers/letterhead.ts';
import { placeKey, seriesKey } from '../../../shared/features/papers/numbers.ts';
import { documentNumberSchema, issuedPaperSchema } from '../../../shared/features/papers/schema.ts';
import { paperTemplateSchema } from '../../../shared/features/papers/template.ts';
import { defineCollection } from '../../store/types.ts';

export const documentNumberCollection = defineCollection({
  name: 'documentNumbers',
  schema: documentNumberSchema,
  indexes: {
    place: (number) => placeKey(number, number.sequence),
    series: seriesKey,
    year: ({ year }) => String(year),
    case: ({ caseId }) => caseId,
  },
  unique: ['place'],
  duplicateMessage: () => '这个编号刚刚已被使用，请重试。',
});

export const issuedPaperCollection = defineCollection({
  name: 'issuedPapers',
  schema: issuedPaperSchema,
  indexes: {
    case: ({ caseId }) => caseId,
    staff: ({ staffIds }) => staffIds,
    number: ({ numberId }) => numberId ?? undefined,
  },
  unique: [],
  duplicateMessage: () => '这份文书已经存在。',
});

export const letterheadCollection = defineCollection({
  name: 'letterheads',
  schema: letterheadSchema,
  // One school prints on one kind of paper.
  indexes: { only: () => 'letterhead' },
  unique: ['only'],
  duplicateMessage: () => '公文用纸刚刚已被保存，请刷新后再改。',
});

export const templateCollection = defineCollection({
  name: 'paperTemplates',
  schema: paperTemplateSchema,
  indexes: {},
  unique: [],
  duplicateMessage: () => '这种文书的格式刚刚已被保存，请刷新后再改。',
});

export const papersCollections = [
  documentNumberCollection,
  issuedPaperCollection,
  letterheadCollection,
  templateCollection,
] as const;
