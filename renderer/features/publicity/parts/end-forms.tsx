import { Input } from 'antd';
import type { ReactNode } from 'react';
import { finishInput, takeDownInput } from '../../../../shared/features/publicity/inputs.ts';
import type { Objection } from '../../../../shared/features/publicity/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { usePublicityCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** 撤下公示: before its time, with the reason. */
export const TakeDownForm = ({
  view: { record, mustComeDown, findings },
  onClose,
}: ActFormProps): ReactNode => {
  const toast = useToast();
  const takeDown = usePublicityCommand('publicity.takeDown');
  const form = useZodForm({
    schema: takeDownInput.omit({ id: true, rev: true }),
    initial: {
      on: dayOfMs(Date.now()),
      reason: mustComeDown ? [...new Set(findings.map(({ message }) => message))].join('') : '',
    },
    draftKey: `publicity.takeDown:${record.id}`,
    onSubmit: async (value) => {
      await takeDown.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done(`${record.number}已撤下`);
      onClose();
    },
  });
  return (
    <ActDrawer
      title="撤下公示"
      about="公示立即停止，不能恢复；需要再公示的另行起草。撤下的原因写入公示结果报告，已经收到的异议仍然可以答复。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="撤下日期">
          <DayInput />
        </Field>
        <Field name="reason" label="撤下原因">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={300} showCount />
        </Field>
        <FormActions submit="撤下公示" danger onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const outcome = (objections: readonly Objection[]): string => {
  if (objections.length === 0) return '公示期间没有收到异议。';
  const founded = objections.filter(({ answer }) => answer?.founded === true).length;
  const received = `公示期间收到异议 ${String(objections.length)} 条，均已核实答复`;
  return founded === 0
    ? `${received}，异议不属实，不影响公示的内容。`
    : `${received}，其中 ${String(founded)} 条属实，`;
};

/** 结束公示: what came of it, in words; the report is made from it. */
export const FinishForm = ({
  view: { record },
  onClose,
  onFinished,
}: ActFormProps & { onFinished: () => void }): ReactNode => {
  const toast = useToast();
  const finish = usePublicityCommand('publicity.finish');
  const form = useZodForm({
    schema: finishInput.omit({ id: true, rev: true }),
    initial: { text: outcome(record.objections) },
    draftKey: `publicity.finish:${record.id}`,
    onSubmit: async (value) => {
      await finish.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done(`${record.number}已结束，公示结果报告已生成`);
      onFinished();
    },
  });
  return (
    <ActDrawer
      title="结束公示"
      about="写明公示结果，程序生成公示结果报告归档。迟到的异议以后仍然可以登记和答复。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="text" label="公示结果" help="写明有没有异议、怎样处理、公示的内容是否有变化。">
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={1000} showCount />
        </Field>
        <FormActions submit="结束公示" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
