import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { proposeBand, type ProposedBand } from '../../../../shared/features/standards/propose-band.ts';
import type { SeverityMatrixContent } from '../../../../shared/features/standards/severity-matrix.ts';
import {
  degreeLabels,
  degreeSchema,
  gravitySchema,
  impactLabels,
  impactSchema,
  natureLabels,
  natureSchema,
  severityLabels,
  type Severity,
} from '../../../../shared/features/standards/severity.ts';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field } from '../../../ui/form/zod-form.tsx';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';
import { SeverityPicture } from './severity-picture.tsx';

const partlyJudged = z.object({
  nature: natureSchema.optional().catch(undefined),
  degree: degreeSchema.optional().catch(undefined),
  impact: impactSchema.optional().catch(undefined),
});

const tones: Readonly<Record<Severity, StatusTone>> = {
  light: 'done',
  ordinary: 'info',
  grave: 'due',
  severe: 'bad',
};

/** The band that is proposed, and how it came about. */
export const BandLine = ({ proposed }: { proposed: ProposedBand }): ReactNode => (
  <>
    <p>
      建议按 <StatusTag tone={tones[proposed.band]}>{severityLabels[proposed.band]}</StatusTag>
      {proposed.lean !== null && (proposed.lean === 'heavier' ? '（从重）' : '（从轻）')} 情形选择措施。
    </p>
    <ul className="mz-gravity-why">
      {proposed.why.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </>
);

/** 性质、程度、影响 beside the school's matrix. `at` is the path of the gravity in the form. */
export const GravityFields = ({
  of,
  at,
  matrix,
  circumstances = [],
  children,
}: {
  of: ZodFormHandle;
  at: string;
  matrix: SeverityMatrixContent;
  circumstances?: readonly string[];
  /** What else bears on the band, between the matrix and the proposal. */
  children?: ReactNode;
}): ReactNode => {
  const judged = useWatched(of, at, partlyJudged, {});
  const gravity = gravitySchema.safeParse(judged);
  return (
    <>
      <div className="mz-gravity">
        <Field name={`${at}.nature`} label="性质">
          <Radio.Group
            options={natureSchema.options.map((value) => ({ value, label: natureLabels[value] }))}
          />
        </Field>
        <Field name={`${at}.degree`} label="程度">
          <Radio.Group
            options={degreeSchema.options.map((value) => ({ value, label: degreeLabels[value] }))}
          />
        </Field>
        <Field name={`${at}.impact`} label="影响">
          <Radio.Group
            options={impactSchema.options.map((value) => ({ value, label: impactLabels[value] }))}
          />
        </Field>
      </div>
      <SeverityPicture
        cells={matrix.cells}
        judged={{
          ...(judged.nature === undefined ? {} : { nature: judged.nature }),
          ...(judged.degree === undefined ? {} : { degree: judged.degree }),
          ...(judged.impact === undefined ? {} : { impact: judged.impact }),
        }}
        onJudge={({ nature, degree, impact }) =>
          fillIn(of, { [`${at}.nature`]: nature, [`${at}.degree`]: degree, [`${at}.impact`]: impact })
        }
      />
      {children}
      <div role="status" style={{ marginBottom: 18 }}>
        {gravity.success ? (
          <BandLine proposed={proposeBand(matrix, gravity.data, circumstances)} />
        ) : (
          <p className="mz-muted">选好三项，程序按本校裁量表给出建议的档次。</p>
        )}
      </div>
    </>
  );
};
