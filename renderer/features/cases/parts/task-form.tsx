import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { completeTaskInput } from '../../../../shared/features/cases/inputs.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

const schema = completeTaskInput.omit({ id: true, rev: true });

/** 办结执行事项: that something was done to carry the decision out. */
export const TaskForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const complete = useCaseCommand('cases.completeTask');
  const open = record.tasks.filter(({ done }) => done === null);
  const form = useZodForm({
    schema,
    initial: { taskId: target ?? open[0]?.id ?? '', on: dayOfMs(Date.now()), note: '' },
    draftKey: `cases.task:${record.id}:${target ?? ''}`,
    onSubmit: async (value) => {
      await complete.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已办结一项执行事项');
      onClose();
    },
  });
  const task = open.find(({ id }) => id === target);
  return (
    <ActDrawer
      title="办结执行事项"
      about={task?.text ?? '选择已经落实的一项，写明怎样落实的。'}
      onClose={onClose}
      size={560}
    >
      <ZodForm of={form}>
        {!task && (
          <Field name="taskId" label="执行事项">
            <Radio.Group
              className="mz-case-radios"
              options={open.map(({ id, text }) => ({ value: id, label: text }))}
            />
          </Field>
        )}
        <Field name="on" label="办结日期">
          <DayInput />
        </Field>
        <Field
          name="note"
          label="办理情况"
          help="写明经办人、去向或凭证，例如“已送区教育局人事科备案，回执附卷”。"
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={500} showCount />
        </Field>
        <FormActions submit="办结" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
