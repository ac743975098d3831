import '../severity.css';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { bandAt, withBand, type MatrixCells } from '../../../../shared/features/standards/severity-matrix.ts';
import {
  degreeLabels,
  degreeSchema,
  impactLabels,
  impactSchema,
  natureLabels,
  natureSchema,
  severityLabels,
  severitySchema,
  type Gravity,
} from '../../../../shared/features/standards/severity.ts';

interface SeverityTableProps {
  readonly cells: MatrixCells;
  /** The cell that is spoken of. */
  readonly marked?: Gravity | null;
  /** Cells at fault, while the matrix is being changed. */
  readonly wrong?: readonly Gravity[];
  readonly onChange?: (cells: MatrixCells) => void;
  readonly disabled?: boolean;
}

const same = (one: Gravity, other: Gravity): boolean =>
  one.nature === other.nature && one.degree === other.degree && one.impact === other.impact;

const bandOptions = severitySchema.options.map((value) => ({ value, label: severityLabels[value] }));

const cellName = ({ nature, degree, impact }: Gravity): string =>
  `${natureLabels[nature]}、${degreeLabels[degree]}、${impactLabels[impact]}`;

/** The matrix as it is drawn: one square for each impact, 性质 down, 程度 across, band in colour and word. */
export const SeverityTable = ({
  cells,
  marked = null,
  wrong = [],
  onChange,
  disabled = false,
}: SeverityTableProps): ReactNode => (
  <div className="mz-severity">
    {impactSchema.options.map((impact) => (
      <table key={impact}>
        <caption>{impactLabels[impact]}</caption>
        <thead>
          <tr>
            <th scope="col">性质＼程度</th>
            {degreeSchema.options.map((degree) => (
              <th key={degree} scope="col">
                {degreeLabels[degree]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {natureSchema.options.map((nature) => (
            <tr key={nature}>
              <th scope="row">{natureLabels[nature]}</th>
              {degreeSchema.options.map((degree) => {
                const at: Gravity = { nature, degree, impact };
                const band = bandAt(cells, at);
                const names = [
                  `mz-band-${band}`,
                  ...(marked && same(marked, at) ? ['mz-band-marked'] : []),
                  ...(wrong.some((one) => same(one, at)) ? ['mz-band-wrong'] : []),
                ];
                return (
                  <td key={degree} className={names.join(' ')}>
                    {onChange ? (
                      <Select
                        variant="borderless"
                        suffix={null}
                        aria-label={cellName(at)}
                        disabled={disabled}
                        value={band}
                        options={bandOptions}
                        onChange={(next) => onChange(withBand(cells, at, next))}
                      />
                    ) : (
                      severityLabels[band]
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </div>
);
