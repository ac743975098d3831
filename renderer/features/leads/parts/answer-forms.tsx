import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { acknowledgeInput, closeLeadInput, replyInput } from '../../../../shared/features/leads/inputs.ts';
import {
  answerWayLabels,
  answerWaySchema,
  leadOutcomeSchema,
  outcomeLabels,
} from '../../../../shared/features/leads/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useLeadCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

const ways = answerWaySchema.options.map((value) => ({ value, label: answerWayLabels[value] }));
const outcomes = leadOutcomeSchema.options.map((value) => ({ value, label: outcomeLabels[value] }));

/** 告知受理: on which day and how the source was told. */
export const AcknowledgeForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const acknowledge = useLeadCommand('leads.acknowledge');
  const form = useZodForm({
    schema: acknowledgeInput.omit({ id: true, rev: true }),
    initial: { on: dayOfMs(Date.now()), way: lead.replyTo === 'code' ? 'code' : 'phone' },
    onSubmit: async (value) => {
      await acknowledge.mutateAsync({ id: lead.id, rev: lead.rev, ...value });
      toast.done('已记录告知受理');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="告知受理"
      about="告诉来源已经收到、怎样办理、什么时候答复。记下后可以在“处理”里打印受理告知书。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="告知日期">
          <DayInput />
        </Field>
        <Field name="way" label="告知方式">
          <Radio.Group options={ways} />
        </Field>
        <FormActions submit="记录告知" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 答复: what was found and what the source was told. */
export const ReplyForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const reply = useLeadCommand('leads.reply');
  const form = useZodForm({
    schema: replyInput.omit({ id: true, rev: true }),
    initial: { repliedOn: dayOfMs(Date.now()), way: lead.replyTo === 'code' ? 'code' : 'phone' },
    draftKey: `leads.reply:${lead.id}`,
    onSubmit: async (value) => {
      await reply.mutateAsync({ id: lead.id, rev: lead.rev, ...value });
      toast.done('已记录答复');
      onClose();
    },
  });
  return (
    <ActDrawer
      title={lead.replies.length > 0 ? '补充答复' : '答复'}
      about={
        lead.replyTo === 'code'
          ? '答复保存后，反映人凭查询码就能看到；学生姓名自动隐去。请写可以公开的内容。'
          : '写给来源看的内容，可以打印成答复函，学生姓名自动隐去。联系来源要先在“来源”里申请查看。'
      }
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="outcome" label="核实结果">
          <Select options={outcomes} placeholder="选择核实结果" />
        </Field>
        <Field name="text" label="答复内容">
          <Input.TextArea autoFocus autoSize={{ minRows: 6 }} maxLength={3000} showCount />
        </Field>
        <FormRow>
          <Field name="repliedOn" label="答复日期">
            <DayInput />
          </Field>
          <Field name="way" label="答复方式">
            <Select options={ways} />
          </Field>
        </FormRow>
        <FormActions submit="记录答复" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 办结: the result in a sentence, and why nobody was answered where an answer was owed. */
export const CloseForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const close = useLeadCommand('leads.close');
  const owed = lead.replyTo !== 'nobody' && lead.replies.length === 0;
  const form = useZodForm({
    schema: closeLeadInput.omit({ id: true, rev: true }),
    initial: { outcome: lead.replies.at(-1)?.outcome, withoutReply: '' },
    draftKey: `leads.close:${lead.id}`,
    onSubmit: async (value) => {
      await close.mutateAsync({ id: lead.id, rev: lead.rev, ...value });
      toast.done(`${lead.number}已办结`);
      onClose();
    },
  });
  return (
    <ActDrawer
      title="办结"
      about="办结后不再计算期限；有新情况可以写明原因重新办理。不属实的线索不进个人档案。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="outcome" label="核实结果">
          <Select options={outcomes} placeholder="选择核实结果" />
        </Field>
        <Field name="note" label="办结说明">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={500} showCount />
        </Field>
        {owed && (
          <Field name="withoutReply" label="不答复的理由" help="这条线索还没有答复来源，直接办结要写明理由。">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} showCount />
          </Field>
        )}
        <FormActions submit="办结" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
