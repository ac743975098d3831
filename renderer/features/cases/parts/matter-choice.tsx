import { Select } from 'antd';
import type { ReactNode } from 'react';
import {
  inForce,
  matterFieldLabels,
  matterFieldSchema,
  type Matter,
} from '../../../../shared/features/standards/schema.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';

const textIn = (option: object | undefined, key: string): string => {
  const held: unknown = option && Reflect.get(option, key);
  return typeof held === 'string' ? held : '';
};

/** One kind of matter: found by a few characters of its name, by initials, or by what it is about. */
export const MatterChoice = ({
  matters,
  value,
  onChange,
  id,
  autoFocus = false,
}: {
  matters: readonly Matter[];
  value?: string;
  onChange?: (code: string) => void;
  id?: string;
  autoFocus?: boolean;
}): ReactNode => {
  const inUse = matters
    .filter(({ enabled, id: code }) => enabled || code === value)
    .map((matter) => ({ code: matter.id, ...inForce(matter).content }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      onChange={(code: string) => onChange?.(code)}
      autoFocus={autoFocus}
      placeholder="选择是哪一类事"
      listHeight={360}
      notFoundContent="没有这样的事由，换几个字试试。"
      options={matterFieldSchema.options.flatMap((field) => {
        const options = inUse
          .filter((matter) => matter.field === field)
          .map(({ code, name, about }) => ({ value: code, label: name, about }));
        return options.length === 0 ? [] : [{ label: matterFieldLabels[field], options }];
      })}
      showSearch={{
        // What a matter is about is long: its initials would fit anything.
        filterOption: (typed, option) =>
          fitsSearch([textIn(option, 'label')], typed) || textIn(option, 'about').includes(typed.trim()),
      }}
      optionRender={({ data }) => (
        <>
          {textIn(data, 'label')} <span className="mz-muted">{textIn(data, 'about')}</span>
        </>
      )}
    />
  );
};
