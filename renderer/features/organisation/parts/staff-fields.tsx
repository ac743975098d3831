import { Checkbox, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  employmentLabels,
  employmentSchema,
  genderLabels,
  genderSchema,
} from '../../../../shared/features/organisation/schema.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';

/** What the roster says of a member of staff, apart from the posts. */
export const StaffFields = (): ReactNode => (
  <>
    <FormRow>
      <Field name="number" label="工号" help="导入名册时只凭工号认人，不能与别人相同。">
        <Input autoComplete="off" />
      </Field>
      <Field name="name" label="姓名">
        <Input autoComplete="off" />
      </Field>
    </FormRow>
    <FormRow>
      <Field name="gender" label="性别">
        <Radio.Group options={genderSchema.options.map((value) => ({ value, label: genderLabels[value] }))} />
      </Field>
      <Field name="employment" label="编制与身份" help="决定适用哪一类处分规定。">
        <Select
          placeholder="请选择"
          options={employmentSchema.options.map((value) => ({ value, label: employmentLabels[value] }))}
        />
      </Field>
    </FormRow>
    <FormRow>
      <Field name="postGrade" label="岗位等级" optional>
        <Input placeholder="如 专业技术十级" />
      </Field>
      <Field name="title" label="职称" optional>
        <Input placeholder="如 一级教师" />
      </Field>
    </FormRow>
    <FormRow>
      <Field name="phone" label="手机" optional>
        <Input autoComplete="off" />
      </Field>
      <Field name="joinedOn" label="入职日期" optional>
        <DayInput />
      </Field>
    </FormRow>
    <Field name="partyMember" label="中共党员" valueProp="checked" optional>
      <Checkbox>是</Checkbox>
    </Field>
  </>
);
