import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { establishInput } from '../../../../shared/features/cases/inputs.ts';
import {
  degreeLabels,
  degreeSchema,
  gravitySchema,
  impactLabels,
  impactSchema,
  natureLabels,
  natureSchema,
  severityLabels,
  severityOf,
} from '../../../../shared/features/standards/severity.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { useCaseCommand } from '../mutations.ts';
import { ActDrawer, type ActProps } from './act-drawer.tsx';
import { StaffPeoplePicker } from './staff-picker.tsx';

const schema = establishInput.omit({ id: true, rev: true });

/** 确认事实: what was found, by whom, and how grave it is. */
export const FactsForm = ({ record, onClose }: ActProps & { record: CaseRecord }): ReactNode => {
  const toast = useToast();
  const establish = useCaseCommand('cases.establishFacts');
  const form = useZodForm({
    schema,
    initial: {
      facts: record.facts,
      establishedOn: record.establishedOn ?? dayOfMs(Date.now()),
      checkerIds: record.checkers.map(({ id }) => id),
      ...(record.gravity ? { gravity: record.gravity } : {}),
    },
    draftKey: `cases.establish:${record.id}`,
    onSubmit: async (value) => {
      await establish.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已确认事实');
      onClose();
    },
  });
  const gravity = gravitySchema.safeParse(Form.useWatch('gravity', { form: form.form, preserve: true }));
  return (
    <ActDrawer
      title="确认事实"
      about="写明核实清楚的事实。重新确认后，已作的告知和陈述要按新的事实再做一遍。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="facts" label="核实的事实" help="时间、地点、经过、后果，以及有哪些证据证明。">
          <Input.TextArea autoFocus autoSize={{ minRows: 6, maxRows: 16 }} maxLength={5000} showCount />
        </Field>
        <Field name="checkerIds" label="核实人员" help="不少于两人；当事人、反映人和有利害关系的人不能参加。">
          <StaffPeoplePicker />
        </Field>
        <Field name="establishedOn" label="核实日期">
          <DayInput />
        </Field>
        <FormSection title="性质、程度、影响">
          <Field name="gravity.nature" label="性质">
            <Radio.Group
              options={natureSchema.options.map((value) => ({ value, label: natureLabels[value] }))}
            />
          </Field>
          <Field name="gravity.degree" label="程度">
            <Radio.Group
              options={degreeSchema.options.map((value) => ({ value, label: degreeLabels[value] }))}
            />
          </Field>
          <Field name="gravity.impact" label="影响">
            <Radio.Group
              options={impactSchema.options.map((value) => ({ value, label: impactLabels[value] }))}
            />
          </Field>
          <p role="status">
            {gravity.success ? (
              <>
                按三项判断，建议按{' '}
                <StatusTag tone={severityOf(gravity.data) === 'grave' ? 'bad' : 'info'}>
                  {severityLabels[severityOf(gravity.data)]}
                </StatusTag>{' '}
                情形选择措施。
              </>
            ) : (
              <span className="mz-muted">选好三项，程序给出建议的档次。</span>
            )}
          </p>
        </FormSection>
        <FormActions submit="确认事实" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
