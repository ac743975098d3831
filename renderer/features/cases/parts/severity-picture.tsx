import { Fragment, type ReactNode } from 'react';
import { bandAt, type MatrixCells } from '../../../../shared/features/standards/severity-matrix.ts';
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
import './severity.css';

/** The first two characters say enough where all nine cells of a nature stand side by side. */
const shortImpact = { none: '无影响', school: '校内', public: '社会' } as const;

/**
 * The school's 裁量表 as it is: 性质 side by side, 程度 downwards, 影响 across. What is judged is marked; a cell that is
 * clicked judges all three. The radio fields beside it do the same by keyboard.
 */
export const SeverityPicture = ({
  cells,
  judged,
  onJudge,
}: {
  cells: MatrixCells;
  judged: Partial<Gravity>;
  onJudge?: (gravity: Gravity) => void;
}): ReactNode => (
  <div className="mz-gravity-picture" role="group" aria-label="裁量表">
    {natureSchema.options.map((nature) => (
      <div key={nature} className={judged.nature === nature ? 'mz-gravity-on' : ''}>
        <strong>{natureLabels[nature]}</strong>
        <div className="mz-gravity-grid">
          <span aria-hidden />
          {impactSchema.options.map((impact) => (
            <small key={impact} aria-hidden title={impactLabels[impact]}>
              {shortImpact[impact]}
            </small>
          ))}
          {degreeSchema.options.map((degree) => (
            <Fragment key={degree}>
              <small aria-hidden>{degreeLabels[degree]}</small>
              {impactSchema.options.map((impact) => {
                const gravity = { nature, degree, impact };
                const band = bandAt(cells, gravity);
                const here = judged.nature === nature && judged.degree === degree && judged.impact === impact;
                return (
                  <button
                    key={impact}
                    type="button"
                    tabIndex={-1}
                    className={`mz-gravity-band mz-gravity-${band}`}
                    aria-pressed={here}
                    aria-label={`${natureLabels[nature]}、${degreeLabels[degree]}、${impactLabels[impact]}：${severityLabels[band]}`}
                    disabled={!onJudge}
                    onClick={() => onJudge?.(gravity)}
                  >
                    {severityLabels[band]}
                  </button>
                );
              })}
            </Fragment>
          ))}
        </div>
      </div>
    ))}
  </div>
);
