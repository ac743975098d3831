import { Select } from 'antd';
import type { FocusEvent, ReactNode } from 'react';
import { inForce, type StoredGround } from '../../../../shared/features/standards/schema.ts';
import { citeOnScreen } from '../../../../shared/law/pack.ts';
import { useCall } from '../../../app/calls.ts';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly about: string;
}

interface Group {
  readonly label: string;
  readonly options: Option[];
}

const groupsOf = (grounds: readonly StoredGround[]): Group[] => {
  const groups = new Map<string, Option[]>();
  for (const ground of grounds) {
    const { content } = inForce(ground);
    const options = groups.get(content.law) ?? [];
    options.push({ value: ground.id, label: citeOnScreen(content), about: content.paraphrase });
    groups.set(content.law, options);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
};

const fits = (text: string, { label, about }: Option): boolean =>
  text
    .trim()
    .split(/\s+/)
    .every((word) => label.includes(word) || about.includes(word));

interface CommonProps {
  readonly id?: string;
  readonly disabled?: boolean;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
  readonly 'aria-label'?: string;
}

const useOptions = (): { readonly options: Group[]; readonly loading: boolean } => {
  const law = useCall('standards.law', {});
  return { options: groupsOf(law.data?.grounds ?? []), loading: law.isPending };
};

const search = {
  filterOption: (text: string, option: Partial<Option & Group> | undefined): boolean =>
    option?.value !== undefined &&
    fits(text, { value: option.value, label: option.label ?? '', about: option.about ?? '' }),
};

const render = (option: { readonly data: Partial<Option> }): ReactNode => (
  <div className="mz-ground-option">
    {option.data.label}
    <small>{option.data.about}</small>
  </div>
);

/** Picks articles of the law pack, found by law, number or sense. */
export const GroundPicker = ({
  value = [],
  onChange,
  ...common
}: CommonProps & {
  readonly value?: readonly string[];
  readonly onChange?: (codes: string[]) => void;
}): ReactNode => {
  const { options, loading } = useOptions();
  return (
    <Select<string[], Partial<Option & Group>>
      {...common}
      mode="multiple"
      loading={loading}
      placeholder="输入法规、条号或者要旨查找"
      value={[...value]}
      onChange={(codes) => onChange?.(codes)}
      options={options}
      showSearch={search}
      optionRender={render}
    />
  );
};

/** Picks one article. */
export const OneGroundPicker = ({
  value,
  onChange,
  ...common
}: CommonProps & { readonly value?: string; readonly onChange?: (code: string) => void }): ReactNode => {
  const { options, loading } = useOptions();
  return (
    <Select<string, Partial<Option & Group>>
      {...common}
      loading={loading}
      placeholder="输入法规、条号或者要旨查找"
      {...(value === undefined ? {} : { value })}
      onChange={(code) => onChange?.(code)}
      options={options}
      showSearch={search}
      optionRender={render}
    />
  );
};
