import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { saveClassInput } from '../../../../shared/features/organisation/channels.ts';
import { chineseNumber } from '../../../../shared/features/organisation/grades.ts';
import type { ClassView } from '../../../../shared/features/organisation/views.ts';
import { dayOfMs, yearOf } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { PersonPicker } from '../../../ui/form/person-picker.tsx';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useStaffSearch } from '../staff-search.ts';

const grades = Array.from({ length: 12 }, (_none, at) => at + 1).map((value) => ({
  value,
  label: value >= 10 ? `高${chineseNumber(value - 9)}` : `${chineseNumber(value)}年级`,
}));

export interface ClassDialogProps {
  /** Null for a new one. */
  readonly of: ClassView | null;
  /** The grade in which classes of this school usually begin. */
  readonly usualGrade: number | undefined;
  readonly onClose: () => void;
}

/** A class, new or known. */
export const ClassDialog = ({ of, usualGrade, onClose }: ClassDialogProps): ReactNode => {
  const toast = useToast();
  const search = useStaffSearch();
  const save = useCommand('organisation.saveClass');
  const form = useZodForm({
    schema: saveClassInput,
    initial: of ?? {
      entryYear: yearOf(dayOfMs(Date.now())),
      entryGrade: usualGrade,
      headTeacherId: null,
      graduatedOn: null,
    },
    onSubmit: async (input) => {
      const { label } = await save.mutateAsync(input);
      toast.done(of ? `已保存${label}` : `已新增${label}`);
      onClose();
    },
  });
  const known =
    of?.headTeacherId === undefined || of.headTeacherId === null
      ? undefined
      : { id: of.headTeacherId, name: of.headTeacher, about: '' };
  return (
    <FormDialog title={of ? `班级：${of.label}` : '新增班级'} onClose={onClose}>
      <ZodForm of={form}>
        <FormRow>
          <Field name="entryYear" label="入学年份">
            <InputNumber min={1990} max={2100} precision={0} suffix="年" style={{ width: '100%' }} />
          </Field>
          <Field name="entryGrade" label="入学时的年级" help="小学新生选一年级，初中新生选七年级。">
            <Select placeholder="请选择" showSearch={{ optionFilterProp: 'label' }} options={grades} />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="ordinal" label="班号">
            <InputNumber min={1} max={60} precision={0} suffix="班" style={{ width: '100%' }} />
          </Field>
          <Field name="headTeacherId" label="班主任" optional>
            <PersonPicker search={search} known={known} />
          </Field>
        </FormRow>
        {of && (
          <Field name="graduatedOn" label="毕业日期" help="还在读的留空。毕业的班级和学生仍可查到。" optional>
            <DayInput />
          </Field>
        )}
        <FormActions submit={of ? '保存' : '新增班级'} onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
