import { CheckCircleOutlined } from '@ant-design/icons';
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import './forms.css';

export interface PersonTab {
  readonly id: string;
  readonly name: string;
  /** A word on what is done for this person already; null while nothing is. */
  readonly done: string | null;
}

/** One person of several at a time, with who is done already. Not shown where there is but one. */
export const PersonTabs = ({
  people,
  value,
  onChange,
}: {
  people: readonly PersonTab[];
  value: string;
  onChange: (id: string) => void;
}): ReactNode =>
  people.length < 2 ? null : (
    <Radio.Group
      className="mz-person-tabs"
      optionType="button"
      buttonStyle="solid"
      aria-label="当事人"
      value={value}
      onChange={({ target }) => onChange(String(target.value))}
      options={people.map(({ id, name, done }) => ({
        value: id,
        label:
          done === null ? (
            name
          ) : (
            <>
              <CheckCircleOutlined aria-hidden /> {name}（{done}）
            </>
          ),
      }))}
    />
  );
