import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  addSourceInput,
  answerSourceInput,
  requestSourceInput,
} from '../../../../shared/features/leads/inputs.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useLeadCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** 补充来源: written once, and from then on kept apart. */
export const AddSourceForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const add = useLeadCommand('leads.addSource');
  const form = useZodForm({
    schema: addSourceInput.omit({ id: true, rev: true }),
    initial: { source: { name: '', contact: '', note: '' } },
    onSubmit: async (value) => {
      await add.mutateAsync({ id: lead.id, rev: lead.rev, ...value });
      toast.done('已登记来源，另行保管');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="补充来源"
      about="保存后就看不到了：要看须说明理由，经另一人同意。内容里写有这个姓名和联系方式的，自动换掉。"
      onClose={onClose}
      size={520}
    >
      <ZodForm of={form}>
        <Field name="source.name" label="来源姓名" optional>
          <Input autoFocus maxLength={60} autoComplete="off" />
        </Field>
        <Field name="source.contact" label="联系方式" optional>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name="source.note" label="来源说明" optional>
          <Input maxLength={300} autoComplete="off" />
        </Field>
        <FormActions submit="保存来源" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 申请查看来源: why it has to be seen. */
export const RequestSourceForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const ask = useLeadCommand('leads.requestSource');
  const form = useZodForm({
    schema: requestSourceInput.omit({ id: true }),
    onSubmit: async ({ reason }) => {
      await ask.mutateAsync({ id: lead.id, reason });
      toast.done('已提出申请，请另一名同事登录后同意');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="申请查看来源"
      about="由另一名有权限的同事同意后，30 分钟内可以查看。申请、同意和每次查看都留下记录。"
      onClose={onClose}
      size={520}
    >
      <ZodForm of={form}>
        <Field name="reason" label="查看理由" help="写明为什么非看不可，例如“需要回访补充事发经过”。">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={300} showCount />
        </Field>
        <FormActions submit="提出申请" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 同意或不同意: a second person's answer to a request. */
export const AnswerSourceForm = ({
  view: { source },
  requestId,
  onClose,
}: ActFormProps & { requestId: string }): ReactNode => {
  const toast = useToast();
  const answer = useLeadCommand('leads.answerSource');
  const request = source.requests.find(({ id }) => id === requestId);
  const form = useZodForm({
    schema: answerSourceInput,
    initial: { requestId, rev: request?.rev, note: '' },
    onSubmit: async (value) => {
      await answer.mutateAsync(value);
      toast.done(value.granted ? '已同意查看' : '已答复不同意');
      onClose();
    },
  });
  if (!request) return null;
  return (
    <ActDrawer
      title="同意或不同意查看来源"
      about={`${request.requestedBy}于${formatInstant(request.requestedAt)}申请：${request.reason}`}
      onClose={onClose}
      size={520}
    >
      <ZodForm of={form}>
        <Field name="granted" label="意见" help="同意后，申请人 30 分钟内可以查看；您自己看不到。">
          <Radio.Group
            options={[
              { value: true, label: '同意' },
              { value: false, label: '不同意' },
            ]}
          />
        </Field>
        <Field name="note" label="说明" optional help="不同意的要写明理由。">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} showCount />
        </Field>
        <FormActions submit="答复申请" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
