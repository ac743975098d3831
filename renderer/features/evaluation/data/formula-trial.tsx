import './data.css';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import { allowedIn, type DataField } from '../../../../shared/features/evaluation/data/fields.ts';
import { reckonFormula, withValues } from '../../../../shared/features/evaluation/data/formula-reckon.ts';
import type { Formula } from '../../../../shared/features/evaluation/data/formula.ts';
import { readDatum } from '../../../../shared/features/evaluation/data/read-datum.ts';

/** 试算: a formula with figures of one's own, so that a slip in it shows before anybody is evaluated by it. */
export const FormulaTrial = ({
  formula,
  fields,
  fullMarks,
}: {
  readonly formula: Formula;
  readonly fields: readonly DataField[];
  readonly fullMarks: number;
}): ReactNode => {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const values = new Map<string, string>();
  const wrong: string[] = [];
  const used = formula.fields.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  for (const field of used) {
    const read = readDatum(field, { text: typed[field.name] ?? '' });
    if (read.kind === 'value') values.set(field.name, read.value);
    if (read.kind === 'problem') wrong.push(read.problem);
  }
  const reckoned = reckonFormula(formula, values, fullMarks);
  return (
    <div className="mz-formula-trial" role="group" aria-label="试算">
      <span className="mz-muted">试算</span>
      {used.map((field) => (
        <label key={field.name}>
          {field.name}
          <Input
            size="small"
            style={{ width: 92 }}
            inputMode="decimal"
            value={typed[field.name] ?? ''}
            suffix={field.unit}
            title={allowedIn(field)}
            aria-label={`试算用的${field.name}`}
            onChange={(event) => setTyped({ ...typed, [field.name]: event.target.value })}
          />
        </label>
      ))}
      <output>
        {wrong.length > 0
          ? wrong.join('；')
          : reckoned.kind === 'points'
            ? `${withValues(formula, values)} → 得 ${formatDecimal(reckoned.points)} 分（满分 ${formatDecimal(fullMarks)}）${reckoned.note === '' ? '' : `，${reckoned.note}`}`
            : reckoned.kind === 'failed'
              ? `不能计算：${reckoned.reason}`
              : '填上几个数，看看得多少分'}
      </output>
    </div>
  );
};
