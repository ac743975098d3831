import { Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { proposeBand } from '../../../../shared/features/standards/propose-band.ts';
import {
  circumstanceEffectLabels,
  circumstanceEffectSchema,
  type SeverityMatrixContent,
} from '../../../../shared/features/standards/severity-matrix.ts';
import {
  degreeLabels,
  degreeSchema,
  impactLabels,
  impactSchema,
  natureLabels,
  natureSchema,
  severityLabels,
  type Gravity,
} from '../../../../shared/features/standards/severity.ts';
import { SeverityTable } from './severity-table.tsx';

const leanWords = {
  heavier: '在本档内可以取较重的措施',
  lighter: '在本档内可以取较轻的措施',
} as const;

const Judgement = <T extends string>({
  label,
  options,
  labels,
  value,
  onChange,
}: {
  label: string;
  options: readonly T[];
  labels: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
}): ReactNode => (
  <div role="group" aria-label={label}>
    <label>{label}</label>
    <Segmented<T>
      options={options.map((option) => ({ value: option, label: labels[option] }))}
      value={value}
      onChange={onChange}
    />
  </div>
);

/** The matrix with a case to try on it: what it would propose and why. Nothing is kept. */
export const SeverityTrial = ({ matrix }: { matrix: SeverityMatrixContent }): ReactNode => {
  const [gravity, setGravity] = useState<Gravity>({
    nature: 'careless',
    degree: 'medium',
    impact: 'school',
  });
  const [chosen, setChosen] = useState<string[]>([]);
  const proposal = proposeBand(matrix, gravity, chosen);
  return (
    <>
      <section className="mz-card">
        <h2 className="mz-section-title">裁量表</h2>
        <SeverityTable cells={matrix.cells} marked={gravity} />
      </section>
      <section className="mz-card">
        <h2 className="mz-section-title">试一试</h2>
        <div className="mz-trial">
          <div>
            <Judgement
              label="性质"
              options={natureSchema.options}
              labels={natureLabels}
              value={gravity.nature}
              onChange={(nature) => setGravity({ ...gravity, nature })}
            />
            <Judgement
              label="程度"
              options={degreeSchema.options}
              labels={degreeLabels}
              value={gravity.degree}
              onChange={(degree) => setGravity({ ...gravity, degree })}
            />
            <Judgement
              label="影响"
              options={impactSchema.options}
              labels={impactLabels}
              value={gravity.impact}
              onChange={(impact) => setGravity({ ...gravity, impact })}
            />
            <label htmlFor="severity-circumstances">情节</label>
            <Select
              id="severity-circumstances"
              mode="multiple"
              allowClear
              style={{ width: '100%' }}
              placeholder="可以选多项"
              value={chosen}
              onChange={setChosen}
              showSearch={{ optionFilterProp: 'label' }}
              options={circumstanceEffectSchema.options.map((effect) => ({
                label: circumstanceEffectLabels[effect],
                options: matrix.circumstances
                  .filter((one) => one.effect === effect)
                  .map(({ code, name }) => ({ value: code, label: name })),
              }))}
            />
          </div>
          <div aria-live="polite">
            <p style={{ marginBottom: 8 }}>
              <span className={`mz-trial-band mz-band-${proposal.band}`}>
                {severityLabels[proposal.band]}
              </span>{' '}
              {proposal.exempt && '可以免予处理'}
              {!proposal.exempt && proposal.lean !== null && leanWords[proposal.lean]}
            </p>
            <ul style={{ paddingLeft: 18 }}>
              {proposal.why.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        </div>
      </section>
    </>
  );
};
