import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  ownershipLabels,
  ownershipSchema,
  schoolProfileSchema,
  stageLabels,
  stageSchema,
  type School,
} from '../../../../shared/features/organisation/school.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';

/** The school's profile; those who may not change it can read it. */
export const SchoolForm = ({ school }: { school: School }): ReactNode => {
  const writes = useCan()('school.write');
  const toast = useToast();
  const save = useCommand('organisation.saveSchool');
  const form = useZodForm({
    schema: schoolProfileSchema,
    initial: school,
    onSubmit: async (profile) => {
      await save.mutateAsync({ ...profile, rev: school.rev });
      toast.done('已保存学校信息');
    },
  });
  return (
    <ZodForm of={form} disabled={!writes}>
      <Field name="name" label="学校全称" help="与公章一致，将印在每一份文书上。">
        <Input />
      </Field>
      <FormRow>
        <Field
          name="documentCode"
          label="发文机关代字"
          help="发文字号的开头，如“青一中〔2026〕1 号”中的“青一中”。"
        >
          <Input />
        </Field>
        <Field name="authority" label="主管教育部门">
          <Input />
        </Field>
      </FormRow>
      <FormRow>
        <Field name="stage" label="学校类型">
          <Select options={stageSchema.options.map((value) => ({ value, label: stageLabels[value] }))} />
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
      {writes && <FormActions submit="保存" />}
    </ZodForm>
  );
};
