import { Select } from 'antd';
import { type ReactNode } from 'react';
import { useCall } from '../../../app/calls.ts';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';

interface ChoiceProps<T extends string | number> {
  readonly value?: T | null;
  readonly onChange?: (value: T | null) => void;
  readonly id?: string;
  readonly disabled: boolean;
  /** What null means. */
  readonly none: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
}

/** A choice in which „none" is an answer like the others and goes into the form as null. */
const Choice = <T extends string | number>({
  value = null,
  onChange,
  id,
  disabled,
  none,
  options,
}: ChoiceProps<T>): ReactNode => (
  <Select<T | ''>
    {...(id === undefined ? {} : { id })}
    disabled={disabled}
    value={value ?? ''}
    options={[{ value: '' as const, label: none }, ...options]}
    onChange={(chosen) => onChange?.(chosen === '' ? null : chosen)}
  />
);

/** The school year and term that a cycle belongs to, if any. */
export const PeriodFields = ({ disabled }: { disabled: boolean }): ReactNode => {
  const years = useCall('organisation.schoolYears', {});
  const list = years.data?.years ?? [];
  if (list.length === 0) return null;
  const most = Math.max(...list.map(({ terms }) => terms.length));
  const named = list.find(({ terms }) => terms.length === most)?.terms ?? [];
  return (
    <FormRow>
      <Field name="schoolYearId" label="学年">
        <Choice
          disabled={disabled}
          none="不限学年"
          options={list.map(({ id, label }) => ({ value: id, label }))}
        />
      </Field>
      <Field name="term" label="学期">
        <Choice
          disabled={disabled}
          none="整个学年"
          options={named.map(({ name }, term) => ({ value: term, label: name }))}
        />
      </Field>
    </FormRow>
  );
};
