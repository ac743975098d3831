import { schoolYearTableSchema } from '../../../shared/features/calendar/schema.ts';
import { defineCollection } from '../../store/types.ts';

/** Tables that the school has entered; a table's id is its year. */
export const calendarYearCollection = defineCollection({
  name: 'calendarYears',
  schema: schoolYearTableSchema,
  indexes: { year: ({ year }) => String(year) },
  unique: ['year'],
  duplicateMessage: (_index, key) => `${key} 年的节假日刚刚由别人录入，请刷新后查看。`,
});

export const calendarCollections = [calendarYearCollection] as const;
