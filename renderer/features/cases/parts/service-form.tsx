import { Checkbox, Form, Input, Radio } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { unservedPapers } from '../../../../shared/features/cases/conditions.ts';
import { serviceInput } from '../../../../shared/features/cases/inputs.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { serviceWayLabels } from '../../../../shared/law/proposal.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { StaffPeoplePicker } from '../../organisation/parts/staff-picker.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';
import { TickBoxes } from './tick-boxes.tsx';

const schema = serviceInput.omit({ id: true, rev: true });
const ways = ['direct', 'left', 'mail', 'electronic'] as const;

/** Who usually signs: the guardian of a pupil, everybody else in person. */
const receiverOf = (subject: CaseSubject | undefined): { receiver: string; relation: string } => {
  if (!subject) return { receiver: '', relation: '' };
  if (subject.kind === 'pupil')
    return { receiver: subject.guardian?.name ?? '', relation: subject.guardian?.relation ?? '监护人' };
  return {
    receiver: subject.kind === 'department' ? '' : subject.name,
    relation: subject.kind === 'department' ? '部门负责人' : '本人',
  };
};

/** 送达: how and when the papers reached a person. */
export const ServiceForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const serve = useCaseCommand('cases.recordService');
  const today = dayOfMs(Date.now());
  const waiting = record.subjects.filter(({ personId }) => unservedPapers(record, personId).length > 0);
  const first = waiting.find(({ personId }) => personId === target) ?? waiting[0];
  const papersOf = (personId: string): string[] => unservedPapers(record, personId).map(({ id }) => id);
  const form = useZodForm({
    schema,
    initial: {
      personId: first?.personId ?? '',
      paperIds: papersOf(first?.personId ?? ''),
      way: 'direct',
      servedOn: today,
      completedOn: today,
      ...receiverOf(first),
      place: '',
      refusal: null,
      consent: false,
      serverIds: [],
    },
    draftKey: `cases.serve:${record.id}:${target ?? ''}`,
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
  const personId: unknown = Form.useWatch('personId', { form: form.form, preserve: true });
  const subject = record.subjects.find((each) => each.personId === personId);
  // With another person the papers and the one who signs are others; a draft taken up again is left as it was.
  const [filledFor, setFilledFor] = useState(first?.personId);
  useEffect(() => {
    if (!subject || subject.personId === filledFor) return;
    setFilledFor(subject.personId);
    form.form.setFieldsValue({
      paperIds: unservedPapers(record, subject.personId).map(({ id }) => id),
      ...receiverOf(subject),
    });
  }, [subject, filledFor, form.form, record]);
  const papers = subject ? unservedPapers(record, subject.personId) : [];
  return (
    <ActDrawer
      title="记录送达"
      about="送达之日决定申诉、复核期限从哪天起算，请按签收的日期填写。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field
          name="personId"
          label="受送达人"
          help={subject?.kind === 'pupil' ? '学生的文书送达监护人，由监护人签收。' : undefined}
        >
          <Radio.Group
            className="mz-case-radios"
            options={waiting.map((each) => ({
              value: each.personId,
              label:
                each.kind === 'pupil' && each.guardian
                  ? `${each.name}（监护人 ${each.guardian.name}）`
                  : each.name,
            }))}
          />
        </Field>
        <Field name="paperIds" label="送达的文书">
          <TickBoxes
            stacked
            of={papers.map(({ id, number, title }) => ({
              id,
              name: number === null ? title : `${number} ${title}`,
            }))}
          />
        </Field>
        <Field name="way" label="送达方式">
          <Radio.Group options={ways.map((value) => ({ value, label: serviceWayLabels[value] }))} />
        </Field>
        <FormRow>
          <Field
            name="servedOn"
            label={way === 'mail' ? '寄出日期' : way === 'electronic' ? '发出日期' : '送交日期'}
          >
            <DayInput />
          </Field>
          {way !== 'left' && (
            <Field
              name="completedOn"
              label={way === 'direct' ? '签收日期' : '回执或到达日期'}
              optional={way !== 'direct'}
            >
              <DayInput />
            </Field>
          )}
        </FormRow>
        {way !== 'left' && (
          <FormRow>
            <Field name="receiver" label="签收人" optional={way !== 'direct'}>
              <Input maxLength={30} />
            </Field>
            <Field name="relation" label="与受送达人关系" optional>
              <Input maxLength={20} />
            </Field>
          </FormRow>
        )}
        <Field name="place" label={way === 'mail' ? '邮寄地址' : '送达地点'} optional>
          <Input maxLength={60} />
        </Field>
        <Field
          name="serverIds"
          label="送达人"
          optional={way === 'mail' || way === 'electronic'}
          help={way === 'direct' || way === 'left' ? '直接送达、留置送达不少于两人。' : undefined}
        >
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
