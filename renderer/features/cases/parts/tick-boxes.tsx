import { Checkbox } from 'antd';
import type { ReactNode } from 'react';

export interface TickBox {
  readonly id: string;
  readonly name: string;
  /** Why this one cannot be ticked; undefined for all others. */
  readonly bar?: string | undefined;
}

/** Some of a few people or papers, to be ticked. A group of boxes may not be called required: what is missing is said below it. */
export const TickBoxes = ({
  of,
  value = [],
  onChange,
  id,
  stacked = false,
}: {
  of: readonly TickBox[];
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
  id?: string;
  /** One below the other, for long names. */
  stacked?: boolean;
}): ReactNode => (
  <div {...(id === undefined ? {} : { id })} tabIndex={-1} className="mz-boxes">
    <Checkbox.Group
      {...(stacked ? { className: 'mz-case-radios' } : {})}
      value={[...value]}
      onChange={(ids) => onChange?.(ids)}
      options={of.map(({ id: boxId, name, bar }) => ({
        value: boxId,
        label: bar === undefined ? name : `${name}（${bar}）`,
        disabled: bar !== undefined,
      }))}
    />
  </div>
);
