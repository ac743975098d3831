import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  ownObjectionFields,
  ownOpinionFields,
  ownWithdrawalFields,
  type OwnResult,
} from '../../../../shared/features/evaluation/own/channels.ts';
import { stanceLabels, stanceSchema } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useRecordCommand } from '../../../app/record-command.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { FilesInput } from '../feedback/parts/files-input.tsx';

interface FormProps {
  readonly own: OwnResult;
  readonly onClose: () => void;
}

const targetOf = ({ view: { cycleId, rev } }: OwnResult) => ({ cycleId, rev });

/** 签署意见 */
export const OpinionForm = ({ own, onClose }: FormProps): ReactNode => {
  const toast = useToast();
  const sign = useRecordCommand('evaluation.signOwn', 'evaluation.ownResult');
  const form = useZodForm({
    schema: ownOpinionFields,
    initial: { text: '' },
    draftKey: `evaluation.signOwn:${own.view.cycleId}`,
    onSubmit: async (value) => {
      await sign.mutateAsync({ ...targetOf(own), ...value });
      toast.done('已签署意见');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="签署意见"
      about="以您登录的身份签署，签署以后不再改动。要求复核的，另外办理“提出异议”。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="stance" label="本人意见">
          <Radio.Group
            options={stanceSchema.options.map((value) => ({ value, label: stanceLabels[value] }))}
          />
        </Field>
        <Field name="text" label="意见内容" optional help="保留意见或者有异议的必须填写。">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Field>
        <FormActions submit="签署" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 提出异议 */
export const ObjectionForm = ({ own, onClose }: FormProps): ReactNode => {
  const toast = useToast();
  const object = useRecordCommand('evaluation.objectOwn', 'evaluation.ownResult');
  const form = useZodForm({
    schema: ownObjectionFields,
    initial: { files: [] },
    draftKey: `evaluation.objectOwn:${own.view.cycleId}`,
    undrafted: ['files'],
    onSubmit: async (value) => {
      await object.mutateAsync({ ...targetOf(own), ...value, files: [...value.files] });
      toast.done('已提出异议，学校将书面答复');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="提出异议"
      about={`${own.objectBy === null ? '' : `期限到${formatDay(own.objectBy)}为止。`}由没有参加评分、校准和确认的人复核，书面答复；不会因为提出异议而加重。`}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="requests" label="请求" help="要求怎样，如“请求核实教研维度的得分”。">
          <Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
        <Field name="reasons" label="理由">
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={3000} />
        </Field>
        <Field name="files" label="有关材料" optional>
          <FilesInput title="把有关材料拖到这里" />
        </Field>
        <FormActions submit="提出异议" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 撤回异议 */
export const WithdrawalForm = ({ own, onClose }: FormProps): ReactNode => {
  const toast = useToast();
  const withdraw = useRecordCommand('evaluation.withdrawOwn', 'evaluation.ownResult');
  const form = useZodForm({
    schema: ownWithdrawalFields,
    draftKey: `evaluation.withdrawOwn:${own.view.cycleId}`,
    onSubmit: async (value) => {
      await withdraw.mutateAsync({ ...targetOf(own), ...value });
      toast.done('已撤回异议');
      onClose();
    },
  });
  return (
    <ActDrawer title="撤回异议" about="撤回以后，学校不再复核；期限内还可以再次提出。" onClose={onClose}>
      <ZodForm of={form}>
        <Field name="reason" label="撤回的原因">
          <Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
        <FormActions submit="撤回异议" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
