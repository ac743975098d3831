import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useCall } from '../../../app/calls.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';

/** Department, post and first day. `at` is where they lie in the form: `holdings.0.` or nothing. */
export const HoldingFields = ({ at = '' }: { at?: string }): ReactNode => {
  const departments = useCall('organisation.departments', {});
  const posts = useCall('organisation.posts', {});
  const search = { optionFilterProp: 'label' };
  return (
    <>
      <FormRow>
        <Field name={`${at}departmentId`} label="部门">
          <Select
            placeholder="请选择"
            showSearch={search}
            options={(departments.data?.departments ?? [])
              .filter(({ closedOn }) => closedOn === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field name={`${at}postId`} label="岗位">
          <Select
            placeholder="请选择"
            showSearch={search}
            options={(posts.data?.posts ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </FormRow>
      <Field name={`${at}startsOn`} label="任职日期">
        <DayInput />
      </Field>
    </>
  );
};
