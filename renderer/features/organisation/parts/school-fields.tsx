import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  ownershipLabels,
  ownershipSchema,
  stageLabels,
  stageSchema,
} from '../../../../shared/features/organisation/school.ts';
import { Field, FormRow } from '../../../ui/form/zod-form.tsx';

/** What a school says of itself, within a form over `schoolProfileSchema`. `first` takes the focus when it opens. */
export const SchoolFields = ({ first = false }: { first?: boolean }): ReactNode => (
  <>
    <Field name="name" label="学校全称" help="与公章一致，将印在每一份文书上。">
      <Input autoFocus={first} placeholder="如 青禾市第一中学" />
    </Field>
    <FormRow>
      <Field
        name="documentCode"
        label="发文机关代字"
        help="发文字号的开头，如“青一中〔2026〕1 号”中的“青一中”。"
      >
        <Input placeholder="如 青一中" />
      </Field>
      <Field name="authority" label="主管教育部门">
        <Input placeholder="如 青禾市教育局" />
      </Field>
    </FormRow>
    <FormRow>
      <Field name="stage" label="学校类型">
        <Select
          placeholder="请选择"
          options={stageSchema.options.map((value) => ({ value, label: stageLabels[value] }))}
        />
      </Field>
      <Field name="ownership" label="举办者">
        <Radio.Group
          options={ownershipSchema.options.map((value) => ({ value, label: ownershipLabels[value] }))}
        />
      </Field>
    </FormRow>
    <FormRow>
      <Field name="address" label="地址" optional>
        <Input />
      </Field>
      <Field name="phone" label="联系电话" optional>
        <Input />
      </Field>
    </FormRow>
  </>
);
