import { Checkbox } from 'antd';
import type { ReactNode } from 'react';

interface FlagGroupProps {
  /** What may be ticked, by the name of the fact. */
  readonly labels: Readonly<Record<string, string>>;
  /** The facts; those without a label are handed on as they are. */
  readonly value?: Readonly<Record<string, unknown>>;
  readonly onChange?: (value: Record<string, unknown>) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}

/** Several facts that hold or do not, as one field. */
export const FlagGroup = ({
  labels,
  value = {},
  onChange,
  id,
  disabled = false,
}: FlagGroupProps): ReactNode => (
  <div className="mz-choices" role="group" {...(id === undefined ? {} : { id, tabIndex: -1 })}>
    {Object.entries(labels).map(([key, label]) => (
      <Checkbox
        key={key}
        disabled={disabled}
        checked={value[key] === true}
        onChange={(event) => onChange?.({ ...value, [key]: event.target.checked })}
      >
        {label}
      </Checkbox>
    ))}
  </div>
);
