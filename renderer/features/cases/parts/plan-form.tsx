import { Alert, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { planInput } from '../../../../shared/features/cases/investigation-inputs.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormRows } from '../../../ui/form/form-rows.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

const schema = planInput.omit({ id: true, rev: true });
const someSteps = z.array(z.unknown());

/** What every investigation has to find out, to begin with. */
const usualSteps = (record: CaseRecord): { text: string; personId: string | null }[] => {
  const leader = record.filing?.team[0]?.id ?? null;
  return [
    '调取与事项有关的制度、记录、监控等书证、物证，登记来源和提取人',
    ...record.subjects
      .filter(({ kind }) => kind !== 'department')
      .map(({ name }) => `询问${name}，听取本人对事实的说明`),
    '询问知情人员和反映人',
    '核对证据是否相互印证，查明从重、从轻情节',
    '起草调查报告，由两名以上办案人员签名',
  ].map((text) => ({ text, personId: leader }));
};

/** 调查方案: what is to be found out, by whom, until when, and what is done of it. */
export const PlanForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const plan = useCaseCommand('cases.planInvestigation');
  const form = useZodForm({
    schema,
    initial: {
      steps: record.investigation.plan.map(({ person, ...step }) => ({
        ...step,
        personId: person?.id ?? null,
      })),
    },
    draftKey: `cases.plan:${record.id}`,
    onSubmit: async (value) => {
      await plan.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已保存调查方案');
      onClose();
    },
  });
  const steps = useWatched(form, 'steps', someSteps, []);
  return (
    <ActDrawer
      title="制定调查方案"
      about="逐项写明要查清什么、由谁、什么时候查清；办完一项填上办结日期。"
      onClose={onClose}
      size={760}
    >
      <ZodForm of={form} wide>
        {steps.length === 0 && (
          <Alert
            type="info"
            style={{ marginBottom: 16 }}
            title="还没有调查事项。"
            description="可以先填入常用的步骤，再按实际增减。"
            action={<Button onClick={() => fillIn(form, { steps: usualSteps(record) })}>填入常用步骤</Button>}
          />
        )}
        <FormRows of={form} name="steps" unit="调查事项" max={40}>
          {(at) => (
            <>
              <Field name={`${at}text`} label="要查清什么、怎样查">
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
              </Field>
              <FormRow>
                <Field name={`${at}personId`} label="负责人" optional>
                  <StaffPicker />
                </Field>
                <Field name={`${at}dueOn`} label="期限" optional>
                  <DayInput />
                </Field>
                <Field name={`${at}doneOn`} label="办结日期" optional>
                  <DayInput />
                </Field>
              </FormRow>
            </>
          )}
        </FormRows>
        <FormActions submit="保存调查方案" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
