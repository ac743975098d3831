import './ways.css';
import { Radio, type RadioGroupProps } from 'antd';
import type { ReactNode } from 'react';

export interface Way {
  readonly value: string;
  readonly label: ReactNode;
  /** What it means to choose it, in a line below. */
  readonly about: ReactNode;
  readonly disabled?: boolean;
}

/** One of a few ways, each with what it means; a field of a form. */
export const Ways = ({
  of,
  ...field
}: Omit<RadioGroupProps, 'options' | 'className' | 'children'> & { of: readonly Way[] }): ReactNode => (
  <Radio.Group
    {...field}
    className="mz-ways"
    options={of.map(({ value, label, about, disabled = false }) => ({
      value,
      disabled,
      label: (
        <>
          {label}
          <small>{about}</small>
        </>
      ),
    }))}
  />
);
