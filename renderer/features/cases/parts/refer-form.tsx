import { AutoComplete, Input } from 'antd';
import type { ReactNode } from 'react';
import { referInput } from '../../../../shared/features/cases/investigation-inputs.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

const schema = referInput.omit({ id: true, rev: true });

/** 移送: the matter goes to the organ that has to deal with it, with a numbered letter. */
export const ReferForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const refer = useCaseCommand('cases.refer');
  const school = useCall('organisation.school', {});
  const form = useZodForm({
    schema,
    initial: { sentOn: dayOfMs(Date.now()) },
    draftKey: `cases.refer:${record.id}`,
    onSubmit: async (value) => {
      await refer.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done(`已移送${value.organ}，取得移送函文号`);
      onClose();
    },
  });
  const organs = [
    ...(school.data ? [school.data.authority] : []),
    '公安机关',
    '纪检监察机关',
    '人民检察院',
    '市场监督管理部门',
  ];
  return (
    <ActDrawer
      title="移送有关机关"
      about="移送后学校不再自行处理，等待对方反馈；移送函取得文号，证据复制件随函附送。对方退回的，可以接着办理。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="organ" label="移送机关" help="选择或者直接填写全称。">
          <AutoComplete options={organs.map((value) => ({ value }))} maxLength={60} />
        </Field>
        <Field name="sentOn" label="移送日期">
          <DayInput />
        </Field>
        <Field name="reason" label="移送理由" help="涉嫌什么、为什么不属于学校处理的范围、附哪些证据。">
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={1000} showCount />
        </Field>
        <FormActions submit="移送有关机关" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
