import { parseFormula, type Formula } from '../../../../shared/features/evaluation/data/formula.ts';
import { reckonFormula } from '../../../../shared/features/evaluation/data/formula-reckon.ts';
import type { DataRow } from '../../../../shared/features/evaluation/data/schema.ts';
import { traceOf, valuesOf } from '../../../../shared/features/evaluation/data/trace.ts';
import type { FormulaTrace } from '../../../../shared/features/evaluation/explanation.ts';
import {
  indicatorsOf,
  type Indicator,
  type IndicatorContent,
} from '../../../../shared/features/evaluation/indicators.ts';
import type { DataPoints } from '../../../../shared/features/evaluation/rating.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import type { Reader } from '../../../store/types.ts';
import { dataRowCollection } from './collections.ts';

export interface FormulaIndicator {
  readonly indicator: Indicator;
  readonly formula: Formula;
}

/** The indicators of a system that take their marks from data. One whose formula cannot be read is left out. */
export const formulaIndicators = (content: IndicatorContent): FormulaIndicator[] =>
  indicatorsOf(content).flatMap((indicator) => {
    if (indicator.method.kind !== 'formula') return [];
    const parsed = parseFormula(indicator.method.expression);
    return parsed.kind === 'formula' ? [{ indicator, formula: parsed.formula }] : [];
  });

/** The figures of one subject; undefined where nothing was ever entered. */
export const dataRowOf = (reader: Reader, cycleId: string, subjectId: string): DataRow | undefined =>
  reader.by(dataRowCollection, 'place', `${cycleId}/${subjectId}`)[0];

/** What the formula indicators of a cycle give. A subject without all the data of a formula has no entry for it. */
export const dataPointsOf = (
  reader: Reader,
  cycle: Pick<Cycle, 'id'>,
  content: IndicatorContent,
): DataPoints => {
  const formulas = formulaIndicators(content);
  const points = new Map<string, Map<string, number>>();
  if (formulas.length === 0) return points;
  for (const { subjectId, values } of reader.by(dataRowCollection, 'cycle', cycle.id)) {
    const decimals = valuesOf(values);
    const own = new Map<string, number>();
    for (const { indicator, formula } of formulas) {
      const reckoned = reckonFormula(formula, decimals, indicator.fullMarks);
      if (reckoned.kind === 'points') own.set(indicator.id, reckoned.points);
    }
    points.set(subjectId, own);
  }
  return points;
};

/** What each formula was fed with for one subject, by indicator. */
export const formulaTraces = (
  reader: Reader,
  cycle: Pick<Cycle, 'id'>,
  content: IndicatorContent,
  subjectId: string,
): ReadonlyMap<string, FormulaTrace> => {
  const data = dataRowOf(reader, cycle.id, subjectId)?.values ?? {};
  return new Map(
    formulaIndicators(content).map(({ indicator, formula }) => [
      indicator.id,
      traceOf(
        formula,
        data,
        indicator.fullMarks,
        ({ saved }) => `${saved.by.name} ${formatInstant(saved.at)}`,
      ),
    ]),
  );
};
