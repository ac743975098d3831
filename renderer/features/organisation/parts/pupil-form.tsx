import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { savePupilInput } from '../../../../shared/features/organisation/channels.ts';
import { genderLabels, genderSchema, type Pupil } from '../../../../shared/features/organisation/schema.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormRows } from '../../../ui/form/form-rows.tsx';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';

export interface PupilFormProps {
  /** Null for a new one. */
  readonly pupil: Pupil | null;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

const blank = { bornOn: null, enrolledOn: null, guardians: [{}] };

/** What the roster says of a pupil, with the guardians. */
export const PupilForm = ({ pupil, onSaved, onCancel }: PupilFormProps): ReactNode => {
  const toast = useToast();
  const classes = useCall('organisation.classes', {});
  const save = useCommand('organisation.savePupil');
  const form = useZodForm({
    schema: savePupilInput,
    initial: pupil ?? blank,
    ...(pupil ? {} : { draftKey: 'organisation.newPupil' }),
    onSubmit: async (input) => {
      const { record } = await save.mutateAsync(input);
      toast.done(pupil ? `已保存${record.name}的信息` : `已新增${record.name}`);
      onSaved(record.id);
    },
  });
  return (
    <ZodForm of={form}>
      <FormSection title="基本情况">
        <FormRow>
          <Field name="name" label="姓名">
            <Input autoComplete="off" />
          </Field>
          <Field name="number" label="学籍号" help="导入名册时只凭学籍号认人。">
            <Input autoComplete="off" />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="gender" label="性别">
            <Radio.Group
              options={genderSchema.options.map((value) => ({ value, label: genderLabels[value] }))}
            />
          </Field>
          <Field name="classId" label="班级">
            <Select
              placeholder="请选择"
              showSearch={{ optionFilterProp: 'label' }}
              options={(classes.data?.classes ?? [])
                .filter(({ graduatedOn, id }) => graduatedOn === null || id === pupil?.classId)
                .map(({ id, label }) => ({ value: id, label }))}
            />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="bornOn" label="出生日期" optional>
            <DayInput />
          </Field>
          <Field name="enrolledOn" label="入学日期" optional>
            <DayInput />
          </Field>
        </FormRow>
      </FormSection>
      <FormSection title="监护人">
        <FormRows of={form} name="guardians" unit="监护人" max={4}>
          {(at) => (
            <FormRow>
              <Field name={`${at}name`} label="监护人姓名">
                <Input autoComplete="off" />
              </Field>
              <Field name={`${at}relation`} label="与学生关系">
                <Input placeholder="如 母亲" />
              </Field>
              <Field name={`${at}phone`} label="电话" optional>
                <Input autoComplete="off" />
              </Field>
            </FormRow>
          )}
        </FormRows>
      </FormSection>
      <FormActions submit={pupil ? '保存' : '新增学生'} onCancel={onCancel} />
    </ZodForm>
  );
};
