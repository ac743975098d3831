import { reckonFormula } from '../../../../shared/features/evaluation/data/formula-reckon.ts';
import { MOST_NAMES, type OwedData } from '../../../../shared/features/evaluation/data/owed.ts';
import { valuesOf } from '../../../../shared/features/evaluation/data/trace.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { Reader } from '../../../store/types.ts';
import { dataRowCollection } from './collections.ts';
import { formulaIndicators } from './points.ts';

/** What the formulas of a cycle still wait for, field by field in the order in which they name them. */
export const owedData = (
  reader: Reader,
  { id, subjects }: Pick<Cycle, 'id' | 'subjects'>,
  content: IndicatorContent,
): OwedData[] => {
  const formulas = formulaIndicators(content);
  if (formulas.length === 0 || subjects.length === 0) return [];
  const rows = new Map(reader.by(dataRowCollection, 'cycle', id).map((row) => [row.subjectId, row.values]));
  const figures = subjects.map(({ id: subjectId, name }) => ({
    name,
    values: valuesOf(rows.get(subjectId) ?? {}),
  }));
  const owed = (field: string, reason: string, usedBy: readonly string[], names: readonly string[]) =>
    names.length === 0
      ? []
      : [
          {
            field,
            reason,
            usedBy: [...usedBy],
            lacking: names.length,
            subjects: subjects.length,
            names: names.slice(0, MOST_NAMES),
          },
        ];
  const lacking = [...new Set(formulas.flatMap(({ formula }) => formula.fields))].flatMap((field) =>
    owed(
      field,
      '',
      formulas.filter(({ formula }) => formula.fields.includes(field)).map(({ indicator }) => indicator.name),
      figures.filter(({ values }) => !values.has(field)).map(({ name }) => name),
    ),
  );
  const failing = formulas.flatMap(({ indicator, formula }) => {
    const failed = figures.flatMap(({ name, values }) => {
      const reckoned = reckonFormula(formula, values, indicator.fullMarks);
      return reckoned.kind === 'failed' ? [{ name, reason: reckoned.reason }] : [];
    });
    return owed(
      '',
      failed[0]?.reason ?? '',
      [indicator.name],
      failed.map(({ name }) => name),
    );
  });
  return [...lacking, ...failing];
};
