import { schoolFieldSchema } from '../../../../shared/features/evaluation/data/fields.ts';
import {
  dataImportSchema,
  dataRowSchema,
  rememberedExamHeadSchema,
  rememberedHeadSchema,
} from '../../../../shared/features/evaluation/data/schema.ts';
import { defineCollection } from '../../../store/types.ts';

export const dataRowCollection = defineCollection({
  name: 'evaluationData',
  schema: dataRowSchema,
  indexes: {
    cycle: ({ cycleId }) => cycleId,
    place: ({ cycleId, subjectId }) => `${cycleId}/${subjectId}`,
  },
  unique: ['place'],
  duplicateMessage: () => '这个对象的数据刚刚由别人填写，请刷新后查看。',
});

export const dataImportCollection = defineCollection({
  name: 'evaluationDataImports',
  schema: dataImportSchema,
  indexes: { cycle: ({ cycleId }) => cycleId },
  unique: [],
  duplicateMessage: () => '这次导入已经登记。',
});

export const rememberedHeadCollection = defineCollection({
  name: 'evaluationDataHeads',
  schema: rememberedHeadSchema,
  indexes: { place: ({ kind, head }) => `${kind}/${head}` },
  unique: ['place'],
  duplicateMessage: () => '这一列的含义刚刚由别人登记，请重试。',
});

export const rememberedExamHeadCollection = defineCollection({
  name: 'evaluationExamHeads',
  schema: rememberedExamHeadSchema,
  indexes: { head: ({ head }) => head },
  unique: ['head'],
  duplicateMessage: () => '这一列的含义刚刚由别人登记，请重试。',
});

export const schoolFieldCollection = defineCollection({
  name: 'evaluationDataFields',
  schema: schoolFieldSchema,
  indexes: { name: ({ name }) => name },
  unique: ['name'],
  duplicateMessage: () => '已经有同名的数据，请换一个名称。',
});

export const dataCollections = [
  dataRowCollection,
  dataImportCollection,
  rememberedHeadCollection,
  rememberedExamHeadCollection,
  schoolFieldCollection,
] as const;
