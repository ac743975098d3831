import { Form, Radio } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { unservedPapers } from '../../../../shared/features/cases/conditions.ts';
import { serviceInput } from '../../../../shared/features/cases/inputs.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';
import { ServiceFields } from './service-fields.tsx';
import { TickBoxes } from './tick-boxes.tsx';

const schema = serviceInput.omit({ id: true, rev: true });

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
        <ServiceFields way={way} who="受送达人" />
        <FormActions submit="记录送达" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
