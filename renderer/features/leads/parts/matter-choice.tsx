import { Select } from 'antd';
import type { FocusEvent, ReactNode } from 'react';
import { inForce, matterFieldLabels } from '../../../../shared/features/standards/schema.ts';
import { useCall } from '../../../app/calls.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';

export interface MatterChoiceProps {
  readonly value?: string | null | undefined;
  readonly onChange?: (code: string | null) => void;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}

/** 问责事由, found by a few characters or initials; may be left open. */
export const MatterChoice = (props: MatterChoiceProps): ReactNode => {
  const { data } = useCall('standards.matters', {});
  const options = (data?.matters ?? [])
    .filter(({ enabled, id }) => enabled || id === props.value)
    .map((matter) => {
      const { content } = inForce(matter);
      return {
        value: matter.id,
        label: content.name,
        about: content.about,
        words: [content.name, matterFieldLabels[content.field]],
      };
    });
  return (
    <Select<string | null, (typeof options)[number]>
      allowClear
      placeholder="还说不清可以不选"
      options={options}
      value={data ? (props.value ?? null) : null}
      onChange={(code: string | null | undefined) => props.onChange?.(code ?? null)}
      showSearch={{
        // What a matter is about is long: its initials would fit anything.
        filterOption: (typed, option) =>
          fitsSearch(option?.words ?? [], typed) || (option?.about.includes(typed.trim()) ?? false),
      }}
      optionRender={({ data: { label, about } }) => (
        <>
          {label} <span className="mz-muted">{about}</span>
        </>
      )}
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.disabled === undefined ? {} : { disabled: props.disabled })}
    />
  );
};
