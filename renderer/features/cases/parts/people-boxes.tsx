import { Checkbox } from 'antd';
import type { ReactNode } from 'react';

export interface PersonBox {
  readonly id: string;
  readonly name: string;
  /** Why this one cannot be ticked; undefined for everybody else. */
  readonly bar?: string | undefined;
}

/** Some of a few people, to be ticked. A group of boxes may not be called required: what is missing is said below it. */
export const PeopleBoxes = ({
  people,
  value = [],
  onChange,
  id,
}: {
  people: readonly PersonBox[];
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
  id?: string;
}): ReactNode => (
  <div {...(id === undefined ? {} : { id })} tabIndex={-1} className="mz-boxes">
    <Checkbox.Group
      value={[...value]}
      onChange={(ids) => onChange?.(ids)}
      options={people.map(({ id: personId, name, bar }) => ({
        value: personId,
        label: bar === undefined ? name : `${name}（${bar}）`,
        disabled: bar !== undefined,
      }))}
    />
  </div>
);
