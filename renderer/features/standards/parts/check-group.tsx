import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { optionsOf } from './choices.ts';

/** Several words to be ticked, as one field. What a form says to screen readers of required fields is for one box alone. */
export const CheckGroup = ({
  labels,
  value = [],
  onChange,
  id,
  disabled = false,
}: {
  readonly labels: Readonly<Record<string, string>>;
  readonly value?: readonly string[];
  readonly onChange?: (chosen: string[]) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}): ReactNode => (
  <div {...(id === undefined ? {} : { id, tabIndex: -1 })}>
    <Checkbox.Group<string>
      options={optionsOf(labels)}
      value={[...value]}
      disabled={disabled}
      onChange={(chosen) => onChange?.(chosen)}
    />
  </div>
);
