import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { answerObjectionInput, recordObjectionInput } from '../../../../shared/features/publicity/inputs.ts';
import { objectionSchema, objectionWayLabels } from '../../../../shared/features/publicity/schema.ts';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { usePublicityCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** 登记异议: what was said against it, when, how and by whom. */
export const RecordObjectionForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const send = usePublicityCommand('publicity.recordObjection');
  const form = useZodForm({
    schema: recordObjectionInput.omit({ id: true, rev: true }),
    initial: { receivedOn: dayOfMs(Date.now()), way: 'visit', by: '' },
    draftKey: `publicity.objection:${record.id}`,
    onSubmit: async (value) => {
      await send.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已登记异议');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="登记异议"
      about="收到的每一条异议都登记。异议人只记在这里，公示结果报告里不写他的姓名。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <FormRow>
          <Field name="receivedOn" label="收到日期">
            <DayInput />
          </Field>
          <Field name="by" label="异议人" optional help="没有留名的空着。">
            <Input maxLength={40} autoComplete="off" />
          </Field>
        </FormRow>
        <Field name="way" label="提出方式">
          <Radio.Group
            options={objectionSchema.shape.way.options.map((value) => ({
              value,
              label: objectionWayLabels[value],
            }))}
          />
        </Field>
        <Field name="text" label="异议内容">
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={2000} showCount />
        </Field>
        <FormActions submit="登记异议" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 答复异议: whether it was founded, and what was found. */
export const AnswerObjectionForm = ({
  view: { record },
  objectionId,
  onClose,
}: ActFormProps & { objectionId: string }): ReactNode => {
  const toast = useToast();
  const send = usePublicityCommand('publicity.answerObjection');
  const objection = record.objections.find(({ id }) => id === objectionId);
  const form = useZodForm({
    schema: answerObjectionInput.omit({ id: true, rev: true, objectionId: true }),
    initial: { answeredOn: dayOfMs(Date.now()) },
    draftKey: `publicity.answer:${record.id}:${objectionId}`,
    onSubmit: async (value) => {
      const { record: after } = await send.mutateAsync({
        id: record.id,
        rev: record.rev,
        objectionId,
        ...value,
      });
      toast.done(
        value.founded && after.state === 'shown' ? '已答复。异议属实，请考虑撤下公示' : '已答复异议',
      );
      onClose();
    },
  });
  return (
    <ActDrawer
      title="答复异议"
      about="先核实，再答复异议人。核实和答复的内容写入公示结果报告。"
      onClose={onClose}
    >
      {objection && (
        <blockquote className="mz-notice-quote">
          <p>{objection.text}</p>
          <footer className="mz-muted">
            {formatDay(objection.receivedOn)}，{objectionWayLabels[objection.way]}
            {objection.by !== '' && `，${objection.by}`}
          </footer>
        </blockquote>
      )}
      <ZodForm of={form}>
        <Field name="founded" label="异议是否属实">
          <Radio.Group
            options={[
              { value: false, label: '不属实' },
              { value: true, label: '属实' },
            ]}
          />
        </Field>
        <Field name="text" label="核实与答复">
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={2000} showCount />
        </Field>
        <Field name="answeredOn" label="答复日期">
          <DayInput />
        </Field>
        <FormActions submit="答复异议" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
