import { isServed } from '../../../../shared/features/cases/conditions.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { serviceInput } from '../../../../shared/features/cases/inputs.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useCaseCommand } from '../mutations.ts';
import { ActDrawer, type ActProps } from './act-drawer.tsx';
import { StaffPeoplePicker } from './staff-picker.tsx';

const schema = serviceInput.omit({ id: true, rev: true });

/** 送达: how and when the paper reached the person. */
export const ServiceForm = ({ record, onClose }: ActProps & { record: CaseRecord }): ReactNode => {
  const toast = useToast();
  const serve = useCaseCommand('cases.recordService');
  const today = dayOfMs(Date.now());
  const waiting = record.subjects.find(({ personId }) => !isServed(record, personId)) ?? record.subjects[0];
  const form = useZodForm({
    schema,
    initial: {
      personId: waiting?.personId ?? '',
      way: 'direct',
      servedOn: today,
      completedOn: today,
      receiver: waiting?.name ?? '',
      relation: '本人',
      place: '',
      refusal: null,
      consent: false,
      serverIds: [],
    },
    draftKey: `cases.serve:${record.id}`,
    onSubmit: async (value) => {
      await serve.mutateAsync({
        id: record.id,
        rev: record.rev,
        ...value,
        ...(value.way === 'left' ? {} : { refusal: null }),
      });
      toast.done('已记录送达');
      onClose();
    },
  });
  const way: unknown = Form.useWatch('way', { form: form.form, preserve: true });
  return (
    <ActDrawer
      title="记录送达"
      about="送达之日决定申诉、复核期限从哪天起算，请按签收的日期填写。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="personId" label="受送达人">
          <Radio.Group
            options={record.subjects.map(({ personId, name }) => ({
              value: personId,
              label: isServed(record, personId) ? `${name}（已送达）` : name,
            }))}
          />
        </Field>
        <Field name="way" label="送达方式">
          <Radio.Group
            options={(['direct', 'left', 'mail', 'electronic'] as const).map((value) => ({
              value,
              label: serviceWayLabels[value],
            }))}
          />
        </Field>
        <FormRow>
          <Field name="servedOn" label="送交日期">
            <DayInput />
          </Field>
          <Field
            name="completedOn"
            label={way === 'left' ? '留置日期' : way === 'direct' ? '签收日期' : '回执或到达日期'}
            optional
          >
            <DayInput />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="receiver" label="签收人" optional>
            <Input maxLength={30} />
          </Field>
          <Field name="relation" label="与受送达人关系" optional>
            <Input maxLength={20} />
          </Field>
        </FormRow>
        <Field name="place" label="送达地点" optional>
          <Input maxLength={60} />
        </Field>
        <Field name="serverIds" label="送达人" help="直接送达、留置送达不少于两人。">
          <StaffPeoplePicker />
        </Field>
        {way === 'electronic' && (
          <Field name="consent" label="本人同意" valueProp="checked">
            <Checkbox>受送达人已书面同意电子送达</Checkbox>
          </Field>
        )}
        {way === 'left' && (
          <FormSection title="拒收情况">
            <Field name="refusal.reason" label="拒收事由">
              <Input maxLength={200} />
            </Field>
            <Field
              name="refusal.witness"
              label="见证人"
              optional
              help="有见证人签名，或有录像，两样至少一样。"
            >
              <Input maxLength={60} />
            </Field>
            <Field name="refusal.hasRecording" label="录像" valueProp="checked" optional>
              <Checkbox>已用照片、录像记录送达过程</Checkbox>
            </Field>
          </FormSection>
        )}
        <FormActions submit="记录送达" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
