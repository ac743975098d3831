import type { FieldIssue } from '../../kernel/result.ts';
import type { SchoolYear } from './schema.ts';

/** What is wrong with the terms of a school year: an end before the start, an overlap, a day outside of the year. */
export const termProblems = (startYear: number, terms: SchoolYear['terms']): FieldIssue[] => {
  const first = `${String(startYear)}-08-01`;
  const last = `${String(startYear + 1)}-08-31`;
  return terms.flatMap((term, place): FieldIssue[] => {
    const of = (field: string, message: string): FieldIssue => ({
      path: `terms.${String(place)}.${field}`,
      message: `${term.name}${message}`,
    });
    if (term.endsOn < term.startsOn) return [of('endsOn', '的结束日期早于开始日期')];
    if (term.startsOn < first || term.endsOn > last)
      return [
        of('startsOn', `不在本学年之内（${String(startYear)}年8月1日至${String(startYear + 1)}年8月31日）`),
      ];
    const before = terms[place - 1];
    if (before && term.startsOn <= before.endsOn) return [of('startsOn', `与${before.name}重叠或次序颠倒`)];
    return [];
  });
};
