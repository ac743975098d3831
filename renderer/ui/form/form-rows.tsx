import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { ZodFormHandle } from './use-zod-form.ts';

export interface FormRowsProps {
  readonly of: ZodFormHandle;
  /** Where the array lies in the form's values: `guardians`. */
  readonly name: string;
  /** What one row is, for headings and buttons: `监护人`. */
  readonly unit: string;
  readonly max: number;
  /** Rows that cannot be taken away. */
  readonly min?: number;
  /** The `Field`s of a row; `at` is its path with the dot behind it, `guardians.0.`. */
  readonly children: (at: string) => ReactNode;
}

/** Several of a kind in one form, each row with the same fields. */
export const FormRows = ({ of, name, unit, max, min = 0, children }: FormRowsProps): ReactNode => {
  const held: unknown = Form.useWatch([name], { form: of.form, preserve: true });
  const rows: readonly unknown[] = Array.isArray(held) ? held : [];
  const replace = (next: readonly unknown[]): void => {
    of.form.setFieldValue([name], next);
    of.changed();
  };
  return (
    <>
      {rows.map((_row, place) => (
        <div className="mz-form-rows" key={place} role="group" aria-label={`${unit}${String(place + 1)}`}>
          <div className="mz-form-rows-head">
            <span>
              {unit}
              {rows.length > 1 ? ` ${String(place + 1)}` : ''}
            </span>
            {rows.length > min && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`去掉${unit}${String(place + 1)}`}
                onClick={() => replace(rows.filter((_one, at) => at !== place))}
              >
                去掉
              </Button>
            )}
          </div>
          {children(`${name}.${String(place)}.`)}
        </div>
      ))}
      {rows.length < max && (
        <Button icon={<PlusOutlined />} onClick={() => replace([...rows, {}])} style={{ marginBottom: 18 }}>
          增加{unit}
        </Button>
      )}
    </>
  );
};
