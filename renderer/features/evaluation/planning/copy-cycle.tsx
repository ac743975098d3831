import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { cyclePlanShape } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { addDays, dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';

const { name, startsOn, endsOn } = cyclePlanShape;
const schema = z.object({ name, startsOn, endsOn });

/** Sets up the next evaluation like this one: groups, weights and rules are taken over, people chosen anew. */
export const CopyCycle = ({ view, onClose }: { view: CycleView; onClose: () => void }): ReactNode => {
  const { cycle } = view;
  const navigate = useNavigate();
  const toast = useToast();
  const copy = useCommand('evaluation.copyCycle');
  const [initial] = useState(() => {
    const today = dayOfMs(Date.now());
    return { name: '', startsOn: today, endsOn: addDays(today, 14) };
  });
  const form = useZodForm({
    schema,
    initial,
    draftKey: `evaluation.copy:${cycle.id}`,
    onSubmit: async (plan) => {
      const made = await copy.mutateAsync({ id: cycle.id, ...plan });
      toast.done('已按原方案建立新的考核，接着选择考核对象');
      onClose();
      void navigate(`/evaluation/cycles/${made.cycle.id}`);
    },
  });
  return (
    <FormDialog title={`照“${cycle.name}”再组织一次`} onClose={onClose}>
      <ZodForm of={form}>
        <Field
          name="name"
          label="新考核的名称"
          help="指标体系、评分组、权重和计分规则照搬，考核对象重新选择。"
        >
          <Input maxLength={60} placeholder={cycle.name} />
        </Field>
        <FormRow>
          <Field name="startsOn" label="开始日期">
            <DayInput />
          </Field>
          <Field name="endsOn" label="截止日期">
            <DayInput />
          </Field>
        </FormRow>
        <FormActions submit="建立考核" onCancel={onClose} />
      </ZodForm>
    </FormDialog>
  );
};
