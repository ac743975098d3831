import {
  matterSchema,
  measureSchema,
  paperTextSchema,
  schoolRuleSchema,
  severityMatrixSchema,
  storedGroundSchema,
  storedRuleSchema,
} from '../../../shared/features/standards/schema.ts';
import { defineCollection } from '../../store/types.ts';

/** Measures, matters, grounds and rules are found by their code, which is their id and never changes. */

const twice = (): string => '这一项已经存在。';

export const measureCollection = defineCollection({
  name: 'measures',
  schema: measureSchema,
  indexes: {},
  unique: [],
  duplicateMessage: twice,
});

export const matterCollection = defineCollection({
  name: 'matters',
  schema: matterSchema,
  indexes: {},
  unique: [],
  duplicateMessage: twice,
});

export const groundCollection = defineCollection({
  name: 'lawGrounds',
  schema: storedGroundSchema,
  indexes: {},
  unique: [],
  duplicateMessage: twice,
});

export const ruleCollection = defineCollection({
  name: 'lawRules',
  schema: storedRuleSchema,
  indexes: {},
  unique: [],
  duplicateMessage: twice,
});

export const schoolRuleCollection = defineCollection({
  name: 'schoolRules',
  schema: schoolRuleSchema,
  indexes: { title: ({ versions }) => versions.at(-1)?.content.title },
  unique: ['title'],
  duplicateMessage: (_index, key) => `已有名为《${key}》的制度。`,
});

/** The one matrix of a school. */
export const MATRIX_ID = 'matrix';

export const severityCollection = defineCollection({
  name: 'severityMatrix',
  schema: severityMatrixSchema,
  indexes: {},
  unique: [],
  duplicateMessage: twice,
});

export const paperTextCollection = defineCollection({
  name: 'paperTexts',
  schema: paperTextSchema,
  indexes: {},
  unique: [],
  duplicateMessage: twice,
});

export const standardsCollections = [
  measureCollection,
  matterCollection,
  groundCollection,
  ruleCollection,
  schoolRuleCollection,
  severityCollection,
  paperTextCollection,
] as const;
