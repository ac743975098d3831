import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { formatDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { HundredthsInput } from './hundredths-input.tsx';

interface BandsEditorProps {
  readonly bands: readonly Band[];
  readonly onChange?: ((bands: Band[]) => void) | undefined;
}

/** The grades, best first, each with the total from which on it is given. */
export const BandsEditor = ({ bands, onChange }: BandsEditorProps): ReactNode => {
  const set = (place: number, change: Partial<Band>): void =>
    onChange?.(bands.map((band, at) => (at === place ? { ...band, ...change } : band)));
  return (
    <section className="mz-card mz-panel" data-path="bands" tabIndex={-1}>
      <h2>等次</h2>
      <table className="mz-bands">
        <thead>
          <tr>
            <th scope="col">等次</th>
            <th scope="col">总分达到</th>
            {onChange && (
              <th scope="col">
                <span className="mz-visually-hidden">操作</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {bands.map((band, place) => (
            // The order of grades is fixed; they have nothing else to be told apart by while being renamed.
            <tr key={place}>
              <td>
                {onChange ? (
                  <Input
                    value={band.label}
                    maxLength={10}
                    aria-label={`第 ${String(place + 1)} 个等次的名称`}
                    data-path={`bands.${String(place)}.label`}
                    onChange={(event) => set(place, { label: event.target.value })}
                  />
                ) : (
                  band.label
                )}
              </td>
              <td>
                {onChange ? (
                  <HundredthsInput
                    value={band.from}
                    suffix="分"
                    width={92}
                    label={`等次“${band.label}”的分数线`}
                    path={`bands.${String(place)}.from`}
                    onChange={(from) => set(place, { from })}
                  />
                ) : (
                  `${formatDecimal(band.from)} 分`
                )}
              </td>
              {onChange && (
                <td>
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={`删除等次“${band.label}”`}
                    disabled={bands.length <= 2}
                    onClick={() => onChange(bands.filter((_, at) => at !== place))}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {onChange && (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined />}
          style={{ marginTop: 6 }}
          disabled={bands.length >= 8}
          onClick={() => onChange([...bands, { label: '', from: 0 }])}
        >
          添加等次
        </Button>
      )}
    </section>
  );
};
