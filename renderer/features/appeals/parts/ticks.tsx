import { Checkbox } from 'antd';
import type { ReactNode } from 'react';

/** Some of a few, to be ticked, one below the other. A group of boxes may not be called required: what is missing is said below. */
export const Ticks = ({
  of,
  value = [],
  onChange,
  id,
}: {
  of: readonly { readonly value: string; readonly label: string }[];
  value?: readonly string[];
  onChange?: (values: string[]) => void;
  id?: string;
}): ReactNode => (
  <div {...(id === undefined ? {} : { id })} tabIndex={-1}>
    <Checkbox.Group
      className="mz-appeal-checks"
      value={[...value]}
      onChange={(values) => onChange?.(values)}
      options={[...of]}
    />
  </div>
);
