import { formatDecimal } from '../decimal.ts';
import type { FormulaTrace } from '../explanation.ts';
import { withUnit } from './fields.ts';
import type { Formula } from './formula.ts';
import { reckonFormula, showValue, withValues } from './formula-reckon.ts';
import type { Datum, DatumSource } from './schema.ts';

/** Where a figure came from, in words. */
export const sourceWords = (source: DatumSource): string => {
  switch (source.kind) {
    case 'typed':
      return '手工录入';
    case 'file':
      return `“${source.file}”工作表“${source.sheet}”单元格 ${source.cell}`;
    case 'exam':
      return `“${source.file}”成绩统计：${source.words}`;
  }
};

type Data = Readonly<Record<string, Datum>>;

/** The decimals behind the figures that are there. */
export const valuesOf = (data: Data): Map<string, string> =>
  new Map(Object.entries(data).map(([name, { value }]) => [name, value]));

/** A formula taken apart for one subject: what went in, and what was done with it. */
export const traceOf = (
  formula: Formula,
  data: Data,
  fullMarks: number,
  stampWords: (datum: Datum) => string,
): FormulaTrace => {
  const values = valuesOf(data);
  const reckoned = reckonFormula(formula, values, fullMarks);
  const notes: string[] = [];
  if (reckoned.kind === 'points') {
    const { text, exact } = showValue(reckoned.value);
    notes.push(`代入数据：${withValues(formula, values)} ${exact ? '=' : '≈'} ${text}`);
    if (reckoned.note !== '') notes.push(reckoned.note);
    else if (formatDecimal(reckoned.points) !== text)
      notes.push(`四舍五入为 ${formatDecimal(reckoned.points)} 分`);
  }
  if (reckoned.kind === 'failed') notes.push(`不能计算：${reckoned.reason}`);
  if (reckoned.kind === 'missing') notes.push(`缺少数据：${reckoned.fields.join('、')}`);
  return {
    expression: formula.text,
    inputs: formula.fields.map((name) => {
      const datum = Object.hasOwn(data, name) ? data[name] : undefined;
      return datum
        ? {
            name,
            value: withUnit(datum.value, datum.unit),
            source: `${sourceWords(datum.source)}，${stampWords(datum)}`,
          }
        : { name, value: '缺', source: '还没有数据' };
    }),
    note: notes.join('；'),
  };
};
