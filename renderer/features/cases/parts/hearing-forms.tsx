import { currentStatements } from '../../../../shared/features/cases/conditions.ts';
import { adoptionLabels, statementOutcomeLabels } from '../../../../shared/features/cases/hearing.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { hearStatementInput, notifyInput } from '../../../../shared/features/cases/inputs.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useCaseCommand } from '../mutations.ts';
import { ActDrawer, type ActProps } from './act-drawer.tsx';

const notifySchema = notifyInput.omit({ id: true, rev: true }).extend({
  // A cleared field holds null; the term then follows from the day of notice.
  deadlineOn: notifyInput.shape.deadlineOn.or(notifyInput.shape.notifiedOn.nullable()),
});
const hearSchema = hearStatementInput.omit({ id: true, rev: true });

/** 告知: everybody concerned is told facts, grounds and the right to speak. */
export const NotifyForm = ({ record, onClose }: ActProps & { record: CaseRecord }): ReactNode => {
  const toast = useToast();
  const notify = useCaseCommand('cases.notify');
  const form = useZodForm({
    schema: notifySchema,
    initial: { way: 'written', notifiedOn: dayOfMs(Date.now()) },
    draftKey: `cases.notify:${record.id}`,
    onSubmit: async ({ way, notifiedOn, deadlineOn }) => {
      await notify.mutateAsync({
        id: record.id,
        rev: record.rev,
        way,
        notifiedOn,
        ...(deadlineOn ? { deadlineOn } : {}),
      });
      toast.done('已记录告知，陈述期限开始计算');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="告知本人"
      about={`把核实的事实、拟作处理的依据和陈述权利告知${record.subjects.map(({ name }) => name).join('、')}。`}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="way" label="告知方式">
          <Radio.Group
            options={[
              { value: 'written', label: '书面告知' },
              { value: 'oral', label: '当面告知并记录' },
            ]}
          />
        </Field>
        <Field name="notifiedOn" label="告知日期">
          <DayInput />
        </Field>
        <Field name="deadlineOn" label="陈述期限" optional help="不填时按告知后第 3 个工作日。">
          <DayInput />
        </Field>
        <FormActions submit="记录告知" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 陈述: what a person says, and what is made of it. */
export const StatementForm = ({ record, onClose }: ActProps & { record: CaseRecord }): ReactNode => {
  const toast = useToast();
  const hear = useCaseCommand('cases.hearStatement');
  const heard = currentStatements(record);
  const waiting = record.subjects.find(({ personId }) => !heard.some((one) => one.personId === personId));
  const form = useZodForm({
    schema: hearSchema,
    initial: {
      personId: (waiting ?? record.subjects[0])?.personId ?? '',
      outcome: 'stated',
      heardOn: dayOfMs(Date.now()),
      text: '',
      adoption: null,
      adoptionReason: '',
    },
    draftKey: `cases.hear:${record.id}`,
    onSubmit: async (value) => {
      const spoke = value.outcome === 'stated';
      await hear.mutateAsync({
        id: record.id,
        rev: record.rev,
        ...value,
        ...(spoke ? {} : { adoption: null, adoptionReason: '' }),
      });
      toast.done('已记录陈述');
      onClose();
    },
  });
  const outcome: unknown = Form.useWatch('outcome', { form: form.form, preserve: true });
  return (
    <ActDrawer title="记录陈述" about="每一名当事人记录一次；是否采纳要写明理由。" onClose={onClose}>
      <ZodForm of={form}>
        <Field name="personId" label="当事人">
          <Radio.Group
            options={record.subjects.map(({ personId, name }) => ({
              value: personId,
              label: heard.some((one) => one.personId === personId) ? `${name}（已记录）` : name,
            }))}
          />
        </Field>
        <Field name="outcome" label="情况">
          <Radio.Group
            options={(['stated', 'waived', 'lapsed'] as const).map((value) => ({
              value,
              label: statementOutcomeLabels[value],
            }))}
          />
        </Field>
        <Field name="heardOn" label="日期">
          <DayInput />
        </Field>
        {outcome === 'stated' && (
          <>
            <Field name="text" label="陈述内容">
              <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={5000} showCount />
            </Field>
            <Field
              name="adoption"
              label="采纳意见"
              optional
              help="作出决定前必须写明；现在还没研究的可以以后再填。"
            >
              <Radio.Group
                options={(['all', 'part', 'none'] as const).map((value) => ({
                  value,
                  label: adoptionLabels[value],
                }))}
              />
            </Field>
            <Field name="adoptionReason" label="采纳意见的理由" optional>
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} showCount />
            </Field>
          </>
        )}
        <FormActions submit="记录陈述" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
