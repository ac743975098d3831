import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import {
  appealServiceInput,
  attachInput,
  closeAppealInput,
  distributeInput,
  restoreInput,
  withdrawAppealInput,
} from '../../../../shared/features/appeals/inputs.ts';
import { isForApplicant, isServedPaper } from '../../../../shared/features/appeals/conditions.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { ServiceFields } from '../../cases/parts/service-fields.tsx';
import { useAppealCommand } from '../mutations.ts';
import { FilesField } from './files-field.tsx';
import type { ActFormProps } from './opened.ts';
import { Ticks } from './ticks.tsx';

const today = (): string => dayOfMs(Date.now());
const withoutTarget = { id: true, rev: true } as const;

/** 记录送达: how and when papers reached the applicant. */
export const ServeForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const serve = useAppealCommand('appeals.serve');
  const papers = appeal.papers.filter(
    (paper) => paper.issuedPaperId !== null && isForApplicant(paper) && !isServedPaper(appeal, paper),
  );
  const form = useZodForm({
    schema: appealServiceInput.omit(withoutTarget),
    initial: {
      paperIds: papers.map(({ id }) => id),
      way: 'direct',
      servedOn: today(),
      completedOn: today(),
      receiver: appeal.applicant.name,
      relation: appeal.applicant.capacity === 'self' ? '本人' : '',
      place: '',
      refusal: null,
      consent: false,
      serverIds: [],
    },
    draftKey: `appeals.serve:${appeal.id}`,
    onSubmit: async (value) => {
      await serve.mutateAsync({
        id: appeal.id,
        rev: appeal.rev,
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
      about="签收之日起计算下一步的救济期限，请按签收的日期填写。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="paperIds" label="送达的文书">
          <Ticks
            of={papers.map(({ id, number, title }) => ({
              value: id,
              label: number === null ? title : `${number} ${title}`,
            }))}
          />
        </Field>
        <ServiceFields way={way} who="申请人" />
        <FormActions submit="记录送达" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 记录更正范围: how everybody whom the former paper had reached was told. */
export const DistributeForm = ({
  view: { appeal },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const distribute = useAppealCommand('appeals.distribute');
  const open = appeal.papers.filter(
    ({ form, issuedPaperId, distribution }) =>
      form === 'correction' && issuedPaperId !== null && distribution === null,
  );
  const paper = open.find(({ id }) => id === target) ?? open[0];
  const form = useZodForm({
    schema: distributeInput.omit({ ...withoutTarget, paperId: true }),
    initial: { on: today() },
    draftKey: `appeals.distribute:${paper?.id ?? ''}`,
    onSubmit: async (value) => {
      await distribute.mutateAsync({ id: appeal.id, rev: appeal.rev, paperId: paper?.id ?? '', ...value });
      toast.done('已记录');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="记录更正范围"
      about={
        paper?.former
          ? `${paper.number ?? paper.title}应当发到原文书到达的范围：${paper.former.reached.join('、')}。`
          : '没有需要发出的通知。'
      }
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="发出日期">
          <DayInput />
        </Field>
        <Field name="note" label="发送情况" help="发给了谁、怎样发的，原文书是否收回、撤下。">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={300} showCount />
        </Field>
        <FormActions submit="记录" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 办结恢复事项 */
export const RestoreForm = ({
  view: { appeal },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const restore = useAppealCommand('appeals.restore');
  const open = appeal.restorations.filter(({ done }) => done === null);
  const found = open.find(({ id }) => id === target) ?? open[0];
  const form = useZodForm({
    schema: restoreInput.omit({ ...withoutTarget, restorationId: true }),
    initial: { on: today() },
    draftKey: `appeals.restore:${found?.id ?? ''}`,
    onSubmit: async (value) => {
      await restore.mutateAsync({
        id: appeal.id,
        rev: appeal.rev,
        restorationId: found?.id ?? '',
        ...value,
      });
      toast.done('已办结');
      onClose();
    },
  });
  return (
    <ActDrawer title="办结恢复事项" about={found?.text ?? '没有待办的恢复事项。'} onClose={onClose}>
      <ZodForm of={form}>
        <Field name="on" label="办结日期">
          <DayInput />
        </Field>
        <Field name="note" label="办理情况">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={500} showCount />
        </Field>
        <FormActions submit="办结" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 办结归档 */
export const CloseForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const close = useAppealCommand('appeals.close');
  const form = useZodForm({
    schema: closeAppealInput.omit(withoutTarget),
    initial: { note: '' },
    draftKey: `appeals.close:${appeal.id}`,
    onSubmit: async (value) => {
      await close.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done(`${appeal.number}已办结`);
      onClose();
    },
  });
  return (
    <ActDrawer title="办结归档" about="材料随原案卷归档。本人可以继续申诉的期限照常计算。" onClose={onClose}>
      <ZodForm of={form}>
        <Field name="note" label="办结说明">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={500} showCount />
        </Field>
        <FormActions submit="办结归档" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 申请人撤回 */
export const WithdrawForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const withdraw = useAppealCommand('appeals.withdraw');
  const form = useZodForm({
    schema: withdrawAppealInput.omit(withoutTarget),
    initial: { on: today() },
    draftKey: `appeals.withdraw:${appeal.id}`,
    onSubmit: async (value) => {
      await withdraw.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done('已登记撤回');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="申请人撤回"
      about="申请人自愿撤回的，如实登记；撤回申请请作为材料保存。原决定继续执行。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="撤回日期">
          <DayInput />
        </Field>
        <Field name="reason" label="撤回的原因">
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={300} showCount />
        </Field>
        <FormActions submit="登记撤回" danger onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 添加材料 */
export const AttachForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const attach = useAppealCommand('appeals.attach');
  const [files, setFiles] = useState<readonly FileContent[]>([]);
  const form = useZodForm({
    schema: attachInput.omit({ ...withoutTarget, file: true }).extend({ title: z.string().max(60) }),
    initial: { title: '' },
    onSubmit: async ({ title }) => {
      const [file] = files;
      if (!file) return;
      await attach.mutateAsync({
        id: appeal.id,
        rev: appeal.rev,
        title: title.trim() === '' ? file.name.slice(0, 60) : title,
        file,
      });
      toast.done('已添加');
      onClose();
    },
  });
  return (
    <ActDrawer title="添加材料" about="申请人后来提交的、办理中取得的材料。" onClose={onClose}>
      <ZodForm of={form}>
        <FilesField files={files} onChange={(next) => setFiles(next.slice(-1))} title="把材料拖到这里" />
        <Field name="title" label="材料名称" optional help="不填用文件名。">
          <Input maxLength={60} />
        </Field>
        <FormActions submit="添加" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
