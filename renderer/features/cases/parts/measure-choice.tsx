import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { paperFormLabels } from '../../../../shared/features/standards/measure.ts';
import { decidingBodyLabels } from '../../../../shared/law/vocabulary.ts';
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { inForce, type Matter, type Measure } from '../../../../shared/features/standards/schema.ts';
import { severityOf } from '../../../../shared/features/standards/severity.ts';

export interface ProposedChoice {
  readonly measure: Measure;
  readonly proposed: boolean;
}

/** The measures in use, those usual for the band and the matter first. */
export const proposedMeasures = (
  measures: readonly Measure[],
  matter: Matter | undefined,
  record: CaseRecord,
): readonly ProposedChoice[] => {
  const usual = matter ? inForce(matter).content.usualMeasures : [];
  const band = record.gravity ? severityOf(record.gravity) : null;
  const rank = (measure: Measure): number =>
    (band !== null && inForce(measure).content.severity.includes(band) ? 2 : 0) +
    (usual.includes(measure.id) ? 1 : 0);
  return measures
    .filter(({ enabled }) => enabled)
    .map((measure) => ({ measure, proposed: rank(measure) >= 2 }))
    .toSorted((a, b) => rank(b.measure) - rank(a.measure));
};

/** One card per measure. */
export const MeasureChoice = ({
  choices,
  value,
  onChange,
  id,
}: {
  choices: readonly ProposedChoice[];
  value?: string;
  onChange?: (code: string) => void;
  id?: string;
}): ReactNode => (
  <Radio.Group
    {...(id === undefined ? {} : { id })}
    className="mz-measures"
    value={value ?? ''}
    onChange={(event) => onChange?.(String(event.target.value))}
  >
    {choices.map(({ measure, proposed }) => {
      const { content } = inForce(measure);
      return (
        <Radio key={measure.id} value={measure.id}>
          <strong>{content.name}</strong>
          {proposed && <em>建议</em>}
          <small>{content.about}</small>
          <small>
            {content.decidedBy.map((body) => decidingBodyLabels[body]).join('、')}决定 ·{' '}
            {content.paper === null ? '不出文书' : `出具${paperFormLabels[content.paper]}`}
            {content.effects === '' ? '' : ` · ${content.effects}`}
          </small>
        </Radio>
      );
    })}
  </Radio.Group>
);
