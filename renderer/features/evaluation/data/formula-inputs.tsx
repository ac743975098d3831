import './data.css';
import type { ReactNode } from 'react';
import type { FormulaTrace } from '../../../../shared/features/evaluation/explanation.ts';

/** What a formula was fed with, where each figure came from, and what was done with them. */
export const FormulaInputs = ({ trace }: { readonly trace: FormulaTrace }): ReactNode => (
  <div className="mz-formula-trace">
    <p>
      公式：<code>{trace.expression}</code>
    </p>
    <ul aria-label="公式用到的数据">
      {trace.inputs.map(({ name, value, source }) => (
        <li key={name}>
          {name} <b>{value}</b>
          <span className="mz-muted">（{source}）</span>
        </li>
      ))}
    </ul>
    {trace.note !== '' && <p className="mz-muted">{trace.note}</p>}
  </div>
);
