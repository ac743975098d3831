import { Alert, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  acceptInput,
  askCompletionInput,
  forwardInput,
  refuseInput,
  supplementInput,
} from '../../../../shared/features/appeals/inputs.ts';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useAppealCommand } from '../mutations.ts';
import { FilesField } from './files-field.tsx';
import type { ActFormProps } from './opened.ts';
import { TimeNote } from './time-note.tsx';

const today = (): string => dayOfMs(Date.now());
const withoutTarget = { id: true, rev: true } as const;

/** 受理; a late application asks for the reason and who approved. */
export const AcceptForm = ({ view: { appeal, lateDays }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const accept = useAppealCommand('appeals.accept');
  const form = useZodForm({
    schema: acceptInput.omit(withoutTarget),
    initial: { on: today(), late: { reason: '', approver: '' } },
    draftKey: `appeals.accept:${appeal.id}`,
    onSubmit: async (value) => {
      await accept.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done('已受理，请印发受理通知书');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="受理"
      about="审查申请人、请求、期限和材料。受理后出具受理通知书，由没有参与原调查和决定的人员办理。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <div style={{ marginBottom: 16 }}>
          <TimeNote
            dueOn={appeal.limit?.dueOn ?? null}
            receivedOn={appeal.receivedOn}
            known={`从${formatDay(appeal.knownOn)}起算`}
          />
        </div>
        <Field name="on" label="受理日期">
          <DayInput />
        </Field>
        {lateDays > 0 && (
          <FormSection title="逾期仍受理">
            <Field name="late.reason" label="正当理由" help="如不可抗力、住院治疗。写进受理通知书。">
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} showCount />
            </Field>
            <Field name="late.approver" label="批准人">
              <Input maxLength={30} />
            </Field>
          </FormSection>
        )}
        <FormActions submit="受理" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 不予受理, with the reason. */
export const RefuseForm = ({ view: { appeal, lateDays }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const refuse = useAppealCommand('appeals.refuse');
  const form = useZodForm({
    schema: refuseInput.omit(withoutTarget),
    initial: {
      on: today(),
      reason:
        lateDays > 0 && appeal.limit
          ? `申请超过规定的期限（${formatDay(appeal.limit.dueOn)}届满），又没有正当理由。`
          : '',
    },
    draftKey: `appeals.refuse:${appeal.id}`,
    onSubmit: async (value) => {
      await refuse.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done('已决定不予受理，请印发通知书并送达');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="不予受理"
      about="理由要具体，写进不予受理通知书；通知书写明对不予受理不服的救济途径，须送达申请人。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="决定日期">
          <DayInput />
        </Field>
        <Field name="reason" label="不予受理的理由">
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={1000} showCount />
        </Field>
        <FormActions submit="不予受理" danger onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 一次告知补正 */
export const CompletionForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const ask = useAppealCommand('appeals.askCompletion');
  const form = useZodForm({
    schema: askCompletionInput.omit(withoutTarget),
    initial: { askedOn: today(), dueOn: null },
    draftKey: `appeals.askCompletion:${appeal.id}`,
    onSubmit: async (value) => {
      await ask.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done('请印发补正通知书');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="一次告知补正"
      about="补正只能告知一次，请把缺的材料一并写全。补正期间，审查和办理期限不计算，补齐之日重新起算。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="lacking" label="需要补正的内容" help="一行一项。">
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={1000} showCount />
        </Field>
        <Field name="askedOn" label="告知日期">
          <DayInput />
        </Field>
        <Field name="dueOn" label="补正期限" optional help="不填按 10 个工作日计算。">
          <DayInput />
        </Field>
        <FormActions submit="告知补正" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 登记补正材料 */
export const SupplementForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const supplement = useAppealCommand('appeals.supplement');
  const [files, setFiles] = useState<readonly FileContent[]>([]);
  const form = useZodForm({
    schema: supplementInput.omit({ ...withoutTarget, files: true }),
    initial: { on: today() },
    draftKey: `appeals.supplement:${appeal.id}`,
    onSubmit: async (value) => {
      await supplement.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value, files: [...files] });
      toast.done('已登记补正材料');
      onClose();
    },
  });
  return (
    <ActDrawer title="登记补正材料" about="收到补正材料之日，重新计算审查和办理期限。" onClose={onClose}>
      <ZodForm of={form}>
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title="要求补正的内容"
          description={<span className="mz-record-text">{appeal.completion?.lacking}</span>}
        />
        <Field name="on" label="收到日期">
          <DayInput />
        </Field>
        <Field name="note" label="补正情况">
          <Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={500} showCount />
        </Field>
        <FilesField files={files} onChange={setFiles} title="把补正的材料拖到这里" />
        <FormActions submit="登记" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 报送材料: what went to the authority. */
export const ForwardForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const forward = useAppealCommand('appeals.forward');
  const form = useZodForm({
    schema: forwardInput.omit(withoutTarget),
    initial: { on: today(), text: appeal.forwarding?.text ?? '' },
    draftKey: `appeals.forward:${appeal.id}`,
    onSubmit: async (value) => {
      await forward.mutateAsync({ id: appeal.id, rev: appeal.rev, ...value });
      toast.done('已登记报送');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="报送材料"
      about={`由${appeal.organ}决定。登记学校报送了什么、说明了什么；案卷可以从事项页面整卷导出。`}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="报送日期">
          <DayInput />
        </Field>
        <Field name="text" label="报送材料和说明" help="如：案卷一册、情况说明一份，说明的要点。">
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={2000} showCount />
        </Field>
        <FormActions submit="登记报送" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
